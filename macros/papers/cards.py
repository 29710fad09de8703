"""Cards to cut out: one for each exercise, four on a sheet."""

from collections.abc import Iterator

from macros import addresses
from macros.data.model import Guide
from macros.data.model.exercise import Exercise
from macros.papers.handout import asks_of_its_own
from macros.papers.kind import Kind, Subject
from macros.papers.layout import Data, Layout
from macros.wording.about import version_phrase
from macros.wording.doses import dose_phrase
from macros.wording.labels import labels
from macros.wording.text import sentence


def subjects(guide: Guide) -> Iterator[Subject]:
    """Yield the one set of cards."""
    yield Subject(addresses.PRINT, f"{guide.guide.title}: {labels().papers.cards}")


def layout(shared: Layout, about: str = "") -> Data:  # noqa: ARG001 - every layout takes it
    """Return every card; each says by itself what it is of, as it is cut off the rest."""
    about_guide = shared.guide.guide
    host = shared.edition.clinic
    return {
        "host": " ".join(filter(None, (host.name, host.phone))),
        "version": f"{about_guide.title}, {version_phrase(about_guide)}.",
        "rules": _rules(shared),
        "cards": [_card(shared, exercise) for exercise in shared.guide.exercises],
    }


def _rules(shared: Layout) -> Data:
    """Return the card that has the rules of all the others."""
    safety = shared.guide.safety
    stop = [sign for exercise in shared.guide.exercises for sign in shared.guide.stop_signs(exercise)]
    return {
        "qr": shared.qr(addresses.SAFETY),
        "name": safety.title,
        "stop": list(dict.fromkeys(stop)),
        "at_once": safety.at_once,
        "ask_in_short": safety.ask_in_short,
    }


def _card(shared: Layout, exercise: Exercise) -> Data:
    first = exercise.levels[0]
    return {
        "qr": shared.qr(addresses.exercise(exercise.id)),
        "name": exercise.name,
        "picture": shared.picture(exercise),
        "level": first.name,
        "dose": sentence(dose_phrase(first.dose, shared.side)),
        "steps": exercise.steps,
        "cues": exercise.cues,
        "stop": shared.guide.stop_signs(exercise),
        "ask_own": asks_of_its_own(shared.guide, exercise),
    }


KIND = Kind(
    name="cards",
    subjects=subjects,
    layout=layout,
    where="the cards{}",
    hint="shorten the steps, the cues and the stop signs of its exercises",
    most_pages=None,
    large_print=False,
)
