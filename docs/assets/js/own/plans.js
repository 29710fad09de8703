// What a plan has on each day: minutes, weeks that are the same, its text for a message, and the plan that this device keeps.
// A plan is what links.js reads: { items, weeks, programme, start, from, note, lost }.
(() => {
  const { fill, kept, links, doses } = guide;
  const { changeover, days, limits, pages, programmes, safety, says, title, words } = guide.data;
  const DAY = 864e5;
  const PLAN = "plan";
  const START = "start";

  const doseOf = ({ dose, level }) => dose || level.dose;
  const phrase = (item) => guide.sentence(doses.phrase(doseOf(item)));
  const onDay = (plan, week, day) =>
    plan.items.filter(({ weeks: [from, to], days: chosen }) => from <= week && week <= to && chosen.includes(day));
  const minutes = (items) => {
    const seconds = items.map((item) => doses.seconds(doseOf(item)) + changeover).reduce((sum, one) => sum + one, 0);
    return items.length ? doses.minutes(seconds) : 0;
  };
  const daysOf = ({ days: chosen }) =>
    chosen.length < days.length ? chosen.map((day) => days[day - 1].short).join(", ") : words.every_day;
  const weekName = (from, to = from) => fill(from === to ? says.one_week : says.several_weeks, { from, to });

  // Weeks next to each other that have the same exercises: { from, to, days: the items of Monday to Sunday }.
  const groups = (plan) => {
    const found = [];
    for (let week = 1; week <= plan.weeks; week++) {
      const own = links.WEEK.map((day) => onDay(plan, week, day));
      const last = found.at(-1);
      const same =
        last &&
        own.every(
          (items, day) =>
            items.length === last.days[day].length && items.every((item, place) => item === last.days[day][place]),
        );
      if (same) last.to = week;
      else found.push({ from: week, to: week, days: own });
    }
    return found.map((group) => ({
      ...group,
      name: weekName(group.from, group.to),
      items: plan.items.filter((item) => group.days.flat().includes(item)),
    }));
  };

  const titleOf = (plan) => (plan.from ? fill(says.plan_from, { from: plan.from }) : says.plan_yours);
  const line = (item) => `- ${item.exercise.name}, ${item.level.name}: ${doses.phrase(doseOf(item))}`;
  const message = (plan, link) => {
    const parts = groups(plan).map(({ name, items }) =>
      [`${name}:`, ...items.map((item) => `${line(item)}. ${guide.sentence(daysOf(item))}`)].join("\n"),
    );
    const end = [plan.note, `${words.all_signs}: ${guide.address(safety.page)}`, link];
    return [`${title}: ${titleOf(plan)}`, ...parts, ...(guide.isOnline ? end : [plan.note])]
      .filter(Boolean)
      .join("\n\n");
  };

  const empty = () => ({
    items: [],
    weeks: programmes[0].weeks.length,
    programme: "",
    start: "",
    from: "",
    note: "",
    lost: [],
  });
  const ofDevice = () => links.read(kept.read(PLAN));
  const keep = (plan) => kept.write(PLAN, plan.items.length ? links.write({ ...plan, start: "" }) : "");
  // Compared as they are written now: what the device keeps may have former ids.
  const isKept = (plan) => {
    const own = ofDevice();
    return own !== null && links.write({ ...own, start: "" }) === links.write({ ...plan, start: "" });
  };
  // Follows another plan from now on: from its own first day, if it has one. The plan that is kept already keeps its day.
  const take = (plan) => {
    if (plan.start || !isKept(plan)) setStart(plan.start);
    return keep(plan);
  };
  const start = () => kept.read(START);
  const setStart = (date) => kept.write(START, date);
  const clear = () => [keep(empty()), setStart("")].every(Boolean);

  // Days are counted in UTC, where each has 24 hours.
  const iso = (time) => new Date(time).toISOString().slice(0, 10);
  const today = () => {
    const now = new Date();
    return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  };
  const nextMonday = () => today() + (8 - dayNumber(today())) * DAY;
  const dayNumber = (time) => ((new Date(time).getUTCDay() + 6) % 7) + 1; // Monday is 1
  const dateInWords = (time) => {
    const date = new Date(time);
    return `${days[dayNumber(time) - 1].name} ${date.getUTCDate()} ${words.months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  };
  // Week n is the 7 days from the first day + 7(n - 1), whatever weekday that is; each date has what its weekday has.
  const on = (plan, first, time) => {
    const week = Math.floor((time - Date.parse(first)) / DAY / 7) + 1;
    return { week, items: week >= 1 && week <= plan.weeks ? onDay(plan, week, dayNumber(time)) : [] };
  };
  const fragmentOf = (item, { from }) => (item.dose ? links.writeDose(item, { from }) : `#${item.level.id}`);
  const pageOf = (item, plan) => guide.address(item.exercise.address, fragmentOf(item, plan));
  // A session of *items*, each once.
  const sessionOf = (items, plan) => {
    const once = items.map((item) => ({ ...item, days: links.WEEK, weeks: [1, 1] }));
    return links.write({ ...plan, programme: "", start: "", weeks: 1, items: once });
  };
  const fits = (plan) => links.write(plan).length <= limits.link;
  const addressOf = (plan) => guide.address(pages.plan, links.write(plan));

  guide.plans = {
    ...{ DAY, doseOf, phrase, onDay, minutes, daysOf, groups, titleOf, line, message, weekName },
    ...{ empty, ofDevice, keep, isKept, take, start, setStart, clear },
    ...{ iso, today, nextMonday, dayNumber, dateInWords, on, fragmentOf, pageOf, sessionOf, fits, addressOf },
  };
})();
