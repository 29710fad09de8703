"""What was read: papers, pages and reports, in the terms of CSL-JSON."""

from typing import Annotated, Literal, Self

from pydantic import Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from macros.data.model.base import Address, Checked, Day, Id, Known, Record, Text, Whole, mistake_at

Year = Annotated[Whole, Field(ge=1900, le=2100)]


class Name(Record):
    """A person or a body that wrote something, as CSL has it."""

    family: Text | None = None
    given: Text | None = None
    """Given names or initials."""

    literal: Text | None = None
    """The name of a body."""

    @model_validator(mode="after")
    def _is_named(self) -> Self:
        if bool(self.family) == bool(self.literal):
            raise PydanticCustomError("name", "has either 'family' (a person) or 'literal' (a body)")
        return self


class Crossref(Record):
    """What Crossref reports of a source; only `make check-sources` writes it."""

    checked: Day
    """When Crossref was asked."""

    result: Literal["agrees", "differs", "corrected", "retracted", "not-there"]
    """agrees: year, title and authors are the same. corrected, retracted: a notice says so. not-there: no such DOI."""

    says: tuple[Text, ...] = ()
    """What differs and which notices there are, one item for each."""


class Source(Record):
    """Something read; the field names are those of CSL-JSON."""

    id: Id
    type: Literal["article-journal", "webpage", "report", "thesis"]
    design: Literal["study", "review"] | None = None
    """study: it tested people. review: it puts the studies of others together. Left out for everything else."""

    took_part: Annotated[Whole | None, Field(ge=1, alias="took-part")] = None
    """People in a study, as a claim or a study of the data states it; left out where it was not read."""

    gathers: Annotated[Whole | None, Field(ge=1)] = None
    """Studies in a review, as a claim states it; left out where it was not read."""

    title: Text | None = None
    """As printed on the source; left out where it was not found. Never made up: citations and files leave it empty."""

    described_as: Annotated[Text | None, Field(alias="described-as")] = None
    """What it is, in our own words, in place of an unknown title; shown in brackets on pages and never exported."""

    author: tuple[Name, ...] = ()
    """All authors in order; empty where they were not read."""

    container_title: Annotated[Text | None, Field(alias="container-title")] = None
    """The journal or the site; of a report or thesis, who published it."""

    issued: Year | None = None
    """Year of publication; empty where it was not found."""

    volume: Text | None = None
    issue: Text | None = None
    page: Text | None = None
    number: Text | None = None
    """Article number, where there are no pages."""

    DOI: Annotated[str | None, Field(pattern=r"^10\.\d{4,9}/[^\s<>{}\\\"]+$")] = None
    PMID: Annotated[str | None, Field(pattern=r"^\d{5,9}$")] = None
    PMCID: Annotated[str | None, Field(pattern=r"^PMC\d{5,9}$")] = None
    URL: Address | None = None
    read: Literal["abstract", "page", "table", "secondary", "record"]
    """What was read: its abstract, its page, a table or figure, only an account of it by others, its register entry."""

    note: Text | None = None
    """What readers need to know about how it was read."""

    checked: Checked
    """When it was last read for this guide."""

    crossref: Crossref | None = None
    """What Crossref reported of its DOI; left out until Crossref was asked."""

    @model_validator(mode="after")
    def _was_read_after_it_was_issued(self) -> Self:
        if self.issued and self.checked.year < self.issued:
            raise mistake_at(("checked",), "'{day}' is before the year in 'issued'", day=str(self.checked))
        return self

    @model_validator(mode="after")
    def _counts_what_is_stated(self, info: ValidationInfo) -> Self:
        for key, number, design in (("took-part", self.took_part, "study"), ("gathers", self.gathers, "review")):
            if number is None:
                continue
            if self.design != design:
                raise mistake_at((key,), "goes with 'design: {design}'", design=design)
            if isinstance(info.context, Known) and str(number) not in info.context.numbers.get(self.id, ()):
                raise mistake_at((key,), "no claim of this source states the number {number}", number=str(number))
        return self

    @model_validator(mode="after")
    def _is_named(self) -> Self:
        if bool(self.title) == bool(self.described_as):
            raise PydanticCustomError("source_name", "has either a 'title' or, where that is unknown, 'described-as'")
        return self

    @model_validator(mode="after")
    def _can_be_found(self) -> Self:
        if not (self.DOI or self.URL):
            raise PydanticCustomError("source_address", "needs a DOI or a URL")
        return self

    @model_validator(mode="after")
    def _is_cited(self, info: ValidationInfo) -> Self:
        if isinstance(info.context, Known) and self.id not in info.context.cited:
            raise PydanticCustomError("uncited", "nothing cites this source; name it where it is used, or take it out")
        return self
