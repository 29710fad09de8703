"""Which papers there are: their files, and the pages that they belong to."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from macros.data.model import Guide
from macros.wording.phrases import words

Kind = Literal["handout", "sheet", "summary", "booklet"]
Size = Literal["a4", "letter"]
SIZES: tuple[Size, ...] = ("a4", "letter")


@dataclass(frozen=True)
class Paper:
    """One PDF."""

    path: str
    """Where it stands on the site, such as 'exercises/short-foot/handout-a4.pdf'."""

    page: str
    """Address of the page it belongs to, such as 'exercises/short-foot/'."""

    kind: Kind
    size: Size
    large: bool
    title: str
    about: str
    """Id of the exercise or number of the week; empty for the others."""


def papers(guide: Guide) -> Iterator[Paper]:
    """Yield every paper of *guide*."""
    for exercise in guide.exercises:
        yield from _printed("handout", f"exercises/{exercise.id}/", exercise.name, exercise.id)
    for number in range(1, len(guide.programme.weeks) + 1):
        title = f"{guide.programme.title}: {words().menu['week'].lower()} {number}"
        yield from _printed("sheet", f"schedule/week-{number}/", title, str(number))
    if guide.evidence.plain:
        yield from _printed("summary", "evidence/summary/", guide.evidence.plain.title, "")
    for size in SIZES:
        title = f"{guide.guide.title}: {guide.programme.title}"
        yield Paper(f"schedule/booklet-{size}.pdf", "schedule/", "booklet", size, large=False, title=title, about="")


def _printed(kind: Kind, page: str, title: str, about: str) -> Iterator[Paper]:
    for large in (False, True):
        for size in SIZES:
            path = f"{page}{kind}-{size}{'-large' if large else ''}.pdf"
            yield Paper(path, page, kind, size, large, title, about)
