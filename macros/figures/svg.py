"""A figure written as SVG: inline for a page, as a file of its own, or in literal colours for print."""

from dataclasses import dataclass, field
from html import escape

from macros.figures.drawing import Drawing
from macros.figures.figure import Figure
from macros.figures.motion import Motion, Movement
from macros.figures.outline import moved, number, path_text
from macros.figures.palette import class_rules, colours, own_style
from macros.figures.scene import Look, Part, Placed, Shape, Window, WindowEnd

NAMESPACES = {
    "xmlns": "http://www.w3.org/2000/svg",
    "xmlns:rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmlns:cc": "http://creativecommons.org/ns#",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}
FINE = frozenset({Look.DETAIL, Look.EYE, Look.SHADE, Look.NAIL})
"""Lines too fine for a ghost."""


def tag(name: str, attributes: dict[str, str], *inner: str) -> str:
    """Write an element; attributes are escaped, *inner* is markup already."""
    words = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{words}>{''.join(inner)}</{name}>" if inner else f"<{name}{words}/>"


@dataclass
class Canvas:
    """Collects the markup of one figure."""

    prefix: str
    moving: bool = True
    out: list[str] = field(default_factory=list)
    ghosts: dict[int, list[str]] = field(default_factory=dict)
    places: dict[int, int] = field(default_factory=dict)
    """Position in `out` for the ghost of an item."""
    stamps: dict[str, tuple[str, complex]] = field(default_factory=dict)
    windows: int = 0

    def shape(self, shape: Shape, key: str = "", data: str = "") -> str:
        """Write a shape; *key* is its movement, *data* path text that replaces its own."""
        look = f"fg-{shape.look}"
        attributes = {"class": f"{look} {key}" if key and self.moving else look}
        if shape.width:  # as a style, since the look's own width would win over an attribute
            attributes["style"] = f"stroke-width:{number(shape.width)}"
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
        name = f"{self.prefix}-p{len(self.stamps)}"
        self.stamps[text] = (name, place)
        return tag("path", {"id": name, **attributes, "d": path_text(moved(shape.path, place))})

    def window(self, window: Window) -> str:
        """Open a clipped group."""
        self.windows += 1
        name = f"{self.prefix}-c{self.windows}"
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
            self.out[self.places[item]] = tag("g", {"class": "fg-g"}, *ghost) if ghost else ""
        return "".join(self.out)

    def _run(self, movement: Movement, motions: list[Motion | None], index: int) -> int:
        """Write the part at *index* with those after it that can share its element; return how many."""
        placed, motion = movement.end.parts[index], motions[index]
        part = placed.part
        if not isinstance(part, Shape):
            self.out.append(self._bracket(part))
            return 1
        if motion is None:
            return self._still(movement.end.parts, motions, index)
        if motion.start is None:
            first = movement.states[0].parts[index].part
            if placed.ghost and part.look not in FINE and isinstance(first, Shape):
                self.ghosts[placed.item].append(self.shape(first))
            self.out.append(self.shape(part, motion.key))
            return 1
        return self._together(movement.end.parts, motions, index, motion)

    def _bracket(self, part: Part) -> str:
        return self.window(part) if isinstance(part, Window) else "</g>" if isinstance(part, WindowEnd) else ""

    def _still(self, parts: list[Placed], motions: list[Motion | None], index: int) -> int:
        """Join fine lines that follow each other into one path."""
        shapes: list[Shape] = []
        for placed, motion in zip(parts[index:], motions[index:], strict=True):
            part = placed.part
            if not isinstance(part, Shape) or motion or part.circle or part.stamp is not None:
                break
            if part.look is not Look.DETAIL:
                break
            shapes.append(part)
        if len(shapes) < 2:
            part = parts[index].part
            self.out.append(self.shape(part) if isinstance(part, Shape) else "")
            return 1
        self.out.append(self.shape(shapes[0], data="".join(path_text(shape.path) for shape in shapes)))
        return len(shapes)

    def _together(self, parts: list[Placed], motions: list[Motion | None], index: int, motion: Motion) -> int:
        """Write a group of neighbours that move as one."""
        last, item = index, parts[index].item
        while last < len(parts) and motions[last] == motion and parts[last].item == item:
            last += 1
        inner = "".join(self.shape(placed.part) for placed in parts[index:last] if isinstance(placed.part, Shape))
        if parts[index].ghost and motion.start is not None:
            name = f"{self.prefix}-g{index}"
            self.ghosts[item].append(tag("use", {"href": f"#{name}", "transform": motion.start}))
            inner = tag("g", {"id": name}, inner)
        self.out.append(tag("g", {"class": motion.key}, inner) if self.moving else inner)
        return last - index


def _picture(movement: Movement, style: str, *, moving: bool, metadata: str = "") -> str:
    figure, prefix = movement.figure, movement.prefix
    body = Canvas(prefix, moving).draw(movement)
    rules = style + (movement.style() if moving else "")
    play = ["fg-play"] if moving and movement.rules else []
    wide, high = figure.size
    attributes = {
        **(NAMESPACES if metadata else {"xmlns": NAMESPACES["xmlns"]}),
        "class": " ".join(["fg", *([f"fg-t{figure.tone}"] if figure.tone > 1 else []), *play]),
        "viewBox": f"0 0 {number(wide)} {number(high)}",
        "role": "img",
        "aria-labelledby": f"{prefix}-t {prefix}-d",
    }
    title = tag("title", {"id": f"{prefix}-t"}, escape(figure.title, quote=False))
    desc = tag("desc", {"id": f"{prefix}-d"}, escape(" ".join(figure.desc.split()), quote=False))
    return tag("svg", attributes, title, desc, metadata, tag("style", {}, rules) if rules else "", body)


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


def inline_svg(figure: Figure, id: str, moving: bool = True) -> str:
    """Write *figure* for a page that carries `stylesheet()`; every id in it begins with *id*.

    The markup is the last position; the movement plays for at most five seconds and rests there. To play it again,
    a script takes the class `fg-play` off the svg, reads its `offsetWidth` or `getBoundingClientRect()`, and puts
    the class back. A picture without that class does not move, so a page may also begin with it off.
    """
    return _picture(Movement.of(figure, id), "", moving=moving)


def file_svg(figure: Figure, id: str, credit: str, licence: str) -> str:
    """Write *figure* as a still file for `<img>`, which follows the reader's light or dark setting."""
    meta = _metadata(credit, licence)
    return _picture(Movement.of(figure, id), own_style(figure.tone), moving=False, metadata=meta)


def print_svg(figure: Figure, id: str, credit: str, licence: str) -> str:
    """Write *figure* as a still file in literal light colours, for paper and raster pictures."""
    style = class_rules(colours("light", figure.tone))
    return _picture(Movement.of(figure, id), style, moving=False, metadata=_metadata(credit, licence))


def moment_svg(figure: Figure, id: str, moment: float) -> str:
    """Write *figure* at *moment*, 0 (start) to 1 (the printed position), for looking at a movement."""
    return _picture(Movement(figure, id, [Drawing(figure.draw).scene(moment)]), "", moving=False)
