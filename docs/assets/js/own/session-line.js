// The line of a session: what follows what, and for how many seconds. Numbers are those of the doses; only the seconds to get
// ready before a round are the session's own. Nothing else is added, and nothing is left out.
(() => {
  const READY = 5; // seconds to get into position before a round
  const doseOf = (item) => guide.plans.doseOf(item);

  // The seconds of one repetition: there, held, and back; of a step, there alone.
  const repetition = ({ kind, each, hold }) => {
    if (kind === "steps") return [["go", each]];
    return hold
      ? [
          ["go", each / 2],
          ["hold", hold],
          ["back", each / 2],
        ]
      : [
          ["go", each / 2],
          ["back", each / 2],
        ];
  };
  const round = (dose) => {
    if (dose.kind === "time") return [{ phase: "work", seconds: dose.high, count: 1 }];
    return Array.from({ length: dose.high }, (_, place) => place + 1).flatMap((count) =>
      repetition(dose).map(([phase, seconds]) => ({ phase, seconds, count })),
    );
  };
  const sidesOf = ({ side }) => (side === "each" ? ["left", "right"] : [side]);

  // Parts in order, each { item, phase, seconds, set, side, count, round }: a part without seconds waits for the reader; `round`
  // counts rounds, so that back and skip go from one to the next.
  const ofItem = (item, place) => {
    const dose = doseOf(item);
    const parts = [{ phase: "start", seconds: 0, set: 1, side: sidesOf(dose)[0] }];
    for (let set = 1; set <= dose.sets; set++) {
      sidesOf(dose).forEach((side, turn) => {
        if (turn === 0 && set > 1 && dose.rest) parts.push({ phase: "rest", seconds: dose.rest, set, side });
        parts.push(
          { phase: "ready", seconds: READY, set, side },
          ...round(dose).map((part) => ({ ...part, set, side })),
        );
      });
    }
    return parts.map((part) => ({ item, place, count: 0, ...part }));
  };
  guide.sessionLine = (items) => {
    let number = 0;
    return items.flatMap(ofItem).map((part) => {
      if (["start", "rest", "ready"].includes(part.phase)) number += 1;
      return { ...part, round: number };
    });
  };
})();
