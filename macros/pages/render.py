"""Templates to what a macro puts on a page: finished HTML, kept out of Markdown's way."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros import addresses, anchors
from macros.data.model.former import first_id
from macros.downloads import Downloads
from macros.edition import Edition
from macros.pages import embed_size
from macros.pages.plots import tally_marks
from macros.pages.raw_html import CLOSE, OPEN
from macros.pages.sharing_example import sharing_example
from macros.pictures import Pictures, tempo
from macros.plan import levels_on, sheet
from macros.qr import qr_svg
from macros.references import csl, styles
from macros.references.cited_on import pages_of_sources
from macros.references.files import FORMATS
from macros.wording import about, calls, dates, doses, evidence, references, text
from macros.wording.labels import labels

PHRASES: Mapping[str, Callable[..., object]] = {
    phrase.__name__: phrase
    for phrase in (
        *(about.version_phrase, about.where_phrase, about.changed_sentence, about.changed_things),
        about.not_in_edition,
        calls.emergency_call,
        *(dates.date_phrase, dates.days_phrase, dates.rest_phrase, dates.weekday_phrase),
        *(doses.dose_phrase, doses.work_phrase, doses.dose_short, doses.dose_minutes, doses.minutes_range),
        *(evidence.basis_phrase, evidence.change, evidence.certainty_phrase, evidence.certainty_range),
        *(evidence.count_phrase, evidence.findings_phrase, evidence.read_between, evidence.scale),
        *(evidence.certainty_of, evidence.findings_counted, evidence.findings_title),
        *(references.authors, references.published, references.source_name),
        *(text.count, text.count_range, text.file_size, text.sentence),
    )
}
"""What templates may call to make phrases, by its own name."""


class Renderer:
    """Renders the templates of one edition."""

    def __init__(self, edition: Edition, pictures: Pictures, downloads: Downloads) -> None:
        """Create the environment once; all pages share it."""
        guide, clinic, site = edition.guide, edition.clinic, edition.site
        self._site = site
        self.environment = Environment(
            loader=FileSystemLoader(Path(__file__).with_name("templates")),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        self.environment.filters["dose_minutes"] = doses.dose_minutes
        self.environment.globals |= {
            "addresses": addresses,
            "anchors": anchors,
            "guide": guide,
            "clinic": clinic,
            "country": edition.country,
            "downloads": downloads,
            "labels": labels(),
            "marks": edition.marks,
            "pictures": pictures,
            "tally_marks": tally_marks,
            "levels_on": levels_on,
            "tempo": tempo,
            "first_id": first_id,
            "site": site,
            "source": edition.source,
            "kit": edition.kit,
            "may_embed": edition.framers != "nobody",
            "embed_height": partial(embed_size.of_exercise, edition),
            "embed_week_height": partial(embed_size.of_week, edition),
            "embed_today_height": embed_size.TODAY,
            "first_week": sheet(guide, guide.programme, 1),
            "qr_svg": qr_svg if site else None,
            "sharing_example": lambda: sharing_example(guide, site),
            "reference_formats": FORMATS,
            "citing_pages": pages_of_sources(guide),
            "outcomes": guide.evidence.outcomes,
            "numbers": guide.evidence.numbers,
            "source_texts": lambda source: styles.texts(csl.item(source)),
            "guide_texts": lambda: styles.texts(csl.guide_item(guide, clinic, site)),
            **PHRASES,
        }

    def block(self, name: str, here: str, **context: object) -> str:
        """Return the template *name* for the page at *here*, on lines of its own."""
        return f"{OPEN}\n{self.inline(name, here, **context)}\n{CLOSE}"

    def inline(self, name: str, here: str, **context: object) -> str:
        """Return the template *name* for the page at *here* as HTML, to go inside a sentence."""
        template = self.environment.get_template(f"{name}.html")
        address = addresses.absolute(self._site, here)
        return template.render(link=lambda to: addresses.way(to, here), address=address, **context).strip()
