// Keeps the whole guide for offline where a reader asks for it, removes what is kept, and shows which pages are on the device.
(() => {
  const place = document.querySelector("[data-keep]");
  const list = document.querySelector("[data-kept-pages]");
  const { workers } = guide;
  if (!(place || list) || !workers) return;
  const ask = async (command, progress) => {
    const { active } = await workers.ready; // never, where the worker was refused
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => (data.end ? resolve(data) : progress(data));
      active.postMessage({ command }, [port2]);
    });
  };

  const showPages = async () => {
    const { kept } = await ask("about");
    const root = new URL(".", new URL(document.body.dataset.worker, location.href)).href;
    for (const link of list.querySelectorAll("a")) {
      const path = link.href.slice(root.length);
      link.closest("li").hidden = !kept.includes(path);
    }
    const again = document.querySelector("[data-again]");
    const wanted = new URL(location.search.slice(1), root).href;
    if (!location.search || !wanted.startsWith(root)) return;
    again.href = wanted;
    again.hidden = false;
  };
  if (list) showPages();
  if (!place) return;

  const [status, whole, remove] = ["says", "whole", "remove"].map((name) => place.querySelector(`[data-keep-${name}]`));
  const words = place.dataset;
  const filled = (text, values) => Object.entries(values).reduce((now, [key, value]) => now.replace(`{${key}}`, value), text);
  const isPage = (path) => !/\.\w+$/.test(path);
  const show = async (told) => {
    const about = await ask("about");
    const count = about.kept.filter(isPage).length;
    const [one, many] = words.pages.split("|");
    const now = about.whole ? words.kept : filled(count === 1 ? one : many, { count });
    status.textContent = told || now;
    whole.textContent = filled(words.label, { size: about.size });
    whole.hidden = about.whole;
    remove.hidden = !about.kept.length;
  };
  const run = async (command, told) => {
    whole.disabled = remove.disabled = true;
    let shown = -1;
    const end = await ask(command, (progress) => {
      const tenth = Math.floor((progress.done / progress.files) * 10);
      if (tenth === shown) return; // a screen reader says each
      shown = tenth;
      status.textContent = filled(words.progress, progress);
    });
    whole.disabled = remove.disabled = false;
    await show(told(end));
  };
  whole.addEventListener("click", () =>
    run("whole", ({ broken, failed, files }) => (broken || failed ? filled(words.failed, { failed: failed || files, files }) : "")),
  );
  remove.addEventListener("click", () => run("remove", () => words.removed));
  show();
})();
