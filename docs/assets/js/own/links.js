// The one reader and writer of what a link carries after its #, and of what a device keeps of it. CONTRIBUTING documents the
// format ("What a link carries"). Whatever is unknown or beyond the limits is left out, and a sentence says so.
(() => {
  const { gone, limits, exercises, programmes, says } = guide.data;
  const VERSION = 1;
  const WEEK = [1, 2, 3, 4, 5, 6, 7]; // Monday to Sunday
  const UNITS = { "": "repetitions", s: "time", st: "steps" };
  const SIDE_LETTERS = { E: "each", L: "left", R: "right", T: "together" };
  const SHOWN = 30; // characters of what is left out that the sentence repeats
  const MOST_SAID = 12; // sentences of what is left out; the last stands for the rest
  const TEXTS = ["from", "note"];
  const KEYS = { dose: ["v", "dose", ...TEXTS], plan: ["v", "weeks", "do", "plan", "start", ...TEXTS], programme: ["v", "plan", "start", ...TEXTS] };

  // Nobody sees these, and some turn the letters round them. Words and emoji need joiners and variants, which are not among them.
  const UNSEEN = /(?![\u200c\u200d\ufe0e\ufe0f])[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}\p{Co}]/gu;
  const TOWER = /([\p{M}\u200c\u200d]{4})[\p{M}\u200c\u200d]+/gu; // more marks on one letter than any language writes
  // Text of somebody else: one line, no longer than allowed.
  const cleaned = (text, most = Infinity) => {
    const plain = text
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
      .replace(UNSEEN, "")
      .normalize("NFC")
      .replace(TOWER, "$1")
      .replace(/\s+/g, " ")
      .trim();
    return /[\p{L}\p{N}\p{P}\p{S}]/u.test(plain) ? [...plain].slice(0, most).join("").trim() : "";
  };
  const shown = (text) => {
    const [whole, begin] = [cleaned(text), cleaned(text, SHOWN)];
    return begin === whole ? whole : `${begin}…`;
  };
  const leftOut = (text) => guide.fill(says.left_out, { text: shown(text) });
  const within = (number, [least, most]) => number >= least && number <= most;
  const limitOf = { repetitions: limits.count, time: limits.seconds, steps: limits.count };
  // Former ids are read here alone, and never written.
  const known = (list, id) => list.find((item) => item.id === id || item.former.includes(id));
  // 'exercise/level' as the guide calls them now; what it no longer has stays as it is.
  const levelNow = (text) => {
    const [id, levelId] = text.split("/");
    const exercise = known(exercises, id);
    return exercise ? `${exercise.id}/${known(exercise.levels, levelId)?.id ?? levelId}` : text;
  };

  // '2x8-12h3r45L': rounds and how much in each, seconds of hold and of rest, side.
  const DOSE = /^(\d{1,4})x(\d{1,4})(?:-(\d{1,4}))?(st?)?(?:h(\d{1,4}))?(?:r(\d{1,4}))?([ELRT])?$/;
  const readDose = (text, { exercise, level }, lost) => {
    const [, sets, low, high = low, unit = "", hold = 0, rest = 0, letter] = text.match(DOSE);
    const { kind, each, side } = level.dose;
    const isCounted = kind === "repetitions";
    if (UNITS[unit] !== kind) {
      lost.push(guide.fill(says.other_count, { exercise: exercise.name, level: level.name }));
      return null;
    }
    const fits = within(+sets, limits.sets) && within(+low, limitOf[kind]) && within(+high, limitOf[kind]);
    if (!fits || +low > +high || (+low < +high && !isCounted)) {
      lost.push(leftOut(text));
      return null;
    }
    const seconds = (name, number, isUsed) => {
      if (isUsed && within(+number, limits[name])) return +number;
      if (+number) lost.push(leftOut(name[0] + number));
      return 0;
    };
    const times = { hold: seconds("hold", hold, isCounted), rest: seconds("rest", rest, true) };
    return { kind, each, sets: +sets, low: +low, high: +high, ...times, side: letter ? SIDE_LETTERS[letter] : side };
  };

  // 'd135w1-3': days and weeks.
  const WHEN = /^(?=.)(?:d([1-7]{1,7}))?(?:w(\d{1,2})(?:-(\d{1,2}))?)?$/;
  const readWhen = (text, lost) => {
    const [, days, from, to = from] = text.match(WHEN);
    const fits = from && within(+from, limits.weeks) && within(+to, limits.weeks) && +from <= +to;
    if (from && !fits) lost.push(leftOut(text.slice(text.indexOf("w"))));
    return { days: days ? WEEK.filter((day) => days.includes(day)) : WEEK, weeks: fits ? [+from, +to] : null };
  };

  // A phase is a level, the dose that a sender chose for it, and when to do it: 'standing,2x8L,d135w1-3,d24w4-6' is two items.
  const readPhase = (text, exercise, lost) => {
    const [id, ...tokens] = text.split(",");
    const level = known(exercise.levels, id);
    if (!level) {
      lost.push(guide.fill(says.no_level, { level: shown(id), exercise: exercise.name }));
      return [];
    }
    const item = { exercise, level, dose: null };
    if (DOSE.test(tokens[0])) item.dose = readDose(tokens.shift(), item, lost);
    const whens = [];
    for (const token of tokens) {
      if (WHEN.test(token)) whens.push(readWhen(token, lost));
      else lost.push(leftOut(token));
    }
    return (whens.length ? whens : [{ days: WEEK, weeks: null }]).map((when) => ({ ...item, ...when }));
  };

  const readExercise = (text, lost) => {
    const [id, ...phases] = text.split("/");
    const exercise = known(exercises, id);
    if (exercise) return (phases.length ? phases : [""]).flatMap((phase) => readPhase(phase, exercise, lost));
    lost.push(known(gone.exercise, id)?.says ?? guide.fill(says.no_exercise, { exercise: shown(id) }));
    return [];
  };

  // The dose on an exercise's own page has days, and no weeks.
  const readOwnDose = (text, exercise, lost) => {
    const [first, ...others] = readPhase(text, exercise, lost);
    if (first?.weeks) lost.push(leftOut(weeksText(first.weeks)));
    lost.push(...others.map(({ days, weeks }) => leftOut(daysText(days) + (weeks ? weeksText(weeks) : ""))));
    return first ? [{ ...first, weeks: null }] : [];
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

  const readPlan = (given, lost) => {
    const items = given.getAll("do").flatMap((text) => text.split(";").filter(Boolean).flatMap((one) => readExercise(one, lost)));
    let weeks = Math.max(1, ...items.map((item) => item.weeks?.[1] ?? 1));
    if (given.has("weeks")) {
      const text = given.get("weeks");
      if (/^\d{1,2}$/.test(text) && within(+text, limits.weeks) && +text >= weeks) weeks = +text;
      else lost.push(leftOut(`weeks=${text}`));
    }
    return { items, weeks };
  };
  const readText = (given, key, lost) => {
    const whole = cleaned(given.get(key) ?? "");
    const text = cleaned(whole, limits[key]);
    if (text !== whole) lost.push(leftOut(`…${[...whole].slice(limits[key]).join("")}`));
    return text;
  };

  // Returns nothing for an ordinary anchor. *exercise* is the id of the exercise whose page it is.
  const read = (fragment, exercise = "") => {
    if (!fragment.startsWith("#v=")) return null;
    const lost = [];
    const plan = { items: [], weeks: 1, programme: "", start: "", from: "", note: "" };
    const result = () => {
      const said = [...new Set(lost)];
      return { ...plan, lost: said.length > MOST_SAID ? [...said.slice(0, MOST_SAID - 1), leftOut("…")] : said };
    };
    if (fragment.length > limits.link) {
      lost.push(guide.fill(says.too_long, { most: limits.link }));
      return result();
    }
    const given = new URLSearchParams(fragment.slice(1));
    const version = given.get("v");
    if (!/^[1-9]\d{0,2}$/.test(version)) {
      lost.push(leftOut(`v=${version}`));
      return result();
    }
    if (+version > VERSION) lost.push(says.newer);

    const programme = exercise ? undefined : known(programmes, given.get("plan"));
    const keys = KEYS[exercise ? "dose" : programme ? "programme" : "plan"];
    const seen = new Set();
    for (const [key, value] of given) {
      if (!keys.includes(key) || (seen.has(key) && key !== "do")) lost.push(leftOut(`${key}=${value}`));
      seen.add(key);
    }
    if (programme) Object.assign(plan, ofProgramme(programme));
    else if (exercise) plan.items = given.get("dose") ? readOwnDose(given.get("dose"), known(exercises, exercise), lost) : [];
    else {
      const id = given.get("plan");
      if (id !== null) lost.push(known(gone.programme, id)?.says ?? guide.fill(says.no_plan, { plan: shown(id) }));
      Object.assign(plan, readPlan(given, lost));
    }
    for (const item of plan.items) item.weeks ||= [1, plan.weeks];
    if (keys.includes("start") && given.has("start")) {
      plan.start = dateOf(given.get("start"));
      if (!plan.start) lost.push(leftOut(`start=${given.get("start")}`));
    }
    for (const key of TEXTS) plan[key] = readText(given, key, lost);
    return result();
  };

  const keyOf = (names, value) => Object.keys(names).find((key) => names[key] === value);
  const doseText = ({ kind, sets, low, high, hold, rest, side }) => {
    const amount = `${sets}x${low}${high > low ? `-${high}` : ""}${keyOf(UNITS, kind)}`;
    return amount + (hold ? `h${hold}` : "") + (rest ? `r${rest}` : "") + keyOf(SIDE_LETTERS, side);
  };
  const daysText = (days) => (days.length < WEEK.length ? `d${days.join("")}` : "");
  const weeksText = ([from, to]) => `w${from}${to > from ? `-${to}` : ""}`;
  const whatText = ({ level, dose }) => (dose ? `${level.id},${doseText(dose)}` : level.id);
  const pairs = (values) =>
    Object.entries(values).flatMap(([key, text]) => {
      const plain = cleaned(text || "", limits[key]);
      return plain ? [`${key}=${encodeURIComponent(plain)}`] : [];
    });
  const linkOf = (...parts) => `#${[`v=${VERSION}`, ...parts].join("&")}`;

  // The dose of one item, for its exercise's page.
  const writeDose = (item, { from, note } = {}) =>
    linkOf(`dose=${[whatText(item), daysText(item.days)].filter(Boolean).join(",")}`, ...pairs({ from, note }));

  // Items that follow one another share their exercise's id, and their level and dose where these are the same.
  const exerciseTexts = (items, whole) => {
    const groups = [];
    for (const item of items) {
      const [from, to] = item.weeks || [1, whole];
      const when = daysText(item.days) + (from === 1 && to === whole ? "" : weeksText([from, to]));
      if (groups.at(-1)?.id !== item.exercise.id) groups.push({ id: item.exercise.id, phases: [] });
      const { phases } = groups.at(-1);
      const last = phases.at(-1);
      if (when && last?.whens[0] && last.what === whatText(item)) last.whens.push(when);
      else phases.push({ what: whatText(item), whens: [when] });
    }
    return groups.map(({ id, phases }) => [id, ...phases.map(({ what, whens }) => [what, ...whens].filter(Boolean).join(","))].join("/"));
  };
  const write = ({ items, weeks, programme, start, from, note }) => {
    const more = pairs({ start, from, note });
    if (programme) return linkOf(`plan=${programme}`, ...more);
    const whole = Math.max(weeks, ...items.map((item) => item.weeks?.[1] ?? 1));
    const ends = items.flatMap((item) => (item.weeks && item.weeks.join() !== [1, whole].join() ? item.weeks[1] : []));
    const does = items.length ? [`do=${exerciseTexts(items, whole).join(";")}`] : [];
    return linkOf(...(Math.max(1, ...ends) < whole ? [`weeks=${whole}`] : []), ...does, ...more);
  };

  guide.links = { read, write, writeDose, ofProgramme, levelNow, cleaned, dateOf, WEEK, SIDES: Object.values(SIDE_LETTERS) };
})();
