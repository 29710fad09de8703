// Loads the script of readers' own doses and plans (assets/js/own/) once somebody needs it: for a link that carries one, for a
// button that makes one, for a page that is about them. Most pages never load it.
window.guide = {};
(() => {
  const src = document.body.dataset.own;
  let loading;
  const load = () => {
    loading ||= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = src;
      script.onload = resolve;
      script.onerror = () => {
        loading = undefined; // the next time it may be there
        script.remove();
        reject(new Error(src));
      };
      document.head.append(script);
    });
    return loading;
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
    load().then(
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
