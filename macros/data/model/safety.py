"""When to stop, who asks first, and whom to call."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.data.model.base import Id, Record, Text, Texts
from macros.data.model.dose import Basis

Grade = Literal["stop", "ask", "see", "urgent", "emergency"]
GRADES: tuple[Grade, ...] = ("stop", "ask", "see", "urgent", "emergency")
Bullets = Annotated[tuple[Text, ...], Field(min_length=1, max_length=5)]


class Card(Record):
    """One card: one action, and at most five signs that ask for it."""

    id: Id
    grade: Grade
    """stop: stop now. ask: ask before you start. see: see someone soon. urgent: the same day. emergency: now."""

    heading: Text
    """One action, such as 'Stop for today if'."""

    signs: Bullets
    then: Text | None = None
    """What to do next, where the heading does not say it all."""

    basis: Basis


class Short(Record):
    """The short form that stands on every exercise, every week and every print."""

    heading: Text
    signs: Bullets
    then: Text
    """One line that leads to help."""


class Country(Record):
    """Whom to call in one country; the name always stands beside a number."""

    id: Id
    name: Text
    """As in 'In England'."""

    emergency: Text
    """What to do in an emergency, number included."""

    urgent: Text
    """What to do for urgent advice the same day."""

    basis: Basis


class Safety(Record):
    """Every stop rule of the guide; a guide without them is not built."""

    title: Text
    summary: Annotated[Text, Field(max_length=160)]
    about: Texts
    short: Short
    cards: tuple[Card, ...]
    countries: Annotated[tuple[Country, ...], Field(min_length=1)]
    anywhere: Country
    """Whom to call where no country is set or it is not in the list."""

    soreness: Texts
    """What soreness is usual after exercise, and what is not."""

    @model_validator(mode="after")
    def _has_every_grade(self) -> Self:
        missing = [grade for grade in GRADES if all(card.grade != grade for card in self.cards)]
        if missing:
            raise PydanticCustomError("grades", "has no card of grade: {missing}", {"missing": ", ".join(missing)})
        return self
