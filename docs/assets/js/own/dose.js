// An exercise's page: shows the dose that a link carries, before the guide's own, and makes such links.
(() => {
  const { make, fill, links } = guide;
  const { exercises, says, words, limits, days } = guide.data;
  const page = document.querySelector("[data-exercise-page]");
  if (!page) return;
  const exercise = exercises.find(({ id }) => id === page.dataset.exercisePage);
  let undo = () => {}; // gives the session button its usual link back
  let mine = ""; // the link that was made here

  const phraseOf = ({ dose, level }) => guide.sentence(guide.doses.phrase(dose || level.dose));
  const daysOf = ({ days: chosen }) =>
    chosen.length < days.length ? chosen.map((day) => days[day - 1].name).join(", ") : words.every_day;
  const addressOf = (fragment) => guide.address(exercise.address, fragment);
  const message = (item, { note }, link) =>
    [`${exercise.name}, ${item.level.name}:`, phraseOf(item), guide.sentence(daysOf(item)), note, link]
      .filter(Boolean)
      .join("\n");

  // The part about a dose of somebody's own, which stands before the guide's.
  const shown = (item, plan) => {
    const heading = plan.from ? fill(says.dose_from, { from: plan.from }) : says.dose_yours;
    const change = make(
      "button",
      { class: "own-dose__button", type: "button", click: () => makeDose(item, plan) },
      says.change,
    );
    const remove = make("button", { class: "own-dose__button", type: "button", click: clear }, says.remove);
    const link = addressOf(links.writeDose(item, plan)); // no code holds whatever else somebody put into the address
    return make(
      "div",
      { class: "own-dose", "data-own-dose": true },
      guide.isOnline ? make("div", { class: "own-dose__code paper-only" }, guide.parts.code(link)) : "",
      make("p", { class: "own-dose__for paper-only" }, words.made_for),
      make("p", { class: "own-dose__from" }, heading),
      make("p", { class: "dose-line" }, phraseOf(item)),
      make("p", {}, guide.sentence(daysOf(item))),
      plan.note ? make("blockquote", { dir: "auto" }, plan.note) : "",
      make("p", { class: "own-dose__small" }, says.unchecked),
      guide.parts.lost(plan.lost),
      make("p", { class: "own-dose__small screen-only" }, change, " ", remove),
    );
  };
  // The button that follows the exercise takes the dose along; who asks first was read with it.
  const sessionOf = (level, item, plan) => {
    const button = level.querySelector("[data-needs-script]");
    const usual = button.href;
    const fragment = guide.plans.sessionOf([item], plan);
    const read = () => guide.ask.remember(fragment);
    button.href = guide.address(guide.data.pages.session, fragment);
    button.addEventListener("click", read);
    undo = () => {
      button.href = usual;
      button.removeEventListener("click", read);
    };
  };
  const clearShown = () => {
    undo();
    undo = () => {};
    for (const old of page.querySelectorAll("[data-own-dose]")) old.remove();
    for (const old of page.querySelectorAll(".level--own")) old.classList.remove("level--own");
  };
  const clear = () => {
    const { hash } = page.querySelector("[role=tab][aria-selected=true]") || {};
    clearShown();
    guide.setAnchor(hash);
  };
  const follow = async () => {
    clearShown();
    const fragment = location.hash;
    const plan = links.read(fragment, exercise.id);
    if (!plan) return;
    const item = plan.items[0];
    if (!item) {
      page
        .querySelector("h1")
        .after(
          make(
            "div",
            { class: "own-dose own-dose--lost", "data-own-dose": true },
            make("p", {}, says.nothing_read),
            guide.parts.lost(plan.lost),
          ),
        );
      return;
    }
    page.querySelector(`[data-tabs] a[href="#${item.level.id}"]`)?.click();
    if (fragment !== mine && !(await guide.ask.before([item], fragment))) return;
    if (fragment !== location.hash) return;
    const level = document.getElementById(item.level.id);
    level.classList.add("level--own");
    const guides = make("p", { class: "own-dose__guides", "data-own-dose": true }, says.guides_own);
    level.querySelector(".dose-line").before(shown(item, plan), guides);
    sessionOf(level, item, plan);
  };

  const textField = (name, value, changed) =>
    make("input", { type: "text", name, value, maxlength: limits[name], autocomplete: "off", input: changed });

  const makeDose = async (item, { from, note }) => {
    if (!(await guide.ask.before([item]))) return;
    const heading = make("h2", { id: "own-dose-heading" }, `${exercise.name}: ${says.dose_yours}`);
    const preview = make("p", { class: "dose-line", role: "status" });
    const send = guide.isOnline ? guide.send(exercise.name) : guide.send.fromFolder();
    const show = make("button", { class: "button", type: "button" }, says.show_here);
    const close = make(
      "button",
      { class: "button button--quiet", type: "button", click: () => dialog.remove() },
      says.close,
    );
    const changed = () => {
      const read = fields.read();
      const texts = { from: fromField.value, note: noteField.value };
      for (const part of [send, show]) part.hidden = !read;
      preview.textContent = read ? `${phraseOf(read)} ${guide.sentence(daysOf(read))}` : "";
      if (!read) return;
      mine = links.writeDose(read, texts);
      if (send.show) send.show(addressOf(mine), message(read, texts, addressOf(mine)));
    };
    const fields = guide.fields(item, changed);
    const fromField = textField("from", from, changed);
    const noteField = textField("note", note, changed);
    const { labelled } = guide.fields;
    show.addEventListener("click", () => {
      guide.ask.remember(mine);
      dialog.remove();
      if (location.hash === mine) follow();
      else location.hash = mine;
    });
    const dialog = make(
      "dialog",
      { class: "own-dialog", "aria-labelledby": heading.id, close: () => dialog.remove() },
      heading,
      fields,
      labelled(fill(says.from, { most: limits.from }), fromField),
      labelled(fill(says.note, { most: limits.note }), noteField),
      make("p", { class: "own-dose__small" }, says.not_for_whom),
      preview,
      send,
      make("p", { class: "own-dialog__end" }, show, close),
    );
    guide.openDialog(dialog);
    changed();
  };

  const shownLevel = () =>
    exercise.levels.find(({ id }) => document.getElementById(id).classList.contains("level--shown")) ||
    exercise.levels[0];
  guide.openers["set-dose"] = () =>
    makeDose({ exercise, level: shownLevel(), dose: null, days: links.WEEK }, { from: "", note: "" });
  guide.openers["linked-dose"] = follow;
})();
