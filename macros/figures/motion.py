"""Movement, found by comparing moments: a part that turns rigidly gets a CSS rotation, one that bends path keyframes."""

import math
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from macros.figures.drawing import Drawing
from macros.figures.figure import Figure
from macros.figures.geometry import turn
from macros.figures.outline import number, path_text
from macros.figures.scene import Part, Scene, Shape

STILL = 0.3
"""Drawing units below which a part counts as not moving."""
RIGID = 0.7
"""Drawing units by which a part may differ from a rigid motion and still count as rigid."""


@dataclass(frozen=True)
class Motion:
    """How a part moves."""

    key: str
    """Name of its keyframes."""
    start: str | None
    """For a rigid part, the SVG transform to its start; None for a part that bends."""


@dataclass(frozen=True)
class Turn:
    """A rigid motion from the last position: degrees about a pivot, or a shift."""

    degrees: float
    pivot: complex | None
    shift: complex

    @property
    def transform(self) -> str:
        if self.pivot is None:
            return f"translate({number(self.shift.real)} {number(self.shift.imag)})"
        return f"rotate({self.degrees:.1f} {number(self.pivot.real)} {number(self.pivot.imag)})"


def short_name(prefix: str) -> str:
    """Return the short prefix of a picture's keyframes: their names are repeated often, and ids are long."""
    return f"fk{zlib.crc32(prefix.encode()):x}-"


def rigid_turn(base: Sequence[complex], moved: Sequence[complex]) -> Turn | None:
    """Return the rigid motion that takes *base* to *moved*, or None where the shape changes."""
    centre, target = sum(base) / len(base), sum(moved) / len(moved)
    spin = sum((y - target) * (x - centre).conjugate() for x, y in zip(base, moved, strict=True))
    spin = spin / abs(spin) if abs(spin) > 1e-9 else 1 + 0j
    if max(abs(spin * (x - centre) + target - y) for x, y in zip(base, moved, strict=True)) > RIGID:
        return None
    degrees = math.degrees(math.atan2(spin.imag, spin.real))
    if abs(degrees) < 0.2:
        return Turn(0, None, target - centre)
    return Turn(degrees, (target - spin * centre) / (1 - spin), 0j)


@dataclass
class Movement:
    """The moments of a figure, what moves from one to the next, and the keyframes for it."""

    figure: Figure
    prefix: str
    states: list[Scene]
    rules: dict[str, str] = field(default_factory=dict)
    """Keyframes and own style, by name."""
    _names: dict[tuple[str, str], str] = field(default_factory=dict)

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
        return [self._motion([placed.part for placed in track]) for track in tracks]

    def _motion(self, track: Sequence[Part]) -> Motion | None:
        shapes = [part for part in track if isinstance(part, Shape)]
        if len(shapes) < len(track):
            return None
        base = shapes[-1].points
        if all(abs(a - b) < STILL for shape in shapes for a, b in zip(shape.points, base, strict=True)):
            return None
        turns = [rigid for shape in shapes if (rigid := rigid_turn(base, shape.points))]
        if len(turns) < len(shapes):
            return Motion(self._keyframes(lambda i: f'd:path("{path_text(shapes[i].path)}")', ""), None)
        return self._rigid(shapes, turns)

    def _rigid(self, shapes: list[Shape], turns: list[Turn]) -> Motion:
        base = shapes[-1].points
        middle = sum(base) / len(base)
        pivots = [one.pivot for one in turns if one.pivot is not None]
        pivot = pivots[0] if pivots else middle

        def step(i: int) -> str:
            """Turn about the first pivot, and shift by what is left."""
            left = sum(shapes[i].points) / len(base) - (turn(turns[i].degrees) * (middle - pivot) + pivot)
            shift = f"translate({number(left.real)}px,{number(left.imag)}px)" if abs(left) > 0.15 else ""
            spin = f"rotate({turns[i].degrees:.1f}deg)" if pivots else ""
            return f"transform:{' '.join(filter(None, (shift, spin))) or 'none'}"

        origin = f"transform-origin:{number(pivot.real)}px {number(pivot.imag)}px;" if pivots else ""
        return Motion(self._keyframes(step, origin), turns[0].transform)

    def _keyframes(self, declaration: Callable[[int], str], style: str) -> str:
        """Write keyframes from the *declaration* of each state and return their name; equal ones share a name."""
        last = len(self.states) - 1
        if last == 1:
            text = f"0%,10%{{{declaration(0)}}}"
        else:
            middle = "".join(f"{8 + 84 * i / last:.0f}%{{{declaration(i)}}}" for i in range(1, last))
            text = f"0%,8%{{{declaration(0)}}}{middle}92%,to{{{declaration(last)}}}"
        name = self._names.setdefault((text, style), f"{short_name(self.prefix)}{len(self._names)}")
        pace = "linear" if last > 1 else "ease-in-out"
        timing = f"{self.figure.seconds:g}s {pace} {self.figure.runs} alternate"
        self.rules[name] = f".fg-play .{name}{{{style}animation:{name} {timing}}}@keyframes {name}{{{text}}}"
        return name

    def style(self) -> str:
        """Write the movement's style: on screen only, and not for readers who ask for less motion.

        A browser that cannot animate paths shows the still picture, never one in which only some parts move.
        """
        if not self.rules:
            return ""
        rules = "".join(self.rules.values())
        whole = f'@supports (d:path("M0 0")){{{rules}}}' if "d:path" in rules else rules
        return f"@media screen and (prefers-reduced-motion:no-preference){{{whole}}}"


def _ease(share: float) -> float:
    return share * share * (3 - 2 * share)
