"""A clinic's brand colours, checked against every background of the pages."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal, NamedTuple

from pydantic import BeforeValidator, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from macros import colours
from macros.data.model.base import Record

Scheme = Literal["light", "dark"]

GROUNDS: Mapping[Scheme, tuple[str, ...]] = {
    "light": ("#ffffff", "#f2f6f7", "#fdf0e8"),
    "dark": ("#14191d", "#1c2329", "#33231a"),
}
"""What text and controls are on: the page, the mist behind pictures, the stop box, as in tokens.css."""

TOWARDS: Mapping[Scheme, float] = {"light": 0, "dark": 1}
"""Where contrast grows: to black on light pages, to white on dark ones."""

MIST: Mapping[Scheme, tuple[float, float]] = {"light": (0.948, 0.016), "dark": (0.301, 0.031)}
"""Lightness and chroma of the pale tint behind tags."""

NEEDS: Mapping[str, tuple[Scheme, float]] = {
    "main": ("light", colours.TEXT),
    "accent": ("light", colours.CONTROL),
    "dark": ("dark", colours.TEXT),
}
"""Where each colour is seen as it is written, and its least contrast there; the others are made so that they pass."""

GOOD_ON_DARK = 6
"""Contrast on dark pages of a main colour that is made lighter: more than is needed, as the guide's own has."""


def _as_colour(value: object) -> object:
    if value is None:
        raise PydanticCustomError(
            "no_colour",
            'is empty; put the colour in quotes, as in "#1d6b78": without them, YAML leaves out what follows #',
        )
    if not isinstance(value, str) or not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        given = value if isinstance(value, str) else "this"
        raise PydanticCustomError(
            "colour",
            "'{value}' is not a colour like \"#1d6b78\": # and six digits from 0 to 9 and a to f",
            {"value": given},
        )
    return value.lower()


Colour = Annotated[str, BeforeValidator(_as_colour)]
"""A colour as '#rrggbb'."""


class Tokens(NamedTuple):
    """The colours that the pages use for a brand, in one scheme."""

    main: str
    mist: str
    accent: str


class Brand(Record):
    """Two or three colours; each has contrast enough on light and dark pages, by WCAG 2.2 AA."""

    main: Colour
    """Links, buttons and headings of papers. Never the colour of what is urgent."""

    accent: Colour | None = None
    """The focus ring and the line under the bar; the main colour where it is left out."""

    dark: Colour | None = None
    """The main colour on dark pages; made from 'main' where it is left out."""

    def tokens(self, scheme: Scheme) -> Tokens:
        """Return the colours of the pages in *scheme*."""
        grounds = _grounds(self.main, scheme)
        if scheme == "light":
            return Tokens(self.main, grounds[-1], self.accent or self.main)
        main = self.dark or colours.nearest(self.main, grounds, GOOD_ON_DARK, TOWARDS["dark"])
        accent = colours.nearest(self.accent, grounds, colours.TEXT, TOWARDS["dark"]) if self.accent else main
        return Tokens(main, grounds[-1], accent)

    @field_validator("main", "accent", "dark")
    @classmethod
    def _has_contrast(cls, colour: str | None, info: ValidationInfo) -> str | None:
        scheme, least = NEEDS[str(info.field_name)]
        if colour:
            _check(colour, scheme, least, info.data.get("main", colour))
        return colour


def _grounds(main: str, scheme: Scheme) -> tuple[str, ...]:
    """Return every background in *scheme*; the last is the tint of the *main* colour."""
    return (*GROUNDS[scheme], colours.paler(main, *MIST[scheme]))


def _check(colour: str, scheme: Scheme, least: float, main: str) -> None:
    """Refuse a *colour* that is hard to see on the pages of *scheme*."""
    grounds = _grounds(main, scheme)
    has = colours.least_contrast(colour, grounds)
    if has < least:
        what = (
            "'{colour}' has a contrast of {has} on {scheme} pages; allowed: {least} or more (WCAG 2.2 AA); "
            "the nearest that passes is '{near}'"
        )
        near = colours.nearest(colour, grounds, least, TOWARDS[scheme])
        values = {"colour": colour, "has": f"{has:.2f}", "scheme": scheme, "least": f"{least:g}", "near": near}
        raise PydanticCustomError("contrast", what, values)
