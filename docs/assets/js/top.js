// Shows the button that leads back to the top, while a reader scrolls up on a long page.
(() => {
  const button = document.querySelector("[data-to-top]");
  if (!button) return;
  let last = scrollY;
  const follow = () => {
    if (document.activeElement !== button) button.hidden = scrollY >= last || scrollY < innerHeight;
    last = scrollY;
  };
  addEventListener("scroll", follow, { passive: true });
  button.addEventListener("click", () => {
    scrollTo(0, 0);
    document.querySelector("main").focus({ preventScroll: true });
    button.hidden = true;
  });
})();
