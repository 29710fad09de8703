"""Whom to call in an emergency, in one line: the same on pages, on paper and in calendars."""

from typing import NamedTuple

from macros.data.model.safety import Place, Safety
from macros.wording.labels import labels
from macros.wording.text import sentence


class Call(NamedTuple):
    """A place, and what to do there in an emergency."""

    where: str
    says: str


def emergency_call(safety: Safety, place: Place) -> Call:
    """Return what to do at *place*; where the country is not known, the number of each."""
    if place != safety.anywhere:
        return Call(place.name, place.emergency)
    numbers = (f"{state} {number}" for state, number in safety.numbers(place).items())
    return Call(labels().emergency_numbers, sentence(", ".join(numbers)))
