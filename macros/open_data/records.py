"""The contract of exercises.json, in part: exercises and plans, and what they are made of."""

from typing import Literal

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """A record in which every key is always there, null or empty where there is nothing."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


class Basis(Part):
    """What a dose, a way of teaching or a plan rests on."""

    kind: str
    """tested: a study tested just this. used: a study used it, as one part of what people did. protocol: from the plan
    of a study. guidance: a health service or professional body teaches it. weak: only a clinic, seller or copy says it.
    own: this guide's own teaching."""

    says: str
    people: str | None
    """Who the people of the study were."""

    sources: tuple[str, ...]
    """Ids in `sources`."""


class Dose(Part):
    """How much in one session."""

    kind: Literal["repetitions", "time", "steps"]
    """What `low` and `high` count: repetitions, seconds or steps."""

    says: str
    """The whole dose as a sentence."""

    sets: int
    low: int
    """The least in one set, for each side."""

    high: int
    """The most in one set; `low` again where the dose is no range."""

    seconds_each: int
    """Seconds that one repetition or step takes; 1 where seconds are counted."""

    hold: int
    """Seconds to hold each repetition."""

    rest: int
    """Seconds of rest between two sets."""

    sides: Literal["each", "together"]
    """each: one side after the other. together: both at once."""

    minutes: int
    """Minutes that it takes, rounded up."""

    basis: Basis


class Picture(Part):
    """A drawing that shows a movement."""

    id: str
    former_ids: tuple[str, ...]
    svg: str
    png: str
    alt: str
    caption: str


class Media(Part):
    """A photo or a video of the host's own, of an exercise without a drawing."""

    address: str
    alt: str
    author: str
    licence: str


class Paper(Part):
    """A PDF to print."""

    address: str
    kind: str
    size: str
    large_print: bool


class Fault(Part):
    """What goes wrong, and how to correct it."""

    wrong: str
    fix: str
    picture: Picture | None


class Level(Part):
    """A rung of the ladder from easier to harder, with all that it takes to do it."""

    id: str
    former_ids: tuple[str, ...]
    page: str
    name: str
    change: str
    """What differs from the level before."""

    equipment: tuple[str, ...]
    setup: tuple[str, ...]
    steps: tuple[str, ...]
    dose: Dose
    not_for: tuple[str, ...]
    """Who asks a clinician before this level, besides those in the exercise's `ask_first_if`."""

    picture: Picture | None


class Exercise(Part):
    """An exercise; whoever shows one shows its `stop_if`, `ask_first_if` and `safety.at_once` too."""

    id: str
    former_ids: tuple[str, ...]
    page: str
    findings: str
    """The page of what is known of it."""

    name: str
    term: str | None
    also_called: tuple[str, ...]
    summary: str
    kind: Literal["mobility", "strength", "gait", "balance"]
    positions: tuple[str, ...]
    equipment: tuple[str, ...]
    """What one level or another needs."""

    stand_in: str | None
    stand_in_for: str | None
    muscles: str
    setup: tuple[str, ...]
    steps: tuple[str, ...]
    feel: str
    cues: tuple[str, ...]
    media: Media | None
    faults: tuple[Fault, ...]
    levels: tuple[Level, ...]
    """From easier to harder; the first is where to start."""

    progress_when: str
    ask_first_if: tuple[str, ...]
    """Who asks a clinician before doing it: the guide's general list and its own."""

    stop_if: tuple[str, ...]
    """When to stop: the guide's general signs and its own."""

    technique: Basis
    unknown: tuple[str, ...]
    papers: tuple[Paper, ...]


class Entry(Part):
    """An exercise of a week."""

    exercise: str
    level: str
    days: tuple[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"], ...]


class Week(Part):
    """A week of a plan; a day without entries is a rest day."""

    number: int
    page: str
    focus: str
    advice: str
    minutes: tuple[int, ...]
    """Minutes of each day, Monday to Sunday; 0 on a rest day."""

    entries: tuple[Entry, ...]
    papers: tuple[Paper, ...]


class Programme(Part):
    """A plan of some weeks; the first is the main one."""

    id: str
    former_ids: tuple[str, ...]
    page: str
    title: str
    summary: str
    who_for: str
    about: tuple[str, ...]
    basis: Basis
    changeover: int
    """Seconds to get ready for each exercise, counted in the minutes of a day."""

    weeks: tuple[Week, ...]
    papers: tuple[Paper, ...]
