// A dose in words and minutes, as macros/wording/doses.py has them. A dose is { kind, sets, low, high, each, hold, rest, side }:
// low and high are repetitions, seconds or steps by its kind, each is the seconds of one repetition or step.
(() => {
  const { words, side } = guide.data;
  const MINUTE = 60;

  const longTime = (seconds) =>
    seconds % MINUTE ? guide.count(seconds, words.second) : guide.count(seconds / MINUTE, words.minute);
  const shortTime = (seconds) =>
    seconds % MINUTE ? `${seconds} ${words.second_short}` : `${seconds / MINUTE} ${words.minute_short}`;
  const range = ({ low, high }) => (low === high ? `${low}` : `${low} ${words.to} ${high}`);
  const rounds = (dose) => {
    const forms = dose.kind === "steps" ? words.length : words.set;
    const amount = {
      repetitions: () => range(dose),
      time: () => longTime(dose.high),
      steps: () => guide.count(dose.high, words.step),
    }[dose.kind]();
    return `${guide.count(dose.sets, forms)} ${words.of} ${amount}`;
  };
  const sideOf = (dose) => (dose.side === "together" ? "" : guide.fill(words.sides[dose.side], { side }));

  // Without its rest: '2 sets of 8, hold 3 seconds, left foot'.
  const work = (dose) =>
    [rounds(dose), dose.kind === "repetitions" && dose.hold ? `${words.hold} ${longTime(dose.hold)}` : "", sideOf(dose)]
      .filter(Boolean)
      .join(", ");
  const phrase = (dose) => (dose.rest && dose.sets > 1 ? `${work(dose)}, ${words.rest} ${longTime(dose.rest)}` : work(dose));

  // For a sheet: '3 × 10 · 5 s'.
  const short = (dose) => {
    const amount = {
      repetitions: () => range(dose),
      time: () => shortTime(dose.high),
      steps: () => guide.count(dose.high, words.step),
    }[dose.kind]();
    const hold = dose.kind === "repetitions" && dose.hold ? ` · ${shortTime(dose.hold)}` : "";
    return `${dose.sets} × ${amount}${hold}`;
  };

  // The upper number of a range, every side, and the rests between rounds.
  const seconds = (dose) => {
    const round = dose.kind === "time" ? dose.high : dose.high * (dose.each + (dose.hold || 0));
    return dose.sets * round * (dose.side === "each" ? 2 : 1) + (dose.sets - 1) * dose.rest;
  };
  const minutes = (duration) => Math.max(1, Math.ceil(duration / MINUTE));

  guide.doses = { phrase, work, short, seconds, minutes, sideOf, shortTime };
})();
