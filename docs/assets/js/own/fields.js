// The fields of one dose: level, numbers, side, days. They take what the data model takes, and say so where they do not.
(() => {
  const { make, fill } = guide;
  const { limits, says, words, days, side } = guide.data;
  const { WEEK, SIDES } = guide.links;

  let fieldsMade = 0;
  const labelled = (name, field) => {
    field.id = `own-field-${(fieldsMade += 1)}`;
    return make("div", { class: "own-field" }, make("label", { for: field.id }, name), field);
  };
  const choice = (options, chosen, attributes = {}) =>
    make(
      "select",
      { autocomplete: "off", ...attributes },
      options.map(([value, text]) => make("option", { value, selected: value === chosen }, text)),
    );

  const dayBoxes = (chosen, changed) => {
    const boxes = WEEK.map((day) =>
      make("input", {
        type: "checkbox",
        value: day,
        checked: chosen.includes(day),
        autocomplete: "off",
        change: changed,
      }),
    );
    const element = make(
      "fieldset",
      { class: "own-days" },
      make("legend", {}, says.days),
      boxes.map((box, place) => make("label", {}, box, make("span", { title: days[place].name }, days[place].short))),
    );
    element.chosen = () => boxes.filter((box) => box.checked).map((box) => Number(box.value));
    return element;
  };

  // What the number of one round is called, and its limits, by the kind of the level's dose.
  const AMOUNTS = {
    repetitions: [says.repetitions, limits.count],
    time: [says.seconds, limits.seconds],
    steps: [says.steps, limits.count],
  };

  const numberField = (name, [least, most], value, changed) => {
    const input = make("input", {
      type: "number",
      inputmode: "numeric",
      min: least,
      max: most,
      step: 1,
      value,
      autocomplete: "off",
      input: changed,
    });
    input.wrong = () =>
      /^\d+$/.test(input.value) && Number(input.value) >= least && Number(input.value) <= most
        ? ""
        : fill(says.number_wrong, { name, least, most });
    return input;
  };

  // Returns an element whose `read()` gives the item, with its dose, or nothing where a field is wrong.
  guide.fields = (item, changed, { withDays = true } = {}) => {
    const { exercise } = item;
    let [level, numbers] = [item.level, {}];
    const wrong = make("p", { class: "own-wrong", role: "alert" });
    const numbersOf = make("div", { class: "own-numbers" });
    const sides = choice([], "", { change: () => report() });
    const boxes = withDays ? dayBoxes(item.days, () => report()) : null;

    const draw = (dose) => {
      const { kind } = dose;
      const [name, limit] = AMOUNTS[kind];
      const field = (key, label, range, value) => (numbers[key] = numberField(label, range, value, () => report()));
      numbers = {};
      numbersOf.replaceChildren(
        labelled(says.sets, field("sets", says.sets, limits.sets, dose.sets)),
        labelled(name, field("low", name, limit, dose.low)),
        ...(kind === "repetitions"
          ? [
              labelled(says.up_to, field("high", says.up_to, limit, dose.high > dose.low ? dose.high : "")),
              labelled(says.hold, field("hold", says.hold, limits.hold, dose.hold)),
            ]
          : []),
        labelled(says.rest, field("rest", says.rest, limits.rest, dose.rest)),
      );
      if (numbers.high) numbers.high.placeholder = says.optional;
      const names = { together: says.together };
      sides.replaceChildren(
        ...SIDES.map((one) =>
          make("option", { value: one, selected: one === dose.side }, names[one] || fill(words.sides[one], { side })),
        ),
      );
    };
    const levels = choice(
      exercise.levels.map(({ id, name }) => [id, name]),
      level.id,
      {
        change: () => {
          level = exercise.levels.find(({ id }) => id === levels.value);
          draw(level.dose);
          report();
        },
      },
    );

    const read = () => {
      const empty = numbers.high && !numbers.high.value;
      const inputs = Object.entries(numbers).filter(([key]) => !(key === "high" && empty));
      const problems = inputs.map(([, input]) => {
        const problem = input.wrong();
        input.setAttribute("aria-invalid", problem !== "");
        return problem;
      });
      const value = (key) => Number(numbers[key]?.value || 0);
      const high = numbers.high && !empty ? value("high") : value("low");
      if (high < value("low") && !problems.some(Boolean)) problems.push(says.range_wrong);
      const chosen = boxes ? boxes.chosen() : item.days;
      if (!chosen.length) problems.push(says.no_days);
      wrong.textContent = problems.filter(Boolean)[0] || "";
      if (wrong.textContent) return null;
      const { kind, each } = level.dose;
      const dose = {
        kind,
        each,
        sets: value("sets"),
        low: value("low"),
        high,
        hold: value("hold"),
        rest: value("rest"),
        side: sides.value,
      };
      const isOwn = Object.entries(dose).some(([key, number]) => level.dose[key] !== number);
      return { ...item, level, dose: isOwn ? dose : null, days: chosen };
    };
    const report = () => changed(read());

    draw(item.dose || level.dose);
    const element = make(
      "div",
      { class: "own-fields" },
      exercise.levels.length > 1 ? labelled(says.level, levels) : "",
      numbersOf,
      labelled(says.side, sides),
      boxes || "",
      wrong,
    );
    element.read = read;
    return element;
  };
  Object.assign(guide.fields, { labelled, choice, dayBoxes });
})();
