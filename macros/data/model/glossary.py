"""A hard word and its meaning."""

from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from macros.data.model.base import Id, Record, Text


class Term(Record):
    """A hard word, explained where it first stands on a page and on the page of all words."""

    id: Id
    """Its anchor at /glossary/."""

    term: Text
    """The word as it stands in a sentence, in small letters unless it is a name."""

    forms: tuple[Text, ...] = ()
    """Other ways it is written, such as the plural; each is marked as the word itself is."""

    says: Text
    """What it means, in plain words."""

    @property
    def written(self) -> tuple[str, ...]:
        """Return every way it is written."""
        return (self.term, *self.forms)


def _mean_one_thing(entries: tuple[Term, ...]) -> tuple[Term, ...]:
    """Refuse a word that two entries explain."""
    seen: set[str] = set()
    for word in (word.casefold() for entry in entries for word in entry.written):
        if word in seen:
            raise PydanticCustomError("word_twice", "explains '{word}' twice; keep one", {"word": word})
        seen.add(word)
    return entries


Entries = Annotated[tuple[Term, ...], AfterValidator(_mean_one_thing)]
"""In any order; the page sorts them."""
