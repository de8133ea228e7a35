// On the first visit the theme is the system's; from then on it is what the cookie says.
if (!/(^|; )theme=/.test(document.cookie) && window.matchMedia("(prefers-color-scheme: dark)").matches) {
  document.cookie = "theme=dark; path=/; max-age=31536000; samesite=lax";
  if (/(^|; )theme=/.test(document.cookie)) location.reload();
}
