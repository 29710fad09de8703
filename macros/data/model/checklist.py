"""A reporting checklist: what a study and this guide report of their exercises, item by item."""

from typing import Annotated, Literal

from pydantic import Field

from macros.anchors import AnyPart
from macros.data.model.base import Anchor, Id, Record, SourceId, StudyId, Text, Texts


class Reported(Record):
    """What is reported for one item."""

    state: Literal["reported", "partly", "not-read", "not-applicable"]
    """reported: all of it is. partly: some of it. not-read: it may be in a part that was not read. not-applicable: it
    cannot be asked, and the words say why."""

    says: Text


class Question(Record):
    """One item of the list."""

    id: Annotated[Id, Anchor(AnyPart)]
    number: Text
    """As the list numbers it, such as '7a'."""

    asks: Text
    """What it asks for, in this guide's own words."""

    study: Reported
    guide: Reported


class Checklist(Record):
    """The list, with the answers of one study and of this guide."""

    title: Text
    summary: Annotated[Text, Field(max_length=160)]
    about: Texts
    source: SourceId
    """Where the list comes from."""

    study: StudyId
    items: Annotated[tuple[Question, ...], Field(min_length=1)]
