// The calendar file of an own plan, from its first day on.
(() => {
  const { calendar, fill, make, plans } = guide;
  const { days, form, says, words } = guide.data;

  // *planOf* returns the plan as it is when the button is pressed.
  guide.planCalendar = (planOf) => {
    const { labelled } = guide.fields;
    const start = make("input", { type: "date", min: "2000-01-01", max: "2099-12-31", autocomplete: "off" });
    const time = make("input", { type: "time", value: form.hour, autocomplete: "off" });
    const wrong = make("p", { class: "own-wrong", role: "alert" });
    const status = make("p", { role: "status" });
    const get = () => {
      wrong.textContent = status.textContent = "";
      const first = start.value && start.validity.valid ? start.value : "";
      if (!first || !time.value) {
        wrong.textContent = first ? form.no_time : form.no_date;
        (first ? time : start).focus();
        return;
      }
      const texts = calendar.ofPlan(planOf(), first);
      const dated = calendar.dates(
        texts,
        first,
        days.map(({ id }) => id),
      );
      guide.download(
        calendar.file(texts, dated, first, time.value.slice(0, 5)),
        `${texts.id}-${first}.ics`,
        "text/calendar",
      );
      const [from, to] = [dated[0], dated.at(-1)].map(({ date }) => plans.dateInWords(date));
      status.textContent = fill(guide.data.calendar.says.made, {
        sessions: guide.count(dated.length, words.session),
        first: from,
        last: to,
      });
    };
    start.value = plans.start() || plans.iso(plans.nextMonday());
    return make(
      "div",
      {},
      make("div", { class: "own-numbers" }, labelled(form.start, start), labelled(form.time, time)),
      wrong,
      make("p", {}, make("button", { class: "button", type: "button", click: get }, form.make)),
      status,
      make("p", { class: "own-small" }, says.again_own),
    );
  };
})();
