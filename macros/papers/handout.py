"""The handout: an exercise on one page."""

from collections.abc import Iterator

from macros import addresses
from macros.data.model import Guide
from macros.data.model.exercise import Exercise
from macros.papers.kind import Kind, Subject
from macros.papers.layout import Data, Layout, basis
from macros.wording.doses import dose_minutes, dose_parts, dose_phrase
from macros.wording.labels import labels
from macros.wording.text import count, sentence


def subjects(guide: Guide) -> Iterator[Subject]:
    """Yield every exercise."""
    for exercise in guide.exercises:
        yield Subject(addresses.exercise(exercise.id), exercise.full_name, exercise.id)


def layout(shared: Layout, about: str) -> Data:
    """Return the handout of the exercise called *about*."""
    exercise = shared.exercises[about]
    return {
        "qr": shared.qr(addresses.exercise(exercise.id)),
        "name": exercise.name,
        "term": exercise.term,
        "summary": exercise.summary,
        "picture": shared.picture(exercise),
        **_first_level(exercise, shared.side),
        "setup": exercise.setup,
        "stand_in": exercise.stand_in,
        "steps": exercise.steps,
        "feel": exercise.feel,
        "cues": exercise.cues,
        "levels": _levels(exercise, shared.side),
        "go_on": exercise.progress_when,
        "faults": [{"wrong": fault.wrong, "fix": fault.fix} for fault in exercise.faults],
        "ask": shared.guide.ask_first(exercise),
        "stop": shared.guide.stop_signs(exercise),
    }


def _first_level(exercise: Exercise, side: str) -> Data:
    first, label = exercise.levels[0], labels()
    length = count(dose_minutes(first.dose), label.minute)
    return {
        "facts": [exercise.position, *_equipment(exercise), f"{label.about_minutes} {length}"],
        "start": f"{label.level_place(0)}: {first.name}",
        "dose": [part._asdict() for part in dose_parts(first.dose, side)],
        "phrase": sentence(dose_phrase(first.dose, side)),
        "basis": basis(first.dose.basis),
    }


def _equipment(exercise: Exercise) -> Iterator[str]:
    yield from exercise.equipment_at(exercise.levels[0])
    yield from (f"{labels().later}: {thing}" for thing in exercise.later_equipment)


def _levels(exercise: Exercise, side: str) -> list[Data]:
    pictured = any(level.figure for level in exercise.levels)
    return [
        {
            "place": labels().level_place(index),
            "name": level.name,
            "change": level.change,
            "own": _own(exercise, index),
            "dose": sentence(dose_phrase(level.dose, side)),
            "picture": exercise.figure_at(level) if pictured else None,
        }
        for index, level in enumerate(exercise.levels)
    ]


def _own(exercise: Exercise, index: int) -> list[str]:
    """Return what to do on a level that was not already said on the one before."""
    if index == 0:
        return []
    level, before = exercise.levels[index], exercise.levels[index - 1]
    said = {*exercise.setup_at(before), *exercise.steps_at(before)}
    return [text for text in (*(level.setup or ()), *(level.steps or ())) if text not in said]


KIND = Kind(
    name="handout",
    subjects=subjects,
    layout=layout,
    where="exercises.{}: its handout",
    hint="shorten its steps, setup, not_for or the changes of its levels",
)
