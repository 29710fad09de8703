"""A reporting checklist: what a study and this guide say of their exercises, item by item."""

from typing import Annotated, Literal

from pydantic import Field

from macros.data.model.base import Id, Record, SourceId, StudyId, Text, Texts


class Answer(Record):
    """What is said of one item."""

    state: Literal["reported", "partly", "not-read", "not-applicable"]
    """reported: it is there. partly: some of it. not-read: it may stand in a part that was not
    read. not-applicable: it cannot be asked, and the words say why."""

    says: Text


class Question(Record):
    """One item of the list."""

    id: Id
    number: Text
    """As the list numbers it, such as '7a'."""

    asks: Text
    """What it asks for, in this guide's own words."""

    study: Answer
    guide: Answer


class Checklist(Record):
    """The list, with the answers of one study and of this guide."""

    title: Text
    summary: Annotated[Text, Field(max_length=160)]
    about: Texts
    source: SourceId
    """Where the list comes from."""

    study: StudyId
    items: Annotated[tuple[Question, ...], Field(min_length=1)]
