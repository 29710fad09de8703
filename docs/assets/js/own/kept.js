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
  // Returns whether the device keeps it; nothing clears it.
  const write = (name, text) => {
    try {
      if (text) localStorage.setItem(PREFIX + name, text);
      else localStorage.removeItem(PREFIX + name);
      unkept.delete(name);
      return true;
    } catch {
      unkept.set(name, text);
      return false;
    }
  };
  const names = () => {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
    } catch {
      return [];
    }
  };
  guide.kept = { read, write, names };
})();
