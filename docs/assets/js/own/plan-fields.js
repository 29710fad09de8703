// The fields of a whole plan: how many weeks, minutes that a reader has, who sends it, a note.
(() => {
  const { make, fill } = guide;
  const { limits, says } = guide.data;
  const { labelled, choice } = guide.fields;
  const LONGEST_DAY = 600; // minutes that the field takes

  // *change* gets the weeks and the items that still fit into them.
  const weeks = (plan, change) => {
    const [least, longest] = limits.weeks;
    const options = Array.from({ length: longest }, (_, week) => [`${week + least}`, `${week + least}`]);
    const pick = ({ target }) => {
      const last = Number(target.value);
      const fitted = ({ weeks: [from, to], ...item }) => ({
        ...item,
        weeks: [Math.min(from, last), to === plan.weeks || to > last ? last : to],
      });
      change({ weeks: last, items: plan.items.filter((item) => item.weeks[0] <= last).map(fitted) });
    };
    return labelled(says.weeks, choice(options, `${plan.weeks}`, { "data-weeks": true, change: pick }));
  };
  const minutes = (most, limit) => {
    const attributes = {
      type: "number",
      min: 1,
      max: LONGEST_DAY,
      value: most,
      inputmode: "numeric",
      autocomplete: "off",
    };
    const change = ({ target }) => limit(Math.max(0, Number(target.value)));
    return labelled(says.most_minutes, make("input", { ...attributes, change }));
  };
  const text = (plan, name, write) => {
    const most = limits[name];
    const attributes = { type: "text", name, value: plan[name], maxlength: most, autocomplete: "off" };
    const input = ({ target }) => write(name, target.value);
    return labelled(fill(says[name], { most }), make("input", { ...attributes, input }));
  };
  guide.planFields = { weeks, minutes, text };
})();
