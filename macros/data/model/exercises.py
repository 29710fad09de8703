"""All exercises of a guide: no two share an address or a name."""

from typing import Annotated

from pydantic import AfterValidator, Field

from macros.data.model.base import mistake_at
from macros.data.model.exercise import Exercise


def _addresses_are_unique(exercises: tuple[Exercise, ...]) -> tuple[Exercise, ...]:
    """Refuse a former id that is in use or that another exercise had: an address always leads to one exercise."""
    seen = {exercise.id for exercise in exercises}
    for place, exercise in enumerate(exercises):
        for item, former in enumerate(exercise.former_ids):
            if former in seen:
                what = "the id '{id}' is or was the id of another exercise"
                raise mistake_at((place, "former_ids", item), what, id=former)
            seen.add(former)
    return exercises


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
    tuple[Exercise, ...], Field(min_length=1), AfterValidator(_addresses_are_unique), AfterValidator(_names_are_unique)
]
"""In the order of a session, which is also the order of previous and next."""
