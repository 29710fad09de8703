// The page of the log: the weeks at a glance, newest first. A day opens its fields below its week. Files, paper, clear.
(() => {
  const { make, fill, log, plans, parts, logPaper } = guide;
  const { days: weekdays, says, words } = guide.data;
  const { labelled } = guide.fields;
  const { DAY, iso } = plans;
  const RECENT = 4; // weeks that show even without anything
  const MORE = 12; // weeks that show at once
  const LARGEST = 5e6; // octets of a file

  let shownOn = 0; // the day that was today when the weeks were shown
  let opened = ""; // the date whose fields are open
  let asked = ""; // a date that the reader asked for
  let most = MORE;
  let isKept = true;
  let isEmptyWanted = false; // on the next paper
  let cells = new Map();
  const weeks = make("div", { class: "log-weeks" });
  const actions = make("p", { class: "actions" });
  const cleaner = make("p", {});
  const keeping = make("p", { class: "own-small", role: "status" });
  const paper = make("div", { class: "paper-only" });
  const status = make("p", { role: "status" });
  const page = make("div", { class: "own-log screen-only" });

  const button = (name, click, more = {}) =>
    make("button", { type: "button", class: "own-button", click, ...more }, name);
  const action = (name, click) => button(name, click, { class: "button button--quiet" });
  const monday = (time) => time - (plans.dayNumber(time) - 1) * DAY;

  // A day in the table.
  const inWords = (day) => {
    const [, , effort, pain] = says.log_columns;
    const what = [
      day.done.length ? fill(says.log_done, { exercises: guide.count(day.done.length, words.exercise) }) : "",
      day.effort === null ? "" : `${effort} ${day.effort}`,
      day.pain === null ? "" : `${pain} ${day.pain}`,
      day.word,
    ];
    return what.filter(Boolean).join(", ") || says.nothing_noted;
  };
  const fillCell = (date, day = log.day(date)) => {
    const cell = cells.get(date);
    if (!cell) return;
    const numbers = day.effort === null && day.pain === null ? "" : `${day.effort ?? "–"}/${day.pain ?? "–"}`;
    cell.setAttribute("aria-label", `${plans.dateInWords(Date.parse(date))}: ${inWords(day)}`);
    cell.replaceChildren(
      make("span", { class: "log-cell__day" }, `${new Date(date).getUTCDate()}`),
      make("span", {}, `${day.done.length ? "✓" : ""}${day.word ? "…" : ""}`),
      make("span", {}, numbers),
    );
  };
  const cellOf = (time, all) => {
    const date = iso(time);
    if (time > plans.today() && !all.has(date))
      return make("td", { class: "log-cell__day" }, `${new Date(time).getUTCDate()}`);
    const open = () => (opened === date ? close() : show(date, ".log-day h2"));
    const cell = button("", open, { class: "log-cell", "data-date": date, "aria-expanded": `${opened === date}` });
    cells.set(date, cell);
    fillCell(date, all.get(date));
    return make("td", {}, cell);
  };

  // The day that is open.
  const dayRow = (date) => {
    const changed = (kept) => {
      isKept = kept;
      fillCell(date);
      refresh();
    };
    const fields = guide.logFields(date, changed);
    return make(
      "tr",
      { class: "log-open" },
      make(
        "td",
        { colspan: weekdays.length + 1 },
        make(
          "div",
          { class: "log-day" },
          make("h2", { tabindex: -1 }, plans.dateInWords(Date.parse(date))),
          make("div", { class: "log-day__done" }, guide.logDone(date, changed)),
          make("div", { class: "log-day__numbers" }, fields.numbers),
          parts.stop(guide.logStop()),
          make("div", { class: "log-day__word" }, fields.word, make("p", {}, button(says.close, close))),
        ),
      ),
    );
  };

  const starts = (all) => {
    const now = monday(plans.today());
    const recent = Array.from({ length: RECENT }, (_, ago) => now - ago * 7 * DAY);
    const dates = [...all.keys(), ...(asked ? [asked] : [])];
    return [...new Set([...recent, ...dates.map((date) => monday(Date.parse(date)))])].sort(
      (one, other) => other - one,
    );
  };
  const nameOf = (time) => {
    const date = new Date(time);
    const year = date.getUTCFullYear() === new Date(plans.today()).getUTCFullYear() ? "" : ` ${date.getUTCFullYear()}`;
    return `${date.getUTCDate()} ${words.months[date.getUTCMonth()].slice(0, 3)}${year}`;
  };
  const rowsOf = (time, all) => [
    make(
      "tr",
      {},
      make("th", { scope: "row" }, nameOf(time)),
      weekdays.map((_, place) => cellOf(time + place * DAY, all)),
    ),
    opened && monday(Date.parse(opened)) === time ? dayRow(opened) : "",
  ];
  const table = (all) => {
    const every = starts(all);
    const shown = every.filter((time, place) => place < most || (opened && time === monday(Date.parse(opened))));
    const days = weekdays.map((day) => make("th", { scope: "col" }, make("abbr", { title: day.name }, day.short)));
    return [
      make(
        "table",
        { class: "log-table" },
        make("caption", { class: "sr" }, says.weeks_glance),
        make("thead", {}, make("tr", {}, make("td", {}), days)),
        make(
          "tbody",
          {},
          shown.map((time) => rowsOf(time, all)),
        ),
      ),
      every.length > most ? button(says.older, older, { class: "own-button log-older" }) : "",
    ].filter(Boolean);
  };
  const older = () => {
    most += MORE;
    show(opened, ".log-older, .log-table tbody tr:last-child button");
  };
  const show = (date, focus) => {
    opened = date;
    shownOn = plans.today();
    cells = new Map();
    weeks.replaceChildren(...table(log.days()));
    refresh();
    if (focus) weeks.querySelector(focus)?.focus();
  };
  const close = () => {
    const date = opened;
    show("");
    cells.get(date)?.focus();
  };

  // Below the table: another day, paper, files, clear.
  const anotherDay = () => {
    const field = make("input", { type: "date", min: "2000-01-01", max: iso(plans.today()), autocomplete: "off" });
    field.addEventListener("change", () => {
      if (!field.value || !field.validity.valid) return;
      asked = field.value;
      show(asked, ".log-day h2");
    });
    return labelled(says.another_day, field);
  };
  const save = (text, type, ending) => guide.download(text, `log-${iso(plans.today())}.${ending}`, type);
  const bring = async ({ target }) => {
    const [file] = target.files;
    if (!file) return;
    const text = file.size > LARGEST ? "" : await file.text().catch(() => "");
    const result = log.fromFile(text);
    target.value = "";
    if (result) isKept = result.isKept;
    show(opened);
    const { days, lost } = result || { days: 0, lost: 0 };
    const came = fill(says.came_in, { days: guide.count(days, words.day) });
    const left = lost ? fill(says.lines_lost, { lines: guide.count(lost, says.line) }) : "";
    status.textContent = result ? `${came} ${left}`.trim() : says.file_wrong;
  };
  const clear = ({ target }) => {
    if (target.dataset.sure) {
      isKept = log.clear();
      asked = "";
      show("", ".log-cell");
      status.textContent = says.log_cleared;
      return;
    }
    target.dataset.sure = "yes";
    target.textContent = says.clear_sure;
  };
  const print = (isEmpty) => {
    isEmptyWanted = isEmpty;
    drawPaper();
    window.print();
  };
  const drawPaper = () => {
    const all = log.days();
    paper.replaceChildren(isEmptyWanted || !all.size ? logPaper.empty() : logPaper.filled(all));
  };
  const filed = () => [
    action(says.print_log, () => print(false)),
    action(says.get_csv, () => save(log.toCsv(), "text/csv", "csv")),
    action(says.get_json, () => save(log.toJson(), "application/json", "json")),
  ];
  const refresh = () => {
    const isAny = log.days().size > 0;
    const keeps = isKept ? says.log_kept : says.log_not_kept;
    status.textContent = "";
    if (keeping.textContent !== keeps) keeping.textContent = keeps; // what is new is read out
    actions.replaceChildren(
      ...(isAny ? filed() : []),
      action(says.print_empty, () => print(true)),
    );
    cleaner.replaceChildren(isAny ? button(says.clear_log, clear) : "");
  };
  const fileField = () =>
    labelled(
      says.bring_back,
      make("input", { type: "file", accept: ".csv,.json,text/csv,application/json", change: bring }),
    );
  // Another tab may have ticked something.
  const follow = () => {
    const all = log.days();
    if ([...all.keys()].some((date) => !cells.has(date)) && !opened) return show("");
    for (const date of cells.keys()) fillCell(date, all.get(date));
    refresh();
  };

  guide.openers.log = (element) => {
    const { isHurt } = log.read();
    element.hidden = false;
    page.append(
      isHurt ? make("p", { class: "own-lost" }, says.log_hurt) : "",
      weeks,
      make("p", { class: "own-small" }, says.log_key),
      keeping,
      actions,
      make("div", { class: "own-numbers" }, anotherDay(), fileField()),
      status,
      cleaner,
    );
    element.append(page, paper);
    for (const without of document.querySelectorAll("[data-without]")) without.hidden = true;
    addEventListener("storage", follow);
    addEventListener("pageshow", ({ persisted }) => persisted && show(opened));
    document.addEventListener("visibilitychange", () => shownOn !== plans.today() && show(opened)); // it is another day
    addEventListener("beforeprint", () => {
      drawPaper();
      isEmptyWanted = false;
    });
    drawPaper();
    show("");
  };
})();
