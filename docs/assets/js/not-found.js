// Mends the page for a wrong address where the guide is in a folder of its host that the build did not know: the page asks for this
// script on the way up from its address, and where it is found, there is the guide.
(() => {
  const { dataset } = document.documentElement;
  const root = new URL("../..", document.currentScript.src).pathname;
  if (root === "/" || dataset.found) return;
  dataset.found = root;
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of [...element.attributes]) {
      if (/^\/(?!\/)/.test(value)) element.setAttribute(name, root + value.slice(1));
    }
  }
  // A script that could not be loaded is asked for once more, and then hears that the page is there.
  addEventListener("load", () => {
    for (const old of document.querySelectorAll(`head script[src^="${root}"]`)) {
      const script = document.createElement("script");
      script.src = old.src;
      script.onload = () => document.dispatchEvent(new Event("DOMContentLoaded"));
      document.head.append(script);
    }
  });
})();
