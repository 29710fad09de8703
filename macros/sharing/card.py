"""How a picture for sharing looks: figures on white, words next to them or above, the guide's name at the foot."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

from macros.figures import Figure
from macros.figures.palette import GROUNDS, LIGHT
from macros.figures.svg import Place, placed_svg, tag
from macros.papers.typst_pdf import font_files
from macros.sharing.typeface import typeface

WIDTH, HEIGHT = 1200, 630
"""Pixels that chats and posts ask for."""

FAMILY = "Atkinson Hyperlegible"
PAPER, MIST = GROUNDS["light"]
INK, SOFT, TEAL = LIGHT["line"], "#4c5b66", "#1d6b78"
"""Colours of text; the last two are those of tokens.css."""

EDGE = 48
"""Empty on each side: some chats cut the edges off."""

GAP = 36
"""Between a figure and the words, or the next figure."""

RADIUS = 22
INSET = 18
"""Between a figure and the edge of its white ground, at most."""

BETWEEN = 14
"""Between two texts."""

LOWEST = 140
"""Room for figures below words, however many words there are."""


@cache
def fonts() -> dict[str, Path]:
    """Return the files of the typeface by their style: 'Regular', 'Bold'."""
    return {file.stem.rpartition("-")[2]: file for file in font_files()}


@dataclass(frozen=True)
class Style:
    """How a text is set."""

    weight: str
    """Name of a font file's style."""

    size: int
    line: int
    """From one line to the next."""

    colour: str
    most: int
    """Lines it may have."""

    def lines(self, text: str, width: float, height: float) -> tuple[str, ...]:
        """Return *text* in lines that fit into a place."""
        most = max(1, min(self.most, int(height // self.line)))
        return typeface(fonts()[self.weight]).lines(text, self.size, width, most)

    def element(self, line: str, x: float, y: float) -> str:
        """Write a line whose top is at *y*."""
        weight = {"font-weight": "700"} if self.weight == "Bold" else {}
        base = y + self.line / 2 + self.size * 0.35  # a capital is 0.7 of the size high, and in the middle of its line
        place = {"x": f"{x:g}", "y": f"{base:g}", "fill": self.colour, "font-size": str(self.size)}
        return tag("text", place | weight, escape(line, quote=False))


NAME = Style("Bold", 60, 66, INK, 3)
SECOND = Style("Bold", 40, 48, TEAL, 2)
THIRD = Style("Regular", 38, 48, INK, 4)
FOOT = Style("Regular", 34, 40, SOFT, 1)
STYLES = (NAME, SECOND, THIRD)
"""How the texts of a card are set, in order."""

FOOT_TOP = HEIGHT - EDGE - FOOT.line + 8
BOTTOM = FOOT_TOP - 24
"""Where figures and words end."""


@dataclass(frozen=True)
class Card:
    """What is on one picture."""

    texts: tuple[str, str, str]
    """What it is, and two lines more: name, level and dose; or week, focus and minutes."""

    foot: str
    figures: tuple[Figure, ...]
    """One next to the words, or several below them; none where the words say that something is gone."""

    @property
    def is_writable(self) -> bool:
        """Return whether the typeface has every character of its texts."""
        styles = zip((*self.texts, self.foot), (*STYLES, FOOT), strict=True)
        return all(typeface(fonts()[style.weight]).writes(text) for text, style in styles)

    def svg(self) -> str:
        """Write the picture."""
        view = {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {WIDTH} {HEIGHT}", "font-family": FAMILY}
        ground = tag("rect", {"width": str(WIDTH), "height": str(HEIGHT), "fill": MIST})
        (line,) = FOOT.lines(self.foot, WIDTH - 2 * EDGE, FOOT.line)
        foot = FOOT.element(line, EDGE, FOOT_TOP)
        match len(self.figures):
            case 0:
                body = _Words.of(self.texts, WIDTH - 2 * EDGE, BOTTOM - EDGE).elements(EDGE, EDGE)
            case 1:
                body = self._beside()
            case _:
                body = self._below()
        return tag("svg", view, ground, *body, foot)

    def _beside(self) -> Iterator[str]:
        """Write the figure on the left and the words on the right, in the middle of its height."""
        high = BOTTOM - EDGE
        wide = (high - 2 * INSET) * 4 / 3 + 2 * INSET
        yield from _panels(self.figures, Place(EDGE, EDGE, wide, high))
        left = EDGE + wide + GAP
        words = _Words.of(self.texts, WIDTH - EDGE - left, high)
        yield from words.elements(left, EDGE + (high - words.height) / 2)

    def _below(self) -> Iterator[str]:
        """Write the words on top and the figures in a row below them."""
        words = _Words.of(self.texts, WIDTH - 2 * EDGE, BOTTOM - EDGE - GAP - LOWEST)
        yield from words.elements(EDGE, EDGE)
        top, count = EDGE + words.height + GAP, len(self.figures)
        wide = (WIDTH - 2 * EDGE - (count - 1) * GAP / 2) / count
        yield from _panels(self.figures, Place(EDGE, top, wide, BOTTOM - top))


@dataclass(frozen=True)
class _Words:
    """The texts of a card in lines, one text below the other."""

    lines: tuple[tuple[Style, str, float], ...]
    """Each line with its style and its distance from the top."""

    height: float

    @classmethod
    def of(cls, texts: tuple[str, str, str], width: float, height: float) -> "_Words":
        """Break *texts* so that they fit into a place; the second has what the others leave, but a line at least."""
        first, second, third = texts
        room = height - 2 * BETWEEN - SECOND.line
        names = NAME.lines(first, width, room)
        room -= len(names) * NAME.line
        doses = THIRD.lines(third, width, room)
        room -= len(doses) * THIRD.line
        return cls._below_each_other(names, SECOND.lines(second, width, room + SECOND.line), doses)

    @classmethod
    def _below_each_other(cls, *texts: tuple[str, ...]) -> "_Words":
        lines: list[tuple[Style, str, float]] = []
        top = 0.0
        for text, style in zip(texts, STYLES, strict=True):
            top += BETWEEN if lines else 0
            for line in text:
                lines.append((style, line, top))
                top += style.line
        return cls(tuple(lines), top)

    def elements(self, x: float, y: float) -> Iterator[str]:
        """Write the lines with their top left corner at a place."""
        return (style.element(line, x, y + top) for style, line, top in self.lines)


def _panels(figures: Iterable[Figure], first: Place) -> Iterator[str]:
    """Write figures side by side, each on a white ground; the first has the place *first*."""
    for number, figure in enumerate(figures):
        place = first._replace(x=first.x + number * (first.width + GAP / 2))
        yield tag("rect", {**place.attributes, "rx": str(RADIUS), "fill": PAPER})
        yield placed_svg(figure, f"figure{number}", place.smaller(min(INSET, place.width / 24)))
