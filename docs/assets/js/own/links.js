// The one reader and writer of what a link carries after its #, and of what a device keeps of it. CONTRIBUTING documents the
// format ("What a link carries"). Whatever is unknown or beyond the limits is left out, and a sentence says so.
(() => {
  const { limits, exercises, programmes, says } = guide.data;
  const VERSION = 1;
  const WEEK = [1, 2, 3, 4, 5, 6, 7]; // Monday to Sunday
  const UNITS = { "": "repetitions", s: "time", st: "steps" };
  const SIDES = ["each", "left", "right", "together"];
  const SHOWN = 30; // characters of what is left out that the sentence repeats

  // Text of somebody else: one line, no signs that turn or hide text, no towers of marks, no longer than allowed.
  const cleaned = (text, most) => {
    const plain = text
      .normalize("NFC")
      .replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, " ")
      .replace(/(\p{M}{3})\p{M}+/gu, "$1")
      .replace(/\s+/g, " ")
      .trim();
    return [...plain].slice(0, most).join("").trim();
  };
  const shown = (text) => cleaned(text, SHOWN);
  const within = (number, [least, most]) => number >= least && number <= most;
  const limitOf = { repetitions: limits.count, time: limits.seconds, steps: limits.count };

  const known = (list, id) => list.find((item) => item.id === id || item.former?.includes(id));

  // Each token of a phase, and what it sets; false where its numbers are beyond the limits.
  const TOKENS = [
    [/^(\d{1,4})x(\d{1,4})(?:-(\d{1,4}))?(s|st)?$/, (found, [, sets, low, high = low, unit = ""]) => {
      const kind = UNITS[unit];
      const amount = { kind, sets: +sets, low: +low, high: +high };
      const fits = within(amount.sets, limits.sets) && within(amount.low, limitOf[kind]) && within(amount.high, limitOf[kind]);
      return fits && amount.low <= amount.high && (kind === "repetitions" || low === high) && Object.assign(found, { amount });
    }],
    [/^h(\d{1,4})$/, (found, [, hold]) => within(+hold, limits.hold) && Object.assign(found, { hold: +hold })],
    [/^r(\d{1,4})$/, (found, [, rest]) => within(+rest, limits.rest) && Object.assign(found, { rest: +rest })],
    [/^(each|left|right|together)$/, (found, [side]) => Object.assign(found, { side })],
    [/^d([1-7]{1,7})$/, (found, [, days]) => Object.assign(found, { days: WEEK.filter((day) => days.includes(day)) })],
    [/^w(\d{1,2})(?:-(\d{1,2}))?$/, (found, [, from, to = from]) =>
      within(+from, limits.weeks) && within(+to, limits.weeks) && +from <= +to && Object.assign(found, { weeks: [+from, +to] })],
  ];

  const doseOf = (level, { amount, hold = 0, rest = 0, side }) => {
    const own = level.dose;
    return { ...amount, each: own.each, hold: amount.kind === "repetitions" ? hold : 0, rest, side: side || own.side };
  };

  // A phase is a level with what a sender chose for it: 'standing,2x8,h3,r45,left,d135,w1-3'.
  const readPhase = (text, exercise, lost) => {
    const [id, ...tokens] = text.split(",");
    const level = known(exercise.levels, id);
    if (!level) {
      lost.push(guide.fill(says.no_level, { level: shown(id), exercise: exercise.name }));
      return null;
    }
    const found = {};
    for (const token of tokens) {
      const reader = TOKENS.find(([pattern]) => pattern.test(token));
      if (!reader || !reader[1](found, token.match(reader[0]))) lost.push(guide.fill(says.left_out, { text: shown(token) }));
    }
    const fits = found.amount?.kind === level.dose.kind;
    if (found.amount && !fits) lost.push(guide.fill(says.other_count, { exercise: exercise.name, level: level.name }));
    return { exercise, level, dose: fits ? doseOf(level, found) : null, days: found.days || WEEK, weeks: found.weeks || null };
  };

  const readExercise = (text, lost) => {
    const [id, ...phases] = text.split("/");
    const exercise = known(exercises, id);
    if (exercise) return phases.map((phase) => readPhase(phase, exercise, lost)).filter(Boolean);
    lost.push(guide.fill(says.no_exercise, { exercise: shown(id) }));
    return [];
  };

  const dateOf = (text) => {
    const date = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00Z`) : null;
    return date && !Number.isNaN(+date) && date.toISOString().startsWith(text) && within(date.getUTCFullYear(), [2000, 2099]) ? text : "";
  };

  const ofProgramme = ({ id, weeks }) => {
    const items = exercises.flatMap((exercise) => {
      const phases = [];
      weeks.forEach(({ entries }, place) => {
        for (const [, level, days] of entries.filter(([one]) => one === exercise.id)) {
          const last = phases.at(-1);
          if (last && last.level.id === level && last.days.join("") === days && last.weeks[1] === place) last.weeks[1] = place + 1;
          else {
            const item = { exercise, level: known(exercise.levels, level), dose: null };
            phases.push({ ...item, days: WEEK.filter((day) => days.includes(day)), weeks: [place + 1, place + 1] });
          }
        }
      });
      return phases;
    });
    return { items, weeks: weeks.length, programme: id, start: "", from: "", note: "", lost: [] };
  };

  // Returns nothing for an ordinary anchor. *exercise* is the id of the exercise whose page it is.
  const read = (fragment, exercise = "") => {
    if (!fragment.startsWith("#v=")) return null;
    const plan = { items: [], weeks: 1, programme: "", start: "", from: "", note: "", lost: [] };
    if (fragment.length > limits.link) return { ...plan, lost: [guide.fill(says.too_long, { most: limits.link })] };
    const given = new URLSearchParams(fragment.slice(1));
    const version = given.get("v");
    const { lost } = plan;
    if (!/^[1-9]\d{0,2}$/.test(version)) return { ...plan, lost: [guide.fill(says.left_out, { text: shown(version) })] };
    if (+version > VERSION) lost.push(says.newer);

    if (given.has("plan")) {
      const programme = known(programmes, given.get("plan"));
      if (programme) Object.assign(plan, { ...ofProgramme(programme), lost });
      else lost.push(guide.fill(says.no_plan, { plan: shown(given.get("plan")) }));
    } else if (exercise) {
      const text = given.get("dose") ?? "";
      plan.items = text ? [readPhase(text, known(exercises, exercise), lost)].filter(Boolean) : [];
    } else {
      plan.items = given.getAll("do").flatMap((text) => readExercise(text, lost));
    }
    const ends = plan.items.map(({ weeks }) => weeks?.[1] ?? 1);
    if (!plan.programme) plan.weeks = Math.max(1, ...ends);
    if (!plan.programme && given.has("weeks")) {
      const weeks = given.get("weeks");
      if (/^\d{1,2}$/.test(weeks) && within(+weeks, limits.weeks)) plan.weeks = Math.max(+weeks, plan.weeks);
      else lost.push(guide.fill(says.left_out, { text: shown(weeks) }));
    }
    for (const item of plan.items) item.weeks ||= [1, plan.weeks];
    if (given.has("start")) {
      plan.start = dateOf(given.get("start"));
      if (!plan.start) lost.push(guide.fill(says.left_out, { text: shown(given.get("start")) }));
    }
    plan.from = cleaned(given.get("from") ?? "", limits.from);
    plan.note = cleaned(given.get("note") ?? "", limits.note);
    return plan;
  };

  const doseText = ({ kind, sets, low, high, hold, rest, side }) => {
    const unit = Object.keys(UNITS).find((key) => UNITS[key] === kind);
    const amount = `${sets}x${low}${high > low ? `-${high}` : ""}${unit}`;
    return [amount, hold ? `h${hold}` : "", rest && sets > 1 ? `r${rest}` : "", side];
  };
  const phaseText = ({ level, dose, days, weeks }, whole) => {
    const day = days.length < WEEK.length ? `d${days.join("")}` : "";
    const [from, to] = weeks || [1, whole];
    const span = from === 1 && to === whole ? "" : `w${from}${to > from ? `-${to}` : ""}`;
    return [level.id, ...(dose ? doseText(dose) : []), day, span].filter(Boolean).join(",");
  };
  const texts = ({ start, from, note }) => [
    ...(start ? [`start=${start}`] : []),
    ...[["from", from], ["note", note]]
      .map(([key, text]) => [key, cleaned(text || "", limits[key])])
      .filter(([, text]) => text)
      .map(([key, text]) => `${key}=${encodeURIComponent(text)}`),
  ];

  // The dose of one item, for its exercise's page.
  const writeDose = (item, more = {}) => `#${[`v=${VERSION}`, `dose=${phaseText(item, 1)}`, ...texts(more)].join("&")}`;
  const write = (plan) => {
    if (plan.programme) return `#${[`v=${VERSION}`, `plan=${plan.programme}`, ...texts(plan)].join("&")}`;
    const groups = []; // phases of one exercise that follow one another share its id
    for (const item of plan.items) {
      const last = groups.at(-1);
      const phase = phaseText(item, plan.weeks);
      if (last?.id === item.exercise.id) last.phases.push(phase);
      else groups.push({ id: item.exercise.id, phases: [phase] });
    }
    const does = groups.map(({ id, phases }) => `do=${[id, ...phases].join("/")}`);
    return `#${[`v=${VERSION}`, `weeks=${plan.weeks}`, ...does, ...texts(plan)].join("&")}`;
  };

  guide.links = { read, write, writeDose, ofProgramme, cleaned, WEEK, SIDES };
})();
