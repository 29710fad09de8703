"""What Crossref knows of a paper, next to what the data says of it."""

import re
import unicodedata
from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, Field

from macros.data.model.source import Source

RETRACTIONS = frozenset({"retraction", "withdrawal", "removal", "partial_retraction"})
WARNING = "RETRACTED"


class _Answer(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Author(_Answer):
    """A person, or a body under 'name'."""

    family: str | None = None
    name: str | None = None


class Dated(_Answer):
    """A date whose later parts may be missing."""

    parts: tuple[tuple[int | None, ...], ...] = Field(default=(), alias="date-parts")

    @property
    def year(self) -> int | None:
        """Return the year, if there is one."""
        return self.parts[0][0] if self.parts and self.parts[0] else None


class Update(_Answer):
    """A notice about a work: a correction, a retraction or the like."""

    type: str
    DOI: str = ""


class Work(_Answer):
    """The message of Crossref's REST API about one work; only what is compared."""

    DOI: str
    title: tuple[str, ...] = ()
    subtitle: tuple[str, ...] = ()
    author: tuple[Author, ...] = ()
    issued: Dated = Dated()
    print_: Dated | None = Field(default=None, alias="published-print")
    online: Dated | None = Field(default=None, alias="published-online")
    type: str = ""
    updated_by: tuple[Update, ...] = Field(default=(), alias="updated-by")
    update_to: tuple[Update, ...] = Field(default=(), alias="update-to")

    @property
    def years(self) -> set[int]:
        """Return every year in which it was published, online and on paper."""
        dates = (self.issued, self.print_, self.online)
        return {date.year for date in dates if date and date.year}


class _Envelope(_Answer):
    message: Work


def work(answer: bytes) -> Work:
    """Return the work that Crossref's *answer* is about.

    Raises ValueError where the answer has another form.
    """
    return _Envelope.model_validate_json(answer).message


def differences(source: Source, found: Work) -> Iterator[tuple[str, str]]:
    """Yield the key and what is different for everything that Crossref has otherwise."""
    if source.DOI and source.DOI.lower() != found.DOI.lower():
        yield "DOI", f"Crossref has {found.DOI}"
    titles = {_plain(title) for title in found.title} | {_plain(" ".join(found.title + found.subtitle))}
    if found.title and _plain(source.title or "") not in titles:
        yield "title", f"Crossref has '{_shown(found.title[0])}'"
    if found.years and source.issued and source.issued not in found.years:
        yield "issued", f"Crossref has {' and '.join(map(str, sorted(found.years)))}"
    ours = [name.family or name.literal or "" for name in source.author]
    theirs = [author.family or author.name or "" for author in found.author]
    if theirs and list(map(_plain, ours)) != list(map(_plain, theirs)):
        yield "author", f"Crossref has {_shown(', '.join(theirs))}"


def notices(found: Work) -> Iterator[tuple[str, str]]:
    """Yield the type of every notice about the work, and what to say of it."""
    for update in found.updated_by:
        yield update.type, f"{update.type.replace('_', ' ')}, doi:{update.DOI}" if update.DOI else update.type
    if any(title.startswith(WARNING) for title in found.title):
        yield "retraction", "its title says that it is retracted"
    for update in found.update_to:
        yield "notice", f"it is itself a notice: {update.type.replace('_', ' ')} of doi:{update.DOI}"


def result(different: bool, types: set[str]) -> str:  # noqa: FBT001 - one question of two
    """Return what to keep: the worst of what was found."""
    if types & RETRACTIONS:
        return "retracted"
    if types:
        return "corrected"
    return "differs" if different else "agrees"


def _plain(text: str) -> str:
    """Return *text* without markup, marks over letters, dashes, signs and capitals, to compare words alone."""
    letters = unicodedata.normalize("NFKD", re.sub(r"<[^>]*>", "", text)).casefold()
    return "".join(sign for sign in letters.replace("ł", "l") if sign.isalnum())


def _shown(text: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", "", text).split())
