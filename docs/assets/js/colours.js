// The reader's choice of colours: set before anything shows, and changed by the button in the bar. Where nothing was chosen, or
// the browser keeps nothing, the colours follow the device (tokens.css).
(() => {
  const KEY = "guide-colours";
  const ROUND = ["device", "light", "dark"];
  const root = document.documentElement;
  let chosen = ROUND[0];

  const show = () => {
    if (chosen === ROUND[0]) delete root.dataset.scheme;
    else root.dataset.scheme = chosen;
  };
  const keep = () => {
    try {
      localStorage.setItem(KEY, chosen);
    } catch {
      // Storage is refused or full: the choice lasts until the next page.
    }
  };
  try {
    const kept = localStorage.getItem(KEY);
    if (ROUND.includes(kept)) chosen = kept;
  } catch {
    // Storage is refused.
  }
  show();
  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-colours]");
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      chosen = ROUND[(ROUND.indexOf(chosen) + 1) % ROUND.length];
      show();
      keep();
    });
  });
})();
