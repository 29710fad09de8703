// Moves the pictures. A drawing is the last position of its movement, and its moving parts say in data attributes where they come
// from (macros/figures/motion.py). Its figure has the seconds there, held, and back. The movement is SMIL, which every browser
// draws; a round begins and ends in the still picture. It goes on while it is seen, and waits for the button where a reader asks
// for less motion.
window.guide ||= {};
(() => {
  const FADE = 0.4; // seconds in which a step that has no way back goes, and the same to come again
  const lessMotion = matchMedia("(prefers-reduced-motion: reduce)");

  // Times and positions of one round, 0 the start and `last` the still picture.
  const roundOf = (last, [there, hold, back]) => {
    const stops = Array.from({ length: last + 1 }, (_, stop) => stop);
    const backward = back
      ? stops.map((stop) => [(back * stop) / last, last - stop])
      : [[0, last], [FADE, last], [FADE + 0.001, 0], [2 * FADE, 0]];
    const begin = backward.at(-1)[0];
    const forward = stops.slice(1).map((stop) => [begin + (there * stop) / last, stop]);
    return [...backward, ...forward, ...(hold ? [[begin + there + hold, last]] : [])];
  };

  const animate = (part, name, times, values, more) => {
    const animation = document.createElementNS("http://www.w3.org/2000/svg", name);
    const length = times.at(-1);
    const attributes = {
      values: values.join(";"),
      keyTimes: times.map((time) => time / length).join(";"),
      dur: `${length}s`,
      repeatCount: "indefinite",
      ...more,
    };
    for (const [key, value] of Object.entries(attributes)) animation.setAttribute(key, value);
    part.append(animation);
  };

  const move = (part, tempo) => {
    const { d, shift, turn, about } = part.dataset;
    const given = [d, shift, turn].filter((value) => value !== undefined).map((value) => value.split(";"));
    const last = given[0].length;
    const round = roundOf(last, tempo);
    const times = round.map(([time]) => time);
    const eased = { calcMode: "spline", keySplines: times.slice(1).fill("0.4 0 0.6 1").join(";") };
    const pace = last === 1 ? eased : {}; // several positions are eased already
    const change = (name, states, more) =>
      animate(part, name, times, round.map(([, stop]) => states[stop]), { ...pace, ...more });

    if (d) {
      const path = (text) => (text.startsWith("#") ? document.querySelector(text).getAttribute("d") : text);
      change("animate", [...d.split(";").map(path), part.getAttribute("d")], { attributeName: "d" });
    }
    if (shift) {
      change("animateTransform", [...shift.split(";"), "0 0"], { attributeName: "transform", type: "translate" });
    }
    if (turn) {
      const turns = [...turn.split(";"), "0"].map((degrees) => `${degrees} ${about}`);
      change("animateTransform", turns, { attributeName: "transform", type: "rotate", additive: "sum" });
    }
    if (!tempo[2]) animate(part, "animate", [0, FADE, 2 * FADE, times.at(-1)], [1, 0, 1, 1], { attributeName: "opacity" });
  };

  // Returns what goes to a moment of the movement and what moves or stops it; nothing where the picture has no movement.
  guide.movePicture = (figure) => {
    const drawing = figure.querySelector("svg");
    const parts = drawing.querySelectorAll("[data-d], [data-shift], [data-turn]");
    if (!parts.length) return null;
    const button = figure.querySelector("[data-pause]");
    const play = button.textContent;
    const tempo = figure.dataset.tempo.split(" ").map(Number);
    let wanted = !lessMotion.matches;
    let seen = false;
    let stopped = 0; // seconds into the movement when printing began

    const show = () => {
      button.textContent = wanted ? button.dataset.pause : play;
      button.classList.toggle("picture__play--on", wanted);
      if (wanted && seen) drawing.unpauseAnimations();
      else drawing.pauseAnimations();
    };
    const want = (whether) => {
      wanted = whether;
      show();
    };

    drawing.pauseAnimations();
    for (const part of parts) move(part, tempo);
    drawing.setCurrentTime(0);
    show();
    button.hidden = false;
    button.addEventListener("click", () => want(!wanted));
    lessMotion.addEventListener("change", () => want(!lessMotion.matches));
    new IntersectionObserver(([entry]) => {
      seen = entry.isIntersecting;
      show();
    }).observe(drawing);
    addEventListener("beforeprint", () => {
      stopped = drawing.getCurrentTime();
      drawing.pauseAnimations();
      drawing.setCurrentTime(0);
    });
    addEventListener("afterprint", () => {
      drawing.setCurrentTime(stopped);
      show();
    });
    return {
      at: (seconds) => wanted && drawing.setCurrentTime(seconds),
      play: (whether) => want(whether && !lessMotion.matches),
    };
  };
  document.querySelectorAll("figure[data-tempo]").forEach((figure) => guide.movePicture(figure));
})();
