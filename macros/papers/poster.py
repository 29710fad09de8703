"""The wall poster: all exercises at a glance, to be read from 1.5 m, with the safety rules of them all."""

from collections.abc import Iterator

from macros import addresses
from macros.data.model import Guide
from macros.data.model.exercise import Exercise
from macros.data.model.paper_size import PaperSize
from macros.papers.handout import asks_of_its_own
from macros.papers.kind import Format, Kind, Subject
from macros.papers.layout import Data, Layout
from macros.wording.doses import dose_phrase
from macros.wording.labels import labels
from macros.wording.text import sentence

MOST = 16
"""Exercises on one sheet; more go on to further sheets, as many on each."""


def subjects(guide: Guide) -> Iterator[Subject]:
    """Yield the one poster."""
    yield Subject(addresses.PRINT, f"{guide.guide.title}: {labels().papers.poster}")


def layout(shared: Layout, about: str = "") -> Data:  # noqa: ARG001 - every layout takes it
    """Return each sheet of the poster, with the rules of the exercises on it."""
    return {
        "qr": shared.qr(addresses.EXERCISES),
        "title": shared.guide.guide.title,
        "lead": labels().papers.poster_lead,
        "sheets": [_sheet(shared, exercises) for exercises in _shared_out(shared.guide.exercises)],
        "ask_in_short": shared.guide.safety.ask_in_short,
    }


def _shared_out(exercises: tuple[Exercise, ...]) -> Iterator[tuple[Exercise, ...]]:
    """Yield as few sheets as hold all *exercises*, with about as many on each."""
    sheets = -(-len(exercises) // MOST)
    each = -(-len(exercises) // sheets)
    for first in range(0, len(exercises), each):
        yield exercises[first : first + each]


def _sheet(shared: Layout, exercises: tuple[Exercise, ...]) -> Data:
    own = [sign for exercise in exercises for sign in asks_of_its_own(shared.guide, exercise)]
    stop = [sign for exercise in exercises for sign in shared.guide.stop_signs(exercise)]
    return {
        "exercises": [_exercise(shared, exercise) for exercise in exercises],
        "stop": list(dict.fromkeys(stop)),
        "ask_own": list(dict.fromkeys(own)),
    }


def _exercise(shared: Layout, exercise: Exercise) -> Data:
    first = exercise.levels[0]
    return {
        "name": exercise.name,
        "picture": shared.picture(exercise),
        "level": first.name,
        "dose": sentence(dose_phrase(first.dose, shared.side)),
    }


KIND = Kind(
    name="poster",
    subjects=subjects,
    layout=layout,
    where="the wall poster{}",
    hint="shorten the names of its exercises or the signs of its stop and ask cards",
    most_pages=None,
    large_print=False,
    formats=(Format("a3", PaperSize.A4, "a3"), Format("tabloid", PaperSize.LETTER, "us-tabloid")),
)
