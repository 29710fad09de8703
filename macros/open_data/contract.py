"""The contract of exercises.json: its records, from which its JSON Schema is made. CONTRIBUTING says what it promises.

Within a version keys and words of a vocabulary are only ever added. An address is relative to the file, in the same
way on every site, and ends in a slash where it is a page.
"""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

VERSION: Literal["1"] = "1"


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


class Call(Part):
    """Whom to call in an emergency."""

    where: str
    says: str


class Safety(Part):
    """The rules that hold for every exercise."""

    page: str
    at_once: str
    ask_in_short: str
    ask_first_if: tuple[str, ...]
    stop_if: tuple[str, ...]
    call: Call


class Source(Part):
    """Something that was read."""

    id: str
    page: str
    title: str | None
    """As printed; null where it was not found, and never made up."""

    described_as: str | None
    authors: tuple[str, ...]
    published_in: str | None
    year: int | None
    doi: str | None
    pmid: str | None
    pmcid: str | None
    url: str | None
    read: str
    """What was read of it: abstract, page, table, secondary (an account by others) or record (its register entry)."""


class Retired(Part):
    """What the guide no longer has; its page says what to do instead."""

    id: str
    former_ids: tuple[str, ...]
    kind: Literal["exercise", "programme", "page"]
    page: str
    name: str
    since: date
    says: str
    instead: str
    """Address of what to do or read instead."""


class About(Part):
    """The guide that this was made from."""

    title: str
    version: str
    released: date
    check_by: date
    """The day by which everything is read again."""

    language: str
    licence: str
    credit: str
    """Whom to name."""

    reviewed: str
    """Which clinician reviewed it, and how much of it; or that nobody has."""

    side: str
    """What one side is called, as in 'each foot'."""

    home: str
    changes: str
    feed: str


class Host(Part):
    """Who publishes this edition."""

    name: str
    url: str | None


class Contract(Part):
    """Every exercise and plan of a guide."""

    contract: Literal["1"]
    """Version of this contract."""

    described_by: str
    """Address of its JSON Schema."""

    site: str | None
    """Address of the site, which every address here is relative to; null where the build did not know it."""

    guide: About
    host: Host | None
    safety: Safety
    exercises: tuple[Exercise, ...]
    """In the order of a session."""

    programmes: tuple[Programme, ...]
    retired: tuple[Retired, ...]
    sources: tuple[Source, ...]
