"""All exercises of a guide: no two share an address or a name."""

from typing import Annotated

from pydantic import AfterValidator, Field

from macros.data.model.base import mistake_at
from macros.data.model.exercise import Exercise
from macros.data.model.former import FormerIds


def _names_are_unique(exercises: tuple[Exercise, ...]) -> tuple[Exercise, ...]:
    """Refuse two exercises of one name: readers could not tell them apart in the plan."""
    first: dict[str, str] = {}
    for place, exercise in enumerate(exercises):
        name = exercise.name.casefold()
        if name in first:
            raise mistake_at((place, "name"), "'{name}' is the name of {id} too", name=exercise.name, id=first[name])
        first[name] = exercise.id
    return exercises


Exercises = Annotated[
    tuple[Exercise, ...], Field(min_length=1), FormerIds("exercise"), AfterValidator(_names_are_unique)
]
"""In the order of a session, which is also the order of previous and next."""
