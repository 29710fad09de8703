"""The notice: one page at the address of a paper that the guide no longer has, which says so."""

from collections.abc import Iterator

from macros import former
from macros.data.model import Guide
from macros.papers.kind import Kind, Subject
from macros.papers.layout import Data, Layout
from macros.wording.labels import labels


def subjects(guide: Guide) -> Iterator[Subject]:
    """Yield every page that is gone and had a paper."""
    for page in former.gone(guide):
        if page.paper:
            yield Subject(page.address, page.title, page.address)


def layout(shared: Layout, about: str) -> Data:
    """Return the notice for the page that was at the address *about*."""
    page = next(page for page in former.gone(shared.guide) if page.address == about)
    return {
        "qr": shared.qr(page.instead.address),
        "title": page.title,
        "lead": page.lead,
        "says": page.says,
        "instead": f"{labels().gone.go_to} {page.instead.name}",
    }


KIND = Kind(
    name="notice",
    subjects=subjects,
    layout=layout,
    where="retired: the notice at {}",
    hint="shorten what it says",
)
