// Closes the drawer by Escape, by a press elsewhere, and when the focus leaves it; opening needs no script.
(() => {
  const drawer = document.querySelector("[data-drawer]");
  if (!drawer) return;
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !drawer.open) return;
    drawer.open = false;
    drawer.querySelector("summary").focus();
  });
  addEventListener("click", ({ target }) => {
    if (!drawer.contains(target) || target.closest("a")) drawer.open = false;
  });
  drawer.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !drawer.contains(relatedTarget)) drawer.open = false;
  });
})();
