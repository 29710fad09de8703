"""When to stop, who asks first, and whom to call."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.anchors import SafetyPart
from macros.data.model.base import Anchor, Id, Record, Text, Texts, mistake_at
from macros.data.model.dose import Basis

Grade = Literal["stop", "ask", "see", "urgent", "emergency"]
GRADES: tuple[Grade, ...] = ("stop", "ask", "see", "urgent", "emergency")
Bullets = Annotated[tuple[Text, ...], Field(min_length=1, max_length=5)]


class Card(Record):
    """One card: one action, and at most five signs that ask for it."""

    id: Annotated[Id, Anchor(SafetyPart)]
    grade: Grade
    """stop: stop now. ask: ask before you start. see: see someone soon. urgent: the same day. emergency: now."""

    heading: Text
    """One action, such as 'Stop for today if'."""

    signs: Bullets
    then: Text | None = None
    """What to do next, where the heading does not say it all."""

    basis: Basis


class Short(Record):
    """The short form that is shown on every exercise, every week and every print."""

    heading: Text
    signs: Bullets
    then: Text
    """One line that points to help."""


class Country(Record):
    """Whom to call in one country; its name is always shown next to a number."""

    id: Annotated[Id, Anchor(SafetyPart)]
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

    def country_for(self, id_: str | None) -> Country:
        """Return the country called *id_*, or *anywhere* where there is none of that id."""
        return next((country for country in self.countries if country.id == id_), self.anywhere)

    @model_validator(mode="after")
    def _has_one_anchor_each(self) -> Self:
        cards = {card.id for card in self.cards}
        for place, country in enumerate(self.countries):
            if country.id in cards:
                raise mistake_at(("countries", place, "id"), "'{id}' is the id of a card too", id=country.id)
        if self.anywhere.id in cards | {country.id for country in self.countries}:
            raise mistake_at(("anywhere", "id"), "'{id}' is the id of a card or country too", id=self.anywhere.id)
        return self

    @model_validator(mode="after")
    def _has_every_grade(self) -> Self:
        missing = [grade for grade in GRADES if all(card.grade != grade for card in self.cards)]
        if missing:
            raise PydanticCustomError("grades", "has no card of grade: {missing}", {"missing": ", ".join(missing)})
        return self
