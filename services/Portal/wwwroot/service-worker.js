// Keeps the offline roster readable without a network. Everything else goes to the network as if this were not here; the
// pages themselves put into the cache what they want kept (offline-roster.js).
const kept = "offline-roster";
const keptMs = 2 * 24 * 3600 * 1000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));

/** Taps that wait to be sent stay; those that were refused were read, and hold reasons. */
function forgetRefused() {
  return new Promise(resolve => {
    const request = indexedDB.open("campaign-roster");
    // where no roster was ever kept, none is made
    request.onupgradeneeded = () => request.transaction.abort();
    request.onerror = resolve;
    request.onsuccess = () => {
      if (!request.result.objectStoreNames.contains("taps")) return resolve();
      const transaction = request.result.transaction("taps", "readwrite");
      transaction.objectStore("taps").openCursor().onsuccess = found => {
        const cursor = found.target.result;
        if (!cursor) return;
        if (cursor.value.refused) cursor.delete();
        cursor.continue();
      };
      transaction.oncomplete = transaction.onerror = resolve;
    };
  });
}

self.addEventListener("fetch", event => {
  const request = event.request;
  const path = new URL(request.url).pathname;
  if (request.method === "POST" && path === "/sign-out") {
    // the names on the list are nobody's business after that
    event.waitUntil(Promise.all([caches.delete(kept), forgetRefused()]));
    return;
  }
  const isRoster = request.mode === "navigate" && /^\/sessions\/[0-9a-f-]{36}\/roster$/.test(path);
  const isAsset = ["style", "script", "image", "font"].includes(request.destination) && !path.startsWith("/api/");
  if (request.method === "GET" && (isRoster || isAsset)) {
    event.respondWith(fetch(request).catch(async problem => {
      const copy = await caches.open(kept).then(cache => cache.match(request.url, { ignoreVary: true }));
      if (copy && (isAsset || Date.now() - Date.parse(copy.headers.get("Date") ?? "0") < keptMs)) return copy;
      throw problem;
    }));
  }
});
