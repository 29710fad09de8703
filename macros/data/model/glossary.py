"""A hard word and its meaning."""

from typing import Annotated

from pydantic import AfterValidator

from macros.anchors import AnyPart
from macros.data.model.base import Anchor, Id, Record, Text, mistake_at


class Term(Record):
    """A hard word, explained where it first appears on a page, and on the page of all words."""

    id: Annotated[Id, Anchor(AnyPart)]
    """Its anchor at /glossary/."""

    term: Text
    """The word as written in a sentence, in small letters unless it is a name."""

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
    for place, entry in enumerate(entries):
        for word in map(str.casefold, entry.written):
            if word in seen:
                raise mistake_at((place,), "'{word}' is explained twice; delete one", word=word)
            seen.add(word)
    return entries


Entries = Annotated[tuple[Term, ...], AfterValidator(_mean_one_thing)]
"""In any order; the page sorts them."""
