// The search. Its button opens a dialog and loads the index (macros/pages/search_index.py), a script that works from a folder too.
// Words match in any form, by their beginning, and with a slip of the hand. Whatever is found is shown as text.
(() => {
  const dialog = document.querySelector("[data-search]");
  if (!dialog) return;
  const openers = document.querySelectorAll("[data-search-open]");
  const input = dialog.querySelector("input");
  const status = dialog.querySelector("[role=status]");
  const list = dialog.querySelector("ol");
  const elsewhere = dialog.querySelector("ul");
  const hint = status.textContent;
  const root = new URL("..", new URL(dialog.dataset.search, location.href));
  const MOST = 30; // results that are shown
  const WORD = /([\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}]+)*)/gu;
  const [EXACT, SYNONYM, BEGINNING, SLIP] = [1, 0.9, 0.6, 0.4];
  const [IN_NAME, IN_LINES, IN_WORDS] = [10, 3, 1];
  let find; // the search itself, once the index is here
  let before; // what had the focus when the dialog opened

  // Texts are cut at their words; every second piece is one.
  const pieces = (text) => text.split(WORD);
  const plains = new Map(); // a large index repeats its words
  const plain = (word) => {
    if (!plains.has(word)) plains.set(word, word.normalize("NFD").replace(/\p{M}|['’].*/gu, "").toLowerCase());
    return plains.get(word);
  };
  const words = (text) => (text.match(WORD) || []).map(plain);

  // Letters to change, add, leave out or swap to get from one word to the other; more than `most` is as good as any.
  const slips = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let [above, row] = [[], Array.from({ length: other.length + 1 }, (_, place) => place)];
    for (let i = 1; i <= one.length; i++) {
      const next = [i];
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1];
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
        const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        if (swapped) next[j] = Math.min(next[j], above[j - 2] + 1);
      }
      if (Math.min(...next) > most) return most + 1;
      [above, row] = [row, next];
    }
    return row[other.length];
  };

  const searchIn = ({ places, skip, endings, leads, synonyms, entries }) => {
    const stems = new Map(); // every word, and what is left of it without its ending
    const found = new Map(); // for each stem the entries that have it, and how much it counts there
    const stemOf = (word) => {
      if (stems.has(word)) return stems.get(word);
      const ending = endings.find((end) => word.endsWith(end) && word.length - end.length > 2) || "";
      return word.slice(0, word.length - ending.length).replace(/(\D)\1$/u, "$1");
    };
    const know = (word) => stems.set(word, stemOf(word)).get(word);
    const add = (text, entry, weight) => {
      for (const word of words(text)) {
        const stem = know(word);
        if (!found.has(stem)) found.set(stem, new Map());
        const weights = found.get(stem);
        if (!(weights.get(entry) >= weight)) weights.set(entry, weight);
      }
    };
    entries.forEach(([, , , name, lines, more], entry) => {
      add(name, entry, IN_NAME);
      for (const line of lines) add(line, entry, IN_LINES);
      add(more, entry, IN_WORDS);
    });
    const skipped = new Set(skip);
    const spoken = (text) => words(text).filter((word) => !skipped.has(word));
    const addresses = new Map(entries.map(([address], entry) => [address, entry]));
    const phrases = leads
      .flatMap(([texts, to]) => texts.map((text) => ({ stems: spoken(text).map(know), entry: addresses.get(to) })))
      .filter(({ stems, entry }) => stems.length && entry !== undefined)
      .sort((one, other) => other.stems.length - one.stems.length);
    const meanings = new Map(
      synonyms.flatMap(([texts, means]) => texts.flatMap(words).map((word) => [know(word), words(means).map(know)])),
    );

    // The stems that a word of the query may mean, each with how well it fits, and those that are sure enough for a lead.
    const meant = (word) => {
      const fits = new Map();
      const sure = new Set();
      const fit = (stem, how) => fits.set(stem, Math.max(how, fits.get(stem) || 0));
      const own = stemOf(word);
      for (const [known, stem] of stems) {
        if (stem === own) {
          fit(stem, EXACT);
          sure.add(stem);
        } else if (word.length > 1 && known.startsWith(word)) {
          fit(stem, BEGINNING);
          if (word.length > 4) sure.add(stem);
        }
      }
      const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
      for (const [known, stem] of fits.size || !most ? [] : stems) {
        if (slips(word, known, most) <= most) {
          fit(stem, SLIP);
          sure.add(stem);
        } else if (word.length > 4 && slips(word, known.slice(0, word.length), most) <= most) {
          fit(stem, SLIP * BEGINNING);
        }
      }
      for (const stem of [...fits.keys()]) {
        for (const other of meanings.get(stem) || []) fit(other, SYNONYM * fits.get(stem));
      }
      return { fits, sure };
    };

    return (query) => {
      const typed = [...new Set(spoken(query).length ? spoken(query) : words(query))].map(meant);
      const matched = new Map(); // for each entry what each word of the query that it has counts there
      for (const { fits } of typed) {
        const best = new Map();
        for (const [stem, how] of fits) {
          for (const [entry, weight] of found.get(stem) || []) best.set(entry, Math.max(how * weight, best.get(entry) || 0));
        }
        for (const [entry, count] of best) matched.set(entry, [...(matched.get(entry) || []), count]);
      }
      const most = [...matched.values()].reduce((longest, { length }) => Math.max(longest, length), 0);
      const points = ([entry, counts]) =>
        [entry, counts.reduce((sum, count) => sum + count) * Math.min(...counts) * entries[entry][2]];
      const ordinary = [...matched]
        .filter(([, counts]) => counts.length === most)
        .map(points)
        .sort(([one, points], [other, more]) => more - points || one - other)
        .map(([entry]) => entry);
      const sure = new Set(typed.flatMap((word) => [...word.sure]));
      const led = phrases.filter((phrase) => phrase.stems.every((stem) => sure.has(stem))).map(({ entry }) => entry);

      const marked = new Set(typed.flatMap((word) => [...word.fits.keys()]));
      const marks = (text) => new Set(words(text).map(stemOf).filter((stem) => marked.has(stem)));
      const lineOf = (name, lines) => {
        const named = marks(name);
        const fresh = (line) => [...marks(line)].filter((stem) => !named.has(stem)).length;
        return lines.reduce((best, line) => (fresh(line) > fresh(best) ? line : best), lines[0] || "");
      };
      return [...new Set([...led, ...ordinary])].map((entry) => ({
        address: entries[entry][0],
        place: places[entries[entry][1]],
        name: entries[entry][3],
        line: () => lineOf(entries[entry][3], entries[entry][4]),
        isMarked: (word) => marked.has(stemOf(plain(word))),
      }));
    };
  };

  const element = (name, ...inside) => {
    const made = document.createElement(name);
    made.append(...inside);
    return made;
  };
  const markedText = (text, isMarked) =>
    pieces(text).map((piece, place) => (place % 2 && isMarked(piece) ? element("mark", piece) : piece));
  const shown = ({ address, place, name, line, isMarked }) => {
    const link = element("a", element("b", ...markedText(name, isMarked)));
    if (place !== name) link.append(" ", element("small", place));
    link.append(element("span", ...markedText(line(), isMarked)));
    const target = new URL(address, root);
    if (target.protocol === "file:") target.pathname = target.pathname.replace(/\/$/, "/index.html");
    link.href = target.href;
    return element("li", link);
  };

  const say = (text, lost) => {
    status.textContent = text;
    elsewhere.hidden = !lost;
  };
  const search = () => {
    const results = find && words(input.value).length ? find(input.value) : [];
    list.replaceChildren(...results.slice(0, MOST).map(shown));
    if (!find) return;
    const [one, many] = dialog.dataset.found.split("|");
    const { first, nothing } = dialog.dataset;
    const count = results.length > MOST ? first.replace("{shown}", MOST) : results.length === 1 ? one : many;
    if (results.length) say(count.replace("{count}", results.length));
    else if (words(input.value).length) say(nothing, true);
    else say(hint);
  };

  const load = () => {
    if ("loading" in dialog.dataset) return;
    dialog.dataset.loading = "";
    const script = element("script");
    script.src = dialog.dataset.search;
    script.onload = () => {
      find = searchIn(window.guideSearch);
      search();
    };
    script.onerror = () => {
      delete dialog.dataset.loading; // the next time it may be there
      script.remove();
      say(dialog.dataset.failed, true);
    };
    document.head.append(script);
  };

  // Browsers without dialogs show it by its attribute alone.
  const isReal = typeof dialog.showModal === "function";
  const open = () => {
    if (dialog.hasAttribute("open")) return;
    before = document.activeElement;
    if (isReal) dialog.showModal();
    else dialog.setAttribute("open", "");
    input.focus();
    input.select();
    load();
  };
  const closed = () => before && before.focus();
  const close = () => {
    if (isReal) dialog.close();
    else if (dialog.hasAttribute("open")) {
      dialog.removeAttribute("open");
      closed();
    }
  };

  for (const opener of openers) {
    opener.hidden = false;
    opener.addEventListener("click", open);
  }
  for (const link of document.querySelectorAll("[data-search-link]")) link.hidden = true;
  dialog.querySelector("[data-search-close]").addEventListener("click", close);
  dialog.addEventListener("close", closed);
  dialog.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link) before = null; // on to another place, which may be on this page
    if (link || event.target === dialog) close();
  });
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const first = list.querySelector("a");
    if (first) first.click();
  });
  input.addEventListener("input", search);
  dialog.addEventListener("focusout", ({ relatedTarget }) => {
    if (!isReal && relatedTarget && !dialog.contains(relatedTarget)) close();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !isReal) close();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [input, ...list.querySelectorAll("a")];
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || dialog.hasAttribute("open")) return;
    const outside = event.target.closest && !dialog.contains(event.target); // the closed dialog may keep the focus for a moment
    if (outside && event.target.closest("input, textarea, select, [contenteditable], dialog")) return;
    event.preventDefault();
    open();
  });
})();
