"""Evidence in words: what changed, on which scale, how sure one can be, when it was read."""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from macros.data.model.answers import Answer, Count
from macros.data.model.dose import Basis
from macros.data.model.evidence import Certainty, Claim, Evidence
from macros.data.model.exercise import Exercise
from macros.data.model.study import Outcome, Plot
from macros.wording.dates import date_phrase
from macros.wording.labels import labels
from macros.wording.text import count, form, lower_first, sentence

LEVELS = {
    "high": ("high",),
    "moderate": ("moderate",),
    "low": ("low",),
    "low-to-very-low": ("low", "very-low"),
    "very-low": ("very-low",),
    "not-rated": (),
}
"""The grades that a level of certainty spans, the surest first."""


def change(outcome: Outcome) -> str:
    """Return 'It went from 35.26 to 34.79 seconds.', 'It stayed at 16 points.', or nothing where they were not read."""
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
    level = labels().certainty["guide" if certainty.rated_by == "guide" else "grade"][certainty.level]
    rated = certainty.level != "not-rated"
    return labels().rating[certainty.rated_by].format(level=level) if rated else sentence(level)


def certainty_range(claims: Iterable[Claim]) -> str:
    """Return 'uncertain to very uncertain': how sure one can be of *claims* at best, and at worst."""
    spanned = {grade for claim in claims for grade in LEVELS[claim.certainty.level]}
    ends = [grade for grade in LEVELS if grade in spanned] or ["not-rated"]
    words = labels().certainty["guide"]
    return f" {labels().to} ".join(words[grade] for grade in dict.fromkeys((ends[0], ends[-1])))


def count_phrase(counted: Count) -> str:
    """Return '5 studies, 178 people; 2 reviews', '1 review of 9 studies', or that there is none."""
    answers, parts = labels().answers, []
    if counted.studies:
        studies = count(len(counted.studies), answers.studies)
        parts.append(answers.studied.format(studies=studies, people=count(counted.people, labels().person)))
    if counted.reviews:
        reviews = count(len(counted.reviews), answers.reviews)
        gathers = counted.reviews[0].gathers if len(counted.reviews) == 1 else None
        of = count(gathers, answers.studies) if gathers else ""
        parts.append(answers.review_of.format(review=reviews, studies=of) if of else reviews)
    return "; ".join(parts) or answers.nothing


def findings_phrase(answer: Answer) -> str:
    """Return 'See all 9 findings', for the link from an answer to its claims."""
    number = len(answer.claims)
    return form(number, labels().answers.findings).format(count=number)


def findings_title(exercise: Exercise) -> str:
    """Return 'Short foot: does it work?'."""
    return labels().findings_title.format(name=exercise.name)


def certainty_of(claims: Sequence[Claim]) -> str:
    """Return 'We're very uncertain.', or that we cannot say, or that there is no study."""
    if not claims:
        return labels().no_claims
    is_rated = any(LEVELS[claim.certainty.level] for claim in claims)
    return labels().we_are.format(how=certainty_range(claims)) if is_rated else labels().unrated


def findings_counted(claims: Sequence[Claim]) -> str:
    """Return how many findings there are, and how many of each kind: '13 findings: found a gain (5); ...'."""
    if not claims:
        return labels().no_claims
    counts: Counter[str] = Counter(claim.relation for claim in claims)
    kinds = [f"{name} ({counts[relation]})" for relation, name in labels().relations.items() if counts[relation]]
    return f"{count(len(claims), labels().finding)}: {'; '.join(lower_first(kind) for kind in kinds)}."


def basis_phrase(basis: Basis) -> str:
    """Return who did it in the study behind *basis*, where it rests on one, and what is to be known about it."""
    if basis.kind == "clinic" and basis.by and basis.on:
        label = labels().edition.partly if basis.says else labels().edition.set
        return f"{label.format(by=basis.by, date=date_phrase(basis.on))} {basis.says}".strip()
    who = f"{labels().people}: {sentence(basis.people)} " if basis.people else ""
    return f"{who}{basis.says}"


def read_between(evidence: Evidence) -> str:
    """Return between which days the sources were read."""
    first, last = evidence.read_between
    days = date_phrase(first) if first == last else f"{date_phrase(first)} {labels().to} {date_phrase(last)}"
    return f"{labels().read_on} {days}."
