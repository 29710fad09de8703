"""One moment of a picture: its shapes in painter's order, and where every joint is."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum

from macros.figures.geometry import turn
from macros.figures.outline import Command, Knot, Path, moved, points_of, polygon, smooth
from macros.figures.values import Point, value_at


class Look(StrEnum):
    """How a shape is painted; the value is its class name without `fg-`."""

    SKIN = "s1"
    FAR_SKIN = "s2"
    TOP = "c1"
    FAR_TOP = "c2"
    LEGGING = "p1"
    FAR_LEGGING = "p2"
    HAIR = "h"
    EYE = "e"
    DETAIL = "d"
    SHADE = "sh"
    NAIL = "nl"
    FLOOR = "f"
    PROP = "w"
    DARK_PROP = "w2"
    PRINT = "k1"
    BALL = "t"
    SEAM = "ts"
    DISC = "b1"
    BAND = "b"
    BAND_EDGE = "bo"
    ARROW = "a"
    ARROW_EDGE = "a0"
    ARROW_HEAD = "ah"
    GUIDE = "u"
    GUIDE_EDGE = "u0"
    LEVEL = "v"
    WOBBLE = "q"
    DOT = "dt"
    LOCK = "lk"
    LEADER = "z"
    GROUND = "zb"
    RING = "zr"
    CROSS = "x"
    DIGIT = "n"
    PRINT_DIGIT = "n2"


@dataclass(frozen=True)
class Shape:
    """A painted path or circle."""

    path: Path
    look: Look
    circle: tuple[complex, float] | None = None
    """Centre and radius of a circle; its path then only tells where it is."""
    width: float | None = None
    """Stroke width in drawing units, where it differs from the look's own."""
    stamp: complex | None = None
    """Where a shape that is repeated on the page is put; its path is then drawn about 0."""

    @property
    def points(self) -> list[complex]:
        return points_of(moved(self.path, self.stamp or 0))


@dataclass(frozen=True)
class Window:
    """The start of a part seen only through *outline*; `WindowEnd` ends it."""

    outline: Path
    circle: tuple[complex, float] | None
    line: float | None


class WindowEnd:
    """The end of the part seen through a window."""


Part = Shape | Window | WindowEnd


@dataclass(frozen=True)
class Placed:
    """A part, and which item of the data it belongs to."""

    part: Part
    item: int
    ghost: bool


@dataclass
class Scene:
    """Collects parts; *known* are the joints of this moment, *start* and *end* those of the first and last."""

    moment: float
    known: Mapping[str, complex] = field(default_factory=dict)
    start: Mapping[str, complex] = field(default_factory=dict)
    end: Mapping[str, complex] = field(default_factory=dict)
    parts: list[Placed] = field(default_factory=list)
    joints: dict[str, complex] = field(default_factory=dict)
    tips: list[complex] = field(default_factory=list)
    """Ends of arrows, which must lie on the canvas."""
    item: int = 0
    ghost: bool = False
    _sway: tuple[complex, complex] = (1 + 0j, 0j)
    _flip: float | None = None

    def now(self, stops: tuple[float, ...]) -> float:
        return value_at(stops, self.moment)

    def point(self, point: Point) -> complex:
        """Give the place of *point* at this moment."""
        joints = self.start if point.at_start else {**self.known, **self.joints}
        return self._offset(point) + joints.get(point.joint, 0j)

    def mark(self, point: Point) -> complex:
        """Give the place of *point* in the last position, for marks that do not move."""
        joints = self.start if point.at_start else self.end
        return self._offset(point) + joints.get(point.joint, 0j)

    def _offset(self, point: Point) -> complex:
        return complex(self.now(point.x), self.now(point.y))

    @contextmanager
    def swayed(self, degrees: float, about: complex) -> Iterator[None]:
        """Turn everything drawn inside, joints too, by *degrees* clockwise about a point."""
        factor, before = turn(degrees), set(self.joints)
        self._sway = (factor, about - factor * about)
        yield
        self._sway = (1 + 0j, 0j)
        for name in set(self.joints) - before:
            self.joints[name] = (self.joints[name] - about) * factor + about

    @contextmanager
    def mirrored(self, middle: float) -> Iterator[None]:
        """Mirror everything drawn inside, joints too, about the upright line x = *middle*."""
        before = dict(self.joints)
        self._flip = middle
        yield
        self._flip = None
        for name, place in self.joints.items():
            if before.get(name) != place:
                self.joints[name] = complex(2 * middle - place.real, place.imag)

    def _placed(self, place: complex) -> complex:
        flat = place if self._flip is None else complex(2 * self._flip - place.real, place.imag)
        factor, shift = self._sway
        return flat * factor + shift

    def add(self, part: Part) -> None:
        self.parts.append(Placed(part, self.item, self.ghost))

    def path(self, path: Path, look: Look, width: float | None = None) -> None:
        placed = tuple(Command(letter, tuple(self._placed(p) for p in points)) for letter, points in path)
        self.add(Shape(placed, look, width=width))

    def blob(self, points: Sequence[Knot], look: Look, slack: float = 0.34) -> None:
        """Fill a smooth closed outline."""
        self.path(smooth(points, slack=slack), look)

    def line(self, points: Sequence[Knot], look: Look, slack: float = 0.36) -> None:
        """Draw a smooth open line. With a filled look it is filled, but its open side gets no stroke."""
        self.path(smooth(points, closed=False, slack=slack), look)

    def face(self, points: Sequence[complex], look: Look) -> None:
        """Fill a closed shape with straight sides."""
        self.path(polygon(points), look)

    def circle(self, centre: complex, radius: float, look: Look) -> None:
        place = self._placed(centre)
        self.add(Shape((Command("M", (place, place + radius)),), look, circle=(place, radius)))
