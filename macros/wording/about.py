"""The guide's own facts in words: its version, how much of it a clinician has reviewed, and where its host is."""

from collections.abc import Collection
from typing import NamedTuple

from macros.data.model import Guide
from macros.data.model.about import About
from macros.data.model.changes import Hidden
from macros.data.model.clinic import Clinic
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


def changed_sentence(guide: Guide) -> str:
    """Return who changed the guide and when; nothing of the guide as its makers publish it."""
    changes = guide.changes
    return labels().edition.changed.format(by=changes.by, date=date_phrase(changes.on)) if changes else ""


def changed_things(guide: Guide) -> dict[str, list[str]]:
    """Return the names of what an edition left out, added and changed, each group under its label."""
    changes, words = guide.changes, labels().edition
    if not changes:
        return {}
    names = {exercise.id: exercise.name for exercise in guide.exercises}
    groups = {
        words.left_out: [_what(hidden) for hidden in changes.hidden],
        words.added: [names[id_] for id_ in changes.added if id_ in names],
        words.worded: [names[id_] for id_ in changes.changed if id_ in names],
    }
    return {label: found for label, found in groups.items() if found}


def _what(hidden: Hidden) -> str:
    """Return the name of something left out; a week is known by its number."""
    number = hidden.id.rpartition("-")[2]
    return f"{labels().menu.week} {number}: {hidden.name}" if hidden.kind == "week" else hidden.name


def not_in_edition(guide: Guide, exercises: Collection[str]) -> str:
    """Return which of *exercises* the edition left out, as a sentence; nothing where it has all."""
    hidden = guide.changes.exercises if guide.changes else {}
    names = ", ".join(hidden[id_] for id_ in exercises if id_ in hidden)
    return labels().edition.not_in.format(names=names) if names else ""


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
