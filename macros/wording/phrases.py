"""Doses, days and durations in words; nothing else makes phrases from them."""

import math
import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml
from pydantic import BaseModel, ConfigDict

from macros.data.model.dose import Repetitions, Steps, Time, seconds
from macros.data.model.evidence import Certainty, Evidence
from macros.data.model.source import Name, Source
from macros.data.model.statements import Sentence
from macros.data.model.study import Outcome, Plot

MINUTE = 60
KILO = 1000
WORDS = Path(__file__).with_name("labels.yml")
Forms = tuple[str, str]


class Words(BaseModel):
    """The labels in labels.yml; those that only templates use are not listed here."""

    model_config = ConfigDict(extra="allow", frozen=True)
    set: Forms
    time: Forms
    second: Forms
    minute: Forms
    step: Forms
    length: Forms
    session: Forms
    hold: str
    each: str
    rest: str
    to: str
    of: str
    every_day: str
    from_: str
    unchanged: str
    scale: str
    not_from_zero: str
    from_zero: str
    read_on: str
    rating: dict[str, str]
    certainty: dict[str, dict[str, str]]
    days: dict[str, str]
    months: tuple[str, ...]
    version: str
    read: dict[str, str]
    kinds: dict[str, str]
    machines: dict[str, str]
    menu: dict[str, str]
    calendar: dict[str, str]
    about_minutes: str
    index_lead: str
    changes_lead: str
    glossary: dict[str, str]


class Part(NamedTuple):
    """A figure of a dose and its label, for big type."""

    figure: str
    label: str


@cache
def words() -> Words:
    """Return the labels that outputs share."""
    return Words.model_validate(yaml.safe_load(WORDS.read_text(encoding="utf-8")))


def count(number: int, forms: Forms) -> str:
    """Return '1 set', '3 sets'."""
    return f"{number} {forms[number != 1]}"


def amount(dose: Repetitions | Time | Steps) -> str:
    """Return how much one round holds, without its unit: '8 to 12', '30 s', '10'."""
    match dose:
        case Repetitions(repetitions=r):
            return str(r.low) if r.low == r.high else f"{r.low} {words().to} {r.high}"
        case Time():
            return short_time(dose.seconds)
        case Steps():
            return str(dose.steps)


def short_time(duration: int) -> str:
    """Return '45 s', or '2 min' where it is whole minutes."""
    return f"{duration // MINUTE} min" if duration % MINUTE == 0 else f"{duration} s"


def long_time(duration: int) -> str:
    """Return '45 seconds', or '2 minutes' where it is whole minutes."""
    if duration % MINUTE == 0:
        return count(duration // MINUTE, words().minute)
    return count(duration, words().second)


def dose_parts(dose: Repetitions | Time | Steps, side: str) -> list[Part]:
    """Return the figures of *dose* for big type: 3 sets, 10 times, 5 s hold, each foot."""
    said = words()
    many = said.length if isinstance(dose, Steps) else said.set
    parts = [Part(str(dose.sets), many[dose.sets != 1])]
    match dose:
        case Repetitions():
            parts.append(Part(amount(dose), said.time[dose.repetitions.high != 1]))
            if dose.hold:
                parts.append(Part(short_time(dose.hold), said.hold))
        case Time():
            figure, unit = amount(dose).split()
            parts.append(Part(figure, {"s": said.second, "min": said.minute}[unit][figure != "1"]))
        case Steps():
            parts.append(Part(amount(dose), said.step[dose.steps != 1]))
    if dose.sides == "each":
        parts.append(Part(said.each, side))
    return parts


def dose_phrase(dose: Repetitions | Time | Steps, side: str) -> str:
    """Return *dose* as a phrase: '3 sets of 10, hold 5 seconds, each foot, rest 45 seconds'."""
    said = words()
    match dose:
        case Repetitions():
            first = f"{count(dose.sets, said.set)} {said.of} {amount(dose)}"
        case Time():
            first = f"{count(dose.sets, said.set)} {said.of} {long_time(dose.seconds)}"
        case Steps():
            first = f"{count(dose.sets, said.length)} {said.of} {count(dose.steps, said.step)}"
    phrases = [first]
    if isinstance(dose, Repetitions) and dose.hold:
        phrases.append(f"{said.hold} {long_time(dose.hold)}")
    if dose.sides == "each":
        phrases.append(f"{said.each} {side}")
    if dose.rest and dose.sets > 1:
        phrases.append(f"{said.rest} {long_time(dose.rest)}")
    return ", ".join(phrases)


def dose_short(dose: Repetitions | Time | Steps) -> str:
    """Return *dose* for a sheet: '3 × 10 · 5 s'."""
    unit = f" {words().step[dose.steps != 1]}" if isinstance(dose, Steps) else ""
    hold = f" · {short_time(dose.hold)}" if isinstance(dose, Repetitions) and dose.hold else ""
    return f"{dose.sets} × {amount(dose)}{unit}{hold}"


def minutes(duration: int) -> int:
    """Return *duration* in seconds as whole minutes, rounded up, at least 1."""
    return max(1, math.ceil(duration / MINUTE))


def file_size(size: int) -> str:
    """Return '54 kB', or '3.8 MB' from a thousand kB on."""
    return f"{max(1, round(size / KILO))} kB" if size < KILO * KILO else f"{size / KILO / KILO:.1f} MB"


def dose_minutes(dose: Repetitions | Time | Steps) -> int:
    """Return the minutes that *dose* takes, rounded up."""
    return minutes(seconds(dose))


def minutes_range(low: int, high: int) -> str:
    """Return '22 to 28 minutes', or '1 minute' where both are the same."""
    return count(high, words().minute) if low == high else f"{low} {words().to} {count(high, words().minute)}"


def days_phrase(days: Sequence[str]) -> str:
    """Return 'every day', or 'Mon, Wed, Fri' in the order of the week."""
    names = words().days
    return words().every_day if len(days) == len(names) else ", ".join(names[day][:3] for day in names if day in days)


def date_phrase(day: date) -> str:
    """Return '22 November 2026'."""
    return f"{day.day} {words().months[day.month - 1]} {day.year}"


def weekday_phrase(day: date) -> str:
    """Return 'Sunday 22 November 2026'."""
    return f"{tuple(words().days.values())[day.weekday()]} {date_phrase(day)}"


def anchor(text: str) -> str:
    """Return *text* as an id for a heading."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def author(name: Name) -> str:
    """Return 'Sulowska I', or the name of a body."""
    return name.literal or " ".join(part for part in (name.family, name.given) if part)


def authors(source: Source) -> str:
    """Return the authors of *source*, all of them, in order."""
    return ", ".join(map(author, source.author))


def short_reference(source: Source) -> str:
    """Return who wrote *source* first, when, and where to find it: 'Sulowska 2019, doi:10.1155/2019/6947273'."""
    first = (source.author[0].family or source.author[0].literal) if source.author else source.container_title
    where = f"doi:{source.DOI}" if source.DOI else f"{source.URL}"
    return f"{first or source.title}{f' {source.issued}' if source.issued else ''}, {where}"


def published(source: Source) -> str:
    """Return where *source* appeared: 'BioMed Research International 2019;2019:6947273'."""
    volume = f"{source.volume or ''}" + (f"({source.issue})" if source.issue else "")
    pages = source.number or source.page
    place = volume + (f":{pages}" if volume and pages else pages or "")
    when = ";".join(filter(None, (str(source.issued or ""), place)))
    return " ".join(filter(None, (source.container_title, when))) + "." if source.container_title or when else ""


def change(outcome: Outcome) -> str:
    """Return 'From 35.26 to 34.79 seconds.', 'Before and after: 16 points.', or nothing where they were not read."""
    if not outcome.read:
        return ""
    if outcome.before == outcome.after:
        return f"{words().unchanged} {with_unit(outcome.after, outcome.unit)}."
    return f"{words().from_} {outcome.before} {words().to} {with_unit(outcome.after, outcome.unit)}."


def with_unit(figure: Decimal | None, unit: str | None) -> str:
    """Return '35.26 seconds', or the bare figure where there is no unit."""
    return f"{figure} {unit}" if unit else f"{figure}"


def scale(plot: Plot, unit: str | None) -> str:
    """Return 'The scale runs from 34 to 38 seconds. It does not start at zero.'."""
    ends = f"{words().scale} {plot.low} {words().to} {with_unit(plot.high, unit)}."
    return f"{ends} {words().from_zero if plot.low == 0 else words().not_from_zero}"


def certainty(it: Certainty) -> str:
    """Return how sure one can be and who says so: the words of GRADE only where a source gave its rating."""
    plain = words().certainty["guide" if it.rated_by == "guide" else "grade"]
    return f"{words().rating[it.rated_by]}: {plain[it.level]}."


def read_between(evidence: Evidence) -> str:
    """Return on which days the sources were read."""
    first, last = evidence.read_between
    days = date_phrase(first) if first == last else f"{date_phrase(first)} {words().to} {date_phrase(last)}"
    return f"{words().read_on} {days}."


def sources_of(said: Sentence, known: Mapping[str, str]) -> list[str]:
    """Return the sources that *said* rests on, each once."""
    return list(dict.fromkeys(known[id_] for id_ in said.rests_on))


def sentence(text: str) -> str:
    """Return *text* with a capital and a full stop, unless it ends in a sign already."""
    return text[:1].upper() + text[1:] + ("" if text[-1:] in ".?!" else ".")
