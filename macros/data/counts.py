"""Numbers in texts that the guide can count, written as names: '{exercises|exercise|exercises}' is '10 exercises'.

What an edition hides or adds then changes the numbers as well.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from macros.data.messages import Detail, did_you_mean
from macros.data.model import Guide
from macros.data.model.base import Record
from macros.data.model.programme import Programme

NAME = re.compile(r"(?<!\{)\{([A-Za-z_-]+)(?:\|([^{}|]+)\|([^{}|]+))?\}(?!\})")
"""A name in a text, and what follows the number for one and for many; doubled braces are text."""

PARTS = ("home", "exercises", "programmes", "pages", "glossary")
"""Where names are filled; in evidence and safety braces are text."""

Place = tuple[str | int, ...]


def _of_guide(guide: Guide) -> dict[str, Callable[[], str]]:
    """Return what each name counts in texts about the guide as a whole."""
    return {
        **_of_plan(guide, guide.programme),
        "exercises": lambda: str(len(guide.exercises)),
        "levels": lambda: str(sum(len(exercise.levels) for exercise in guide.exercises)),
        "plans": lambda: str(len(guide.programmes)),
    }


def _of_plan(guide: Guide, plan: Programme) -> dict[str, Callable[[], str]]:
    """Return what each name counts in the texts of a plan."""
    return {
        "exercises": lambda: str(len(plan.exercises)),
        "weeks": lambda: str(len(plan.weeks)),
        "days": lambda: _range(sum(map(bool, days)) for days in _minutes(guide, plan)),
        "minutes": lambda: _range(minutes for days in _minutes(guide, plan) for minutes in days if minutes),
    }


def _minutes(guide: Guide, plan: Programme) -> Iterator[tuple[int, ...]]:
    """Yield the minutes of every day of each week of a plan."""
    return (guide.minutes(plan, week) for week in plan.weeks)


def _range(numbers: Iterable[int]) -> str:
    found = sorted(set(numbers))
    return str(found[0]) if len(found) == 1 else f"{found[0]}–{found[-1]}"


def filled(guide: Guide) -> tuple[Guide, list[Detail]]:
    """Return *guide* with the number in place of each name, and every name that counts nothing."""
    filling = _Filling(guide)
    changed = {key: filling.of(getattr(guide, key), (key,), filling.whole) for key in PARTS}
    return guide.model_copy(update=changed), filling.unknown


class _Filling:
    """Fills the texts of one guide."""

    def __init__(self, guide: Guide) -> None:
        self.whole = _of_guide(guide)
        self.unknown: list[Detail] = []
        self._guide = guide

    def of(self, value: object, path: Place, counts: Mapping[str, Callable[[], str]]) -> object:
        """Return *value* with its names filled; the very same one where it has none."""
        match value:
            case str():
                return NAME.sub(lambda match: self._number(match, path, counts), value) if "{" in value else value
            case tuple():
                new = [self.of(item, (*path, place), counts) for place, item in enumerate(value)]
                return tuple(new) if any(one is not old for one, old in zip(new, value, strict=True)) else value
            case Record():
                inside = _of_plan(self._guide, value) if isinstance(value, Programme) else counts
                fields = {key: self.of(old, (*path, key), inside) for key, old in value}
                changed = {key: new for key, new in fields.items() if new is not getattr(value, key)}
                return value.model_copy(update=changed) if changed else value
        return value

    def _number(self, match: re.Match[str], path: Place, counts: Mapping[str, Callable[[], str]]) -> str:
        name, one, many = match.groups()
        if name in counts:
            number = counts[name]()
            return f"{number} {one if number == '1' else many}" if one else number
        allowed = ", ".join(f"{{{key}}}" for key in counts)
        what = f"'{{{name}}}' counts nothing here{did_you_mean(name, counts)}; allowed: {allowed}"
        self.unknown.append(Detail(path, what))
        return match[0]
