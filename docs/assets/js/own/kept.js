// What this device keeps of a reader's own: it is text under names of this guide alone, and never leaves the device. Where
// storage is refused or full, it lasts until the page is left, and whoever asks is told so.
(() => {
  const PREFIX = `guide-own ${guide.scope} `;
  const unkept = new Map();

  const read = (name) => {
    try {
      return unkept.get(name) ?? localStorage.getItem(PREFIX + name) ?? "";
    } catch {
      return "";
    }
  };
  const stored = (key, text) => {
    try {
      if (text) localStorage.setItem(key, text);
      else localStorage.removeItem(key);
      return (localStorage.getItem(key) ?? "") === text; // some browsers take it and keep nothing
    } catch {
      return false;
    }
  };
  // Returns whether the device keeps it; no text clears it.
  const write = (name, text) => {
    const isKept = stored(PREFIX + name, text);
    if (isKept) unkept.delete(name);
    else unkept.set(name, text);
    return isKept;
  };
  const keys = () => {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    } catch {
      return [];
    }
  };
  const names = () => [...new Set([...keys().map((key) => key.slice(PREFIX.length)), ...unkept.keys()])].filter(read);
  guide.kept = { read, write, names };
})();
