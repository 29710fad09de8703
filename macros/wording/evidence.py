"""Evidence in words: what changed, on which scale, how sure one can be, when it was read."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from macros.data.model.dose import Basis
from macros.data.model.evidence import Certainty, Claim, Evidence
from macros.data.model.exercise import Exercise
from macros.data.model.study import Outcome, Plot
from macros.wording.dates import date_phrase
from macros.wording.labels import labels
from macros.wording.text import count, lower_first, sentence


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


LEVELS = ("high", "moderate", "low", "low-to-very-low", "very-low")
"""How sure one can be, the surest first; what is not rated is not among them."""


def findings_title(exercise: Exercise) -> str:
    """Return 'Short foot: does it work?'."""
    return labels().findings_title.format(name=exercise.name)


def certainty_of(claims: Sequence[Claim]) -> str:
    """Return 'We are very uncertain.' or, where findings differ, 'We are uncertain to very uncertain.'."""
    levels = [level for level in LEVELS if any(claim.certainty.level == level for claim in claims)]
    if not levels:
        return labels().no_claims
    plain = labels().certainty["guide"]
    surest, least = plain[levels[0]], plain[levels[-1]]
    span = surest if surest == least else f"{surest} {labels().to} {least}"
    return labels().we_are.format(how=span)


def findings_counted(claims: Sequence[Claim]) -> str:
    """Return how many findings there are, and how many of each kind: '13 findings: Found a gain 5, ...'."""
    if not claims:
        return labels().no_claims
    counts: Counter[str] = Counter(claim.relation for claim in claims)
    kinds = [f"{name} ({counts[relation]})" for relation, name in labels().relations.items() if counts[relation]]
    return f"{count(len(claims), labels().finding)}: {'; '.join(lower_first(kind) for kind in kinds)}."


def basis_phrase(basis: Basis) -> str:
    """Return who did it in the study behind *basis*, where it rests on one, and what is to be known about it."""
    who = f"{labels().people}: {sentence(basis.people)} " if basis.people else ""
    return f"{who}{basis.says}"


def read_between(evidence: Evidence) -> str:
    """Return between which days the sources were read."""
    first, last = evidence.read_between
    days = date_phrase(first) if first == last else f"{date_phrase(first)} {labels().to} {date_phrase(last)}"
    return f"{labels().read_on} {days}."
