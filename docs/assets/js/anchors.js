// Leads on where a part of this page has moved: a link names in `data-anchors` the anchors that are now on its page, or how
// they begin (with a hyphen at the end); a link to a place on this page leads to that place. The longest name counts. With
// `data-cut` what is named is cut off there. Without a script the link itself is what leads on.
(() => {
  const follow = () => {
    const anchor = location.hash.slice(1);
    if (!anchor || document.getElementById(anchor)) return;
    const isHere = (name) => name === anchor || (name.endsWith("-") && anchor.startsWith(name));
    const names = [...document.querySelectorAll("[data-anchors]")].flatMap((link) =>
      link.dataset.anchors.split(" ").filter(isHere).map((name) => ({ link, name })),
    );
    const [best] = names.sort((a, b) => b.name.length - a.name.length);
    if (!best) return;
    const { link, name } = best;
    const now = "cut" in link.dataset ? anchor.slice(name.length) : anchor;
    location.replace(link.pathname === location.pathname ? link.hash : `${link.href.split("#")[0]}#${now}`);
  };
  addEventListener("hashchange", follow);
  follow();
})();
