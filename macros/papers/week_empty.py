"""An empty week, to fill in by hand."""

from collections.abc import Iterator

from macros import addresses
from macros.data.model import Guide
from macros.papers import sheet
from macros.papers.kind import Kind, Subject
from macros.papers.layout import Data, Layout
from macros.wording.labels import labels


def subjects(guide: Guide) -> Iterator[Subject]:
    """Yield the one empty week."""
    yield Subject(addresses.PRINT, f"{guide.guide.title}: {labels().papers.week_empty.title}")


def layout(shared: Layout, about: str = "") -> Data:  # noqa: ARG001 - every layout takes it
    """Return the empty week; it may hold any exercise, so it has the rules of all."""
    words, safety = labels().papers.week_empty, shared.guide.safety
    exercises = list(shared.exercises)
    return {
        "qr": shared.qr(addresses.OWN_PLAN),
        "title": words.title,
        "how": words.how,
        **sheet.week(),
        "stop": safety.signs("stop", exercises),
        "ask": safety.signs("ask", exercises),
    }


KIND = Kind(
    name="week-empty",
    subjects=subjects,
    layout=layout,
    where="the empty week{}",
    hint="shorten the signs of the stop and ask cards",
    most_large_pages=3,
    by_hand=True,
)
