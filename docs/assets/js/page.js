// Shows the print and play-again buttons, and fills in the page's full address where the build knew only its path.
(() => {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)").matches;
  for (const button of document.querySelectorAll("[data-replay]")) {
    const drawing = button.closest("figure").querySelector("svg.fg-play");
    if (!drawing || reducedMotion || !CSS.supports("d", 'path("M0 0")')) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      drawing.classList.remove("fg-play");
      drawing.getBoundingClientRect(); // an animation restarts only after a layout without it
      drawing.classList.add("fg-play");
    });
  }
  const pageAddress = location.href.split("#")[0];
  for (const element of document.querySelectorAll("[data-address]")) {
    if (element.textContent.startsWith("/")) element.textContent = pageAddress;
  }
})();
