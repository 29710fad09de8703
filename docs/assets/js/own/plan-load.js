// The minutes of each day of an own plan, week by week, and which days have more than the reader has.
(() => {
  const { make, fill, plans } = guide;
  const { days, says, words } = guide.data;

  const minutesOf = (group) => group.days.map(plans.minutes);
  const cell = (minutes, most) =>
    minutes > most
      ? make("td", { class: "own-load__full" }, `${minutes}`, make("b", {}, ` ${says.full}`))
      : make("td", {}, minutes ? `${minutes}` : "–");
  const tooFull = (group, most) =>
    minutesOf(group)
      .map((minutes, day) => ({
        minutes: guide.count(minutes, words.minute),
        day: days[day].name,
        isFull: minutes > most,
      }))
      .filter(({ isFull }) => isFull)
      .map(({ minutes, day }) => fill(says.too_full, { week: group.name, day, minutes, most }));

  guide.planLoad = (plan, most) => {
    const groups = plans.groups(plan);
    const named = days.map((day) => make("th", { scope: "col" }, make("abbr", { title: day.name }, day.short)));
    const row = (group) =>
      make(
        "tr",
        {},
        make("th", { scope: "row" }, group.name),
        minutesOf(group).map((minutes) => cell(minutes, most)),
      );
    const full = groups.flatMap((group) => tooFull(group, most));
    return [
      make(
        "table",
        { class: "own-load" },
        make("caption", {}, words.minutes_a_day),
        make("thead", {}, make("tr", {}, make("td", {}), named)),
        make("tbody", {}, groups.map(row)),
      ),
      make(
        "div",
        { role: "status" },
        full.map((text) => make("p", { class: "own-wrong" }, text)),
      ),
    ];
  };
  guide.planLoad.longest = (plan) => Math.max(0, ...plans.groups(plan).flatMap(minutesOf));
})();
