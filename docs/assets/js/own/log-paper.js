// The log on paper: every day that has something, or six empty weeks to fill in by hand, on one sheet with the stop rules.
(() => {
  const { make, fill, parts, plans } = guide;
  const { days, exercises, gone, says, title, words } = guide.data;
  const WEEKS = 6;

  // A retired exercise has its name still; any other, or a level, that this guide no longer has goes by its id.
  const nameOf = (level) => {
    const [id, levelId] = level.split("/");
    const exercise = exercises.find((one) => one.id === id);
    const name = (exercise ?? gone.exercise.find((one) => one.id === id || one.former.includes(id)))?.name ?? id;
    return `${name}, ${exercise?.levels.find((one) => one.id === levelId)?.name ?? levelId}`;
  };
  const heading = (...blanks) => [
    make("h1", {}, says.log_title),
    make(
      "p",
      { class: "who", "aria-hidden": "true" },
      blanks.map((name) => make("span", {}, name)),
    ),
  ];
  const end = () => [
    parts.stop(guide.logStop()),
    make("p", { class: "week-sheet__address" }, make("span", {}, title), make("span", {}, guide.data.version)),
  ];
  const head = (names, corner = "") =>
    make(
      "thead",
      {},
      make(
        "tr",
        {},
        corner,
        names.map((name) => make("th", { scope: "col" }, name)),
      ),
    );

  const row = ([date, { done, effort, pain, word }]) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, plans.dateInWords(Date.parse(date))),
      make(
        "td",
        {},
        done.map((level) => make("div", {}, nameOf(level))),
      ),
      make("td", {}, `${effort ?? ""}`),
      make("td", {}, `${pain ?? ""}`),
      make("td", { class: "own-text" }, word),
    );
  const filled = (all) =>
    make(
      "div",
      { class: "week-sheet log-sheet" },
      heading(words.made_for),
      make("table", { class: "log-sheet__days" }, head(says.log_columns), make("tbody", {}, [...all].map(row))),
      end(),
    );

  const cell = () => {
    const [, done, effort, pain] = says.log_columns;
    const blank = (name) => make("div", { class: "log-sheet__blank" }, name);
    return make("td", {}, make("div", {}, make("span", { class: "box" }), ` ${done}`), blank(effort), blank(pain));
  };
  const empty = () =>
    make(
      "div",
      { class: "week-sheet log-sheet log-sheet--empty" },
      heading(words.made_for, words.from_week_of),
      make("p", {}, says.by_hand),
      make(
        "table",
        { class: "log-sheet__weeks" },
        head(
          days.map(({ name }) => name),
          make("td", {}),
        ),
        make(
          "tbody",
          {},
          Array.from({ length: WEEKS }, (_, week) =>
            make("tr", {}, make("th", { scope: "row" }, fill(says.one_week, { from: week + 1 })), days.map(cell)),
          ),
        ),
      ),
      end(),
    );

  guide.logStop = () => plans.ofDevice()?.items ?? [];
  guide.logPaper = { nameOf, filled, empty };
})();
