// Registers the worker that keeps pages (assets/js/worker/keep.js), hands it the page on which it came, and says of a page that
// came from the cache when it was fetched. Where workers are refused, and in a folder, nothing of it happens.
(() => {
  const { keptOn, keptWhy } = document.documentElement.dataset;
  const bar = document.querySelector("[data-offline-bar]");
  if (keptOn && bar) {
    const day = new Date(keptOn);
    const month = new Intl.DateTimeFormat(document.documentElement.lang, { month: "long" }).format(day);
    const says = keptWhy === "slow" ? bar.dataset.slow : bar.dataset.offline;
    bar.textContent = says.replace("{date}", `${day.getDate()} ${month} ${day.getFullYear()}`);
    bar.hidden = false;
  }
  const { worker } = document.body.dataset;
  const allowed = () => {
    try {
      return worker && location.protocol.startsWith("http") ? navigator.serviceWorker : undefined;
    } catch {
      return undefined; // a browser may refuse even to look
    }
  };
  const workers = allowed();
  guide.workers = workers; // for keep-offline.js
  if (!workers) return;
  workers.addEventListener("controllerchange", () => {
    const parts = performance.getEntriesByType("resource").map(({ name }) => name);
    const message = { command: "opened", addresses: [location.href, ...parts] };
    if (workers.controller) workers.controller.postMessage(message);
  });
  const register = async () => {
    try {
      await workers.register(worker, { updateViaCache: "none" });
    } catch {
      // Refused, or not there: the page works without.
    }
  };
  if (document.readyState === "complete") register();
  else addEventListener("load", register);
})();
