"""The settings of whoever hosts the guide, under extra.clinic in mkdocs.yml."""

from typing import Annotated, Literal

from pydantic import Field

from macros.model.evidence import Day
from macros.model.record import Address, Record, Reference, Text


class Course(Record):
    """A course on given days, for which the build makes a calendar file."""

    start: Day
    """The first day of week 1; it may be any day of the week."""

    time: Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")] = "18:00"
    """When a session starts, as hours and minutes on the clock of whoever imports the file."""


class Clinic(Record):
    """A clinic's name and contact; every key may be left out."""

    name: Text | None = None
    """Stands on every page's foot and every sheet."""

    phone: Text | None = None
    url: Address | None = None
    country: Annotated[str, Reference("country")] | None = None
    """Id of one of safety.countries; decides whom to call."""

    logo: Annotated[str, Field(pattern=r"^[\w./-]+\.(svg|png)$")] | None = None
    """Path of a picture below docs/, such as 'assets/own/logo.svg'; stands on every PDF."""

    course: Course | None = None

    paper: Literal["a4", "letter"] = "a4"
    """The paper that is offered first."""

    licence: Annotated[Text, Field(max_length=300)] | None = None
    """A line of the clinic's own for the foot of each page."""
