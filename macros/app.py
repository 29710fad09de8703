"""The guide as an app on a reader's device: its manifest, and a mark of our own as its icon."""

import json
from collections.abc import Iterator

from macros import addresses
from macros.data.model import Guide
from macros.figures.palette import GROUNDS, LIGHT
from macros.figures.raster import raster
from macros.wording.labels import labels

THEME = {scheme: ground[0] for scheme, ground in GROUNDS.items()}
"""The colour of the browser's own bars, by scheme: that of the page."""

SIZES = (192, 512)
"""Widths of the icon in pixels, which browsers ask for."""

TABS = (48,)
"""The same, in the tabs of browsers that draw no SVG there."""

HOME_SCREEN = "home"
"""The icon of an iPhone's home screen, which cuts it to a shape of its own."""

MASKABLE = "maskable"
"""The icon that a device cuts to a shape of its own; nothing of the mark is near its edge."""


def icons() -> Iterator[tuple[str, str | bytes]]:
    """Yield every icon by its path: in the tab of a browser, on a home screen, in the device's own menu."""
    yield addresses.FAVICON, _mark(corner=22)
    for width in (*TABS, *SIZES):
        yield addresses.icon(str(width)), raster(_mark(corner=22), width)
    yield addresses.icon(HOME_SCREEN), raster(_mark(corner=0), 180)
    yield addresses.icon(MASKABLE), raster(_mark(corner=0), SIZES[-1])


def manifest(guide: Guide) -> str:
    """Return the manifest; each address in it is relative, so any folder will do."""
    about = guide.guide
    manifest = {
        "name": about.title,
        "short_name": about.title,
        "lang": about.language,
        "start_url": ".",
        "scope": ".",
        "display": "minimal-ui",
        "theme_color": THEME["light"],
        "background_color": THEME["light"],
        "icons": [
            *(_icon(str(width), width, "any") for width in SIZES),
            _icon(MASKABLE, SIZES[-1], MASKABLE),
        ],
        "shortcuts": [{"name": labels().own.pages.today_title, "url": addresses.TODAY}],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"


def _icon(name: str, width: int, purpose: str) -> dict[str, str]:
    return {"src": addresses.icon(name), "sizes": f"{width}x{width}", "type": "image/png", "purpose": purpose}


def _mark(corner: int) -> str:
    """Return the mark, a ring round a core, on a square of 96 whose corners are round."""
    ground, line = LIGHT["work2"], LIGHT["bg"]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">'
        f'<rect width="96" height="96" rx="{corner}" fill="{ground}"/>'
        f'<circle cx="48" cy="48" r="24" fill="none" stroke="{line}" stroke-width="7"/>'
        f'<circle cx="48" cy="48" r="10" fill="{line}"/></svg>'
    )
