"""When to stop, who asks first, and whom to call."""

import re
from collections.abc import Collection, Mapping
from typing import Annotated, Literal, LiteralString, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from macros.anchors import SafetyPart
from macros.data.model.base import Anchor, Id, Record, StudiedId, Text, mistake_at
from macros.data.model.dose import Basis

Grade = Literal["stop", "ask", "see", "urgent", "injury", "emergency"]
GRADES: tuple[Grade, ...] = ("stop", "ask", "see", "urgent", "injury", "emergency")

Urgency = Literal["emergency", "today", "stop", "ask"]
URGENCIES: Mapping[Urgency, tuple[Grade, ...]] = {
    "emergency": ("emergency",),
    "today": ("injury", "urgent"),
    "stop": ("stop", "see"),
    "ask": ("ask",),
}
"""The parts of the safety page, most urgent first, and the grades of the cards in each."""

DIALLED = re.compile(r"\b\d{3}\b")
"""A number to call, or a part of one."""


def has_no_number(text: str) -> str:
    """Refuse a number to call: 111 is for advice in one country and for an ambulance in another."""
    if number := DIALLED.search(text):
        what = "'{number}' reads as a number to call; those go under 'countries', next to the name of their country"
        raise PydanticCustomError("number_without_country", what, {"number": number[0]})
    return text


Numberless = Annotated[Text, AfterValidator(has_no_number)]
"""A text that is shown without the name of a country, and so has no number to call."""

Bullets = Annotated[tuple[Numberless, ...], Field(min_length=1, max_length=5)]

MOST_WORDS = 12
"""Words in a stop sign: it is read while something hurts."""

MOST_WORDS_IN_SHORT = 40
"""Words of who asks first, where it is one line: it goes on a wall."""

MOST_SIGNS = 8
"""Stop signs of one exercise, the general ones included: a longer list is not read."""


def is_short(sign: str) -> str:
    """Refuse a stop sign that nobody takes in at a glance."""
    return _of_at_most(MOST_WORDS, sign, "has {words} words; a stop sign has at most {most}")


def is_one_line(text: str) -> str:
    """Refuse a line of who asks first that is too long for a wall."""
    return _of_at_most(MOST_WORDS_IN_SHORT, text, "has {words} words; in short it has at most {most}")


def _of_at_most(most: int, text: str, what: LiteralString) -> str:
    if (words := len(text.split())) > most:
        raise PydanticCustomError("long_text", what, {"words": str(words), "most": str(most)})
    return text


StopSign = Annotated[Numberless, AfterValidator(is_short)]
"""When to stop, in at most twelve words that follow 'Stop if'."""


class Card(Record):
    """One card: one action, and at most five signs that ask for it."""

    id: Annotated[Id, Anchor(SafetyPart)]
    grade: Grade
    """stop: stop now. ask: ask before you start. see: see someone soon. urgent: advice the same day. injury: an injury
    unit or emergency department the same day. emergency: now."""

    exercises: tuple[StudiedId, ...] = ()
    """Exercises that it is about; left out where it is about all. The signs of stop and ask cards are on the page,
    the handout and the week sheets of every exercise that they are about."""

    heading: Numberless
    """One action, such as 'Stop for today if'."""

    signs: Bullets
    then: Numberless | None = None
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


class Place(Record):
    """Whom to call in one place; its name is always shown next to what to do there."""

    id: Annotated[Id, Anchor(SafetyPart)]
    name: Text
    """As in a list: 'England'."""

    emergency: Text
    """What to do in an emergency, as a sentence of its own."""

    urgent: Text
    """What to do for urgent advice the same day."""

    injury: Text
    """Where to go with an injury the same day."""

    basis: Basis


class Country(Place):
    """Whom to call in one country."""

    call: Text
    """The emergency number as it is dialled, such as '999'; 'emergency' has it too."""

    part_of: Text | None = None
    """The state that it is part of, where that is better known by its number: 'United Kingdom'."""

    @property
    def state(self) -> str:
        """Return the name that its number is listed under."""
        return self.part_of or self.name

    @model_validator(mode="after")
    def _calls_its_number(self) -> Self:
        if not re.search(r"\d", self.call):
            raise mistake_at(("call",), "'{call}' is not a number to call", call=self.call)
        if self.call not in self.emergency:
            raise mistake_at(("emergency",), "does not say '{call}', the number under 'call'", call=self.call)
        return self


class Anywhere(Place):
    """What to do where the country is not known: without a number."""

    emergency: Numberless
    urgent: Numberless
    injury: Numberless


class Soreness(Record):
    """What soreness is usual after exercise, and what is not."""

    says: Annotated[tuple[Numberless, ...], Field(min_length=1)]
    at_once: Numberless | None = None
    """What is no soreness and needs medical help now; it is among what needs help today as well."""

    basis: Basis


class Safety(Record):
    """Every stop rule of the guide; a guide without them is not built."""

    title: Text
    summary: Annotated[Text, Field(max_length=160)]
    """What search engines show."""

    lead: Numberless
    """What somebody who is hurt has to know first."""

    about: Annotated[tuple[Numberless, ...], Field(min_length=1)]
    """What the rules are and are not, at the end of their page."""

    at_once: Numberless
    """One line of what needs emergency help; it follows every list of stop signs."""

    ask_in_short: Annotated[Text, AfterValidator(is_one_line)]
    """Who asks a clinician first, in at most forty words: every ask card that is about all exercises is in it. It is on
    every exercise, next to the way to the whole list, and on the front of every handout."""

    cards: tuple[Card, ...]
    countries: Annotated[tuple[Country, ...], Field(min_length=1)]
    anywhere: Anywhere
    """Whom to call where no country is set or it is not in the list."""

    soreness: Soreness

    def signs(self, grade: Grade, exercises: Collection[str] = ()) -> tuple[str, ...]:
        """Return the signs of every card of *grade* that is about all exercises or about one of *exercises*."""
        cards = [card for card in self.cards if card.grade == grade and card.is_about(exercises)]
        return tuple(sign for card in cards for sign in card.signs)

    def by_urgency(self) -> Mapping[Urgency, tuple[Card, ...]]:
        """Return the cards of each part of the safety page, most urgent first."""
        return {
            urgency: tuple(card for grade in grades for card in self.cards if card.grade == grade)
            for urgency, grades in URGENCIES.items()
        }

    def country_for(self, id_: str | None) -> Place:
        """Return the country called *id_*, or *anywhere* where there is none of that id."""
        return next((country for country in self.countries if country.id == id_), self.anywhere)

    def places(self, first: Place) -> tuple[Place, ...]:
        """Return every place, *first* before the others."""
        return (first, *(place for place in (self.anywhere, *self.countries) if place != first))

    def numbers(self, besides: Place) -> Mapping[str, str]:
        """Return the emergency number of each state by its name, but of the one that *besides* is in."""
        own = [country.state for country in self.countries if country == besides]
        return {country.state: country.call for country in self.countries if country.state not in own}

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
    def _has_one_number_for_each_state(self) -> Self:
        states: dict[str, str] = {}
        for place, country in enumerate(self.countries):
            if states.setdefault(country.state, country.call) != country.call:
                what, number = "'{call}' is not the number of {state}, '{number}'", states[country.state]
                where = ("countries", place, "call")
                raise mistake_at(where, what, call=country.call, state=country.state, number=number)
        return self

    @model_validator(mode="after")
    def _has_every_grade(self) -> Self:
        missing = [grade for grade in GRADES if all(card.grade != grade for card in self.cards)]
        if missing:
            raise PydanticCustomError("grades", "has no card of grade: {missing}", {"missing": ", ".join(missing)})
        return self
