// Parts that several own pages show: somebody else's words, what a link lost, the stop rules, a code, plans to choose.
(() => {
  const { make } = guide;
  const { programmes, safety, says, words } = guide.data;
  const LEAST = 22; // millimetres of a code
  const MODULE = 0.41; // millimetres: cheap printers and phones need 0.4

  const lost = (lines) => {
    if (!lines.length) return "";
    const list = guide.listOf("ul", lines);
    list.className = "own-lost";
    list.setAttribute("role", "status");
    return list;
  };
  // A sender's name is in the heading; the note, and that nobody has checked it.
  const note = (plan) => [
    plan.note ? make("blockquote", { dir: "auto" }, plan.note) : "",
    make("p", { class: "own-small" }, says.unchecked),
  ];
  const stopSigns = (items) => {
    const ids = new Set(items.map(({ exercise }) => exercise.id));
    const own = items.flatMap(({ exercise }) => exercise.stop_if);
    return [...new Set([...guide.ask.stop(ids), ...own])];
  };
  const stop = (items) =>
    make(
      "aside",
      { class: "stop", "aria-label": words.stop_if },
      make("h2", { class: "stop__heading" }, words.stop_if),
      guide.listOf("ul", stopSigns(items)),
      make("p", {}, safety.at_once),
      make(
        "p",
        {},
        make("b", {}, `${safety.call[0]}:`),
        ` ${safety.call[1]} `,
        make("a", { class: "screen-only", href: guide.address(safety.page) }, words.all_signs),
      ),
    );
  // A code for paper, as large as its modules ask for.
  const code = (link) => {
    const drawn = guide.qr(link);
    drawn.setAttribute("aria-label", `${words.qr_code} ${link}`);
    drawn.style.width = `${Math.max(LEAST, drawn.dataset.modules * MODULE)}mm`;
    return make("div", { class: "own-code" }, drawn);
  };
  const kept = (isKept) => make("p", { class: "own-small", role: "status" }, isKept ? says.kept : says.not_kept);
  // The guide's own plans, one to take; *last* is what else there is to choose.
  const choosePlan = (heading, take, last) => {
    const items = programmes.map((programme) =>
      make(
        "li",
        {},
        make(
          "button",
          { class: "button button--quiet", type: "button", click: () => take(programme) },
          programme.title,
        ),
        make("p", {}, programme.about),
      ),
    );
    return [make("h2", {}, heading), make("ul", { class: "own-starts" }, items, make("li", {}, last))];
  };
  guide.parts = { choosePlan, lost, note, stop, code, kept };
})();
