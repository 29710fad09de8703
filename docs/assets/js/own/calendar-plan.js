// A plan of a reader's own as the texts of a calendar file, in the shape that a programme's page carries.
(() => {
  const { fill, links, plans } = guide;
  const { calendar, days: week, title, words } = guide.data;
  const LENGTH = 8; // digits of an id
  const [FIRST, PRIME] = [0xcbf29ce484222325n, 0x100000001b3n]; // of FNV-1a, in 64 bits

  // A short id made of *text*, the same on every device.
  const digest = (text) => {
    let hash = FIRST;
    for (const octet of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(octet)) * PRIME);
    return (hash % 36n ** BigInt(LENGTH)).toString(36).padStart(LENGTH, "0");
  };
  const firstId = ({ id, former }) => former[0] ?? id; // a new id leaves the sessions as they are
  const known = ({ exercise, level, days, weeks }) =>
    [firstId(exercise), firstId(level), days.join(""), ...weeks].join(" ");
  // The same exercises on the same days are the same plan: with other doses, or in another order, it updates what is there.
  const idOf = (plan) => digest(plan.items.map(known).sort().join("\n"));

  const sessionOf = (items, number, day, page) => {
    const minutes = plans.minutes(items);
    const about = `${words.about_minutes} ${guide.count(minutes, words.minute)}.`;
    return {
      week: number,
      day: day.id,
      minutes,
      summary: fill(calendar.summary, { guide: title, week: number }),
      description: [about, "", ...items.map(plans.line)].join("\n"),
      page,
      exercises: [...new Set(items.map(({ exercise }) => exercise.id))],
    };
  };

  // *plan* is what guide.links reads, *start* its first day. What this returns goes to `dates`, `file` and `unreached`.
  guide.calendar.ofPlan = (plan, start) => {
    const site = guide.isOnline ? guide.address("") : "";
    const page = site && guide.address(calendar.page, links.write({ ...plan, start })).slice(site.length);
    const sessions = [];
    for (let number = 1; number <= plan.weeks; number++) {
      week.forEach((day, place) => {
        const items = plans.onDay(plan, number, place + 1);
        if (items.length) sessions.push(sessionOf(items, number, day, page));
      });
    }
    const exercises = Object.fromEntries(plan.items.map(({ exercise }) => [exercise.id, exercise.name]));
    return { ...calendar.texts, id: idOf(plan), site, sessions, exercises };
  };
})();
