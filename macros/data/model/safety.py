"""When to stop, who asks first, and whom to call."""

from collections.abc import Collection
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from macros.anchors import SafetyPart
from macros.data.model.base import Anchor, ExerciseId, Id, Record, Text, Texts, mistake_at
from macros.data.model.dose import Basis

Grade = Literal["stop", "ask", "see", "urgent", "injury", "emergency"]
GRADES: tuple[Grade, ...] = ("stop", "ask", "see", "urgent", "injury", "emergency")
Bullets = Annotated[tuple[Text, ...], Field(min_length=1, max_length=5)]

MOST_WORDS = 12
"""Words in a stop sign: it is read while something hurts."""

MOST_SIGNS = 8
"""Stop signs of one exercise, the general ones included: a longer list is not read."""


def is_short(sign: str) -> str:
    """Refuse a stop sign that nobody takes in at a glance."""
    if (words := len(sign.split())) > MOST_WORDS:
        values = {"words": str(words), "most": str(MOST_WORDS)}
        raise PydanticCustomError("long_sign", "has {words} words; a stop sign has at most {most}", values)
    return sign


StopSign = Annotated[Text, AfterValidator(is_short)]
"""When to stop, in at most twelve words that follow 'Stop if'."""


class Card(Record):
    """One card: one action, and at most five signs that ask for it."""

    id: Annotated[Id, Anchor(SafetyPart)]
    grade: Grade
    """stop: stop now. ask: ask before you start. see: see someone soon. urgent: advice the same day. injury: an injury
    unit or emergency department the same day. emergency: now."""

    exercises: tuple[ExerciseId, ...] = ()
    """Exercises that it is about; left out where it is about all. The signs of stop and ask cards are on the page,
    the handout and the week sheets of every exercise that they are about."""

    heading: Text
    """One action, such as 'Stop for today if'."""

    signs: Bullets
    then: Text | None = None
    """What to do next, where the heading does not say it all."""

    basis: Basis

    @model_validator(mode="after")
    def _has_short_stop_signs(self) -> Self:
        for place, sign in enumerate(self.signs if self.grade == "stop" else ()):
            try:
                is_short(sign)
            except PydanticCustomError as error:
                raise mistake_at(("signs", place), error.message()) from None
        return self

    def is_about(self, exercises: Collection[str]) -> bool:
        """Return whether it is about one of *exercises*, or about all exercises."""
        return not self.exercises or any(id_ in exercises for id_ in self.exercises)


class Country(Record):
    """Whom to call in one country; its name is always shown next to a number."""

    id: Annotated[Id, Anchor(SafetyPart)]
    name: Text
    """As in 'In England'."""

    emergency: Text
    """What to do in an emergency, number included."""

    urgent: Text
    """What to do for urgent advice the same day."""

    injury: Text
    """Where to go with an injury the same day."""

    basis: Basis


class Soreness(Record):
    """What soreness is usual after exercise, and what is not."""

    says: Texts
    basis: Basis


class Safety(Record):
    """Every stop rule of the guide; a guide without them is not built."""

    title: Text
    summary: Annotated[Text, Field(max_length=160)]
    about: Texts
    at_once: Text
    """One line of what needs emergency help; it follows every list of stop signs."""

    ask_in_short: Text
    """One line of who asks a clinician first; it is on every exercise, next to the way to the whole list."""

    cards: tuple[Card, ...]
    countries: Annotated[tuple[Country, ...], Field(min_length=1)]
    anywhere: Country
    """Whom to call where no country is set or it is not in the list."""

    soreness: Soreness

    def signs(self, grade: Grade, exercises: Collection[str] = ()) -> tuple[str, ...]:
        """Return the signs of every card of *grade* that is about all exercises or about one of *exercises*."""
        cards = [card for card in self.cards if card.grade == grade and card.is_about(exercises)]
        return tuple(sign for card in cards for sign in card.signs)

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
