// Before a device's first own dose or plan, and before each opened link's first, shows who asks a clinician first. Nothing is
// asked of the reader and nothing is judged: they say that they have read it.
(() => {
  const { make, kept } = guide;
  const { safety, says, words } = guide.data;
  const MOST = 200; // links that a device remembers
  const OWN = "own";

  const about = (cards, ids) =>
    cards.filter(({ exercises }) => !exercises.length || exercises.some((id) => ids.has(id)));
  const signs = (cards, ids) => about(cards, ids).flatMap((card) => card.signs);
  const unique = (items) => [...new Set(items)];

  // What a link has is known by a short number made of it, so that the list of those read says nothing of their content.
  const nameOf = (text) => {
    let hash = 0x811c9dc5;
    for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0), 0x01000193) >>> 0;
    return hash.toString(36);
  };
  const isRead = (name) => kept.read("read").split(" ").includes(name);
  const remember = (name) => {
    const names = kept
      .read("read")
      .split(" ")
      .filter((other) => other && other !== name);
    kept.write("read", [...names, name].slice(-MOST).join(" "));
  };

  const rules = (items) => {
    const ids = new Set(items.map(({ exercise }) => exercise.id));
    const own = unique(items.flatMap(({ exercise, level }) => [...exercise.not_for, ...level.not_for]));
    return unique([...signs(safety.ask, ids), ...own]);
  };
  let leave = () => {}; // answers the dialog that is open
  const dialogOf = (items, resolve) => {
    leave();
    const heading = make("h2", { id: "ask-first-heading" }, words.ask_first);
    const read = make("button", { class: "button", type: "button", click: () => done(true) }, says.have_read);
    const close = make(
      "button",
      { class: "button button--quiet", type: "button", click: () => done(false) },
      says.not_now,
    );
    const dialog = make(
      "dialog",
      { class: "own-dialog own-ask", "aria-labelledby": heading.id, cancel: () => done(false) },
      heading,
      make("p", {}, `${words.ask_first_if}:`),
      guide.listOf("ul", rules(items)),
      make("p", {}, safety.at_once, " ", make("a", { href: guide.address(safety.page) }, words.all_signs)),
      make("p", { class: "own-dialog__end" }, read, close),
    );
    const done = (answer) => {
      dialog.remove();
      resolve(answer);
    };
    leave = () => done(false);
    guide.openDialog(dialog);
    read.focus({ preventScroll: true });
    dialog.scrollTop = 0;
  };

  // *link* is what was opened, or nothing before a reader's own first. Resolves to whether to go on.
  const before = (items, link = "") => {
    const name = link ? nameOf(link) : OWN;
    if (isRead(name)) return Promise.resolve(true);
    return new Promise((resolve) => dialogOf(items, resolve)).then((answer) => {
      if (answer) remember(name);
      return answer;
    });
  };
  guide.ask = { before, remember: (link) => remember(nameOf(link)), rules, stop: (ids) => signs(safety.stop, ids) };
})();
