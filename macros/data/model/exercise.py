"""One exercise: what a reader does, what goes wrong, how it gets easier or harder."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from macros.data.model.base import FigureId, Id, Record, Text, Texts
from macros.data.model.dose import Basis, Dose


class Media(Record):
    """A photo or a video of the host's own, shown where an exercise has no figure."""

    file: Annotated[str, Field(pattern=r"^[\w./-]+\.(jpg|jpeg|png|webp|avif|svg|mp4|webm)$")]
    """Path below docs/, such as 'assets/own/heel-raise.jpg'; .mp4 and .webm are shown as video."""

    alt: Text
    """What it shows, for those who cannot see it."""

    author: Text
    licence: Text

    @property
    def is_video(self) -> bool:
        """Return whether a player is needed."""
        return self.file.endswith((".mp4", ".webm"))


class Fault(Record):
    """What people do wrong, and the way out."""

    wrong: Text
    """What is seen or felt when it goes wrong."""

    fix: Text
    """What to do instead."""

    figure: FigureId | None = None
    """A picture of it going wrong."""


class Level(Record):
    """A rung of the ladder from easier to harder."""

    id: Id
    """Anchor of the level on its exercise's page; unique within the exercise."""

    name: Text
    """A few words, such as 'Sitting'."""

    change: Text
    """What is different from the exercise as described, or from the level before."""

    figure: FigureId | None = None
    """Its picture; left out where it looks like the level before, or the first like the exercise."""

    dose: Dose
    """How much in one session."""


class Exercise(Record):
    """An exercise, its page, its card and its rows in the plan."""

    id: Id
    """Its address, /exercises/<id>/; never changed without former_ids, never reused."""

    former_ids: tuple[Id, ...] = ()
    """Ids it had before; their addresses lead here."""

    name: Text
    also_called: tuple[Text, ...] = ()
    summary: Annotated[Text, Field(max_length=160)]
    """One sentence of what it is; also what search engines show."""

    figure: FigureId | None = None
    """The picture that stands for the exercise, on its page, its card and for levels that look like it."""

    media: Media | None = None
    """A photo or video of the host's own; shown where there is no figure."""

    kind: Literal["mobility", "strength", "gait", "balance"]
    """The group it stands in: mobility, strength, gait (walking) or balance."""

    position: Text
    """Where the body is, such as 'Sitting' or 'Standing by a wall'."""

    equipment: tuple[Text, ...] = ()
    """What is needed; none where nothing is."""

    stand_in: Text | None = None
    """What to use where the equipment is not at hand."""

    muscles: Text
    """What works, in plain words, with the names in brackets."""

    setup: Texts
    """What to do before the first step."""

    steps: Annotated[tuple[Text, ...], Field(min_length=2, max_length=8)]
    """What to do, one action each, in order."""

    feel: Text
    """What is right to feel."""

    cues: Texts
    """Short reminders, a few words each."""

    faults: Annotated[tuple[Fault, ...], Field(min_length=1)]
    levels: Annotated[tuple[Level, ...], Field(min_length=1)]
    """From easier to harder; the first is where to start."""

    progress_when: Text
    """When to go on to the next level."""

    not_for: Texts
    """Who asks a clinician before doing it."""

    stop_if: Texts
    """When to stop this exercise, besides the guide's stop rules."""

    technique: Basis
    """What the way it is taught rests on."""

    unknown: Texts
    """What was not found or not read about it."""

    def figure_at(self, level: Level) -> str | None:
        """Return the figure of *level*, or that of the nearest level before it that has one."""
        rungs = self.levels[: self.levels.index(level) + 1]
        return next((rung.figure for rung in reversed(rungs) if rung.figure), self.figure)


def _addresses_are_unique(exercises: tuple[Exercise, ...]) -> tuple[Exercise, ...]:
    """Refuse a former id that is an id, or somebody else's former id: an address leads to one exercise for ever."""
    ids = [exercise.id for exercise in exercises] + [former for e in exercises for former in e.former_ids]
    twice = next((id_ for id_ in ids if ids.count(id_) > 1), None) if len(set(ids)) < len(ids) else None
    if twice:
        raise PydanticCustomError("id_reused", "the id '{id}' is there twice among ids and former ids", {"id": twice})
    return exercises


Exercises = Annotated[tuple[Exercise, ...], Field(min_length=1), AfterValidator(_addresses_are_unique)]
"""In the order of a session, which is also the order of previous and next."""
