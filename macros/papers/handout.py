"""The handout: an exercise on one sheet, how to do it on the front, levels and mistakes on the back."""

from collections.abc import Iterator

from macros import addresses
from macros.data.model import Guide
from macros.data.model.dose import Dose
from macros.data.model.exercise import Exercise
from macros.papers.kind import Kind, Subject
from macros.papers.layout import Data, Layout, basis
from macros.wording.doses import dose_minutes, dose_phrase
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
        "lines": shared.lines(),
        "setup": exercise.setup,
        "stand_in": exercise.stand_in,
        "steps": exercise.steps,
        "feel": exercise.feel,
        "cues": exercise.cues,
        "stop": shared.guide.stop_signs(exercise),
        "ask_in_short": shared.guide.safety.ask_in_short,
        "ask_own": asks_of_its_own(shared.guide, exercise),
        "ask": shared.guide.ask_first(exercise),
        "levels_title": labels().papers.levels.format(exercise=exercise.name),
        "levels": _levels(exercise, shared.side),
        "go_on": exercise.progress_when,
        "faults": [{"wrong": it.wrong, "fix": it.fix, "picture": it.figure} for it in exercise.faults],
        "bases": _bases(exercise),
    }


def _first_level(exercise: Exercise, side: str) -> Data:
    first, label = exercise.levels[0], labels()
    length = count(dose_minutes(first.dose), label.minute)
    positions = [label.positions[position] for position in exercise.positions]
    return {
        "facts": [*positions, *_equipment(exercise), f"{label.about_minutes} {length}"],
        "start": f"{label.level_place(0)}: {first.name}",
        "phrase": sentence(dose_phrase(first.dose, side)),
        "own_dose": _own_dose(first.dose),
    }


def _own_dose(dose: Dose) -> list[list[str | None]]:
    """Return phrases of a dose to fill in, in the terms of *dose*: texts, and nothing for each blank to write on."""
    words = labels().papers
    return [_with_blanks(phrase) for phrase in (*words.own_dose[dose.kind], *words.own_days_and_level)]


def _with_blanks(phrase: str) -> list[str | None]:
    parts = [part for text in phrase.split("_") for part in (None, text)]
    return [part for part in parts[1:] if part != ""]


def _equipment(exercise: Exercise) -> Iterator[str]:
    yield from exercise.equipment_at(exercise.levels[0])
    yield from (f"{labels().later}: {thing}" for thing in exercise.later_equipment)


def asks_of_its_own(guide: Guide, exercise: Exercise) -> list[str]:
    """Return who asks before the first level, besides those who ask before every exercise."""
    cards = [card for card in guide.safety.cards if card.grade == "ask" and card.exercises]
    named = [sign for card in cards if card.is_about([exercise.id]) for sign in card.signs]
    return [*named, *exercise.not_for, *exercise.levels[0].not_for]


def _bases(exercise: Exercise) -> list[Data]:
    """Return what the doses rest on, each with the levels whose dose that is."""
    levels: dict[str, list[str]] = {}
    found: dict[str, Data] = {}
    for level in exercise.levels:
        it = basis(level.dose.basis)
        levels.setdefault(str(it), []).append(level.name)
        found[str(it)] = it
    return [{**it, "levels": ", ".join(levels[key])} for key, it in found.items()]


def _levels(exercise: Exercise, side: str) -> list[Data]:
    return [
        {
            "place": labels().level_place(index),
            "name": level.name,
            "change": level.change,
            "own": _own(exercise, index),
            "dose": sentence(dose_phrase(level.dose, side)),
            "picture": exercise.figure_at(level),
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
    hint="shorten its steps or setup on the front; on the back its not_for, faults or the changes of its levels",
    most_pages=2,
    most_large_pages=4,
)
