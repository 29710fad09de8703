"""The guide's own facts in words: its version, and who reviewed it."""

from macros.data.model.guide import About
from macros.wording.dates import date_phrase
from macros.wording.labels import labels


def version_phrase(about: About) -> str:
    """Return 'version 2.0.0, 22 November 2026', to go on in a sentence."""
    return f"{labels().version.lower()} {about.version}, {date_phrase(about.released)}"


def review_sentence(about: About) -> str:
    """Return who reviewed the guide as a clinician and when, or that nobody has."""
    if about.review is None:
        return labels().not_reviewed
    return f"{labels().reviewed_by} {about.review.by}, {date_phrase(about.review.date)}."
