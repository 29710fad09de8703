"""Evidence in words: what changed, on which scale, how sure one can be, when it was read."""

from decimal import Decimal

from macros.data.model.dose import Basis
from macros.data.model.evidence import Certainty, Evidence
from macros.data.model.study import Outcome, Plot
from macros.wording.dates import date_phrase
from macros.wording.labels import labels
from macros.wording.text import sentence


def change(outcome: Outcome) -> str:
    """Return 'From 35.26 to 34.79 seconds.', 'Before and after: 16 points.', or nothing where they were not read."""
    if not outcome.read:
        return ""
    if outcome.before == outcome.after:
        return f"{labels().unchanged} {with_unit(outcome.after, outcome.unit)}."
    return f"{labels().from_} {outcome.before} {labels().to} {with_unit(outcome.after, outcome.unit)}."


def with_unit(number: Decimal | None, unit: str | None) -> str:
    """Return '35.26 seconds', or the bare number where there is no unit."""
    return f"{number} {unit}" if unit else f"{number}"


def scale(plot: Plot, unit: str | None) -> str:
    """Return 'The scale runs from 34 to 38 seconds. It does not start at zero.'."""
    ends = f"{labels().scale} {plot.low} {labels().to} {with_unit(plot.high, unit)}."
    return f"{ends} {labels().from_zero if plot.low == 0 else labels().not_from_zero}"


def certainty_phrase(certainty: Certainty) -> str:
    """Return how sure one can be and whose rating that is: the words of GRADE only where a source gave its rating."""
    plain = labels().certainty["guide" if certainty.rated_by == "guide" else "grade"]
    return f"{labels().rating[certainty.rated_by]}: {plain[certainty.level]}."


def basis_phrase(basis: Basis) -> str:
    """Return who did it in the study behind *basis*, where it rests on one, and what is to be known about it."""
    who = f"{labels().people}: {sentence(basis.people)} " if basis.people else ""
    return f"{who}{basis.says}"


def read_between(evidence: Evidence) -> str:
    """Return between which days the sources were read."""
    first, last = evidence.read_between
    days = date_phrase(first) if first == last else f"{date_phrase(first)} {labels().to} {date_phrase(last)}"
    return f"{labels().read_on} {days}."
