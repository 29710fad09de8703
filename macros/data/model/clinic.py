"""The settings of the clinic that hosts the guide, under extra.clinic in mkdocs.yml."""

import re
from typing import Annotated, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from macros.data.model.base import Address, Day, Flag, Record, Reference, Text, as_address, mistake_at
from macros.data.model.paper_size import PaperSize


def _as_time(value: object) -> object:
    """Return *value* where it is a time of day in quotes; without them, YAML reads some times as numbers."""
    if isinstance(value, int):
        raise PydanticCustomError(
            "time_number", '{value} is a number; put the time in quotes, as in time: "18:00"', {"value": value}
        )
    if not isinstance(value, str) or not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value, re.ASCII):
        raise PydanticCustomError(
            "time", '\'{value}\' is not a time like "18:00" or "09:30"', {"value": "" if value is None else str(value)}
        )
    return value


class Course(Record):
    """A course on given days, for which the build makes a calendar file."""

    start: Day
    """The first day of week 1; it may be any day of the week."""

    time: Annotated[str, BeforeValidator(_as_time)] = "18:00"
    """When a session starts, as hours and minutes on the clock of the person who imports the file."""


def _as_contact(value: str) -> str:
    """Return *value* where it is an e-mail address or a web address."""
    if re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", value, re.ASCII):
        return value
    if "@" in value:
        raise PydanticCustomError(
            "contact", "'{value}' is not an e-mail address like feet@clinic.example", {"value": value}
        )
    return as_address(value)


class Clinic(Record):
    """A clinic's name and contact; every key may be left out."""

    name: Text | None = None
    """Shown in the foot of every page and on every sheet."""

    phone: Text | None = None
    url: Address | None = None
    country: Annotated[str, Reference("country")] | None = None
    """Id of one of safety.countries; decides whom to call."""

    logo: Annotated[str, Field(pattern=r"^[\w-]+([./][\w-]+)*\.(svg|png)$")] | None = None
    """Path of a picture below docs/, such as 'assets/own/logo.svg'; shown on every week sheet and PDF."""

    course: Course | None = None

    paper: PaperSize = PaperSize.A4
    """The size of paper that is offered first."""

    licence: Annotated[Text, Field(max_length=300)] | None = None
    """A line of the clinic's own for the foot of each page."""

    report: Annotated[str, AfterValidator(_as_contact), Field(max_length=300)] | None = None
    """Where readers report an error: an e-mail address, or a web address. Every page then links there with its own
    address and the version of the guide; where none is set there is no such link."""

    layer: Annotated[str, Field(pattern=r"^[^\s].*\.ya?ml$", max_length=300)] | None = None
    """File that is laid over the guide, such as 'own.yml', seen from the settings that name it."""

    hide: tuple[Text, ...] = ()
    """Addresses of what this edition leaves out, such as 'exercises/short-foot' or 'schedule/week-6'."""

    changed: Day | None = None
    """When `hide` was last changed; a layer says so itself."""

    offline: Flag = True
    """False where pages are not to stay on readers' devices; what an earlier build kept there is then cleared."""

    @model_validator(mode="after")
    def _says_who_changed_the_guide(self) -> Self:
        if (self.layer or self.hide) and not self.name:
            raise mistake_at((), "needs the key 'name': pages and papers say who changed the guide")
        if self.hide and not self.changed:
            raise mistake_at((), "needs the key 'changed' beside 'hide': the day on which that was last changed")
        return self
