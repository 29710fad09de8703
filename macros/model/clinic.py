"""The settings of whoever hosts the guide, under extra.clinic in mkdocs.yml."""

from typing import Annotated, Literal

from pydantic import Field

from macros.model.record import Address, Record, Reference, Text


class Clinic(Record):
    """A clinic's name and contact; every key may be left out."""

    name: Text | None = None
    """Stands on every page's foot and every sheet."""

    phone: Text | None = None
    url: Address | None = None
    country: Annotated[str, Reference("country")] | None = None
    """Id of one of safety.countries; decides whom to call."""

    paper: Literal["a4", "letter"] = "a4"
    """The paper that is offered first."""

    licence: Annotated[Text, Field(max_length=300)] | None = None
    """A line of the clinic's own for the foot of each page."""
