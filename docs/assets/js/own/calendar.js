// The form on a programme's page that makes a calendar file of it. It asks nobody and keeps nothing.
(() => {
  const { make, fill, calendar, plans } = guide;
  const { says } = guide.data.calendar;

  // Says in *place*, which is read out when it changes, what *days* never reach. Without any day there is no file to make.
  calendar.tell = (place, texts, days) => {
    const items = days.length ? calendar.unreached(texts, days) : [];
    const lines = items.map(({ name, days: reach }) =>
      fill(says.unreached_one, { exercise: name, days: reach.join(", ") }),
    );
    if (place.dataset.told === lines.join("\n")) return;
    place.dataset.told = lines.join("\n");
    const list = make(
      "ul",
      {},
      lines.map((line) => make("li", {}, line)),
    );
    place.replaceChildren(...(lines.length ? [make("p", {}, says.unreached), list] : []));
  };

  const setUp = (form) => {
    const texts = JSON.parse(form.querySelector("[data-calendar-plan]").textContent);
    // A page on the web knows its address even where the build did not; a page opened from a folder has no lasting address.
    texts.site ||= guide.isOnline ? guide.address("") : "";
    const { start, time } = form.elements;
    const days = [...form.querySelectorAll("[name=day]")];
    const [unreached, made, error] = ["unreached", "made", "wrong"].map((part) =>
      form.querySelector(`.calendar__${part}`),
    );
    const ticked = () => days.filter((day) => day.checked).map((day) => day.value);

    const tell = () => calendar.tell(unreached, texts, ticked());
    const reject = (message, field) => {
      error.textContent = message;
      field.setAttribute("aria-invalid", "true");
      field.focus();
    };
    const submit = () => {
      made.textContent = error.textContent = "";
      for (const field of [start, time, ...days]) field.removeAttribute("aria-invalid");
      const hour = time.value.slice(0, 5);
      if (Number.isNaN(start.valueAsNumber) || !start.validity.valid) return reject(says.no_date, start);
      if (!hour) return reject(says.no_time, time);
      const dated = calendar.dates(texts, start.value, ticked());
      if (!dated.length) return reject(says.no_day, days[0]);
      guide.download(calendar.file(texts, dated, start.value, hour), `${texts.id}-${start.value}.ics`, "text/calendar");
      const sessions = guide.count(dated.length, guide.data.words.session);
      const [first, last] = [dated[0], dated.at(-1)].map(({ date }) => plans.dateInWords(date));
      made.textContent = fill(says.made, { sessions, first, last });
    };

    form.addEventListener("submit", (submission) => {
      submission.preventDefault();
      submit();
    });
    for (const day of days) day.addEventListener("change", tell);
    start.value ||= plans.iso(plans.nextMonday());
    tell(); // a browser may have kept ticks from before
  };

  guide.openers.calendar = (fold) => {
    const form = fold.querySelector("form");
    if (!form.hidden) return;
    setUp(form);
    form.hidden = false;
    fold.querySelector("[data-says]").hidden = true;
  };
})();
