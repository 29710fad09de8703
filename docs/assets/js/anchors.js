// Leads on where a part of this page has moved to another: a link names in `data-anchors` the anchors that are now on its page,
// or how they begin (with a hyphen at the end). With `data-cut` what is named is cut off there. Without a script the link itself is
// what leads on.
(() => {
  const follow = () => {
    const anchor = decodeURIComponent(location.hash.slice(1));
    if (!anchor || document.getElementById(anchor)) return;
    const isMoved = (name) => name === anchor || (name.endsWith("-") && anchor.startsWith(name));
    for (const link of document.querySelectorAll("[data-anchors]")) {
      const name = link.dataset.anchors.split(" ").find(isMoved);
      if (!name) continue;
      const now = "cut" in link.dataset ? anchor.slice(name.length) : anchor;
      location.replace(`${link.href.split("#")[0]}#${now}`);
      return;
    }
  };
  addEventListener("hashchange", follow);
  follow();
})();
