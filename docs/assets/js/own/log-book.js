// The log of this device: on each date what was done, effort and pain from 0 to 10, and a word. What cannot be a day of the
// log is dropped, and nothing is worked out from the rest. Also its files: CSV (RFC 4180, columns by position) and JSON.
(() => {
  const { kept, links } = guide;
  const { limits, says } = guide.data;
  const NAME = "log";
  const VERSION = 1; // of the JSON file
  const MOST_DONE = 100; // in a day
  const LEVEL = /^[a-z0-9-]{1,60}\/[a-z0-9-]{1,60}$/;
  const SHORT = { done: "d", effort: "e", pain: "p", word: "w" }; // names in storage
  const BOM = "\ufeff"; // spreadsheets need it to see UTF-8

  const empty = () => ({ done: [], effort: null, pain: null, word: "" });
  const isEmpty = ({ done, effort, pain, word }) => !done.length && effort === null && pain === null && !word;
  const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const isInScale = (value) => Number.isInteger(value) && value >= limits.scale[0] && value <= limits.scale[1];
  const isLevel = (value) => typeof value === "string" && LEVEL.test(value);
  const wordOf = (value) => (typeof value === "string" ? links.cleaned(value, limits.word) : "");
  const dayOf = ({ done, effort, pain, word }) => ({
    done: Array.isArray(done) ? [...new Set(done.filter(isLevel).map(links.levelNow))].slice(0, MOST_DONE) : [],
    effort: isInScale(effort) ? effort : null,
    pain: isInScale(pain) ? pain : null,
    word: wordOf(word),
  });
  // Whether nothing of what was given got lost in *day*.
  const isWhole = ({ done = [], effort = null, pain = null, word = "" }, day) =>
    Array.isArray(done) &&
    done.every((one) => isLevel(one) && day.done.includes(links.levelNow(one))) &&
    effort === day.effort &&
    pain === day.pain &&
    typeof word === "string" &&
    links.cleaned(word) === day.word;
  const parsed = (text) => {
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  };

  // Every day by its date, oldest first, and whether something that the device keeps could not be read.
  const read = () => {
    const given = parsed(kept.read(NAME) || "{}");
    const days = [];
    let isHurt = !isObject(given);
    for (const [date, short] of isHurt ? [] : Object.entries(given)) {
      const keys = Object.entries(SHORT);
      const long = isObject(short) ? Object.fromEntries(keys.map(([key, name]) => [key, short[name]])) : null;
      const day = dayOf(long || {});
      if (!long || !links.dateOf(date) || isEmpty(day) || !isWhole(long, day)) isHurt = true;
      if (links.dateOf(date) && !isEmpty(day)) days.push([date, day]);
    }
    return { days: new Map(days.sort()), isHurt };
  };
  const days = () => read().days;
  const keep = (all) => {
    const used = [...all].filter(([, day]) => !isEmpty(day)).sort();
    const isUsed = (day, key) => !isEmpty({ ...empty(), [key]: day[key] });
    const shortened = (day) =>
      Object.entries(SHORT).flatMap(([key, name]) => (isUsed(day, key) ? [[name, day[key]]] : []));
    const text = JSON.stringify(
      Object.fromEntries(used.map(([date, day]) => [date, Object.fromEntries(shortened(day))])),
    );
    return kept.write(NAME, used.length ? text : "");
  };
  // These return whether the device keeps it.
  const write = (date, day) => keep(days().set(date, dayOf(day)));
  const clear = () => kept.write(NAME, "");

  const day = (date) => days().get(date) || empty();
  const tick = (date, level, isDone) => {
    const now = day(date);
    const others = now.done.filter((one) => one !== level);
    return write(date, { ...now, done: isDone ? [...others, level] : others });
  };

  // A spreadsheet takes a text that begins so for a formula; an apostrophe before it says that it is none.
  const FORMULA = /^'*[=+\-@\t\r]/;
  const guarded = (text) => (FORMULA.test(text) ? `'${text}` : text);
  const unguarded = (text) => (text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text);
  const quoted = (text) => (/[",;\s]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const line = (fields) => `${fields.map(quoted).join(",")}\r\n`;
  const toCsv = () => {
    const row = ([date, { done, effort, pain, word }]) => [
      date,
      done.join(" "),
      `${effort ?? ""}`,
      `${pain ?? ""}`,
      guarded(word),
    ];
    return BOM + [says.log_columns, ...[...days()].map(row)].map(line).join("");
  };
  const toJson = () => {
    const all = [...days()].map(([date, one]) => ({ date, ...one }));
    return JSON.stringify({ version: VERSION, days: all }, null, 1);
  };

  // Days that come in take the place of those of the same date. What a line lacks of what was written in it counts as lost.
  const merge = (lines) => {
    const all = days();
    const came = new Set();
    let lost = 0;
    for (const given of lines) {
      const one = isObject(given) ? dayOf(given) : empty();
      const date = isObject(given) && typeof given.date === "string" ? links.dateOf(given.date) : "";
      if (date && !isEmpty(one)) {
        all.set(date, one);
        came.add(date);
      }
      if (!date || !isWhole(given, one)) lost += 1;
    }
    return { days: came.size, lost, isKept: came.size ? keep(all) : true };
  };
  const fromJson = (text) => {
    const given = parsed(text);
    const isLog = isObject(given) && Number.isInteger(given.version) && given.version >= 1 && Array.isArray(given.days);
    return isLog ? merge(given.days) : null;
  };

  // The rows of a CSV file; a row that breaks the rules of quotes is nothing. Spreadsheets of some languages write semicolons.
  const rowsOf = (text) => {
    const [head] = text.split(/[\r\n]/, 1);
    const comma = [",", ";", "\t"].reduce((best, one) =>
      head.split(one).length > head.split(best).length ? one : best,
    );
    const field = new RegExp(`(?:"([^"]*(?:""[^"]*)*)"|((?!")[^${comma}\\r\\n]*))(${comma}|\\r?\\n|\\r|$)`, "y");
    const rest = /[^\r\n]*(?:\r?\n|\r|$)/y;
    const rows = [];
    let row = [];
    let at = 0;
    while (at < text.length || row.length) {
      field.lastIndex = at;
      const found = field.exec(text);
      if (!found) {
        rest.lastIndex = at;
        rest.exec(text);
        at = rest.lastIndex;
        rows.push(null);
        row = [];
        continue;
      }
      at = field.lastIndex;
      row.push(found[1] === undefined ? found[2] : found[1].replaceAll('""', '"'));
      if (found[3] === comma) continue;
      rows.push(row);
      row = [];
    }
    return rows;
  };
  const numberOf = (text = "") => (text.trim() ? (/^\d{1,2}$/.test(text.trim()) ? Number(text) : text) : null);
  const lineOf = (row) => {
    if (!row) return null;
    const [date, done = "", effort, pain, word = ""] = row;
    return {
      date: date.trim(),
      done: done.split(/\s+/).filter(Boolean),
      effort: numberOf(effort),
      pain: numberOf(pain),
      word: unguarded(word),
    };
  };
  const fromCsv = (text) => {
    const [first, ...others] = rowsOf(text);
    const isHead = first && !/\d/.test(first[0]); // the names of the columns, in whatever language
    const rows = isHead ? others : [first, ...others];
    const used = rows.filter((row) => row === null || row?.some((field) => field.trim()));
    return used.length ? merge(used.map(lineOf)) : null;
  };

  // Returns how many days came in, how many lines were lost, whether the device keeps them; nothing where it is no log at all.
  const fromFile = (text) => {
    const plain = text.replace(/^\ufeff/, "");
    return /^\s*[[{]/.test(plain) ? fromJson(plain) : fromCsv(plain);
  };
  guide.log = { read, days, day, write, tick, clear, toCsv, toJson, fromCsv, fromJson, fromFile };
})();
