// Turns the links of `[data-tabs]` into tabs, which show one of the parts that they lead to; the address tells which, so that it
// can be kept or sent. Without a script all parts follow one another, and the links lead to them.
(() => {
  for (const list of document.querySelectorAll("[data-tabs]")) {
    const tabs = [...list.querySelectorAll("a")];
    const panels = tabs.map((tab) => document.getElementById(tab.hash.slice(1)));
    list.setAttribute("role", "tablist");
    list.parentElement.classList.add("tabbed");

    const select = (place) => {
      tabs.forEach((tab, other) => {
        tab.setAttribute("aria-selected", other === place);
        tab.tabIndex = other === place ? 0 : -1;
        panels[other].classList.toggle("level--shown", other === place);
      });
    };
    const choose = (place) => {
      select(place);
      if (location.hash.startsWith("#v=")) return; // the link carries somebody's dose, and stays (assets/js/own/links.js)
      try {
        history.replaceState(null, "", tabs[place].hash);
      } catch {
        // Some browsers refuse this for a page from a folder: the address stays.
      }
    };
    const follow = () => {
      const target = document.getElementById(location.hash.slice(1));
      const place = target ? panels.findIndex((panel) => panel.contains(target)) : -1;
      if (place >= 0) select(place);
    };

    tabs.forEach((tab, place) => {
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", panels[place].id);
      panels[place].setAttribute("role", "tabpanel");
      tab.addEventListener("click", (event) => {
        event.preventDefault();
        choose(place);
      });
    });
    select(0);
    follow();
    addEventListener("hashchange", follow);
  }

  // Keys, for every list of tabs (week.js has one too): arrows, Home and End choose another tab, Space the one that has the focus.
  for (const list of document.querySelectorAll("[role=tablist]")) {
    list.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const tabs = [...list.querySelectorAll("[role=tab]")];
      const place = tabs.indexOf(event.target);
      const forward = getComputedStyle(list).direction === "rtl" ? -1 : 1;
      const ways = { ArrowRight: place + forward, ArrowLeft: place - forward, Home: 0, End: -1, " ": place };
      if (!(event.key in ways)) return;
      const tab = tabs.at(ways[event.key] % tabs.length);
      event.preventDefault();
      tab.click();
      tab.focus();
    });
  }
})();
