// Leads on where a part of this page has moved to another: a link names in `data-anchors` the anchors that are now on its page,
// or how they begin (with a hyphen at the end). Without a script the link itself is what leads on.
(() => {
  const follow = () => {
    const anchor = decodeURIComponent(location.hash.slice(1));
    if (!anchor || document.getElementById(anchor)) return;
    const isHere = (name) => name === anchor || (name.endsWith("-") && anchor.startsWith(name));
    const link = [...document.querySelectorAll("[data-anchors]")].find(({ dataset }) => dataset.anchors.split(" ").some(isHere));
    if (link) location.replace(link.href.split("#")[0] + location.hash);
  };
  addEventListener("hashchange", follow);
  follow();
})();
