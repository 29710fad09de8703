"""Templates to what a macro puts on a page: headings in Markdown, everything else as finished HTML."""

import posixpath
import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros import phrases, plan
from macros.model import Guide
from macros.model.clinic import Clinic
from macros.model.safety import Country
from macros.pictures import Pictures
from macros.stash import CLOSE, OPEN

MARK = "\x02"
"""Sets headings apart; the loader lets no control character through, so data cannot forge one."""


class Renderer:
    """Renders the templates of one guide."""

    def __init__(self, guide: Guide, clinic: Clinic, site: str) -> None:
        """Make the environment once; pages share it. *site* is the site's own address, where it is known."""
        self.site = site
        self.environment = Environment(
            loader=FileSystemLoader(Path(__file__).with_name("templates")),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        self.environment.globals |= {
            "guide": guide,
            "clinic": clinic,
            "country": country(guide, clinic),
            "words": phrases.words(),
            "phrases": phrases,
            "plan": plan,
            "pictures": Pictures(guide),
            "heading": heading,
            "numbers": {source.id: number for number, source in enumerate(guide.evidence.sources, 1)},
        }

    def block(self, name: str, here: str, **context: object) -> str:
        """Return the template *name* for the page at the address *here*, as Markdown to stand on its own lines."""
        pieces = self.inline(name, here, **context).split(MARK)
        return "\n\n".join(
            piece if place % 2 else _stashed(piece) for place, piece in enumerate(pieces) if piece.strip()
        )

    def inline(self, name: str, here: str, **context: object) -> str:
        """Return the template *name* as HTML to stand inside a sentence."""
        template = self.environment.get_template(f"{name}.html")
        address = f"{self.site.rstrip('/')}/{here}" if self.site else ""
        return template.render(link=lambda way: link(way, here), address=address, **context).strip()


def _stashed(html: str) -> str:
    """Wrap *html* for the Markdown extension; an element of its own makes sure that it counts as a block."""
    return f"{OPEN}\n{html.strip()}\n{CLOSE}"


def heading(level: int, id_: str, text: str) -> Markup:
    """Return a Markdown heading of plain *text*; the table of contents and the search find it by *id_*."""
    literal = re.sub(r"[^\w\s,.()’–-]|_", lambda match: f"&#{ord(match[0])};", str(text))
    anchor = re.sub(r"[^a-z0-9-]+", "-", id_)
    return Markup(f"{MARK}{'#' * level} {literal} {{#{anchor}}}{MARK}")  # noqa: S704 - every sign is an entity by now


def link(address: str, here: str) -> str:
    """Return the way from the page at *here* to *address*, both from the site's root, such as 'schedule/week-1/'."""
    path, mark, anchor = address.partition("#")
    way = posixpath.relpath(f"/{path}", f"/{here}") + "/" * (path.endswith("/") or not path)
    return ("" if mark and way == "./" else way) + mark + anchor


def country(guide: Guide, clinic: Clinic) -> Country:
    """Return whom to call: the clinic's country, or the words that name several."""
    return next((place for place in guide.safety.countries if place.id == clinic.country), guide.safety.anywhere)
