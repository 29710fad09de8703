"""The settings of the clinic that hosts the guide, under extra.clinic in mkdocs.yml."""

import re
from typing import Annotated, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from macros.data.model.base import Address, Day, Flag, Record, Reference, Text, as_address, mistake_at
from macros.data.model.brand import Brand
from macros.data.model.paper_size import PaperSize

PICTURES = ("svg", "png", "jpg", "jpeg")
"""Endings of logos, which pages and papers can show."""

ICONS = ("svg", "png", "ico")
"""Endings of icons, which browsers can show in a tab."""

EMBEDDERS = ("anyone", "nobody")
"""Words for who may show the guide inside a page of theirs."""


def _as_time(value: object) -> object:
    """Return *value* where it is a time of day."""
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


def _own_file(endings: tuple[str, ...]) -> BeforeValidator:
    """Return a check that a value is the path of a file with one of *endings*, in the folder that it is seen from."""
    listed = f"{', '.join(endings[:-1])} or {endings[-1]}"

    def is_path(value: object) -> object:
        if not isinstance(value, str):
            return value
        if not re.fullmatch(r"[\w-]+([./ ][\w-]+)*", value):
            what = "'{value}' is not the path of a file in this folder, like logo.svg or pictures/logo.svg"
            raise PydanticCustomError("own_file", what, {"value": value})
        if not value.lower().endswith(tuple(f".{ending}" for ending in endings)):
            what = "'{value}' does not end in {endings}; save the picture as one of these"
            raise PydanticCustomError("own_file_ending", what, {"value": value, "endings": listed})
        return value

    return BeforeValidator(is_path)


def _as_lines(value: object) -> object:
    """Return one text as a list of it."""
    return [value] if isinstance(value, str) else value


def _as_origin(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"https?://[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?", value):
        what = "'{value}' is not the address of a site like https://club.example, in small letters and without a path"
        raise PydanticCustomError("origin", what, {"value": value})
    return value


def _as_embedders(value: object) -> object:
    """Return 'anyone', 'nobody' or a list of sites."""
    if isinstance(value, str) and not value.startswith("http"):
        if value not in EMBEDDERS:
            what = "'{value}' is not allowed; allowed: anyone, nobody, or a list of sites like [https://club.example]"
            raise PydanticCustomError("embedders", what, {"value": value})
        return [] if value == "nobody" else None
    return _as_lines(value)


Lines = Annotated[tuple[Annotated[Text, Field(max_length=200)], ...], BeforeValidator(_as_lines), Field(max_length=4)]
"""Up to four lines of plain text; one line may be written without a list."""

Origin = Annotated[str, BeforeValidator(_as_origin)]


class Clinic(Record):
    """A clinic's name and contact; every key may be left out."""

    name: Text | None = None
    """Shown in the foot of every page and on every sheet."""

    phone: Text | None = None
    url: Address | None = None

    address: Lines = ()
    """Lines of the postal address, for the foot of each page and paper."""

    booking: Address | None = None
    """Where patients book: a link in the foot of each page, a button on week pages, and its address on paper."""

    country: Annotated[str, Reference("country")] | None = None
    """Id of one of safety.countries; decides whom to call."""

    urgent: Annotated[Text, Field(max_length=300)] | None = None
    """The clinic's own words for urgent advice the same day. They follow those of the country, with the clinic's name
    before them, and take the place of none."""

    logo: Annotated[str, _own_file(PICTURES)] | None = None
    """Path of a picture, seen from the folder of the settings that name it, or else from docs/; shown on top of each
    page, on every week sheet and PDF."""

    favicon: Annotated[str, _own_file(ICONS)] | None = None
    """Path of the icon in the browser's tab, seen from the same folder."""

    colours: Brand | None = None

    course: Course | None = None

    paper: PaperSize = PaperSize.A4
    """The size of paper that is offered first."""

    licence: Annotated[Text, Field(max_length=300)] | None = None
    """A line of the clinic's own on rights, for the foot of each page and paper."""

    footer: Lines = ()
    """Lines of the clinic's own for the foot of each page."""

    embed: Annotated[tuple[Origin, ...] | None, BeforeValidator(_as_embedders)] = None
    """Sites that may show the guide inside their pages: 'anyone', which is None here, 'nobody', which is no site, or
    a list."""

    report: Annotated[str, AfterValidator(_as_contact), Field(max_length=300)] | None = None
    """Where readers report an error: an e-mail address, or a web address. Every page then links there with its own
    address and the version of the guide; where none is set there is no such link."""

    layer: Annotated[str, Field(pattern=r"^[\w-]+([./ ][\w-]+)*\.ya?ml$", max_length=300)] | None = None
    """File that is laid over the guide, such as 'own.yml', in the folder of the settings that name it."""

    hide: tuple[Text, ...] = ()
    """Addresses of what this edition leaves out, such as 'exercises/short-foot' or 'schedule/week-6'."""

    changed: Day | None = None
    """When `hide`, or the course, was last changed, so that calendars take the newer file; a layer says so itself."""

    offline: Flag = True
    """False where pages are not to stay on readers' devices; what an earlier build kept there is then cleared."""

    @model_validator(mode="after")
    def _says_who_changed_the_guide(self) -> Self:
        changes = [key for key in ("layer", "hide") if getattr(self, key)]
        if changes and not self.name:
            raise mistake_at(
                (changes[0],), "needs the key 'name' beside it: pages and papers say who changed the guide"
            )
        if self.hide and not self.changed:
            raise mistake_at(("hide",), "needs the key 'changed' beside it: the day on which it was last changed")
        return self

    @property
    def has_contact(self) -> bool:
        """Return whether anything says who the clinic is or how to reach it."""
        return bool(self.name or self.phone or self.url or self.address or self.booking)
