// Creates a calendar file of the plan in the browser, identical to that of macros/calendar.py; the page carries its texts.
(() => {
  const DAY = 864e5;
  // Dates are computed in UTC, where every day has 24 hours, and written without a time zone, so they survive clock changes.
  const iso = (time) => new Date(time).toISOString().slice(0, 10);
  const stamp = (time) => new Date(time).toISOString().slice(0, 19).replace(/[-:]/g, "");
  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
  const octets = (text) => new TextEncoder().encode(text).length;

  // No line is longer than 75 octets, and none breaks inside a character or after a backslash or a ^.
  function folded(line) {
    const lines = [];
    let current = [];
    let size = 0;
    for (const character of line) {
      if (current.length && size + octets(character) >= 75) {
        const carried = current.length > 1 && /[\\^]/.test(current.at(-1)) ? [current.pop()] : [];
        lines.push(current.join(""));
        current = carried;
        size = carried.length;
      }
      current.push(character);
      size += octets(character);
    }
    return [...lines, current.join("")].join("\r\n ");
  }

  function datedSessions(plan, start, days) {
    const byDay = new Map(plan.sessions.map((session) => [`${session.week} ${session.day}`, session]));
    const dated = [];
    for (let offset = 0; offset < 7 * Math.max(...plan.sessions.map((session) => session.week)); offset++) {
      const date = start + offset * DAY;
      const day = plan.days[(new Date(date).getUTCDay() + 6) % 7].id;
      const session = byDay.get(`${Math.floor(offset / 7) + 1} ${day}`);
      if (session && days.includes(day)) dated.push({ date, session });
    }
    return dated;
  }

  function event(plan, { date, session }, start, hour, site) {
    const begin = date + Date.parse(`1970-01-01T${hour}Z`);
    const address = site && site + session.page;
    const parts = [session.description, plan.stop, ...(address ? [`${plan.link} ${address}`] : [])];
    return [
      "BEGIN:VEVENT",
      `UID:${escaped(`${plan.id}-${iso(start)}-week-${session.week}-${session.day}@${plan.host}`)}`,
      `DTSTAMP:${stamp(Date.now())}Z`,
      `LAST-MODIFIED:${plan.changed}`,
      `SEQUENCE:${plan.sequence}`,
      `DTSTART:${stamp(begin)}`,
      `DTEND:${stamp(begin + session.minutes * 6e4)}`,
      `SUMMARY:${escaped(session.summary)}`,
      `DESCRIPTION:${escaped(parts.join("\n\n"))}`,
      ...(address ? [`URL:${address}`] : []),
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `TRIGGER:-PT${plan.ahead}M`,
      `DESCRIPTION:${escaped(plan.alarm)}`,
      "END:VALARM",
      "END:VEVENT",
    ];
  }

  function calendar(plan, dated, start, hour, site) {
    const lines = [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      `PRODID:${escaped(plan.maker)}`,
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      `NAME:${escaped(plan.name)}`,
      `X-WR-CALNAME:${escaped(plan.name)}`,
      ...dated.flatMap((entry) => event(plan, entry, start, hour, site)),
      "END:VCALENDAR",
    ];
    return lines.map((line) => `${folded(line)}\r\n`).join("");
  }

  function download(text, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 6e4); // some phones ask the reader first and read the file afterwards
  }

  function nextMonday() {
    const today = new Date();
    const ahead = 7 - ((today.getDay() + 6) % 7);
    return iso(Date.UTC(today.getFullYear(), today.getMonth(), today.getDate() + ahead));
  }

  function dateInWords(plan, time) {
    const date = new Date(time);
    const day = plan.days[(date.getUTCDay() + 6) % 7].name;
    return `${day} ${date.getUTCDate()} ${plan.months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  }

  function setUp(form) {
    const plan = JSON.parse(form.querySelector("[data-calendar-plan]").textContent);
    const { start, time } = form.elements;
    const days = [...form.querySelectorAll("[name=day]")];
    const status = form.querySelector("[role=status]");
    const error = form.querySelector("[role=alert]");
    // A page on the web knows its address even where the build did not; a page opened from a folder has no lasting address.
    const ownSite = location.protocol.startsWith("http") ? new URL(form.dataset.root, location.href).href : "";

    function reject(message, field) {
      error.textContent = message;
      field.setAttribute("aria-invalid", "true");
      field.focus();
    }

    form.addEventListener("submit", (submission) => {
      submission.preventDefault();
      status.textContent = error.textContent = "";
      for (const field of [start, time, ...days]) field.removeAttribute("aria-invalid");
      const first = start.valueAsNumber;
      const ticked = days.filter((day) => day.checked).map((day) => day.value);
      const hour = time.value.slice(0, 5);
      if (Number.isNaN(first) || !start.validity.valid) return reject(plan.says.no_date, start);
      if (!hour) return reject(plan.says.no_time, time);
      const dated = datedSessions(plan, first, ticked);
      if (!dated.length) return reject(plan.says.no_day, days[0]);
      download(calendar(plan, dated, first, hour, plan.site || ownSite), `${plan.id}-${iso(first)}.ics`);
      status.textContent = plan.says.made
        .replace("{sessions}", () => `${dated.length} ${plan.says.session[dated.length === 1 ? 0 : 1]}`)
        .replace("{first}", () => dateInWords(plan, dated[0].date))
        .replace("{last}", () => dateInWords(plan, dated.at(-1).date));
    });

    start.value ||= nextMonday();
    form.hidden = false;
    form.parentElement.querySelector("[data-calendar-without]").hidden = true;
  }

  document.querySelectorAll("form[data-calendar]").forEach(setUp);
})();
