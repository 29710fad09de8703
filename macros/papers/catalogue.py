"""Which papers there are: the kinds, and the PDFs of each for one guide."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros import addresses, former
from macros.data.model import Guide
from macros.papers import booklet, cards, handout, log, notice, poster, sheet, summary, week_empty
from macros.papers.kind import A4, LETTER, Format, Kind
from macros.wording.labels import labels

KINDS: tuple[Kind, ...] = (
    handout.KIND,
    sheet.KIND,
    week_empty.KIND,
    log.KIND,
    poster.KIND,
    cards.KIND,
    summary.KIND,
    booklet.KIND,
)
"""Every kind of paper; a template may use the functions of those before it."""


@dataclass(frozen=True)
class Paper:
    """One PDF."""

    path: str
    """Its path on the site, such as 'exercises/short-foot/handout-a4.pdf'."""

    page: str
    """Address of the page it belongs to, such as 'exercises/short-foot/'."""

    kind: Kind
    format: Format
    large: bool
    title: str
    about: str
    """Id of the exercise or of the week's sheet; empty for the others."""

    @property
    def paths(self) -> Iterator[str]:
        """Yield every path of its file on the site."""
        yield self.path
        for page in () if self.large or self.format.folds else self.kind.also_at:
            yield addresses.paper(page, self.kind.name, self.format.name, large=self.large)

    @property
    def size_name(self) -> str:
        """Return what its paper is called: 'A4', 'A5, to fold'."""
        return {**labels().paper_sizes, **labels().papers.formats}[self.format.name]


def papers(guide: Guide) -> Iterator[Paper]:
    """Yield every paper of *guide*."""
    for kind in KINDS:
        for page, title, about in kind.subjects(guide):
            for large in (False, True) if kind.large_print else (False,):
                for format_ in kind.formats:
                    if not (large and format_.folds):
                        path = addresses.paper(page, kind.name, format_.name, large=large)
                        yield Paper(path, page, kind, format_, large, title, about)


def notices(guide: Guide) -> Iterator[Paper]:
    """Yield a paper for each that *guide* no longer has, at its old address; it says so."""
    for page in former.gone(guide):
        for large in (False, True) if page.paper else ():
            for format_ in (A4, LETTER):
                path = addresses.paper(page.address, page.paper, format_.name, large=large)
                yield Paper(path, page.address, notice.KIND, format_, large, page.title, page.address)
