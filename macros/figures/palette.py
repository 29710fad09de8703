"""Colours of the drawings, light and dark, and the style rules that use them.

Dark mode does not invert the ink: outlines take the dark page's colour, fills get lighter, and only what is drawn on
the page itself (floor, arrows, numbers, rings) turns light. Otherwise a face would look like an X-ray.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from macros.figures.outline import GRID
from macros.figures.scene import Look

Palette = dict[str, str]

LIGHT: Final[Palette] = {
    "line": "#22303a", "mark": "#22303a", "bg": "#ffffff", "skin": "#e9b48c", "skin2": "#cf9670", "top": "#eef2f4",
    "top2": "#cdd6dc", "pants": "#bfdde2", "pants2": "#a3c9d0", "work": "#3a93a3", "work2": "#2d7e8d", "hair": "#4a342b",
    "prop": "#dfe5e8", "prop2": "#b9c4ca", "shoe": "#ffffff", "glass": "#bfe6f2", "move": "#0b57d0", "right": "#1d7a3c",
    "wrong": "#b93c0b", "band": "#7c3aed", "ball": "#c6d838", "floor": "#5d6b76", "disc": "#8fb8de", "ghost": ".4",
}  # fmt: skip
DARK: Final[Palette] = {
    "line": "#14191d", "mark": "#e8eef2", "bg": "#14191d", "skin": "#dfa981", "skin2": "#b27f5a", "top": "#d3dbe0",
    "top2": "#a9b5bd", "pants": "#b9d6db", "pants2": "#98bac1", "work": "#4fb0c0", "work2": "#3b93a3", "hair": "#936e57",
    "prop": "#aab6be", "prop2": "#808d96", "shoe": "#f4f7f8", "glass": "#bfe6f2", "move": "#7fb2ff", "right": "#6fd08c",
    "wrong": "#ff9a52", "band": "#b794ff", "ball": "#cfe04a", "floor": "#93a1ac", "disc": "#86b4e0", "ghost": ".5",
}  # fmt: skip
GROUNDS: Final = {"light": ("#ffffff", "#f2f6f7"), "dark": ("#14191d", "#1c2329")}
"""Backgrounds of a picture: the page, and the mist behind pictures."""

TONES: Final = {
    2: (("#f2cda8", "#d9ab82", "#b98a4a"), ("#eec39b", "#c39168", "#c79a58")),
    3: (("#b9794f", "#965c38", "#2b2422"), ("#c08257", "#97613d", "#7d6a62")),
    4: (("#9c6846", "#7a4d31", "#221c1b"), ("#a8714d", "#825539", "#786660")),
}
"""Skin, far skin and hair of the other people drawn: on light pages, and on dark pages."""

RULES: Final[dict[Look, str]] = {
    Look.SKIN: "fill:$skin",
    Look.FAR_SKIN: "fill:$skin2",
    Look.TOP: "fill:$top",
    Look.FAR_TOP: "fill:$top2",
    Look.LEGGING: "fill:$pants",
    Look.FAR_LEGGING: "fill:$pants2",
    Look.WORKING: "fill:$work",
    Look.FAR_WORKING: "fill:$work2",
    Look.SHOE: "fill:$shoe",
    Look.SHOE_SOLE: "fill:$prop2",
    Look.LENS: "fill:$glass;fill-opacity:.75;stroke-width:@2",
    Look.RIM: "stroke-width:@2",
    Look.TRACE: "stroke:$mark;stroke-width:@1.8;stroke-dasharray:@5 @4",
    Look.HAIR: "fill:$hair",
    Look.EYE: "fill:$line;stroke:none",
    Look.DETAIL: "stroke-width:@1.5",
    Look.SHADE: "fill:$line;fill-opacity:.13;stroke:none",
    Look.FLOOR: "stroke:$floor;stroke-width:@3",
    Look.PROP: "fill:$prop",
    Look.DARK_PROP: "fill:$prop2",
    Look.PRINT: "fill:$prop",
    Look.BALL: "fill:$ball",
    Look.SEAM: "stroke-width:@1.5",
    Look.DISC: "fill:$disc",
    Look.BAND_EDGE: "stroke-width:@6;stroke-linecap:butt",
    Look.BAND: "stroke:$band;stroke-width:@3.6;stroke-linecap:butt",
    Look.ARROW: "stroke:$move",
    Look.ARROW_EDGE: "stroke:$bg",
    Look.ARROW_HEAD: "fill:$move;stroke:$bg;stroke-width:@4;paint-order:stroke",
    Look.WRONG_ARROW: "stroke:$wrong;stroke-dasharray:@.1 @9",
    Look.WRONG_HEAD: "fill:$wrong;stroke:$bg;stroke-width:@4;paint-order:stroke",
    Look.GUIDE_EDGE: "stroke:$bg;stroke-width:@5.5;stroke-opacity:.85",
    Look.GUIDE: "stroke:$right;stroke-width:@2.8;stroke-dasharray:@10 @6",
    Look.WRONG_GUIDE: "stroke:$wrong;stroke-width:@5;stroke-dasharray:@.1 @8.5",
    Look.LEVEL: "stroke:$floor;stroke-width:@2;stroke-dasharray:@6 @6",
    Look.DOT: "fill:$mark;stroke:$bg;stroke-width:@2",
    Look.SIGN: "fill:$mark;stroke:$bg;stroke-width:@2.4;paint-order:stroke",
    Look.SIGN_EDGE: "stroke:$bg;stroke-width:@7.5",
    Look.SIGN_LINE: "stroke:$mark;stroke-width:@3.6",
    Look.LEADER: "stroke:$floor;stroke-width:@1.5",
    Look.GROUND: "fill:$bg;stroke:none",
    Look.RING: "stroke:$floor;stroke-width:@2.5",
    Look.CROSS: "fill:$bg;stroke:$wrong;stroke-width:@5",
    Look.TICK: "fill:$bg;stroke:$right;stroke-width:@4",
    Look.DIGIT: "stroke:$mark;stroke-width:@2.6",
    Look.PRINT_DIGIT: "stroke-width:@2.6",
}
"""Style of each look: `$` is a colour of the palette, `@` a number of drawing units."""

ROOT_RULE: Final = "stroke:$line;stroke-width:@2.2;fill:none;stroke-linejoin:round;stroke-linecap:round"
GHOST_RULE: Final = "opacity:$ghost"


def colours(mode: Literal["light", "dark"], tone: int = 1) -> Palette:
    """Return the palette of a page with the skin and hair of *tone*."""
    base = LIGHT if mode == "light" else DARK
    if tone not in TONES:
        return base
    skin, far, hair = TONES[tone][mode == "dark"]
    return {**base, "skin": skin, "skin2": far, "hair": hair}


def _sized(rule: str) -> str:
    return re.sub(r"@([\d.]+)", lambda match: f"{float(match.group(1)) * GRID:g}", rule)


def _rule(look: Look) -> str:
    """Write the rules of a look; a shape's own width wins over the look's."""
    parts = _styles(RULES[look], {name: f"var(--fig-{name})" for name in LIGHT})
    width = parts.pop("stroke-width", "")
    thick = f".fg-{look}:not([stroke-width]){{stroke-width:{width}}}" if width else ""
    return (f".fg-{look}{{{_joined(parts)}}}" if parts else "") + thick


def _styles(rule: str, palette: Mapping[str, str]) -> dict[str, str]:
    """Return the properties of a rule, with the colours of *palette*."""
    coloured = re.sub(r"\$(\w+)", lambda match: palette[match.group(1)], _sized(rule))
    return dict(part.split(":", 1) for part in coloured.split(";"))


def _joined(parts: Mapping[str, str]) -> str:
    return ";".join(f"{name}:{value}" for name, value in parts.items())


def class_rules() -> str:
    """Write the rule of every look, with custom properties for its colours."""
    root, ghost = (re.sub(r"\$(\w+)", r"var(--fig-\1)", _sized(rule)) for rule in (ROOT_RULE, GHOST_RULE))
    return f".fg{{{root}}}{''.join(map(_rule, RULES))}.fg-g{{{ghost}}}"


@dataclass(frozen=True)
class Paint:
    """How a drawing gets its colours: from classes, or, with a palette, from attributes of its own."""

    palette: Palette | None = None

    def root(self, tone: int) -> dict[str, str]:
        """Return the attributes of the whole drawing."""
        if self.palette:
            return _styles(ROOT_RULE, self.palette)
        return {"class": f"fg fg-t{tone}" if tone in TONES else "fg"}

    def look(self, look: Look) -> dict[str, str]:
        """Return the attributes of a shape."""
        return _styles(RULES[look], self.palette) if self.palette else {"class": f"fg-{look}"}

    def ghost(self) -> dict[str, str]:
        """Return the attributes of what shows the start."""
        return _styles(GHOST_RULE, self.palette) if self.palette else {"class": "fg-g"}


def properties(palette: Palette) -> str:
    return ";".join(f"--fig-{name}:{colour}" for name, colour in palette.items())


def _skins(mode: Literal["light", "dark"], within: str) -> str:
    tones = {tone: {name: colours(mode, tone)[name] for name in ("skin", "skin2", "hair")} for tone in TONES}
    return "".join(f"{within}.fg-t{tone}{{{properties(palette)}}}" for tone, palette in tones.items())


def stylesheet() -> str:
    """Write the style that all inline figures of a page share.

    Dark colours apply on screen only: where the reader chose them, or chose nothing on a device that asks for dark.
    """
    chosen, free = "[data-scheme=dark] ", ":root:not([data-scheme]) "
    light = f".fg{{{properties(LIGHT)}}}{_skins('light', '')}"
    dark = [f"{within}.fg{{{properties(DARK)}}}{_skins('dark', within)}" for within in (chosen, free)]
    preferred = f"@media screen and (prefers-color-scheme:dark){{{dark[1]}}}"
    return f"{light}\n@media screen{{{dark[0]}}}\n{preferred}\n{class_rules()}\n"
