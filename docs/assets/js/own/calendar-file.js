// Writes a calendar file, identical to that of macros/calendar.py. *texts* are what CalendarTexts.to_json makes, or
// calendar-plan.js; a start is a date such as "2026-11-30", an hour a time such as "18:00", days are ids such as "mon".
(() => {
  const { days: week } = guide.data;
  const DAY = 864e5;
  const MINUTE = 6e4;
  const LINE = 75; // octets
  // Dates are computed in UTC, where every day has 24 hours, and written without a time zone, so they survive clock changes.
  const stamp = (time) => new Date(time).toISOString().slice(0, 19).replace(/[-:]/g, "");
  const weekday = (time) => week[(new Date(time).getUTCDay() + 6) % 7];
  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
  const octets = (text) => new TextEncoder().encode(text).length;

  // No line is longer than 75 octets, and none breaks inside a character or after a backslash or a ^.
  const folded = (line) => {
    const lines = [];
    let current = [];
    let size = 0;
    for (const character of line) {
      if (current.length && size + octets(character) >= LINE) {
        const carried = current.length > 1 && /[\\^]/.test(current.at(-1)) ? [current.pop()] : [];
        lines.push(current.join(""));
        current = carried;
        size = carried.length;
      }
      current.push(character);
      size += octets(character);
    }
    return [...lines, current.join("")].join("\r\n ");
  };

  // Each session on one of *days*, with its date. Week n is the 7 days from the start + 7(n - 1), whatever weekday that is.
  const dates = ({ sessions }, start, days) => {
    const byDay = new Map(sessions.map((session) => [`${session.week} ${session.day}`, session]));
    const dated = [];
    for (let offset = 0; offset < 7 * Math.max(...sessions.map((session) => session.week)); offset++) {
      const date = Date.parse(start) + offset * DAY;
      const { id } = weekday(date);
      const session = byDay.get(`${Math.floor(offset / 7) + 1} ${id}`);
      if (session && days.includes(id)) dated.push({ date, session });
    }
    return dated;
  };

  const event = (texts, { date, session }, start, hour) => {
    const begin = date + Date.parse(`1970-01-01T${hour}Z`);
    const address = texts.site && texts.site + session.page;
    const parts = [session.description, texts.stop, ...(address ? [`${texts.link} ${address}`] : [])];
    return [
      "BEGIN:VEVENT",
      `UID:${escaped(`${texts.id}-${start}-week-${session.week}-${session.day}@${texts.host}`)}`,
      `DTSTAMP:${stamp(Date.now())}Z`,
      `LAST-MODIFIED:${texts.changed}`,
      `SEQUENCE:${texts.sequence}`,
      `DTSTART:${stamp(begin)}`,
      `DTEND:${stamp(begin + session.minutes * MINUTE)}`,
      `SUMMARY:${escaped(session.summary)}`,
      `DESCRIPTION:${escaped(parts.join("\n\n"))}`,
      ...(address ? [`URL:${address}`] : []),
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `TRIGGER:-PT${texts.ahead}M`,
      `DESCRIPTION:${escaped(texts.alarm)}`,
      "END:VALARM",
      "END:VEVENT",
    ];
  };

  // *dated* is what `dates` returns.
  const file = (texts, dated, start, hour) => {
    const lines = [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      `PRODID:${escaped(texts.maker)}`,
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      `NAME:${escaped(texts.name)}`,
      `X-WR-CALNAME:${escaped(texts.name)}`,
      ...dated.flatMap((entry) => event(texts, entry, start, hour)),
      "END:VCALENDAR",
    ];
    return lines.map((line) => `${folded(line)}\r\n`).join("");
  };

  // Exercises that *days* never reach, in the order of the plan, each with the days that would reach it.
  const unreached = ({ sessions, exercises }, days) => {
    const uses = new Map();
    for (const { day, exercises: ids } of sessions)
      for (const id of ids) uses.set(id, (uses.get(id) || new Set()).add(day));
    return [...uses]
      .filter(([, used]) => !days.some((day) => used.has(day)))
      .map(([id, used]) => ({
        name: exercises[id],
        days: week.filter((day) => used.has(day.id)).map((day) => day.short),
      }));
  };

  guide.calendar = { dates, file, unreached };
})();
