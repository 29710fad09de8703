"""The evidence on one page: half a page of words, the numbers that were read, and their sources."""

from collections.abc import Iterator

from macros import addresses
from macros.data.model import Guide
from macros.data.model.evidence import Evidence
from macros.papers.kind import Kind, Subject
from macros.papers.layout import Data, Layout
from macros.wording.evidence import change, read_between, with_unit
from macros.wording.labels import labels
from macros.wording.references import short_reference


def subjects(guide: Guide) -> Iterator[Subject]:
    """Yield the plain summary, where the guide has one."""
    if plain := guide.evidence.plain:
        yield Subject(addresses.PLAIN_SUMMARY, plain.title)


def layout(shared: Layout, about: str = "") -> Data:  # noqa: ARG001 - every layout takes it
    """Return the page; empty where the guide has no plain summary."""
    evidence, study = shared.guide.evidence, labels().study
    numbers = evidence.numbers
    if evidence.plain is None:
        return {}
    return {
        "qr": shared.qr(addresses.PLAIN_SUMMARY),
        "title": evidence.plain.title,
        "lead": evidence.plain.summary,
        "says": [*_statements(evidence), read_between(evidence)],
        "columns": [study.measure, study.group, study.before, study.after],
        "numbers": _numbers(evidence),
        "sources": [f"[{numbers[id_]}] {short_reference(evidence.source(id_))}" for id_ in _cited(evidence)],
    }


def _statements(evidence: Evidence) -> Iterator[str]:
    for statement in evidence.plain.half_page if evidence.plain else ():
        changes = [change(evidence.outcomes[statement.outcome])] if statement.outcome else []
        cites = "".join(f"[{evidence.numbers[source]}]" for source in evidence.sources_for(statement))
        yield " ".join((statement.says, *changes, cites)).strip()


def _numbers(evidence: Evidence) -> list[list[str]]:
    """Return a row for each outcome that was read: measure, group, before, after."""
    return [
        [
            f"{outcome.measure}. {labels().better[outcome.better]}",
            f"{study.group(outcome.group).name}, {study.name}",
            with_unit(outcome.before, outcome.unit),
            with_unit(outcome.after, outcome.unit),
        ]
        for study in evidence.studies
        for outcome in study.outcomes
        if outcome.read
    ]


def _cited(evidence: Evidence) -> list[str]:
    """Return the sources that the page rests on, in the order of their numbers."""
    half_page = evidence.plain.half_page if evidence.plain else ()
    cited = {source for statement in half_page for source in evidence.sources_for(statement)}
    return sorted(cited | {study.source for study in evidence.studies}, key=lambda id_: evidence.numbers[id_])


KIND = Kind(
    name="summary",
    subjects=subjects,
    layout=layout,
    where="evidence.plain.half-page{}: its paper",
    hint="shorten its sentences",
)
