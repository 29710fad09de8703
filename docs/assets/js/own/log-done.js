// What was done on a day of the log: a list to take from and to add to.
(() => {
  const { make, log, logPaper } = guide;
  const { exercises, says } = guide.data;
  const { labelled, choice } = guide.fields;

  // *changed* is told whether the device keeps it.
  guide.logDone = (date, changed) => {
    const list = make("div", {});
    const tick = (level, isDone) => {
      changed(log.tick(date, level, isDone));
      draw();
      list.querySelector("select").focus();
    };
    const item = (level) =>
      make(
        "li",
        {},
        `${logPaper.nameOf(level)} `,
        make(
          "button",
          {
            type: "button",
            class: "own-button",
            "aria-label": `${says.remove}: ${logPaper.nameOf(level)}`,
            click: () => tick(level, false),
          },
          says.remove,
        ),
      );
    const draw = () => {
      const { done } = log.day(date);
      const all = exercises.flatMap(({ id, levels }) => levels.map((level) => `${id}/${level.id}`));
      const others = all.filter((level) => !done.includes(level));
      const adder = choice(
        [["", says.choose_exercise], ...others.map((level) => [level, logPaper.nameOf(level)])],
        "",
        {
          change: () => adder.value && tick(adder.value, true),
        },
      );
      list.replaceChildren(
        done.length
          ? make("ul", { class: "log-done", role: "list" }, done.map(item))
          : make("p", {}, says.nothing_done),
        labelled(says.add_done, adder),
      );
    };
    draw();
    return list;
  };
})();
