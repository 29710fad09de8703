// Loads the scripts and styles of readers' own doses and plans (assets/js/own/) once somebody needs it: for a link that carries one, for a
// button that makes one, for a page that is about them. Most pages never load it.
window.guide ||= {};
(() => {
  const loading = new Map();
  const elementOf = (name, way) =>
    Object.assign(
      document.createElement(name === "styles" ? "link" : "script"),
      name === "styles" ? { rel: "stylesheet", href: way } : { src: way },
    );
  const load = (name) => {
    const way = document.body.getAttribute(`data-own-${name}`);
    if (!loading.has(name)) {
      const loaded = new Promise((resolve, reject) => {
        const element = elementOf(name, way);
        element.onload = resolve;
        element.onerror = () => {
          loading.delete(name); // the next time it may be there
          element.remove();
          reject(new Error(way));
        };
        document.head.append(element);
      });
      loading.set(name, loaded);
    }
    return loading.get(name);
  };
  // The scripts follow one another, because each may need those before it.
  const loadAll = ({ dataset }) => {
    const scripts = ["base", ...(dataset.needs || "").split(" ")].filter(Boolean);
    const last = scripts.reduce((before, name) => before.then(() => load(name)), Promise.resolve());
    return Promise.all([load("styles"), last]);
  };
  const isKept = () => {
    try {
      return Object.keys(localStorage).some((key) => /^guide-own .* plan$/.test(key));
    } catch {
      return false; // storage is refused
    }
  };
  const say = (element) => {
    const place = element.matches("button") ? element : element.querySelector("[data-says]");
    place.textContent = element.dataset.failed;
  };
  const open = (element) =>
    loadAll(element).then(
      () => guide.openers[element.dataset.opener](element),
      () => say(element),
    );

  for (const element of document.querySelectorAll("[data-needs-script]")) element.hidden = false;
  for (const button of document.querySelectorAll("button[data-own-open]")) {
    button.hidden = false;
    button.addEventListener("click", () => open(button));
  }
  for (const fold of document.querySelectorAll("details[data-own-fold]")) {
    fold.querySelector("[data-says]").textContent = ""; // without a script it says that one is needed
    const toggled = () => fold.open && open(fold);
    fold.addEventListener("toggle", toggled);
    toggled();
  }
  const here = document.querySelector("[data-own-page]");
  if (here) open(here);
  const home = document.querySelector("[data-own-kept]");
  if (home && isKept()) open(home);
  const linked = document.querySelector("[data-exercise-page]");
  const follow = () => linked && location.hash.startsWith("#v=") && open(linked);
  addEventListener("hashchange", follow);
  follow();
})();
