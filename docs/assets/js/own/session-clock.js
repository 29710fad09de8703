// The clock of a session: where on its line it is by the time of the device, so that it is right after the phone has slept or
// the tab was hidden. A round never begins unseen: it waits until somebody is there again.
(() => {
  const GAP = 3000; // milliseconds without a tick after which the device has slept
  const WAITS = new Set(["start"]);
  const BEGINS = new Set(["ready"]);

  // *changed* is called with what has changed: "part" where another part begins, with the one before and whether its time was over;
  // nothing where only seconds went by.
  guide.sessionClock = (line, changed) => {
    let place = 0;
    let spent = 0; // milliseconds of the part that are over
    let runs = false;
    let last = 0; // when the clock was last looked at
    let unseen = 0; // since when nobody looks; 0 while somebody does

    const part = () => line[place];
    const isOver = () => place >= line.length;
    const enter = (next, { isByTime = false, waits = false } = {}) => {
      const before = part();
      place = next;
      spent = 0;
      if (waits || isOver() || WAITS.has(part().phase)) runs = false;
      changed("part", before, isByTime);
    };
    const tick = (now = Date.now()) => {
      if (!runs) return;
      if (!unseen && now - last > GAP) unseen = last;
      spent += Math.max(0, now - last);
      last = now;
      while (runs && !isOver() && spent >= part().seconds * 1000) {
        const over = spent - part().seconds * 1000;
        const isUnseen = unseen > 0 && now - over > unseen;
        enter(place + 1, { isByTime: true, waits: isUnseen && BEGINS.has(line[place + 1]?.phase) });
        if (runs) spent = over;
      }
      if (document.visibilityState === "visible") unseen = 0;
      changed("");
    };
    const begin = () => {
      if (isOver()) return;
      runs = true;
      last = Date.now();
      if (WAITS.has(part().phase)) enter(place + 1);
      else changed("part");
    };
    const pause = () => {
      tick();
      runs = false;
      changed("part");
    };
    const to = (round) => {
      const found = line.findIndex((one) => one.round === round);
      last = Date.now();
      enter(found < 0 ? line.length : found);
    };
    const SOON = 2000; // milliseconds within which "back" goes to the round before
    const back = () => {
      tick();
      if (isOver()) return to(line.at(-1).round);
      const begins = line.findIndex((one) => one.round === part().round);
      const since = line.slice(begins, place).reduce((sum, one) => sum + one.seconds * 1000, spent);
      to(since > SOON ? part().round : Math.max(1, part().round - 1));
    };
    const skip = () => !isOver() && to(part().round + 1);
    // From the start of an exercise, skip leaves the whole of it out.
    const skipExercise = () => {
      const next = line.find((one) => one.place === part().place + 1);
      to(next ? next.round : Infinity);
    };
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") unseen ||= Date.now();
      else tick();
    });

    return {
      ...{ begin, pause, back, skip, skipExercise, tick },
      part,
      isOver,
      runs: () => runs,
      left: () => (isOver() ? 0 : Math.max(0, part().seconds - spent / 1000)),
      place: () => place,
    };
  };
})();
