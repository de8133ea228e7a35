// A server that no longer knows this page (a restart, a long sleep) gives it anew.
const notice = document.getElementById("components-reconnect-modal");
notice?.addEventListener("components-reconnect-state-changed", event => {
  if (event.detail.state === "rejected") location.reload();
});
document.addEventListener("visibilitychange", async () => {
  const failed = notice?.classList.contains("components-reconnect-failed");
  if (document.visibilityState === "visible" && failed && !(await window.Blazor?.reconnect())) location.reload();
});
// A button with data-copy copies the field that it names; without a clipboard the text is marked, so that it can be copied by hand.
document.addEventListener("click", async event => {
  const button = event.target.closest?.("[data-copy]");
  const field = button && document.getElementById(button.dataset.copy);
  if (!field) return;
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    if (!document.execCommand("copy")) return;
  }
  button.textContent = button.dataset.copied;
});
