// The fields of one day of the log: effort, pain and a word. Whatever is entered, they say nothing of it.
(() => {
  const { make, fill, log, plans } = guide;
  const { limits, says, words } = guide.data;

  const scale = (value, changed) => {
    const [least, most] = limits.scale;
    const numbers = Array.from({ length: most - least + 1 }, (_, place) => `${least + place}`);
    return guide.fields.choice([["", "–"], ...numbers.map((number) => [number, number])], `${value ?? ""}`, {
      change: ({ target }) => changed(target.value === "" ? null : Number(target.value)),
    });
  };
  // *changed* is told whether the device keeps what was entered.
  guide.logFields = (date, changed) => {
    const { labelled } = guide.fields;
    const { effort, pain, word } = log.day(date);
    const put = (more) => changed(log.write(date, { ...log.day(date), ...more }));
    const text = make("input", {
      type: "text",
      value: word,
      maxlength: limits.word,
      autocomplete: "off",
      input: () => put({ word: text.value }),
    });
    return {
      numbers: make(
        "div",
        { class: "own-numbers" },
        labelled(words.how_hard, scale(effort, (value) => put({ effort: value }))),
        labelled(says.pain, scale(pain, (value) => put({ pain: value }))),
      ),
      word: labelled(fill(says.word, { most: limits.word }), text),
    };
  };

  // For the page of today, which has the stop rules right below.
  let isOpen = false;
  guide.logNote = (time) => {
    const status = make("p", { class: "own-small", role: "status" });
    const fields = guide.logFields(plans.iso(time), (isKept) => {
      status.textContent = isKept ? "" : says.log_not_kept;
    });
    const fold = make(
      "details",
      { class: "fold fold--row log-note", open: isOpen, toggle: () => (isOpen = fold.open) },
      make("summary", {}, make("h2", {}, says.log_note)),
      make("div", { class: "fold__inside" }, fields.numbers, fields.word, status),
    );
    return fold;
  };
})();
