"""What people type into the search, and the place that it leads to."""

from typing import Annotated

from pydantic import StringConstraints

from macros.data.model.base import Record, Text, Texts


class Lead(Record):
    """Words that lead to one place, which is found first."""

    words: Texts
    """Words and phrases, each in any form: 'sprain' is also 'sprained'. All words of a phrase must be typed."""

    to: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
    """Address of the place, such as 'safety/', 'safety/#see-soon', 'exercises/short-foot/' or 'glossary/#arch'."""


class Synonym(Record):
    """Words that people type for a word of the guide."""

    words: Texts
    """What people type, each a single word."""

    means: Text
    """The guide's own word."""


class Search(Record):
    """What the search knows besides the words of the guide. It leads to places, and says nothing by itself."""

    leads: tuple[Lead, ...] = ()
    """What is found first; where several fit, the longest phrase."""

    synonyms: tuple[Synonym, ...] = ()
    """Other words for what the guide names."""
