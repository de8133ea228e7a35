// The roster of a meeting in a hall without a network. Every tap is kept on this device first and sent from there, with a key of
// its own until the server has answered: sent twice it changes nothing. One that is refused does not hold the others up.
const root = document.getElementById("offline-roster");
const { session, account, send: address } = root.dataset;
const line = document.getElementById("roster-state");
const words = root.dataset;
const retryMs = 5000;
const keptMs = 2 * 24 * 3600 * 1000;
let database;
let flushing = false;

const done = request => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

function open() {
  const request = indexedDB.open("campaign-roster", 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("taps", { keyPath: ["account", "session", "member"] });
  };
  return done(request);
}

const mine = IDBKeyRange.bound([account, session], [account, session, []]);
const taps = mode => database.transaction("taps", mode).objectStore("taps");

function show(row, entry) {
  row.dataset.status = entry.status ?? "";
  for (const button of row.querySelectorAll(".tick")) {
    button.setAttribute("aria-pressed", String(button.value === entry.status));
  }
  const details = row.querySelector(".roster-details");
  const pressed = row.querySelector('.tick[aria-pressed="true"]');
  details.hidden = !pressed || pressed.dataset.plain === "true";
  details.querySelector(".minutes").hidden = pressed?.dataset.minutes !== "true";
  details.querySelector("[name=minutes]").value = entry.minutes ?? "";
  details.querySelector("[name=reason]").value = entry.reason ?? "";
  row.querySelector(".refused").textContent = entry.refused ?? "";
}

function say(sentence, isProblem = false) {
  line.textContent = sentence;
  line.classList.toggle("problem", isProblem);
}

async function tell() {
  const waiting = (await done(taps("readonly").getAll(mine))).filter(entry => !entry.refused).length;
  say(waiting === 0 ? words.allSent : (navigator.onLine ? words.sending : words.offline).replace("{0}", waiting));
  return waiting;
}

async function tap(row, entry) {
  show(row, entry);
  await done(taps("readwrite").put({ account, session, member: row.dataset.member, key: crypto.randomUUID(), at: Date.now(), ...entry }));
  await tell();
  await flush();
}

/** Unless it was tapped again meanwhile. */
function settle(sent, change) {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction("taps", "readwrite");
    const store = transaction.objectStore("taps");
    const key = [account, session, sent.member];
    store.get(key).onsuccess = event => {
      if (event.target.result?.key === sent.key) change(store, key);
    };
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
}

/** What keeps the taps here, or nothing. */
async function send(entry, formToken) {
  const { member, status, minutes, reason, tickedAt } = entry;
  const answer = await fetch(address, {
    method: "POST",
    redirect: "manual",
    headers: {
      "Content-Type": "application/json",
      "Idempotency-Key": entry.key,
      "Roster-Account": account,
      RequestVerificationToken: formToken,
    },
    body: JSON.stringify({ entries: [{ memberId: member, status, minutes, reason }], tickedAt }),
  });
  if (answer.type === "opaqueredirect" || answer.status === 401) return words.signIn;
  if (answer.status >= 500 || answer.status === 408 || answer.status === 429) return words.unavailable;
  if (answer.ok) {
    await settle(entry, (store, key) => store.delete(key));
  } else {
    const refused = (await answer.json().catch(() => ({}))).detail ?? words.refused;
    await settle(entry, store => store.put({ ...entry, refused }));
    const row = root.querySelector(`[data-member="${member}"]`);
    if (row) show(row, { ...entry, refused });
  }
}

async function flush() {
  if (flushing) return;
  flushing = true;
  let sent = false;
  try {
    for (let waiting; (waiting = (await done(taps("readonly").getAll(mine))).filter(entry => !entry.refused)).length > 0;) {
      const { formToken, ahead } = await token();
      for (const entry of waiting) {
        // by the server's clock, and said once: sent again it must be the same
        if (!entry.tickedAt) {
          entry.tickedAt = new Date(entry.at + ahead).toISOString();
          await settle(entry, store => store.put(entry));
        }
        const held = await send(entry, formToken);
        if (held) return say(held, true);
        sent = true;
      }
    }
    await tell();
    // the copy on this device shows what was sent as well
    if (sent) await keep();
  } catch {
    await tell();
  } finally {
    flushing = false;
  }
}

/** The page may be a copy from days ago: the server gives a token that it accepts today, and says what time it is there. */
async function token() {
  const answer = await fetch(`${address}/token`, { redirect: "manual", cache: "no-store" });
  // the server says whole seconds, cut off
  const now = Date.parse(answer.headers.get("Date") ?? "") + 1000;
  return { formToken: answer.ok ? await answer.text() : "", ahead: Number.isNaN(now) ? 0 : now - Date.now() };
}

async function keep() {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/service-worker.js");
  const used = performance.getEntriesByType("resource").map(entry => entry.name)
    .filter(name => name.startsWith(location.origin) && /\.(css|js|svg)(\?|$)/.test(name));
  const cache = await caches.open("offline-roster");
  // names of meetings that are over, or that somebody else keeps on this device, have no business here
  for (const request of await cache.keys()) {
    const page = await cache.match(request);
    if (!/\/roster$/.test(new URL(request.url).pathname)) continue;
    const isOld = Date.now() - Date.parse(page.headers.get("Date") ?? "0") > keptMs;
    if (isOld || !(await page.text()).includes(`data-account="${account}"`)) await cache.delete(request);
  }
  await cache.addAll([location.pathname, ...new Set(used)]);
  document.getElementById("roster-kept").hidden = false;
}

database = await open();
for (const row of root.querySelectorAll("[data-member]")) {
  row.addEventListener("click", event => {
    const button = event.target.closest(".tick");
    if (button) tap(row, { status: row.dataset.status === button.value ? null : button.value, minutes: null, reason: null });
  });
  row.addEventListener("change", () => tap(row, {
    status: row.dataset.status,
    minutes: parseInt(row.querySelector("[name=minutes]").value, 10) || null,
    reason: row.querySelector("[name=reason]").value.trim() || null,
  }));
}
for (const entry of await done(taps("readonly").getAll(mine))) {
  const row = root.querySelector(`[data-member="${entry.member}"]`);
  if (row) show(row, entry);
}
root.querySelectorAll("button, input").forEach(control => control.disabled = false);
root.dataset.ready = "true";
window.addEventListener("online", flush);
window.addEventListener("offline", tell);
setInterval(async () => { if (navigator.onLine && await tell() > 0) await flush(); }, retryMs);
await flush();
if (navigator.onLine) await keep().catch(() => { /* a browser that keeps nothing still sends */ });
