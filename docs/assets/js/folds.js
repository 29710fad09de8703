// Opens the fold that a link leads into, and every fold for printing where the style sheet alone cannot.
(() => {
  const openFoldOf = (hash) => {
    const target = document.getElementById(hash.slice(1));
    const fold = target && target.closest("details:not([open])");
    if (!fold) return;
    fold.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", () => openFoldOf(location.hash));
  openFoldOf(location.hash);
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("details.fold:not([open])")) {
      fold.open = true;
      fold.dataset.openedForPrint = "";
    }
  });
  addEventListener("afterprint", () => {
    for (const fold of document.querySelectorAll("[data-opened-for-print]")) {
      fold.open = false;
      delete fold.dataset.openedForPrint;
    }
  });
})();
