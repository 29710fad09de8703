"""Signs with one meaning each in every picture: stays down, hold still, hold, right and wrong. None needs a font."""

from macros.figures.drawable import Drawable
from macros.figures.geometry import turn
from macros.figures.outline import Path, arc, polygon
from macros.figures.scene import Look, Scene
from macros.figures.values import Length, Point


class Down(Drawable):
    """A bar under the floor with a wedge below it: the part above stays down on the floor."""

    at: Point
    """The place on the floor that the part stays on."""

    width: Length = 22
    """Drawing units along the bar."""

    def draw(self, scene: Scene) -> None:
        place, half = scene.mark(self.at), self.width / 2
        high = self.width * 0.42
        top = place + 4j
        scene.face([top - half, top + half, top + half + 4j, top - half + 4j], Look.SIGN)
        scene.face([top + (6 + high) * 1j, *(top + complex(way * high * 0.7, 6) for way in (1, -1))], Look.SIGN)


class Still(Drawable):
    """A padlock: this part does not move."""

    at: Point
    """Its middle."""

    size: Length = 20
    """Drawing units from bottom to top."""

    def draw(self, scene: Scene) -> None:
        centre, size = scene.mark(self.at), self.size
        corner, wide, high = centre + size * complex(-0.42, -0.08), size * 0.84, size * 0.58
        shackle = arc(centre + size * complex(0, -0.12), size * 0.25, 180, 360)
        for look in (Look.SIGN_EDGE, Look.SIGN_LINE):
            scene.path(shackle, look, size * (0.32 if look is Look.SIGN_EDGE else 0.14))
        scene.face([corner, corner + wide, corner + complex(wide, high), corner + 1j * high], Look.SIGN)


class Hold(Drawable):
    """Two bars in a ring, as on a pause button: hold this position."""

    at: Point
    """Its middle."""

    radius: Length = 13
    """Drawing units."""

    def draw(self, scene: Scene) -> None:
        centre, r = scene.mark(self.at), self.radius
        scene.circle(centre, r, Look.SIGN)
        bars = [_bar(centre + complex(way * 0.3, 0) * r, r * 0.17, r * 0.5) for way in (-1, 1)]
        scene.path(tuple(command for bar in bars for command in bar), Look.GROUND)


def _bar(centre: complex, half_wide: float, half_high: float) -> Path:
    corner = complex(half_wide, half_high)
    return polygon([centre - corner, centre + corner.conjugate(), centre + corner, centre - corner.conjugate()])


class Cross(Drawable):
    """A cross in a ring: not like this."""

    at: Point
    """Its middle."""

    radius: Length = 20
    """Drawing units."""

    def draw(self, scene: Scene) -> None:
        centre, r = scene.mark(self.at), self.radius
        scene.circle(centre, r, Look.CROSS)
        bars = [polygon([centre - z * r * 0.62, centre + z * r * 0.62], closed=False) for z in (turn(45), turn(135))]
        scene.path(tuple(command for bar in bars for command in bar), Look.CROSS)


class Tick(Drawable):
    """A tick in a ring: like this."""

    at: Point
    """Its middle."""

    radius: Length = 14
    """Drawing units."""

    def draw(self, scene: Scene) -> None:
        centre, r = scene.mark(self.at), self.radius
        scene.circle(centre, r, Look.TICK)
        stroke = (complex(-0.48, 0.02), complex(-0.12, 0.4), complex(0.5, -0.38))
        scene.path(polygon([centre + z * r for z in stroke], closed=False), Look.TICK)
