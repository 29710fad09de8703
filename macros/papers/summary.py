"""The evidence on one page: the answers to readers' questions, the numbers that were read, and their sources."""

from collections.abc import Iterator

from macros import addresses
from macros.data.model import Guide
from macros.data.model.answers import Answer
from macros.data.model.evidence import Evidence
from macros.data.model.statements import Statement
from macros.data.model.study import Study
from macros.papers.kind import Kind, Subject
from macros.papers.layout import Data, Layout
from macros.wording.evidence import certainty_range, change, count_phrase, read_between, with_unit
from macros.wording.labels import labels
from macros.wording.references import short_reference
from macros.wording.text import sentence


def subjects(guide: Guide) -> Iterator[Subject]:
    """Yield the evidence; the file stays at the address that the plain summary had."""
    yield Subject(addresses.PLAIN_SUMMARY, guide.evidence.title)


def layout(shared: Layout, about: str = "") -> Data:  # noqa: ARG001 - every layout takes it
    """Return the page."""
    evidence, study = shared.guide.evidence, labels().study
    main = [it.source for it in evidence.studies]
    return {
        "qr": shared.qr(addresses.EVIDENCE),
        "title": evidence.title,
        "lead": evidence.summary,
        "answers": [_answer(evidence, answer) for answer in evidence.answers],
        "limits_heading": labels().answers.limits,
        "limits": [*(_says(evidence, it) for it in evidence.limits), read_between(evidence)],
        "columns": [study.measure, study.group, f"{study.before} {labels().to} {study.after.lower()}"],
        "studies": [{"name": it.name, "numbers": _numbers(it)} for it in evidence.studies if any(_numbers(it))],
        "sources": [f"[{evidence.numbers[id_]}] {short_reference(evidence.source(id_))}" for id_ in main],
        "all_sources": labels().answers.all_sources,
    }


def _answer(evidence: Evidence, answer: Answer) -> Data:
    counts = [
        {"side": labels().answers.sides[it.side], "says": f"{count_phrase(it)} {_cites(evidence, it.cited)}".strip()}
        for it in evidence.counts(answer)
    ]
    certainty = sentence(certainty_range(evidence.claims_of(answer)))
    return {
        "question": answer.question,
        "short": answer.short,
        "says": _says(evidence, answer, evidence.uncounted(answer)),
        "sure": f"{labels().answers.sure} {certainty} {answer.why}",
        "counts": counts,
    }


def _says(evidence: Evidence, statement: Statement, cited: list[str] | None = None) -> str:
    changes = [change(evidence.outcomes[statement.outcome])] if statement.outcome else []
    cites = _cites(evidence, evidence.sources_for(statement) if cited is None else cited)
    return " ".join((statement.says, *changes, cites)).strip()


def _cites(evidence: Evidence, sources: tuple[str, ...] | list[str]) -> str:
    return "".join(f"[{evidence.numbers[source]}]" for source in sources)


def _numbers(study: Study) -> list[list[str]]:
    """Return a row for each outcome that was read: measure, group, both figures."""
    return [
        [
            f"{outcome.measure}. {labels().better[outcome.better]}",
            study.group(outcome.group).name,
            f"{outcome.before} {labels().to} {with_unit(outcome.after, outcome.unit)}",
        ]
        for outcome in study.outcomes
        if outcome.read
    ]


KIND = Kind(
    name="summary",
    subjects=subjects,
    layout=layout,
    where="evidence.answers{}: their paper",
    hint="shorten their sentences",
)
