// Shows the print buttons, and fills in the page's full address where the build knew only its path.
(() => {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  const pageAddress = location.href.split("#")[0];
  for (const element of document.querySelectorAll("[data-address]")) {
    if (element.textContent.startsWith("/")) element.textContent = pageAddress;
  }
})();
