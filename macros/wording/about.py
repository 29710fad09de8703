"""The guide's own facts in words: its version, how much of it a clinician has reviewed, and where its host is."""

from typing import NamedTuple

from macros.data.model.clinic import Clinic
from macros.data.model.guide import About
from macros.data.model.review import Review
from macros.wording.dates import date_phrase
from macros.wording.labels import labels
from macros.wording.text import sentence


class Count(NamedTuple):
    """How many of the texts that a clinician has to check are reviewed."""

    reviewed: int
    texts: int

    @property
    def is_whole(self) -> bool:
        """Return whether every text is reviewed."""
        return self.reviewed == self.texts > 0


def where_phrase(clinic: Clinic) -> str:
    """Return a clinic's postal address and where to book, for paper; empty where it gives neither."""
    place = [sentence(", ".join(filter(None, (clinic.name, *clinic.address))))] if clinic.address else []
    return " ".join((*place, *([f"{labels().book}: {clinic.booking}"] if clinic.booking else [])))


def version_phrase(about: About) -> str:
    """Return 'version 2.0.0, 22 November 2026', to go on in a sentence."""
    return f"{labels().version.lower()} {about.version}, {date_phrase(about.released)}"


def review_sentence(review: Review | None, count: Count) -> str:
    """Return who reviewed the guide as a clinician, when, and how much of it; or that nobody has."""
    if review is None or not count.reviewed:
        return labels().not_reviewed
    label = labels().review.whole if count.is_whole else labels().review.part
    date = date_phrase(review.date)
    return label.format(by=review.by, date=date, version=review.version, **count._asdict())


def page_review_sentence(count: Count) -> str:
    """Return how much of one page is reviewed; the foot of the page says by whom and when."""
    label = labels().review
    if not count.reviewed:
        return label.page_none
    return (label.page_whole if count.is_whole else label.page_part).format(**count._asdict())
