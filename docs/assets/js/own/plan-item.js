// One exercise of an own plan: its picture, what to do and when, and, where a reader changes it, its fields.
(() => {
  const { make, plans } = guide;
  const { says } = guide.data;
  const { labelled, choice } = guide.fields;

  const spanOf = ({ weeks: [from, to] }, plan) => (from === 1 && to === plan.weeks ? "" : plans.weekName(from, to));
  const when = (item, plan) => [guide.sentence(plans.daysOf(item)), spanOf(item, plan)].filter(Boolean).join(" ");
  const saysOf = (item, plan) => [
    `${item.level.name}. ${plans.phrase(item)} `,
    make("span", { class: "own-item__when" }, when(item, plan)),
  ];
  const weekChoice = (name, weeks, value, pick) => {
    const options = Array.from({ length: weeks }, (_, week) => [`${week + 1}`, `${week + 1}`]);
    return labelled(name, choice(options, `${value}`, { change: ({ target }) => pick(Number(target.value)) }));
  };
  const fieldsOf = (item, plan, replace) => {
    let now = item;
    const take = (more) => replace((now = { ...now, ...more }));
    const span = ([from, to]) => take({ weeks: [Math.min(from, to), Math.max(from, to)] });
    const spans = () => [
      weekChoice(says.from_week, plan.weeks, item.weeks[0], (from) => span([from, now.weeks[1]])),
      weekChoice(says.to_week, plan.weeks, item.weeks[1], (to) => span([now.weeks[0], to])),
    ];
    return make(
      "div",
      { class: "own-item__fields" },
      guide.fields(item, (read) => read && take({ level: read.level, dose: read.dose, days: read.days })),
      plan.weeks > 1 ? make("div", { class: "own-numbers" }, spans()) : "",
    );
  };

  // *does* has what the buttons do: toggle, move by a place, remove, replace the item; without it there are no buttons.
  guide.planItem = (plan, place, does, isOpen) => {
    const item = plan.items[place];
    const { name } = item.exercise;
    const follows = plan.items[place - 1]?.exercise === item.exercise; // another level of the exercise above
    const button = (text, click, more = {}) =>
      make("button", { type: "button", class: "own-button", click, "aria-label": `${text}: ${name}`, ...more }, text);
    const move = (text, by, isLast) => button(text, () => does.move(by), { "data-move": by, disabled: isLast });
    const said = make("p", {}, saysOf(item, plan));
    const replace = (newItem) => {
      does.replace(newItem);
      said.replaceChildren(...saysOf(newItem, plan));
    };
    const buttons = () =>
      make(
        "p",
        { class: "own-item__buttons" },
        move(says.up, -1, place === 0),
        move(says.down, 1, place === plan.items.length - 1),
        button(says.remove, does.remove),
      );
    return make(
      "li",
      { class: follows ? "own-item own-item--next" : "own-item", "data-place": place },
      make("div", { class: "own-item__picture" }, guide.still(item.level)),
      make(
        "div",
        { class: "own-item__what" },
        make("a", { class: follows ? "sr" : null, href: plans.pageOf(item, plan) }, name),
        said,
      ),
      does ? button(isOpen ? says.done : says.change, does.toggle, { "aria-expanded": `${isOpen}` }) : "",
      isOpen ? [buttons(), fieldsOf(item, plan, replace)] : "",
    );
  };
})();
