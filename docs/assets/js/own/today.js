// What to do today: the plan of this device, or one that a link carries, on the day that it is. The home page shows it in short.
(() => {
  const { make, fill, links, plans, parts } = guide;
  const { form, pages, programmes, says, words } = guide.data;

  let plan = null;
  let isLinked = false;
  let shownOn = 0; // the day that was today when this was shown
  const page = make("div", { class: "own-today" });

  const keyOf = ({ exercise, level }) => `${exercise.id}/${level.id}`;
  const ticked = (time) => guide.log.day(plans.iso(time)).done;
  const tick = (time, item, isDone) => guide.log.tick(plans.iso(time), keyOf(item), isDone);
  // The device's first day is that of the plan which it keeps, and of no other.
  const firstDay = () => {
    if (isLinked && plan.start) return plan.start;
    return !isLinked || plans.isKept(plan) ? plans.start() : "";
  };
  const lastDay = (first) => Date.parse(first) + (plan.weeks * 7 - 1) * plans.DAY;
  const link = (page_, text, more = {}) => make("a", { href: guide.address(page_), ...more }, text);

  // Without a plan, it asks for one.
  const choosePlan = () => {
    const take = async (programme) => {
      const chosen = links.ofProgramme(programme);
      if (!(await guide.ask.before(chosen.items))) return;
      plans.take(chosen);
      [plan, isLinked] = [chosen, false];
      guide.setAnchor();
      show();
    };
    return parts.choosePlan(
      says.choose_plan,
      take,
      link(pages.plan, says.build_own, { class: "button button--quiet" }),
    );
  };
  const chooseStart = () => {
    const field = make("input", {
      type: "date",
      min: "2000-01-01",
      max: "2099-12-31",
      value: firstDay() || plans.iso(plans.today()),
      autocomplete: "off",
    });
    const wrong = make("p", { class: "own-wrong", role: "alert" });
    const take = () => {
      wrong.textContent = field.value && field.validity.valid ? "" : form.no_date;
      if (wrong.textContent) return field.focus();
      plans.take({ ...plan, start: field.value });
      isLinked = false;
      guide.setAnchor();
      show();
    };
    return [
      plan.programme
        ? make("p", {}, make("b", {}, says.plan_here), ` ${programmes.find(({ id }) => id === plan.programme).title}`)
        : "",
      guide.fields.labelled(says.first_day, field),
      make("p", { class: "own-small" }, form.any_day),
      wrong,
      make("p", {}, make("button", { class: "button", type: "button", click: take }, says.start_plan)),
    ];
  };

  // The link carries the plan's dose; who asks first was read with the plan.
  const doIt = (item) =>
    make(
      "a",
      { href: plans.pageOf(item, plan), click: () => guide.ask.remember(plans.fragmentOf(item, plan)) },
      item.exercise.name,
    );
  const sessionOf = (left, minutes) => {
    const fragment = plans.sessionOf(left, plan);
    const href = guide.address(pages.session, fragment);
    const text = fill(says.begin, { minutes: guide.count(minutes, words.minute) });
    return make("a", { class: "button", href, click: () => guide.ask.remember(fragment) }, text);
  };
  const row = (item, time, update) => {
    const box = make("input", {
      type: "checkbox",
      autocomplete: "off",
      "aria-label": fill(says.tick, { exercise: item.exercise.name }),
      checked: ticked(time).includes(keyOf(item)),
      change: () => update(tick(time, item, box.checked)),
    });
    return make(
      "li",
      { class: "own-row" },
      make("div", { class: "own-row__picture" }, guide.still(item.level)),
      make(
        "div",
        { class: "own-row__what" },
        doIt(item),
        make("span", {}, `${item.level.name}. ${guide.doses.work(plans.doseOf(item))}`),
      ),
      make("label", { class: "tick" }, box),
    );
  };
  const session = (items, time) => {
    const status = make("p", { class: "own-small", role: "status" }, says.ticks_kept);
    const go = make("p", { class: "own-today__go" });
    const update = (isKept = true) => {
      status.textContent = isKept ? says.ticks_kept : says.ticks_not_kept;
      const left = items.filter((item) => !ticked(time).includes(keyOf(item)));
      go.replaceChildren(left.length ? sessionOf(left, plans.minutes(left)) : make("b", {}, says.all_done));
    };
    const list = make(
      "ul",
      { class: "own-rows", role: "list" },
      items.map((item) => row(item, time, update)),
    );
    update();
    return [list, go, status];
  };
  const inShort = (items) =>
    `${guide.count(items.length, words.exercise)}, ${guide.count(plans.minutes(items), words.minute)}`;
  const heading = (time, week, items) => [
    make("h2", {}, plans.dateInWords(time)),
    make(
      "p",
      { class: "own-today__what" },
      `${fill(says.week_of, { week, weeks: plan.weeks })}: ${items.length ? inShort(items) : words.rest_day[0].toLowerCase()}`,
    ),
  ];
  const whole = () => {
    const { programme } = plan;
    const address = programme ? programmes.find(({ id }) => id === programme).address : pages.plan;
    return make(
      "p",
      { class: "own-today__more" },
      link(isLinked ? pages.plan + links.write(plan) : address, says.whole_plan),
      link(pages.log, says.log_title),
      make("button", { class: "own-button", type: "button", click: () => view(chooseStart()) }, says.first_day),
      make("button", { class: "own-button", type: "button", click: () => view(choosePlan()) }, says.change_today),
    );
  };
  const day = (time) => {
    const first = firstDay();
    const from = Date.parse(first);
    if (time < from) return [make("p", {}, fill(says.starts_on, { date: plans.dateInWords(from) })), whole()];
    if (time > lastDay(first))
      return [make("p", {}, fill(says.ended_on, { date: plans.dateInWords(lastDay(first)) })), whole()];
    const { week, items } = plans.on(plan, first, time);
    return [
      ...heading(time, week, items),
      ...(items.length ? session(items, time) : [make("p", {}, says.nothing_today)]),
      whole(),
      make("div", { class: "log-beside" }, guide.logNote(time), parts.stop(items)),
    ];
  };
  const show = () => {
    shownOn = plans.today();
    view(!plan ? choosePlan() : !firstDay() ? chooseStart() : day(plans.today()));
  };
  const view = (body) => {
    const from =
      isLinked && plan && !plan.programme
        ? [make("p", { class: "own-dose__from" }, plans.titleOf(plan)), ...parts.note(plan)]
        : [];
    page.replaceChildren(...from, ...(plan ? [parts.lost(plan.lost)] : []), ...body);
  };
  const follow = async () => {
    const linked = links.read(location.hash);
    isLinked = Boolean(linked && linked.items.length && (await guide.ask.before(linked.items, location.hash)));
    plan = isLinked ? linked : plans.ofDevice();
    show();
    if (linked && !isLinked) page.prepend(parts.lost(linked.lost));
  };
  guide.openers.today = (element) => {
    element.hidden = false;
    element.append(page);
    for (const without of document.querySelectorAll("[data-without]")) without.hidden = true;
    addEventListener("hashchange", follow);
    addEventListener("pageshow", ({ persisted }) => persisted && follow()); // the page comes back, perhaps on another day
    document.addEventListener("visibilitychange", () => shownOn !== plans.today() && show()); // it is another day
    follow();
  };

  guide.finished = (items) => items.forEach((item) => tick(plans.today(), item, true));

  // The home page: one line and the way to the whole.
  guide.openers["today-in-short"] = (element) => {
    const own = plans.ofDevice();
    const first = plans.start();
    if (!own) return;
    const { items } = first ? plans.on(own, first, plans.today()) : { items: [] };
    const what = items.length ? inShort(items) : first ? says.nothing_planned : says.no_first_day;
    element.append(
      make("h2", {}, says.today),
      make("p", {}, what),
      make("p", {}, link(pages.today, says.open_today, { class: "button" })),
    );
    element.hidden = false;
  };
})();
