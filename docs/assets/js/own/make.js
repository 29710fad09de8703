// Builds what the own scripts show: elements, labels with their values, pictures, links to pages of this guide.
(() => {
  const root = new URL("../..", document.currentScript.src);
  guide.openers = {}; // what to do with an element that asked for this script, by its data-opener

  // A function among the attributes is a listener; what is true is there, what is false or missing is not.
  guide.make = (name, attributes = {}, ...inside) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(key, value);
      else if (value !== false && value !== null && value !== undefined)
        element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...inside.flat(2).filter((part) => part !== "" && part !== null && part !== undefined));
    return element;
  };
  // Without what a link carried, or with another anchor in its place.
  guide.setAnchor = (anchor = "") => {
    try {
      history.replaceState(null, "", anchor || location.pathname + location.search);
    } catch {
      // Some browsers refuse this for a page from a folder: the address stays.
    }
  };
  guide.listOf = (name, texts) =>
    guide.make(
      name,
      {},
      texts.map((text) => guide.make("li", {}, text)),
    );
  // Browsers without dialogs show it by its attribute alone.
  guide.openDialog = (dialog) => {
    document.querySelector("article").append(dialog);
    if (dialog.showModal) dialog.showModal();
    else dialog.setAttribute("open", "");
  };
  guide.fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
  guide.form = (number, forms) => forms[number === 1 ? 0 : 1];
  guide.count = (number, forms) => `${number} ${guide.form(number, forms)}`;
  guide.sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1) + (/[.?!]$/.test(text) ? "" : ".");

  const TAKEN = 6e4; // milliseconds: some phones ask the reader first and read the file afterwards
  guide.download = (text, name, type) => {
    const href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    const link = guide.make("a", { href, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(href), TAKEN);
  };

  guide.isOnline = location.protocol.startsWith("http"); // a page from a folder has no address that others could open
  guide.address = (page, fragment = "") => {
    const target = new URL(page.split("#")[0], root);
    if (target.protocol === "file:") target.pathname = target.pathname.replace(/\/$/, "/index.html");
    target.hash = fragment || page.split("#")[1] || "";
    return target.href;
  };
  guide.scope = root.pathname; // two guides on one host keep their things apart

  // On dark pages the second picture takes the place of the first (picture.css). A page for embedding is small, and has none.
  guide.still = ({ figure }) =>
    (figure && !("embedded" in document.body.dataset) ? ["light", "dark"] : []).map((scheme, place) =>
      guide.make("img", {
        class: `still still--${scheme}`,
        src: guide.address(figure[place]),
        alt: "",
        loading: place ? "lazy" : null,
      }),
    );
})();
