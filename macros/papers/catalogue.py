"""Which papers there are: the kinds, and the PDFs of each for one guide."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros import addresses, former
from macros.data.model import Guide
from macros.data.model.paper_size import PaperSize
from macros.papers import booklet, handout, log, notice, sheet, summary, week_empty
from macros.papers.kind import Kind

KINDS: tuple[Kind, ...] = (handout.KIND, sheet.KIND, week_empty.KIND, log.KIND, summary.KIND, booklet.KIND)
"""Every kind of paper; a template may use the functions of those before it."""


@dataclass(frozen=True)
class Paper:
    """One PDF."""

    path: str
    """Its path on the site, such as 'exercises/short-foot/handout-a4.pdf'."""

    page: str
    """Address of the page it belongs to, such as 'exercises/short-foot/'."""

    kind: Kind
    size: PaperSize
    large: bool
    title: str
    about: str
    """Id of the exercise or of the week's sheet; empty for the others."""


def papers(guide: Guide) -> Iterator[Paper]:
    """Yield every paper of *guide*."""
    for kind in KINDS:
        for page, title, about in kind.subjects(guide):
            for large in (False, True) if kind.large_print else (False,):
                for size in PaperSize:
                    path = addresses.paper(page, kind.name, size, large=large)
                    yield Paper(path, page, kind, size, large, title, about)


def notices(guide: Guide) -> Iterator[Paper]:
    """Yield a paper for each that *guide* no longer has, at its old address; it says so."""
    for page in former.gone(guide):
        for large in (False, True) if page.paper else ():
            for size in PaperSize:
                path = addresses.paper(page.address, page.paper, size, large=large)
                yield Paper(path, page.address, notice.KIND, size, large, page.title, page.address)
