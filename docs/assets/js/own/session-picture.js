// The moving picture of a session, taken from the exercise's own page, at the tempo of the dose. Where that page cannot be read,
// as from a folder, the still picture takes its place.
(() => {
  const { make, plans } = guide;
  const STEP_GAP = 0.8; // seconds of a picture that has no way back before it moves again (picture.js)
  const pages = new Map();

  const pageOf = ({ address }) => {
    if (!pages.has(address)) {
      const read = fetch(guide.address(address))
        .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(answer.statusText))))
        .then((text) => new DOMParser().parseFromString(text, "text/html"));
      pages.set(address, read);
      read.catch(() => pages.delete(address)); // the next time it may be there
    }
    return pages.get(address);
  };
  // Seconds there, held and back, as macros/pictures.py has them for a dose of the guide.
  const tempoOf = ({ kind, each, hold }) => {
    if (kind === "repetitions") return [each / 2, hold, each / 2];
    return kind === "steps" ? [each, 0, 0] : null;
  };

  // Returns an element; its `at(phase)` goes to where the phase begins, its `play(whether)` moves or stops it.
  guide.sessionPicture = (item) => {
    const holder = make("div", { class: "session__picture" }, guide.still(item.level));
    const tempo = tempoOf(plans.doseOf(item));
    let moving = null;
    holder.at = (phase) => {
      if (!moving || !tempo) return;
      const [there, , back] = tempo;
      moving.at({ go: back || STEP_GAP, hold: back + there, back: 0 }[phase] ?? 0);
    };
    holder.play = (whether) => moving?.play(whether);
    if (guide.isOnline && item.level.figure) {
      pageOf(item.exercise)
        .then((page) => {
          const level = page.getElementById(item.level.id);
          const figure = document.adoptNode(level.querySelector("figure.picture").cloneNode(true));
          if (tempo) figure.dataset.tempo = tempo.join(" ");
          holder.replaceChildren(figure);
          moving = guide.movePicture(figure);
        })
        .catch(() => {}); // the still picture stays
    }
    return holder;
  };
})();
