// Shows the print and play-again buttons, and fills in a page's whole address where the build knew only its path.
(() => {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  for (const button of document.querySelectorAll("[data-replay]")) {
    const drawing = button.closest("figure").querySelector("svg.fg-play");
    if (!drawing || still || !CSS.supports("d", 'path("M0 0")')) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      drawing.classList.remove("fg-play");
      drawing.getBoundingClientRect(); // a movement starts anew only after the page has been laid out without it
      drawing.classList.add("fg-play");
    });
  }
  const own = location.href.split("#")[0];
  for (const place of document.querySelectorAll("[data-address]")) {
    if (place.textContent.startsWith("/")) place.textContent = own;
  }
})();
