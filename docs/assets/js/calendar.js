// Makes a calendar file of the plan on the reader's device, the same as macros/calendar.py makes; its texts are on the page.
(() => {
  const DAY = 864e5;
  // Dates are reckoned in UTC, where every day has 24 hours, and written without a zone: so they hold over a clock change.
  const iso = (time) => new Date(time).toISOString().slice(0, 10);
  const stamp = (time) => new Date(time).toISOString().slice(0, 19).replace(/[-:]/g, "");
  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
  const octets = (text) => new TextEncoder().encode(text).length;

  // No line is longer than 75 octets; none breaks within a character or behind a backslash or a ^.
  function folded(line) {
    const lines = [];
    let now = [];
    let size = 0;
    for (const character of line) {
      if (now.length && size + octets(character) >= 75) {
        const kept = now.length > 1 && /[\\^]/.test(now.at(-1)) ? [now.pop()] : [];
        lines.push(now.join(""));
        now = kept;
        size = kept.length;
      }
      now.push(character);
      size += octets(character);
    }
    return [...lines, now.join("")].join("\r\n ");
  }

  function sessions(plan, start, days) {
    const byDay = new Map(plan.sessions.map((session) => [`${session.week} ${session.day}`, session]));
    const found = [];
    for (let offset = 0; offset < 7 * Math.max(...plan.sessions.map((session) => session.week)); offset++) {
      const date = start + offset * DAY;
      const day = plan.days[(new Date(date).getUTCDay() + 6) % 7].id;
      const session = byDay.get(`${Math.floor(offset / 7) + 1} ${day}`);
      if (session && days.includes(day)) found.push({ date, session });
    }
    return found;
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

  function calendar(plan, found, start, hour, site) {
    const lines = [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      `PRODID:${escaped(plan.maker)}`,
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      `NAME:${escaped(plan.name)}`,
      `X-WR-CALNAME:${escaped(plan.name)}`,
      ...found.flatMap((one) => event(plan, one, start, hour, site)),
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
    setTimeout(() => URL.revokeObjectURL(link.href), 6e4); // some phones read it only after they have asked the reader
  }

  function nextMonday() {
    const today = new Date();
    const ahead = 7 - ((today.getDay() + 6) % 7);
    return iso(Date.UTC(today.getFullYear(), today.getMonth(), today.getDate() + ahead));
  }

  function said(plan, time) {
    const date = new Date(time);
    const day = plan.days[(date.getUTCDay() + 6) % 7].name;
    return `${day} ${date.getUTCDate()} ${plan.months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  }

  function offer(form) {
    const plan = JSON.parse(form.querySelector("[data-calendar-plan]").textContent);
    const { start, time } = form.elements;
    const days = [...form.querySelectorAll("[name=day]")];
    const status = form.querySelector("[role=status]");
    const error = form.querySelector("[role=alert]");
    // A page on the web knows where the weeks are, even where the build did not; a page in a folder has no lasting address.
    const own = location.protocol.startsWith("http") ? new URL(form.dataset.root, location.href).href : "";

    function refuse(what, field) {
      error.textContent = what;
      field.setAttribute("aria-invalid", "true");
      field.focus();
    }

    form.addEventListener("submit", (submitted) => {
      submitted.preventDefault();
      status.textContent = error.textContent = "";
      for (const field of [start, time, ...days]) field.removeAttribute("aria-invalid");
      const first = start.valueAsNumber;
      const ticked = days.filter((day) => day.checked).map((day) => day.value);
      const hour = time.value.slice(0, 5);
      if (Number.isNaN(first) || !start.validity.valid) return refuse(plan.says.no_date, start);
      if (!hour) return refuse(plan.says.no_time, time);
      const found = sessions(plan, first, ticked);
      if (!found.length) return refuse(plan.says.no_day, days[0]);
      download(calendar(plan, found, first, hour, plan.site || own), `${plan.id}-${iso(first)}.ics`);
      status.textContent = plan.says.made
        .replace("{sessions}", () => `${found.length} ${plan.says.session[found.length === 1 ? 0 : 1]}`)
        .replace("{first}", () => said(plan, found[0].date))
        .replace("{last}", () => said(plan, found.at(-1).date));
    });

    start.value ||= nextMonday();
    form.hidden = false;
    form.parentElement.querySelector("[data-calendar-without]").hidden = true;
  }

  document.querySelectorAll("form[data-calendar]").forEach(offer);
})();
