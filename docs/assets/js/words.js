// Shows what a hard word means where it stands, in a popover. Where there are none, and without a script, the word leads to the page
// of all words.
(() => {
  if (typeof HTMLElement.prototype.showPopover !== "function") return;
  for (const word of document.querySelectorAll("[data-opens]")) {
    const meaning = document.getElementById(word.dataset.opens);
    word.setAttribute("role", "button");
    const open = (event) => {
      event.preventDefault();
      meaning.showPopover();
      meaning.focus();
    };
    word.addEventListener("click", open);
    word.addEventListener("keydown", (event) => {
      if (event.key === " ") open(event);
    });
    if (location.hash === `#${meaning.id}`) meaning.showPopover();
    meaning.addEventListener("toggle", ({ newState }) => {
      const isLeft = meaning.contains(document.activeElement) || document.activeElement === document.body;
      if (newState === "closed" && isLeft) word.focus();
    });
  }
})();
