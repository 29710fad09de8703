// The page of an own plan: what a link or this device has, and everything to change it. Whatever is changed is kept on the device.
(() => {
  const { make, fill, links, plans, parts } = guide;
  const { exercises, pages, programmes, says, title } = guide.data;
  const { labelled, choice } = guide.fields;
  const FULL = "full";

  let plan = plans.empty();
  let isBegun = false; // false while there is nothing yet to show
  let isEdited = true; // false while a link's plan is shown as it came
  let opened = -1; // place of the item whose fields are open
  let most = 0; // minutes a day that the reader has
  let isKept = true;
  const page = make("div", { class: "own-plan screen-only" });
  const paper = make("div", {});
  const status = make("p", { class: "sr", role: "status" });

  const show = (focus) => {
    page.replaceChildren(...view());
    refresh();
    if (focus) page.querySelector(focus)?.focus();
  };
  const changed = (more) => {
    plan = { ...plan, programme: "", ...more };
    isKept = plans.keep(plan);
  };
  const change = (more, focus) => {
    changed(more);
    show(focus);
  };

  // Items, in the order of a session.
  const moved = (place, by) => {
    const items = [...plan.items];
    const [item] = items.splice(place, 1);
    items.splice(place + by, 0, item);
    if (opened === place) opened += by;
    change(
      { items },
      `[data-place="${place + by}"] [data-move="${by}"]:not([disabled]), [data-place="${place + by}"] [data-move]:not([disabled])`,
    );
    status.textContent = fill(says.moved_to, {
      exercise: item.exercise.name,
      place: place + by + 1,
      all: items.length,
    });
  };
  const removed = (place) => {
    const [{ exercise }] = plan.items.slice(place, place + 1);
    opened = -1;
    change({ items: plan.items.filter((_, other) => other !== place) }, "[data-add]");
    status.textContent = fill(says.removed, { exercise: exercise.name });
  };
  const added = (id) => {
    const exercise = exercises.find((one) => one.id === id);
    opened = plan.items.length;
    change(
      {
        items: [
          ...plan.items,
          { exercise, level: exercise.levels[0], dose: null, days: links.WEEK, weeks: [1, plan.weeks] },
        ],
      },
      `[data-place="${opened}"] select, [data-place="${opened}"] input`,
    );
  };
  const replace = (place, item) => {
    changed({ items: plan.items.map((old, other) => (other === place ? item : old)) });
    refresh();
  };
  const itemOf = (_, place) => {
    const isOpen = isEdited && opened === place;
    const toggle = () => {
      opened = isOpen ? -1 : place;
      show(`[data-place="${place}"] [aria-expanded]`);
    };
    const does = {
      toggle,
      move: (by) => moved(place, by),
      remove: () => removed(place),
      replace: (item) => replace(place, item),
    };
    return guide.planItem(plan, place, isEdited && does, isOpen);
  };
  const button = (name, click, more = {}) =>
    make("button", { type: "button", class: "own-button", click, ...more }, name);

  // Where to start: from nothing, or from one of the guide's own plans.
  const begin = (from) => {
    guide.ask.before(from.items).then((isRead) => {
      if (!isRead) return;
      plan = { ...from, lost: [] };
      opened = -1;
      isBegun = true;
      isKept = plans.keep(plan);
      show(".own-items button, [data-add]");
    });
  };
  const starts = () => {
    const nothing = make(
      "button",
      { class: "button button--quiet", type: "button", "data-from-nothing": true },
      says.nothing,
    );
    nothing.addEventListener("click", () => begin(plans.empty()));
    return parts.choosePlan(says.start_from, (programme) => begin(links.ofProgramme(programme)), nothing);
  };
  const adder = () => {
    const list = choice([["", says.choose_exercise], ...exercises.map(({ id, name }) => [id, name])], "", {
      "data-add": true,
      change: () => list.value && added(list.value),
    });
    return labelled(says.add, list);
  };

  const write = (name, text) => {
    plan = { ...plan, [name]: text };
    isKept = plans.keep(plan);
    refresh();
  };
  const limit = (minutes) => {
    most = minutes || most;
    guide.kept.write(FULL, `${most}`);
    refresh();
  };
  const fields = () => {
    const { weeks, minutes, text } = guide.planFields;
    return [
      make(
        "div",
        { class: "own-numbers" },
        weeks(plan, (more) => change(more, "[data-weeks]")),
        minutes(most, limit),
      ),
      make("div", { class: "own-numbers" }, text(plan, "from", write), text(plan, "note", write)),
      make("p", { class: "own-small" }, says.not_for_whom),
    ];
  };

  const use = () => {
    guide.ask.remember(location.hash);
    isKept = plans.take(plan);
    location.href = guide.address(pages.today);
  };
  const edit = () => {
    isEdited = true;
    isKept = plans.take(plan);
    guide.setAnchor();
    show(".own-items button, [data-add]");
  };
  const clear = ({ target }) => {
    if (target.dataset.sure) {
      plan = plans.empty();
      isBegun = false;
      isKept = plans.clear();
      return show("[data-from-nothing]");
    }
    target.dataset.sure = "yes";
    target.textContent = says.clear_sure;
  };

  const send = guide.isOnline ? guide.send(`${title}: ${says.plan_yours}`) : guide.send.fromFolder();
  const loadHolder = make("div", {});
  const keptHolder = make("div", {});
  const tooLong = make("p", { class: "own-wrong", role: "alert" });
  const refresh = () => {
    const isWhole = plans.fits(plan);
    const link = guide.isOnline && isWhole && plan.items.length ? plans.addressOf(plan) : "";
    loadHolder.replaceChildren(...guide.planLoad(plan, most));
    tooLong.textContent = isWhole ? "" : says.too_much;
    keptHolder.replaceChildren(isEdited ? parts.kept(isKept) : "");
    if (send.show && link) send.show(link, plans.message(plan, link));
    paper.replaceChildren(plan.items.length ? guide.sheets(plan, link) : "");
  };
  const print = () => {
    for (const image of paper.querySelectorAll("img")) image.loading = "eager";
    Promise.all([...paper.querySelectorAll("img")].map((image) => image.decode().catch(() => {}))).then(() =>
      window.print(),
    );
  };
  const calendar = make(
    "details",
    { class: "fold fold--row" },
    make("summary", {}, make("h2", {}, says.in_calendar)),
    guide.planCalendar(() => plan),
  );

  const head = () =>
    isEdited
      ? ""
      : make(
          "div",
          { class: "own-dose" },
          make("p", { class: "own-dose__from" }, plans.titleOf(plan)),
          ...parts.note(plan),
          parts.lost(plan.lost),
        );
  const view = () => {
    if (!isBegun) return starts();
    return [
      head(),
      isEdited ? parts.lost(plan.lost) : "",
      plan.items.length
        ? make("ol", { class: "own-items", role: "list" }, plan.items.map(itemOf))
        : make("p", {}, says.no_exercise_yet),
      isEdited ? adder() : "",
      tooLong,
      loadHolder,
      ...(isEdited ? fields() : []),
      plan.items.length
        ? make(
            "p",
            { class: "actions" },
            make("button", { class: "button", type: "button", click: use }, says.use),
            isEdited
              ? ""
              : make("button", { class: "button button--quiet", type: "button", click: edit }, says.change_plan),
            make("button", { class: "button button--quiet", type: "button", click: print }, says.print_sheets),
          )
        : "",
      plan.items.length ? make("h2", {}, says.send) : "",
      plan.items.length ? send : "",
      plan.items.length ? calendar : "",
      keptHolder,
      isEdited ? make("p", {}, button(says.clear_plan, clear)) : "",
    ].filter(Boolean);
  };

  const follow = async () => {
    const linked = links.read(location.hash);
    const isWanted = linked && (!linked.items.length || (await guide.ask.before(linked.items, location.hash)));
    const own = plans.ofDevice();
    plan = (isWanted && linked) || own || plans.empty();
    isBegun = Boolean(isWanted || own);
    isEdited = !isWanted;
    opened = -1;
    show();
  };
  guide.openers.plan = (element) => {
    most = Number(guide.kept.read(FULL)) || guide.planLoad.longest(links.ofProgramme(programmes[0]));
    element.hidden = false;
    element.append(page, paper, status);
    for (const without of document.querySelectorAll("[data-without]")) without.hidden = true;
    addEventListener("hashchange", follow);
    follow();
  };
})();
