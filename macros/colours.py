"""Contrast of colours by WCAG 2.2, and lighter, darker and paler ones of the same hue, made in OKLCH.

The figures of OKLab are Björn Ottosson's, https://bottosson.github.io/posts/oklab/.
"""

import math
from collections.abc import Iterable
from typing import NamedTuple

TEXT = 4.5
"""Least contrast of text with its background, WCAG 1.4.3 at level AA."""

CONTROL = 3.0
"""Least contrast of a control's edge or a focus ring with its background, WCAG 1.4.11."""

STEPS = 400
"""Shades of lightness that are tried between a colour and black or white."""


class Oklch(NamedTuple):
    """Lightness from 0 to 1, chroma, and hue in radians."""

    lightness: float
    chroma: float
    hue: float


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours such as '#1d6b78', from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def least_contrast(colour: str, backgrounds: Iterable[str]) -> float:
    """Return the lowest contrast of *colour* with any of *backgrounds*."""
    return min(contrast(colour, background) for background in backgrounds)


def nearest(colour: str, backgrounds: Iterable[str], least: float, towards: float) -> str:
    """Return *colour*, or the first of its hue with contrast enough on the way *towards* black (0) or white (1)."""
    grounds = tuple(backgrounds)
    if least_contrast(colour, grounds) >= least:
        return colour
    start = to_oklch(colour)
    for step in range(1, STEPS + 1):
        share = step / STEPS
        tried = to_hex(start._replace(lightness=start.lightness + (towards - start.lightness) * share))
        if least_contrast(tried, grounds) >= least:
            return tried
    return "#ffffff" if towards else "#000000"


def paler(colour: str, lightness: float, chroma: float) -> str:
    """Return the hue of *colour* at another *lightness*, with at most *chroma*."""
    own = to_oklch(colour)
    return to_hex(Oklch(lightness, min(own.chroma, chroma), own.hue))


def to_oklch(colour: str) -> Oklch:
    """Return '#1d6b78' in OKLCH."""
    red, green, blue = _linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return Oklch(0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short, math.hypot(a, b), math.atan2(b, a))


def to_hex(colour: Oklch) -> str:
    """Return *colour* as '#1d6b78', with less chroma where a screen cannot show it."""
    channels = _channels(colour)
    chroma = colour.chroma
    while chroma > 0.001 and any(not -0.0005 <= channel <= 1.0005 for channel in channels):  # noqa: PLR2004 - rounding
        chroma *= 0.97
        channels = _channels(colour._replace(chroma=chroma))
    return "#" + "".join(f"{round(_encoded(channel) * 255):02x}" for channel in channels)


def _channels(colour: Oklch) -> tuple[float, float, float]:
    a, b = colour.chroma * math.cos(colour.hue), colour.chroma * math.sin(colour.hue)
    long = (colour.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (colour.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (colour.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _linear(colour: str) -> tuple[float, ...]:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)  # noqa: PLR2004 - sRGB


def _encoded(channel: float) -> float:
    part = min(max(channel, 0), 1)
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055  # noqa: PLR2004 - sRGB


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
