/** How many taps of a meeting's roster wait on this device to be sent, whoever made them. */
export function waiting(session) {
  return new Promise(resolve => {
    const request = indexedDB.open("campaign-roster");
    // where no roster was ever kept, none is made
    request.onupgradeneeded = () => request.transaction.abort();
    request.onerror = () => resolve(0);
    request.onsuccess = () => {
      if (!request.result.objectStoreNames.contains("taps")) return resolve(0);
      const all = request.result.transaction("taps").objectStore("taps").getAll();
      all.onsuccess = () => resolve(all.result.filter(tap => tap.session === session && !tap.refused).length);
      all.onerror = () => resolve(0);
    };
  });
}
