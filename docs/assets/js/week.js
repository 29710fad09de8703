// A week's page shows the exercises of one day, today's at first, and keeps what is ticked on this device alone. Where the browser
// keeps nothing, ticks last until the page is left. Without a script the grid of all seven days takes the place of this.
(() => {
  const view = document.querySelector("[data-week]");
  if (!view) return;
  const sheet = view.parentElement;
  const tabs = [...view.querySelectorAll("[role=tab]")];
  const panel = view.querySelector("[role=tabpanel]");
  const rows = [...panel.querySelectorAll("li")];
  const effort = sheet.querySelector("[data-effort] select");
  const begin = sheet.querySelector("[data-session-of-day]");
  const status = panel.querySelector("[role=status]");
  const kept = status.textContent;
  const unkept = new Map(); // what the browser did not keep
  let chosen = ""; // a day, or nothing for today

  const today = () => tabs[(new Date().getDay() + 6) % 7].dataset.day; // the days of the data begin on Monday
  const tickOf = (row, day) => `guide-ticks/${view.dataset.week}/${day}/${row.dataset.exercise}`;
  const effortOf = (day) => `guide-effort/${view.dataset.week}/${day}`;

  const say = (text) => {
    if (status.textContent !== text) status.textContent = text; // what is new is read out
  };
  const read = (key) => {
    try {
      return unkept.get(key) ?? localStorage.getItem(key);
    } catch {
      say(status.dataset.notKept);
      return null;
    }
  };
  const keep = (key, value) => {
    try {
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
      unkept.delete(key);
      say(kept);
    } catch {
      unkept.set(key, value); // storage is refused or full
      say(status.dataset.notKept);
    }
  };

  const show = () => {
    const day = chosen || today();
    const shown = tabs.find(({ dataset }) => dataset.day === day);
    for (const tab of tabs) {
      tab.setAttribute("aria-selected", tab === shown);
      tab.tabIndex = tab === shown ? 0 : -1;
      tab.classList.toggle("today__day--today", tab.dataset.day === today());
    }
    for (const row of rows) {
      row.hidden = !row.dataset.days.split(" ").includes(day);
      row.querySelector("input").checked = read(tickOf(row, day)) === "1";
    }
    const rests = rows.every((row) => row.hidden);
    panel.querySelector("[data-rest-day]").hidden = !rests;
    effort.closest("[data-effort]").hidden = rests;
    effort.value = read(effortOf(day)) ?? "";
    if (effort.selectedIndex < 0) effort.value = "";
    begin.hidden = rests;
    if (!rests) begin.href = shown.dataset.session;
    panel.setAttribute("aria-label", shown.ariaLabel);
    panel.querySelector("h2").textContent = view.dataset.heading
      .replace("{day}", () => (day === today() ? view.dataset.today : shown.ariaLabel))
      .replace("{has}", () => shown.dataset.has);
  };
  const choose = (tab) => {
    chosen = tab.dataset.day === today() ? "" : tab.dataset.day;
    show();
  };

  for (const tab of tabs) tab.addEventListener("click", () => choose(tab));
  for (const row of rows) {
    row.addEventListener("change", ({ target }) => keep(tickOf(row, chosen || today()), target.checked ? "1" : ""));
  }
  effort.addEventListener("change", () => keep(effortOf(chosen || today()), effort.value));
  panel.querySelector("[data-clear]").addEventListener("click", () => {
    for (const { dataset } of tabs) {
      keep(effortOf(dataset.day), "");
      for (const row of rows) keep(tickOf(row, dataset.day), "");
    }
    show();
    say(status.dataset.cleared);
  });
  addEventListener("storage", show); // ticked in another tab
  addEventListener("pageshow", show); // the page comes back, perhaps on another day
  document.addEventListener("visibilitychange", show);

  show();
  view.hidden = false;
  sheet.querySelector("[data-whole-week]").open = false;
})();
