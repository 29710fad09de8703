"""A figure written as SVG: for a page that has the style sheet, or as a file in colours of its own.

No drawing has a style element or attribute: a page may forbid them (Content-Security-Policy).
"""

from dataclasses import dataclass, field
from html import escape
from typing import Literal, NamedTuple

from macros.figures.drawing import Drawing
from macros.figures.figure import Figure
from macros.figures.motion import Bend, Motion, Movement, Rigid, short_name
from macros.figures.outline import moved, number, path_text
from macros.figures.palette import Paint, colours
from macros.figures.scene import Look, Part, Placed, Shape, Window, WindowEnd

NAMESPACES = {
    "xmlns": "http://www.w3.org/2000/svg",
    "xmlns:rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmlns:cc": "http://creativecommons.org/ns#",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}
FINE = frozenset({Look.DETAIL, Look.EYE, Look.SHADE})
"""Lines too fine for a ghost."""
JOINED = frozenset(
    {Look.DETAIL, Look.SEAM, Look.FLOOR, Look.LEVEL, Look.LEADER, Look.RIM, Look.DIGIT, Look.PRINT_DIGIT}
)
"""Lines that can share a path with those of their look that follow them."""


def tag(name: str, attributes: dict[str, str], *inner: str) -> str:
    """Write an element; attributes are escaped, *inner* is markup already."""
    words = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{words}>{''.join(inner)}</{name}>" if inner else f"<{name}{words}/>"


class Place(NamedTuple):
    """A rectangle in another SVG, in its units."""

    x: float
    y: float
    width: float
    height: float

    @property
    def attributes(self) -> dict[str, str]:
        """Return it as the attributes of an element."""
        return {name: f"{value:g}" for name, value in self._asdict().items()}

    def smaller(self, by: float) -> "Place":
        """Return the same place without an edge of so many units."""
        return Place(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)


@dataclass
class Canvas:
    """Collects the markup of one figure."""

    prefix: str
    paint: Paint
    moving: bool = True
    out: list[str] = field(default_factory=list)
    ghosts: dict[int, list[str]] = field(default_factory=dict)
    places: dict[int, int] = field(default_factory=dict)
    """Position in `out` for the ghost of an item."""
    stamps: dict[str, tuple[str, complex]] = field(default_factory=dict)
    ids: int = 0

    def name(self) -> str:
        """Return the next id."""
        self.ids += 1
        return f"{self.prefix}-{self.ids}"

    def shape(self, shape: Shape, data: str = "", **more: str) -> str:
        """Write a shape with *more* attributes; *data* is path text that replaces its own."""
        attributes = {**self.paint.look(shape.look), **more}
        if shape.width:
            attributes["stroke-width"] = number(shape.width)
        if shape.circle:
            centre, radius = shape.circle
            attributes |= {"cx": number(centre.real), "cy": number(centre.imag), "r": number(radius)}
            return tag("circle", attributes)
        if shape.stamp is not None:
            return self._stamp(shape, shape.stamp, attributes)
        return tag("path", {**attributes, "d": data or path_text(shape.path)})

    def _stamp(self, shape: Shape, place: complex, attributes: dict[str, str]) -> str:
        """Write a repeated shape once, and then refer to it."""
        text = path_text(shape.path) + shape.look
        if text in self.stamps:
            name, first = self.stamps[text]
            shift = place - first
            return tag("use", {"href": f"#{name}", "x": number(shift.real), "y": number(shift.imag)})
        name = self.name()
        self.stamps[text] = (name, place)
        return tag("path", {"id": name, **attributes, "d": path_text(moved(shape.path, place))})

    def window(self, window: Window) -> str:
        """Open a clipped group."""
        name = self.name()
        if window.circle:
            centre, radius = window.circle
            outline = tag("circle", {"cx": number(centre.real), "cy": number(centre.imag), "r": number(radius)})
        else:
            outline = tag("path", {"d": path_text(window.outline)})
        line = f' stroke-width="{number(window.line)}"' if window.line else ""
        return tag("clipPath", {"id": name}, outline) + f'<g clip-path="url(#{name})"{line}>'

    def draw(self, movement: Movement) -> str:
        parts, motions = movement.end.parts, movement.motions()
        index = 0
        while index < len(parts):
            placed = parts[index]
            if placed.ghost and placed.item not in self.ghosts:
                self.ghosts[placed.item] = []
                self.places[placed.item] = len(self.out)
                self.out.append("")
            index += self._run(movement, motions, index)
        for item, ghost in self.ghosts.items():
            self.out[self.places[item]] = tag("g", self.paint.ghost(), *ghost) if ghost else ""
        return "".join(self.out)

    def _run(self, movement: Movement, motions: list[Motion | None], index: int) -> int:
        """Write the part at *index* with those after it that can share its element; return how many."""
        placed = movement.end.parts[index]
        match motions[index], placed.part:
            case None, Shape():
                return self._still(movement.end.parts, motions, index)
            case Rigid() as motion, Shape():
                return self._together(movement.end.parts, motions, index, motion)
            case Bend() as motion, Shape() as part:
                self.out.append(self._bending(placed, part, motion, movement.states[0].parts[index].part))
            case _, part:
                self.out.append(self._bracket(part))
        return 1

    def _bracket(self, part: Part) -> str:
        return self.window(part) if isinstance(part, Window) else "</g>" if isinstance(part, WindowEnd) else ""

    def _bending(self, placed: Placed, part: Shape, motion: Bend, first: Part) -> str:
        """Write a path that changes; where its start is drawn too, that path is its first moment."""
        start, *between, end = motion.texts
        if placed.ghost and part.look not in FINE and isinstance(first, Shape):
            name = {"id": self.name()} if self.moving else {}
            self.ghosts[placed.item].append(self.shape(first, start, **name))
            start = f"#{name.get('id')}"
        return self.shape(part, end, **({"data-d": ";".join((start, *between))} if self.moving else {}))

    def _still(self, parts: list[Placed], motions: list[Motion | None], index: int) -> int:
        """Join lines of one look that follow each other into one path."""
        shapes: list[Shape] = []
        for placed, motion in zip(parts[index:], motions[index:], strict=True):
            part = placed.part
            if not isinstance(part, Shape) or motion or part.circle or part.stamp is not None:
                break
            if part.look not in JOINED or (shapes and (part.look, part.width) != (shapes[0].look, shapes[0].width)):
                break
            shapes.append(part)
        if len(shapes) < 2:
            part = parts[index].part
            self.out.append(self.shape(part) if isinstance(part, Shape) else "")
            return 1
        self.out.append(self.shape(shapes[0], "".join(path_text(shape.path) for shape in shapes)))
        return len(shapes)

    def _together(self, parts: list[Placed], motions: list[Motion | None], index: int, motion: Rigid) -> int:
        """Write a group of neighbours that move as one."""
        last, item = index, parts[index].item
        while last < len(parts) and motions[last] == motion and parts[last].item == item:
            last += 1
        inner = "".join(self.shape(placed.part) for placed in parts[index:last] if isinstance(placed.part, Shape))
        if parts[index].ghost:
            name = self.name()
            self.ghosts[item].append(tag("use", {"href": f"#{name}", "transform": motion.start}))
            inner = tag("g", {"id": name}, inner)
        self.out.append(tag("g", motion.attributes, inner) if self.moving else inner)
        return last - index


def _picture(movement: Movement, paint: Paint, named: dict[str, str], *texts: str, moving: bool) -> str:
    """Write the picture with the attributes that name it, and *texts* before what is drawn."""
    body = Canvas(short_name(movement.prefix), paint, moving).draw(movement)
    wide, high = movement.figure.size
    view = {"viewBox": f"0 0 {number(wide)} {number(high)}", "role": "img"}
    return tag("svg", {**paint.root(movement.figure.tone), **view, **named}, *texts, body)


def _in_a_page(movement: Movement, *, moving: bool) -> str:
    return _picture(movement, Paint(), {"aria-label": movement.figure.alt}, moving=moving)


def _metadata(credit: str, licence: str) -> str:
    """Write who made the picture and on what terms, as RDF that image programs read."""
    address = licence.startswith("http")
    rights = [tag("cc:license", {"rdf:resource": licence})] if address else []
    work = tag(
        "cc:Work",
        {"rdf:about": ""},
        tag("dc:creator", {}, escape(credit, quote=False)),
        tag("dc:rights", {}, escape(licence, quote=False)),
        *rights,
    )
    return tag("metadata", {}, tag("rdf:RDF", {}, work))


def inline_svg(figure: Figure, id: str, *, moving: bool = True) -> str:
    """Write *figure* for a page of HTML that carries `stylesheet()`; every id in it begins with *id*, or a short form of it.

    The markup is the last position, with the start behind it where the data asks for that. It moves once a script reads
    the `data-` attributes of its parts.
    """
    return _in_a_page(Movement.of(figure, id), moving=moving)


def file_svg(figure: Figure, id: str, credit: str, licence: str, mode: Literal["light", "dark"] = "light") -> str:
    """Write *figure* as a still file that needs nothing else, for `<img>`, paper, raster pictures and other programs."""
    paint = Paint(colours(mode, figure.tone))
    title = tag("title", {"id": f"{id}-t"}, escape(figure.title, quote=False))
    desc = tag("desc", {"id": f"{id}-d"}, escape(" ".join(figure.desc.split()), quote=False))
    named = {**NAMESPACES, "aria-labelledby": f"{id}-t {id}-d"}
    return _picture(Movement.of(figure, id), paint, named, title, desc, _metadata(credit, licence), moving=False)


def placed_svg(figure: Figure, id: str, place: Place) -> str:
    """Write *figure* as a still part of another SVG, as large as its place allows; every id in it begins with *id*."""
    paint = Paint(colours("light", figure.tone))
    return _picture(Movement.of(figure, id), paint, place.attributes, moving=False)


def moment_svg(figure: Figure, id: str, moment: float) -> str:
    """Write *figure* at *moment*, 0 (start) to 1 (the printed position), for looking at a movement."""
    return _in_a_page(Movement(figure, id, [Drawing(figure.draw).scene(moment)]), moving=False)
