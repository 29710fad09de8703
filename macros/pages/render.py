"""Templates to what a macro puts on a page: finished HTML, kept out of Markdown's way."""

import posixpath
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros import plan
from macros.data.model import Guide
from macros.data.model.clinic import Clinic
from macros.data.model.safety import Country
from macros.pages.raw_html import CLOSE, OPEN
from macros.pictures import Pictures
from macros.qr import qr_svg
from macros.references import csl, files, styles
from macros.references.cited_on import pages_of_sources
from macros.wording import phrases


class Renderer:
    """Renders the templates of one guide."""

    def __init__(self, guide: Guide, clinic: Clinic, site: str) -> None:
        """Make the environment once; pages share it. *site* is the site's own address, where it is known."""
        self.site = site
        self.cited_as = csl.guide_item(guide, clinic, site)
        self.environment = Environment(
            loader=FileSystemLoader(Path(__file__).with_name("templates")),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        self.environment.filters["anchor"] = phrases.anchor
        self.environment.globals |= {
            "guide": guide,
            "clinic": clinic,
            "country": country(guide, clinic),
            "words": phrases.words(),
            "phrases": phrases,
            "plan": plan,
            "csl": csl,
            "styles": styles,
            "files_of_references": files,
            "citing_pages": pages_of_sources(guide),
            "places": None,
            "pictures": Pictures(guide),
            "qr_svg": qr_svg if site else None,
            "outcomes": {outcome.id: outcome for study in guide.evidence.studies for outcome in study.outcomes},
            "sources_of": guide.evidence.sources_of,
            "numbers": {source.id: number for number, source in enumerate(guide.evidence.sources, 1)},
        }

    def block(self, name: str, here: str, **context: object) -> str:
        """Return the template *name* for the page at the address *here*, to stand on its own lines."""
        return f"{OPEN}\n{self.inline(name, here, **context)}\n{CLOSE}"

    def inline(self, name: str, here: str, **context: object) -> str:
        """Return the template *name* as HTML to stand inside a sentence."""
        template = self.environment.get_template(f"{name}.html")
        address = f"{self.site.rstrip('/')}/{here}"
        return template.render(link=lambda way: link(way, here), address=address, **context).strip()


def link(address: str, here: str) -> str:
    """Return the way from the page at *here* to *address*, both from the site's root, such as 'schedule/week-1/'."""
    path, mark, anchor = address.partition("#")
    way = posixpath.relpath(f"/{path}", f"/{here}") + "/" * (path.endswith("/") or not path)
    return ("" if mark and way == "./" else way) + mark + anchor


def country(guide: Guide, clinic: Clinic) -> Country:
    """Return whom to call: the clinic's country, or the words that name several."""
    return next((place for place in guide.safety.countries if place.id == clinic.country), guide.safety.anywhere)
