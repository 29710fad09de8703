"""One moment of a picture: its shapes in painter's order, and where every joint is."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import NamedTuple

from macros.figures.geometry import turn
from macros.figures.outline import Command, Knot, Path, moved, points_of, polygon, smooth
from macros.figures.values import Point, value_at

UNMOVED = (1 + 0j, 0j)
"""Factor and shift that leave a point where it is."""


class Look(StrEnum):
    """How a shape is painted; the value is its class name without `fg-`."""

    SKIN = "s1"
    FAR_SKIN = "s2"
    TOP = "c1"
    FAR_TOP = "c2"
    LEGGING = "p1"
    FAR_LEGGING = "p2"
    WORKING = "p3"
    FAR_WORKING = "p4"
    SHOE = "k"
    SHOE_SOLE = "k2"
    LENS = "gl"
    RIM = "gr"
    TRACE = "o"
    HAIR = "h"
    EYE = "e"
    DETAIL = "d"
    SHADE = "sh"
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
    WRONG_ARROW = "r"
    WRONG_HEAD = "rh"
    GUIDE = "u"
    GUIDE_EDGE = "u0"
    WRONG_GUIDE = "u2"
    LEVEL = "v"
    DOT = "dt"
    SIGN = "lk"
    SIGN_EDGE = "l0"
    SIGN_LINE = "l1"
    LEADER = "z"
    GROUND = "zb"
    RING = "zr"
    CROSS = "x"
    TICK = "y"
    DIGIT = "n"
    PRINT_DIGIT = "n2"


class Shape(NamedTuple):
    """A painted path or circle."""

    path: Path
    look: Look
    circle: tuple[complex, float] | None = None
    """Centre and radius of a circle; its path then only shows where the circle is."""
    width: float | None = None
    """Stroke width in drawing units, where it differs from the look's own."""
    stamp: complex | None = None
    """Where a repeated shape is placed; its path is then drawn about 0."""

    @property
    def points(self) -> list[complex]:
        return points_of(self.path if self.stamp is None else moved(self.path, self.stamp))


@dataclass(frozen=True)
class Window:
    """The start of what is clipped to *outline*; `WindowEnd` ends it."""

    outline: Path
    circle: tuple[complex, float] | None
    line: float | None


class WindowEnd:
    """The end of what a window clips."""


Part = Shape | Window | WindowEnd


class Placed(NamedTuple):
    """A part, and the index of the item that it belongs to."""

    part: Part
    item: int
    ghost: bool


class Detail(Enum):
    """How much of a picture is drawn; less is faster."""

    JOINTS = 1
    """Joints; bodies have no outlines."""
    KNOTS = 2
    """Shapes as the knots of their outlines: enough to see what leaves the canvas."""
    FULL = 3
    """Everything."""


@dataclass
class Scene:
    """Collects parts; *known* holds the joints of this moment, *start* and *end* those of the first and last moment."""

    moment: float
    known: Mapping[str, complex] = field(default_factory=dict)
    start: Mapping[str, complex] = field(default_factory=dict)
    end: Mapping[str, complex] = field(default_factory=dict)
    parts: list[Placed] = field(default_factory=list)
    joints: dict[str, complex] = field(default_factory=dict)
    tips: list[tuple[int, complex]] = field(default_factory=list)
    """Ends of arrows, which must be on the canvas, each with the index of its item."""
    item: int = 0
    ghost: bool = False
    detail: Detail = Detail.FULL
    needs_later_joints: bool = False
    """True once a joint was asked for that is not drawn yet."""
    _sway: tuple[complex, complex] = UNMOVED
    _flip: float | None = None

    @property
    def joints_only(self) -> bool:
        """True where bodies place their joints and draw nothing."""
        return self.detail is Detail.JOINTS

    def now(self, stops: tuple[float, ...]) -> float:
        return value_at(stops, self.moment)

    def point(self, point: Point) -> complex:
        """Return the place of *point* at this moment."""
        joint = self.start.get(point.joint, 0j) if point.at_start else self._joint(point.joint)
        return self._offset(point) + joint

    def mark(self, point: Point) -> complex:
        """Return the place of *point* in the last position, for marks that do not move."""
        joints = self.start if point.at_start else self.end
        return self._offset(point) + joints.get(point.joint, 0j)

    def _joint(self, name: str) -> complex:
        if name in self.joints:
            return self.joints[name]
        if name and name not in self.known:
            self.needs_later_joints = True
        return self.known.get(name, 0j)

    def _offset(self, point: Point) -> complex:
        return complex(self.now(point.x), self.now(point.y))

    @contextmanager
    def swayed(self, degrees: float, about: complex) -> Iterator[None]:
        """Turn everything drawn inside, joints too, by *degrees* clockwise about a point."""
        factor, before = turn(degrees), set(self.joints)
        self._sway = (factor, about - factor * about)
        yield
        self._sway = UNMOVED
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
        if self._flip is not None or self._sway != UNMOVED:
            path = tuple(Command(letter, tuple(self._placed(p) for p in points)) for letter, points in path)
        self.add(Shape(path, look, width=width))

    def curve(self, points: Sequence[Knot], slack: float, *, closed: bool) -> Path:
        """Return a smooth path through *points*."""
        if self.detail is not Detail.FULL:
            return (Command("M", tuple(knot[0] if isinstance(knot, tuple) else knot for knot in points)),)
        return smooth(points, closed=closed, slack=slack)

    def blob(self, points: Sequence[Knot], look: Look, slack: float = 0.34) -> None:
        """Fill a smooth closed outline."""
        self.path(self.curve(points, slack, closed=True), look)

    def line(self, points: Sequence[Knot], look: Look, slack: float = 0.36) -> None:
        """Draw a smooth open line. A filled look fills it, but its open side gets no stroke."""
        self.path(self.curve(points, slack, closed=False), look)

    def face(self, points: Sequence[complex], look: Look) -> None:
        """Fill a closed shape with straight sides."""
        self.path(polygon(points), look)

    def circle(self, centre: complex, radius: float, look: Look) -> None:
        place = self._placed(centre)
        self.add(Shape((Command("M", (place, place + radius)),), look, circle=(place, radius)))
