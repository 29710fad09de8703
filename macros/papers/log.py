"""An empty log, to fill in by hand: what was done, how hard it was, and whether it hurt."""

from collections.abc import Iterator

from macros import addresses
from macros.data.model import Guide
from macros.papers.kind import Kind, Subject
from macros.papers.layout import Data, Layout
from macros.wording.labels import labels


def subjects(guide: Guide) -> Iterator[Subject]:
    """Yield the one empty log."""
    yield Subject(addresses.PRINT, f"{guide.guide.title}: {labels().papers.log.title}")


def layout(shared: Layout, about: str = "") -> Data:  # noqa: ARG001 - every layout takes it
    """Return the empty log; its columns are those of the log that a browser prints."""
    words, safety, label = labels().papers.log, shared.guide.safety, labels()
    return {
        "qr": shared.qr(addresses.LOG),
        "title": words.title,
        "how": label.own.log.by_hand,
        "columns": label.own.log.log_columns,
        "lines": [label.made_for, label.made_by, label.phone],
        "stop": safety.signs("stop", list(shared.exercises)),
    }


KIND = Kind(
    name="log",
    subjects=subjects,
    layout=layout,
    where="the empty log{}",
    hint="shorten the signs of the stop cards",
    most_large_pages=2,
    by_hand=True,
)
