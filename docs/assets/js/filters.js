// Filters the page of all exercises. The choice is in the address, as a form would send it, so that it can be kept or sent.
(() => {
  const form = document.querySelector("[data-filters]");
  if (!form) return;
  const items = [...document.querySelectorAll("li[data-kind]")];
  const status = form.querySelector("[role=status]");
  const { one, many, none } = status.dataset;

  const fits = ({ kind, positions, minutes, needs }, chosen) => {
    const have = chosen.getAll("have");
    const has = (thing) => have.includes(thing);
    const asked = { kind: chosen.get("kind"), position: chosen.get("position"), minutes: Number(chosen.get("minutes")) };
    if (asked.kind && asked.kind !== kind) return false;
    if (asked.position && !positions.split(" ").includes(asked.position)) return false;
    if (asked.minutes && asked.minutes < Number(minutes)) return false;
    return !have.length || needs.split("|").some((level) => level.split(" ").filter(Boolean).every(has));
  };
  const show = () => {
    const chosen = new URLSearchParams(new FormData(form));
    for (const [name, value] of [...chosen]) if (!value) chosen.delete(name);
    for (const item of items) item.hidden = !fits(item.dataset, chosen);
    const count = items.filter((item) => !item.hidden).length;
    status.textContent = count ? (count === 1 ? one : many).replace("{count}", count) : none;
    return chosen;
  };
  const changed = () => {
    const chosen = show().toString();
    try {
      history.replaceState(null, "", (chosen ? `?${chosen}` : location.pathname) + location.hash);
    } catch {
      // Some browsers refuse this for a page from a folder: the address stays.
    }
  };

  for (const [name, value] of new URLSearchParams(location.search)) {
    for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (field.type !== "checkbox") field.value = [...field.options].some((option) => option.value === value) ? value : "";
      else if (field.value === value) field.checked = true;
    }
  }
  for (const things of form.querySelectorAll("details")) things.open = things.querySelector(":checked") !== null;
  form.hidden = false;
  form.addEventListener("change", changed);
  form.addEventListener("reset", () => setTimeout(changed));
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
})();
