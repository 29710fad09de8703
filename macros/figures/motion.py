"""Movement, found by comparing moments: a part that turns rigidly gets its turns, one that bends the paths it passes.

Both are data on the drawing, which rests in its last position. `docs/assets/js/picture.js` plays them (SMIL), in every
browser; without the script nothing moves.
"""

import math
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from macros.figures.drawing import Drawing
from macros.figures.figure import Figure
from macros.figures.geometry import turn
from macros.figures.outline import number, path_texts
from macros.figures.scene import Part, Scene, Shape

STILL = 0.3
"""Drawing units below which a part counts as not moving."""
RIGID = 0.7
"""Drawing units by which a part may differ from a rigid motion and still count as rigid."""
SHIFTED = 0.15
"""Drawing units below which a turning part does not shift as well."""


@dataclass(frozen=True)
class Bend:
    """How a path changes: its text at every moment, the last one too."""

    texts: tuple[str, ...]


@dataclass(frozen=True)
class Rigid:
    """How a part moves without changing its shape: from its last position, at every moment before."""

    shifts: tuple[str, ...]
    """Steps right and down, such as `12 -3`; none where it only turns."""
    turns: tuple[str, ...]
    """Degrees; none where it only shifts."""
    pivot: str
    """What it turns about."""

    @property
    def attributes(self) -> dict[str, str]:
        """Return the movement as the script reads it."""
        shift = {"data-shift": ";".join(self.shifts)} if self.shifts else {}
        return shift | ({"data-turn": ";".join(self.turns), "data-about": self.pivot} if self.turns else {})

    @property
    def start(self) -> str:
        """Return the transform to the start."""
        shift = [f"translate({self.shifts[0]})"] if self.shifts and self.shifts[0] != "0 0" else []
        return "".join(shift + ([f"rotate({self.turns[0]} {self.pivot})"] if self.turns else []))


Motion = Bend | Rigid


@dataclass(frozen=True)
class Turn:
    """A rigid motion from the last position: degrees about a pivot, or a shift."""

    degrees: float
    pivot: complex | None


def short_name(prefix: str) -> str:
    """Return the short prefix of the ids inside a picture, which are repeated often."""
    return f"fg-{zlib.crc32(prefix.encode()):x}"


def rigid_turn(base: Sequence[complex], moved: Sequence[complex]) -> Turn | None:
    """Return the rigid motion that takes *base* to *moved*, or None where the shape changes."""
    centre, target = sum(base) / len(base), sum(moved) / len(moved)
    spin = sum((y - target) * (x - centre).conjugate() for x, y in zip(base, moved, strict=True))
    spin = spin / abs(spin) if abs(spin) > 1e-9 else 1 + 0j
    if max(abs(spin * (x - centre) + target - y) for x, y in zip(base, moved, strict=True)) > RIGID:
        return None
    degrees = math.degrees(math.atan2(spin.imag, spin.real))
    return Turn(degrees, (target - spin * centre) / (1 - spin)) if abs(degrees) >= 0.2 else Turn(0, None)


@dataclass(frozen=True)
class Movement:
    """The moments of a figure, and what moves from one to the next."""

    figure: Figure
    prefix: str
    states: list[Scene]

    @classmethod
    def of(cls, figure: Figure, prefix: str) -> "Movement":
        last = figure.stops - 1
        moments = (*(_ease(stop / last) for stop in range(last)), 1.0)
        drawing = Drawing(figure.draw)
        return cls(figure, prefix, [drawing.scene(moment) for moment in moments])

    @property
    def end(self) -> Scene:
        return self.states[-1]

    def motions(self) -> list[Motion | None]:
        tracks = zip(*(state.parts for state in self.states), strict=True)
        return [_motion([placed.part for placed in track]) for track in tracks]


def _motion(track: Sequence[Part]) -> Motion | None:
    shapes = [part for part in track if isinstance(part, Shape)]
    if len(shapes) < len(track):
        return None
    base = shapes[-1].points
    if all(abs(a - b) < STILL for shape in shapes for a, b in zip(shape.points, base, strict=True)):
        return None
    turns = [rigid for shape in shapes if (rigid := rigid_turn(base, shape.points))]
    if len(turns) < len(shapes):
        return Bend(tuple(path_texts([shape.path for shape in shapes])))
    return _rigid(shapes[:-1], turns[:-1], base)


def _rigid(shapes: list[Shape], turns: list[Turn], base: list[complex]) -> Rigid:
    """Turn about the first pivot, and shift by what is left."""
    middle = sum(base) / len(base)
    pivot = next((one.pivot for one in turns if one.pivot is not None), None)
    about = middle if pivot is None else pivot
    left = [
        sum(shape.points) / len(base) - (turn(one.degrees) * (middle - about) + about)
        for shape, one in zip(shapes, turns, strict=True)
    ]
    shifts = tuple(_place(way if abs(way) > SHIFTED else 0j) for way in left)
    return Rigid(
        shifts if any(abs(way) > SHIFTED for way in left) else (),
        () if pivot is None else tuple(f"{round(one.degrees, 1):g}" for one in turns),
        "" if pivot is None else _place(about),
    )


def _place(place: complex) -> str:
    return f"{number(place.real)} {number(place.imag)}"


def _ease(share: float) -> float:
    return share * share * (3 - 2 * share)
