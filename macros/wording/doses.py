"""Doses and durations in words; nothing else makes phrases from them."""

from macros.data.model.dose import MINUTE, Repetitions, Steps, Time, minutes, seconds
from macros.wording.labels import labels
from macros.wording.text import count, count_range, form


def amount(dose: Repetitions | Time | Steps) -> str:
    """Return how much one round holds, without its unit: '8 to 12', '30 s', '10'."""
    match dose:
        case Repetitions(repetitions=r):
            return str(r.low) if r.low == r.high else f"{r.low} {labels().to} {r.high}"
        case Time():
            return short_time(dose.seconds)
        case Steps():
            return str(dose.steps)


def short_time(duration: int) -> str:
    """Return '45 s', or '2 min' where it is whole minutes; *duration* is in seconds."""
    if duration % MINUTE == 0:
        return f"{duration // MINUTE} {labels().minute_short}"
    return f"{duration} {labels().second_short}"


def long_time(duration: int) -> str:
    """Return '45 seconds', or '2 minutes' where it is whole minutes; *duration* is in seconds."""
    if duration % MINUTE == 0:
        return count(duration // MINUTE, labels().minute)
    return count(duration, labels().second)


def dose_phrase(dose: Repetitions | Time | Steps, side: str) -> str:
    """Return *dose* as a phrase: '3 sets of 10, hold 5 seconds, each foot, rest 45 seconds'."""
    rest = f", {labels().rest} {long_time(dose.rest)}" if dose.rest and dose.sets > 1 else ""
    return f"{work_phrase(dose, side)}{rest}"


def work_phrase(dose: Repetitions | Time | Steps, side: str) -> str:
    """Return *dose* without its rest: '3 sets of 10, hold 5 seconds, each foot'."""
    label = labels()
    phrases = [_rounds(dose)]
    if isinstance(dose, Repetitions) and dose.hold:
        phrases.append(f"{label.hold} {long_time(dose.hold)}")
    if dose.sides == "each":
        phrases.append(f"{label.each} {side}")
    return ", ".join(phrases)


def _rounds(dose: Repetitions | Time | Steps) -> str:
    label = labels()
    match dose:
        case Repetitions():
            return f"{count(dose.sets, label.set)} {label.of} {amount(dose)}"
        case Time():
            return f"{count(dose.sets, label.set)} {label.of} {long_time(dose.seconds)}"
        case Steps():
            return f"{count(dose.sets, label.length)} {label.of} {count(dose.steps, label.step)}"


def dose_short(dose: Repetitions | Time | Steps) -> str:
    """Return *dose* for a sheet: '3 × 10 · 5 s'."""
    unit = f" {form(dose.steps, labels().step)}" if isinstance(dose, Steps) else ""
    hold = f" · {short_time(dose.hold)}" if isinstance(dose, Repetitions) and dose.hold else ""
    return f"{dose.sets} × {amount(dose)}{unit}{hold}"


def dose_minutes(dose: Repetitions | Time | Steps) -> int:
    """Return the minutes that *dose* takes, rounded up."""
    return minutes(seconds(dose))


def minutes_range(low: int, high: int) -> str:
    """Return '22 to 28 minutes', or '1 minute' where both are the same."""
    return count_range(low, high, labels().minute)
