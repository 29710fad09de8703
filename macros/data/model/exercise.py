"""One exercise: what a reader does, what goes wrong, how it gets easier or harder."""

import re
from collections.abc import Iterable
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from macros import reserved
from macros.anchors import ExercisePart
from macros.data.model.base import Anchor, FigureId, Id, Record, Text, Texts, mistake_at
from macros.data.model.dose import Basis, Dose
from macros.data.model.former import FormerIds
from macros.data.model.media import Media
from macros.data.model.safety import StopSign


class Fault(Record):
    """What people do wrong, and how to correct it."""

    wrong: Text
    """What is seen or felt when it goes wrong."""

    fix: Text
    """What to do instead."""

    figure: FigureId | None = None
    """A picture of it going wrong."""


Steps = Annotated[tuple[Text, ...], Field(min_length=2, max_length=8)]
"""What to do, one action each, in order."""


class Level(Record):
    """A rung of the ladder from easier to harder."""

    id: Annotated[Id, Anchor(ExercisePart)]
    """Anchor of the level on its exercise's page; unique within the exercise."""

    former_ids: tuple[Annotated[Id, Anchor(ExercisePart)], ...] = ()
    """Ids it had before, its first one first, and those of levels whose place it took; links to them open it."""

    name: Text
    """Two or three short words, such as 'Sitting', which fit on a tab."""

    change: Text
    """What it is in a few words; on a later level, what differs from the one before."""

    equipment: tuple[Text, ...] | None = None
    """What it needs of the exercise's equipment; left out where it needs all of it."""

    setup: Texts | None = None
    """What to do before its first step; left out where that is the same as on the level before."""

    steps: Steps | None = None
    """What to do; left out where that is the same as on the level before."""

    figure: FigureId | None = None
    """Its picture; left out where it looks like the level before."""

    dose: Dose
    """How much in one session."""

    not_for: tuple[Text, ...] = ()
    """Who asks a clinician before this level, besides those who ask before the exercise."""


def _has_a_page(id_: str) -> str:
    if reserved.is_exercise(id_):
        raise PydanticCustomError("reserved", "'{id}' is the page of all exercises; choose another id", {"id": id_})
    return id_


ExerciseAddress = Annotated[Id, AfterValidator(_has_a_page)]


Position = Literal["sitting", "standing", "walking"]


class Exercise(Record):
    """An exercise, its page, its card and its rows in the plan."""

    id: ExerciseAddress
    """Its address, /exercises/<id>/; never changed without former_ids, never reused."""

    former_ids: tuple[ExerciseAddress, ...] = ()
    """Ids it had before, its first one first; their addresses lead here."""

    name: Text
    """What it is called in plain words, such as 'Turn your foot in'."""

    term: Text | None = None
    """What the field calls it, such as 'band inversion'; left out where that is its name."""

    also_called: tuple[Text, ...] = ()
    """Other names that people may search for."""

    summary: Annotated[Text, Field(max_length=160)]
    """One sentence of what it is; also what search engines show."""

    figure: FigureId | None = None
    """The picture of its first level, for its page, its card and the levels that look like it."""

    media: Media | None = None
    """A photo or video of the host's own; shown where there is no figure."""

    kind: Literal["mobility", "strength", "gait", "balance"]
    """The group it belongs to: mobility, strength, gait (walking) or balance."""

    positions: Annotated[tuple[Position, ...], Field(min_length=1)]
    """Where the body is, on one level or another."""

    equipment: tuple[Text, ...] = ()
    """What is needed, on one level or on all; none where nothing is."""

    stand_in: Text | None = None
    """What to use instead of the equipment, as one would say it: 'No ball? Use a full drinks can.'"""

    stand_in_for: Text | None = None
    """Which piece of equipment it stands in for."""

    muscles: Text
    """The muscles that work, in plain words with their names in brackets; follows 'Muscles used:'."""

    setup: Texts
    """What to do before the first step, on the first level."""

    steps: Steps
    """What to do on the first level, one action each, in order."""

    feel: Text
    """What is right to feel."""

    cues: Texts
    """Short reminders, a few words each."""

    faults: Annotated[tuple[Fault, ...], Field(min_length=1)]
    levels: Annotated[tuple[Level, ...], Field(min_length=1), FormerIds("level")]
    """From easier to harder; the first is where to start."""

    progress_when: Text
    """When to go on to the next level."""

    not_for: tuple[Text, ...] = ()
    """Who asks a clinician before doing it, besides those whom the guide's ask cards name."""

    stop_if: tuple[StopSign, ...] = ()
    """When to stop this exercise, besides the signs on the guide's stop cards."""

    technique: Basis
    """What the way it is taught rests on."""

    unknown: Texts
    """What was not found or not read about it."""

    @property
    def full_name(self) -> str:
        """Return its name with the field's term after it, for titles."""
        return f"{self.name} ({self.term})" if self.term else self.name

    @property
    def bases(self) -> tuple[Basis, ...]:
        """Return what the technique and the dose of each level rest on, in order."""
        return (self.technique, *(level.dose.basis for level in self.levels))

    @property
    def sources(self) -> list[str]:
        """Return the ids of the sources that technique and doses rest on, each once, in order."""
        return list(dict.fromkeys(source for basis in self.bases for source in basis.sources))

    def figure_at(self, level: Level) -> str | None:
        """Return the figure of *level*, or that of the nearest level before it that has one."""
        return next((rung.figure for rung in self._down_from(level) if rung.figure), self.figure)

    def setup_at(self, level: Level) -> tuple[str, ...]:
        """Return what to do before the first step of *level*."""
        return next((rung.setup for rung in self._down_from(level) if rung.setup), self.setup)

    def steps_at(self, level: Level) -> tuple[str, ...]:
        """Return what to do on *level*."""
        return next((rung.steps for rung in self._down_from(level) if rung.steps), self.steps)

    def equipment_at(self, level: Level) -> tuple[str, ...]:
        """Return what *level* needs."""
        return self.equipment if level.equipment is None else level.equipment

    @property
    def later_equipment(self) -> tuple[str, ...]:
        """Return what only later levels need."""
        first = self.equipment_at(self.levels[0])
        return tuple(thing for thing in self.equipment if thing not in first)

    def _down_from(self, level: Level) -> tuple[Level, ...]:
        return tuple(reversed(self.levels[: self.levels.index(level) + 1]))

    @model_validator(mode="after")
    def _has_a_term_of_its_own(self) -> Self:
        if self.term and self.term.casefold() == self.name.casefold():
            raise mistake_at(("term",), "is the name too; leave it out")
        return self

    @model_validator(mode="after")
    def _begins_with_its_first_level(self) -> Self:
        first = self.levels[0]
        for key in ("figure", "setup", "steps"):
            if getattr(first, key):
                what = "the first level is the exercise as described; give this as the exercise's '{key}'"
                raise mistake_at(("levels", 0, key), what, key=key)
        return self

    @model_validator(mode="after")
    def _stands_in_for_its_equipment(self) -> Self:
        if self.stand_in and not self.stand_in_for:
            raise mistake_at((), "needs the key 'stand_in_for', which names the equipment that 'stand_in' replaces")
        if self.stand_in_for and self.stand_in_for not in self.equipment:
            what = "'{thing}' is not in the exercise's equipment"
            raise mistake_at(("stand_in_for",), what, thing=self.stand_in_for)
        return self

    @model_validator(mode="after")
    def _names_only_equipment_that_is_used(self) -> Self:
        for place, level in enumerate(self.levels):
            needed = self.equipment_at(level)
            if strange := next((thing for thing in needed if thing not in self.equipment), None):
                what = "'{thing}' is not in the exercise's equipment"
                raise mistake_at(("levels", place, "equipment"), what, thing=strange)
            for thing in self.equipment:
                if thing not in needed and (text := _naming(thing, (*self.setup_at(level), *self.steps_at(level)))):
                    what = "does not use '{thing}', but is told: {text}"
                    raise mistake_at(("levels", place), what, thing=thing, text=text)
        return self


def _naming(thing: str, texts: Iterable[str]) -> str | None:
    """Return the first of *texts* that names *thing*, such as 'wall' or 'worktop' for 'Wall or worktop'."""
    nouns = (re.split(r" (?:on|of|for|with) ", name)[0].split()[-1] for name in thing.split(" or "))
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, nouns))})s?\b", re.IGNORECASE)
    return next(filter(pattern.search, texts), None)
