// The page on which a reader follows a session: one exercise at a time, its picture, what to do now, and a count.
(() => {
  const { make, fill, links, plans, parts, signals } = guide;
  const { pages, says, words, side: sideName } = guide.data;
  const NAMES = {
    ready: says.ready,
    go: says.go,
    hold: says.hold_now,
    back: says.back_now,
    work: says.work,
    rest: says.rest_now,
  };
  const WORK = new Set(["go", "hold", "back", "work"]);

  let items = [];
  let plan = null;
  let clock = null;
  let picture = null;
  let done = []; // for each item its rounds that went to their end
  let shownPlace = -1;
  const page = make("div", { class: "session" });
  const line = (part) => make("p", { class: `session__${part}` });
  const [where, dose, phase, number, count, cue] = ["where", "dose", "phase", "number", "count", "cue"].map(line);
  const name = make("h2", { class: "session__name" });
  const said = make("p", { class: "sr", role: "status" });
  const pictureHolder = make("div", { class: "session__left" });
  const steps = make("div", { class: "session__steps" });

  const sideOf = (side) => (side === "together" ? "" : fill(words.sides[side], { side: sideName }));
  const roundsOf = (item) => {
    const own = plans.doseOf(item);
    return own.sets * (own.side === "each" ? 2 : 1);
  };
  const setOf = ({ item, set, side }) =>
    [fill(says.set_of, { set, sets: plans.doseOf(item).sets }), sideOf(side)].filter(Boolean).join(", ");
  const countOf = ({ item, count: counted }) => {
    const own = plans.doseOf(item);
    return own.kind === "time" ? "" : fill(says.count_of, { count: counted, all: own.high });
  };
  const button = (text, click, more = {}) =>
    make("button", { type: "button", class: "button button--quiet", click, ...more }, text);

  // Buttons that stay: the page is made once, so that the focus stays where it is.
  const back = button(says.back, () => clock.back(), { "aria-keyshortcuts": "ArrowLeft" });
  const go = button(says.start, () => toggle(), { "aria-keyshortcuts": "Space" });
  go.classList.replace("button--quiet", "session__go");
  const skip = button(says.skip, () => clock.skip(), { "aria-keyshortcuts": "ArrowRight" });
  const skipAll = button(says.skip_exercise, () => clock.skipExercise());
  const toggle = () => (clock.runs() ? clock.pause() : clock.begin());

  const more = guide.sessionMore(
    () => items,
    () => clock.runs() && clock.pause(),
  );

  const before = ({ item }) => {
    const { setup, steps: all, needs } = item.level;
    return [
      needs.length ? make("p", {}, make("b", {}, `${words.you_need}: `), needs.join(" · ")) : "",
      guide.listOf("ul", setup),
      guide.listOf("ol", all),
    ].filter(Boolean);
  };
  const cueOf = ({ item, count: counted, set }) => {
    const { cues } = item.exercise;
    return cues[(counted + set) % cues.length];
  };
  const showNumber = () => {
    const part = clock.part();
    const left = Math.ceil(clock.left() - 0.001);
    number.textContent = part.seconds ? `${left}` : "";
    number.setAttribute("aria-hidden", "true");
  };
  const showExercise = (part) => {
    if (shownPlace === part.place) return;
    shownPlace = part.place;
    const { item } = part;
    where.textContent = fill(says.exercise_of, { number: part.place + 1, all: items.length });
    name.textContent = item.exercise.name;
    const guides = item.dose ? make("small", {}, `${says.guides_own} ${guide.doses.phrase(item.level.dose)}.`) : "";
    dose.replaceChildren(`${item.level.name}. ${plans.phrase(item)} `, guides);
    picture = guide.sessionPicture(item);
    pictureHolder.replaceChildren(picture);
  };
  const tell = (part) => {
    const spoken = {
      ready: `${says.ready}. ${setOf(part)}`,
      rest: says.rest_now,
      hold: says.hold_now,
      go: `${part.count}`,
      work: says.work,
      back: "",
    };
    signals.give(part.phase, spoken[part.phase]);
    if (["ready", "rest", "start"].includes(part.phase))
      said.textContent = `${part.item.exercise.name}. ${spoken[part.phase] || says.start}`;
  };
  const show = () => {
    if (clock.isOver()) return end();
    const part = clock.part();
    const isStart = part.phase === "start";
    showExercise(part);
    page.dataset.phase = part.phase;
    phase.textContent = isStart ? "" : NAMES[part.phase];
    const counts = isStart ? [] : [setOf(part), WORK.has(part.phase) ? countOf(part) : ""].filter(Boolean);
    count.replaceChildren(...counts.flatMap((text) => [make("span", {}, text), " "]));
    cue.textContent = isStart ? "" : cueOf(part);
    steps.replaceChildren(...(isStart ? before(part) : []));
    skipAll.hidden = !isStart || items.length < 2;
    skip.hidden = isStart;
    go.textContent = clock.runs() ? says.pause : isStart ? says.start : says.go_on;
    showNumber();
    picture.play(clock.runs());
    signals.stayAwake(clock.runs());
    return undefined;
  };

  const changed = (what, part, isByTime) => {
    if (what !== "part") return clock.isOver() ? undefined : showNumber();
    const next = clock.isOver() ? null : clock.part();
    if (isByTime && part && WORK.has(part.phase) && next?.round !== part.round) done[part.place] += 1;
    show();
    if (next && clock.runs()) {
      picture.at(next.phase);
      tell(next);
    }
    return undefined;
  };
  const end = () => {
    signals.stayAwake(false);
    signals.give("end", says.over);
    const whole = items.filter((item, place) => done[place] >= roundsOf(item));
    if (whole.length) guide.finished?.(whole);
    const heading = make("h2", { tabindex: "-1" }, says.over);
    const lines = items.map((item, place) =>
      make("li", {}, `${item.exercise.name}: ${fill(says.rounds_of, { done: done[place], all: roundsOf(item) })}`),
    );
    page.replaceChildren(
      make(
        "div",
        { class: "session__end" },
        heading,
        make("p", {}, says.did),
        make("ul", {}, lines),
        make(
          "p",
          { class: "actions" },
          make("a", { class: "button", href: guide.address(pages.today) }, says.today),
          button(says.again, start),
        ),
        parts.stop(items),
      ),
    );
    heading.focus();
  };
  const start = () => {
    done = items.map(() => 0);
    shownPlace = -1;
    clock = guide.sessionClock(guide.sessionLine(items), changed);
    page.replaceChildren(
      make("div", { class: "session__head" }, where, name, dose),
      pictureHolder,
      make("div", { class: "session__right" }, phase, number, count, cue, steps),
      make("div", { class: "session__buttons" }, back, go, skip, skipAll),
      more,
      plan.from
        ? make(
            "div",
            { class: "session__from" },
            make("p", { class: "own-dose__from" }, plans.titleOf(plan)),
            ...parts.note(plan),
          )
        : "",
      parts.lost(plan.lost),
      said,
    );
    more.show();
    show();
    go.focus({ preventScroll: true });
  };

  // Keys, which remote controls send too. In a field, or on a button, Space and Enter do what they always do.
  const KEYS = {
    " ": toggle,
    MediaPlayPause: toggle,
    ArrowRight: () => clock.skip(),
    MediaTrackNext: () => clock.skip(),
    ArrowLeft: () => clock.back(),
    MediaTrackPrevious: () => clock.back(),
  };
  const pressed = (event) => {
    const isOwn = event.altKey || event.ctrlKey || event.metaKey || event.target.closest("dialog,input,select,summary");
    if (!clock || clock.isOver() || isOwn || !(event.key in KEYS)) return;
    if (event.key === " " && event.target.closest("a,button")) return;
    event.preventDefault();
    KEYS[event.key]();
  };

  const follow = async () => {
    const linked = links.read(location.hash);
    const isWanted = linked?.items.length && (await guide.ask.before(linked.items, location.hash));
    if (!isWanted) {
      page.replaceChildren(
        ...[
          linked ? parts.lost(linked.lost) : "",
          make("p", {}, says.no_session),
          make("p", {}, make("a", { class: "button", href: guide.address(pages.today) }, says.today)),
        ].filter(Boolean),
      );
      return;
    }
    [plan, items] = [linked, linked.items];
    start();
  };
  guide.openers.session = (element) => {
    element.append(page);
    for (const without of document.querySelectorAll("[data-without]")) without.hidden = true;
    addEventListener("hashchange", follow);
    addEventListener("keydown", pressed);
    setInterval(() => clock?.tick(), 100);
    signals.whenVoices(more.show);
    follow();
  };
})();
