// Shows the print buttons, and fills in a page's own address where the build did not know it.
(() => {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  const own = location.href.split("#")[0];
  for (const place of document.querySelectorAll("[data-address]")) {
    if (!place.textContent.trim()) place.textContent = own;
  }
})();
