// A server that no longer knows this page (a restart, a long sleep) gives it anew.
const notice = document.getElementById("components-reconnect-modal");
notice?.addEventListener("components-reconnect-state-changed", event => {
  if (event.detail.state === "rejected") location.reload();
});
document.addEventListener("visibilitychange", async () => {
  const failed = notice?.classList.contains("components-reconnect-failed");
  if (document.visibilityState === "visible" && failed && !(await window.Blazor?.reconnect())) location.reload();
});
