"""What a picture is made of, in painter's order: each item is one key with its data."""

from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.figures.annotations import Arrow, Dot, GuideLine, Number
from macros.figures.body_front import FrontBody
from macros.figures.body_side import SideBody
from macros.figures.drawable import Drawable
from macros.figures.equipment import Ball, Band, Disc, DiscAbove, Towel
from macros.figures.foot_views import HeelBehind
from macros.figures.geometry import clamp, unit
from macros.figures.leg_ahead import LegAhead
from macros.figures.outline import Command, polygon
from macros.figures.props import Box, Chair, Floor, Footprint, Rail
from macros.figures.scene import Look, Scene, Window, WindowEnd
from macros.figures.signs import Cross, Down, Hold, Still, Tick
from macros.figures.values import Length, Point, PoseRecord


class Inset(Drawable):
    """A second drawing in a circle (`radius`) or a box (`size`), such as a close-up."""

    at: Point
    """The middle of the circle or of the box."""

    radius: Length | None = None
    """Radius of a circle."""

    size: tuple[Length, Length] | None = None
    """Width and height of a box."""

    of: Point | None = None
    """The place that the inset shows larger; a thin line leads to it."""

    of_radius: Length = 26
    """Radius of the ring round that place."""

    via: tuple[Point, ...] = ()
    """Corners of the thin line, so that it crosses nothing."""

    line: Length | None = None
    """Stroke width of outlines inside, where it differs."""

    items: "tuple[Item, ...]" = Field(alias="draw", min_length=1)
    """The items inside, in painter's order."""

    @model_validator(mode="after")
    def _one_shape(self) -> Self:
        if (self.radius is None) == (self.size is None):
            raise PydanticCustomError("inset", "an inset has either a radius or a size")
        return self

    def draw(self, scene: Scene) -> None:
        centre, outline = scene.mark(self.at), self._outline(scene)
        if self.of and self.radius:
            self._point(scene, scene.mark(self.of), self.radius)
        elif self.of and self.size:
            self._point_to_box(scene, scene.mark(self.of), self.size)
        circle = (centre, self.radius) if self.radius else None
        self._rim(scene, Look.GROUND)
        scene.add(Window(outline, circle, self.line))
        for item in self.items:
            scene.ghost = item.ghost
            item.draw(scene)
        scene.ghost = False
        scene.add(WindowEnd())
        self._rim(scene, Look.RING)

    def _outline(self, scene: Scene) -> tuple[Command, ...]:
        wide, high = self.size or (0, 0)
        corner = scene.mark(self.at) - complex(wide, high) / 2
        return polygon([corner, corner + wide, corner + complex(wide, high), corner + 1j * high])

    def _rim(self, scene: Scene, look: Look) -> None:
        if self.radius:
            scene.circle(scene.mark(self.at), self.radius, look)
        else:
            scene.path(self._outline(scene), look)

    def _point(self, scene: Scene, ring: complex, radius: float) -> None:
        """Draw the ring round the enlarged place and one line to the circle."""
        centre = scene.mark(self.at)
        before = scene.mark(self.via[-1]) if self.via else ring
        self._lead(scene, ring, centre - unit(centre - before) * radius)

    def _point_to_box(self, scene: Scene, ring: complex, size: tuple[float, float]) -> None:
        """Draw the ring round the enlarged place and one line to the nearest edge of the box."""
        centre = scene.mark(self.at)
        before = scene.mark(self.via[-1]) if self.via else ring
        across, down = before.real - centre.real, before.imag - centre.imag
        self._lead(
            scene,
            ring,
            centre + complex(clamp(across, -size[0] / 2, size[0] / 2), clamp(down, -size[1] / 2, size[1] / 2)),
        )

    def _lead(self, scene: Scene, ring: complex, edge: complex) -> None:
        corners = [*(scene.mark(corner) for corner in self.via), edge]
        start = ring + unit(corners[0] - ring) * self.of_radius
        scene.path(polygon([start, *corners], closed=False), Look.LEADER)
        scene.circle(ring, self.of_radius, Look.LEADER)


class Item(PoseRecord):
    """One thing in a picture; exactly one key."""

    # Adding a field registers a prop or a body. Its record describes it; the schema shows the record's docstring.
    body: SideBody | None = None
    body_front: FrontBody | None = None
    leg_ahead: LegAhead | None = None
    heel_behind: HeelBehind | None = None
    floor: Floor | None = None
    box: Box | None = None
    rail: Rail | None = None
    chair: Chair | None = None
    disc: Disc | None = None
    disc_above: DiscAbove | None = None
    ball: Ball | None = None
    towel: Towel | None = None
    band: Band | None = None
    footprint: Footprint | None = None
    arrow: Arrow | None = None
    dot: Dot | None = None
    guide: GuideLine | None = None
    number: Number | None = None
    down: Down | None = None
    still: Still | None = None
    hold: Hold | None = None
    cross: Cross | None = None
    tick: Tick | None = None
    inset: Inset | None = None

    @model_validator(mode="after")
    def _one_key(self) -> Self:
        if len(self.model_fields_set) != 1:
            raise PydanticCustomError("item", "an item has exactly one key, such as floor or body")
        if self.content is None:
            (key,) = self.model_fields_set
            raise PydanticCustomError("item", "'{key}' is empty; it needs its own keys", {"key": key})
        return self

    @property
    def content(self) -> Drawable | None:
        """What the one key holds."""
        (key,) = self.model_fields_set
        value: object = getattr(self, key)
        return value if isinstance(value, Drawable) else None

    @property
    def ghost(self) -> bool:
        """True where the start of the movement is drawn palely behind."""
        return self.content is not None and self.content.shows_start

    def draw(self, scene: Scene) -> None:
        """Draw what the one key holds."""
        if self.content:
            self.content.draw(scene)


Inset.model_rebuild()
