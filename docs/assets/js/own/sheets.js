// The sheets of an own plan, for paper: one for each part of it whose weeks are the same, as the week's page has it.
(() => {
  const { make, plans, doses, parts } = guide;
  const { days, says, words, title, side } = guide.data;

  const cell = (item, items, day) =>
    items.includes(item)
      ? make(
          "td",
          {},
          make("span", { class: "box" }, make("span", { class: "sr" }, `${item.exercise.name}, ${day.name}`)),
        )
      : make("td", {}, make("span", { class: "rest", role: "img", "aria-label": words.not_today }, "–"));
  const row = (item, group) => {
    const dose = plans.doseOf(item);
    const sideOf = doses.sideOf(dose);
    const what = make(
      "div",
      {},
      item.exercise.name,
      make("br"),
      `${item.level.name}: `,
      make("b", { class: "week__dose" }, doses.short(dose)),
      sideOf ? ` ${sideOf}` : "",
      item.dose && dose.rest && dose.sets > 1 ? `, ${words.rest} ${doses.shortTime(dose.rest)}` : "",
    );
    const head = make("th", { scope: "row" }, guide.still(item.level).slice(0, 1), what);
    return make(
      "tr",
      {},
      head,
      days.map((day, place) => cell(item, group.days[place], day)),
    );
  };
  const table = (group) => {
    const minutes = group.days.map(plans.minutes);
    return make(
      "table",
      { class: "week" },
      make(
        "thead",
        {},
        make(
          "tr",
          {},
          make("th", { scope: "col" }, words.exercise_and_dose),
          days.map((day) => make("th", { scope: "col" }, day.short)),
        ),
      ),
      make(
        "tbody",
        {},
        group.items.map((item) => row(item, group)),
        make(
          "tr",
          {},
          make("th", { scope: "row" }, words.minutes_a_day),
          minutes.map((minute) => make("td", {}, `${minute || words.rest_day[0]}`)),
        ),
        make(
          "tr",
          { class: "week__effort" },
          make("th", { scope: "row" }, words.how_hard),
          minutes.map((minute) => make("td", {}, minute ? make("span", { class: "box box--dotted" }) : "")),
        ),
      ),
    );
  };
  const who = () =>
    make(
      "p",
      { class: "who", "aria-hidden": "true" },
      [words.made_for, words.made_by, words.phone, words.from_week_of].map((text) => make("span", {}, text)),
    );
  const kit = (items) => {
    const needs = [...new Set(items.flatMap(({ level }) => level.needs))];
    return needs.length
      ? make("p", { class: "own-small" }, make("b", {}, `${words.you_need}: `), needs.join(", "))
      : "";
  };
  const top = (plan, group, link) =>
    make(
      "div",
      { class: "week-sheet__top" },
      make(
        "div",
        {},
        make("h1", {}, `${plans.titleOf(plan)}: ${group.name}`),
        plan.note ? make("p", { class: "own-text" }, plan.note) : "",
        make("p", { class: "own-small" }, says.unchecked_paper),
        who(),
        kit(group.items),
      ),
      link ? parts.code(link) : "",
    );
  const asks = (items) =>
    make(
      "div",
      { class: "week-sheet__ask" },
      make("b", { class: "paper-only" }, `${words.ask_first_if} `),
      make(
        "ul",
        {},
        guide.ask.rules(items).map((rule) => [make("li", {}, rule), " "]),
      ),
    );

  const sheet = (plan, group, link) =>
    make(
      "div",
      { class: "week-sheet own-sheet" },
      top(plan, group, link),
      table(group),
      asks(group.items),
      parts.stop(group.items),
      make("div", { class: "notes" }, make("b", {}, words.notes)),
      make("p", { class: "week-sheet__address" }, make("span", {}, title), make("span", {}, guide.data.version)),
    );
  // *link* is empty where there is none to give.
  guide.sheets = (plan, link) =>
    make(
      "div",
      { class: "paper-only own-sheets" },
      plans
        .groups(plan)
        .filter(({ items }) => items.length)
        .map((group) => sheet(plan, group, link)),
    );
})();
