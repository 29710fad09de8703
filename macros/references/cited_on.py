"""Where each source is cited: the way back from the list of references."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from macros import addresses
from macros.anchors import EvidencePart
from macros.data.model import Guide
from macros.data.model.dose import Basis
from macros.wording.evidence import findings_title
from macros.wording.labels import labels


class Citing(NamedTuple):
    """A page, or a place on one, and the sources it cites."""

    address: str
    name: str
    sources: Iterable[str]


def pages_of_sources(guide: Guide) -> dict[str, dict[str, str]]:
    """Return, by source id, the pages and places that cite it: their names by address."""
    pages: dict[str, dict[str, str]] = {}
    for page in _citing(guide):
        for source in page.sources:
            pages.setdefault(source, {})[page.address] = page.name
    return pages


def _citing(guide: Guide) -> Iterator[Citing]:
    """Yield every page that cites sources, in the order of the menu."""
    yield from _exercises(guide)
    for programme in guide.programmes:
        bases = (programme.basis, *(advice.basis for advice in programme.advice))
        yield Citing(guide.plan_page(programme), programme.title, _sources(bases))
    yield from _evidence(guide)
    yield from _texts(guide)
    safety = guide.safety
    bases = (
        *(card.basis for card in safety.cards),
        *(place.basis for place in safety.countries),
        safety.anywhere.basis,
    )
    yield Citing(addresses.SAFETY, safety.title, _sources(bases))


def _exercises(guide: Guide) -> Iterator[Citing]:
    for exercise in guide.exercises:
        doses = _sources(level.dose.basis for level in exercise.levels)
        yield Citing(addresses.exercise(exercise.id), exercise.name, doses)
        known = [claim.source for claim in guide.evidence.claims if exercise.id in claim.exercises]
        yield Citing(addresses.findings(exercise.id), findings_title(exercise), [*known, *exercise.sources])


def _evidence(guide: Guide) -> Iterator[Citing]:
    """Yield each place that cites sources on the evidence pages."""
    evidence, below = guide.evidence, labels().evidence_pages
    for answer in evidence.answers:
        address = addresses.at(addresses.EVIDENCE, answer.id)
        cited = {id_ for count in evidence.counts(answer) for id_ in count.cited}
        yield Citing(address, answer.question, cited | set(evidence.uncounted(answer)))
    said = [id_ for statement in (*evidence.limits, *evidence.looked) for id_ in evidence.sources_for(statement)]
    yield Citing(addresses.EVIDENCE, evidence.title, said)
    for study in evidence.studies:
        yield Citing(addresses.at(addresses.STUDIES, study.id), study.name, [study.source, *study.sources])
    for claim in evidence.claims:
        yield Citing(addresses.claim(claim.id), f"{below.findings.title}: {claim.topic}", [claim.source])
    unknown = [id_ for statement in evidence.unknown for id_ in evidence.sources_for(statement)]
    yield Citing(addresses.at(addresses.FINDINGS, EvidencePart.UNKNOWN), labels().not_known, unknown)
    if ratings := evidence.ratings:
        yield Citing(addresses.at(addresses.FINDINGS, EvidencePart.HOW_SURE), labels().how_sure, [ratings.source])
    taught = [id_ for exercise in guide.exercises for id_ in exercise.technique.sources]
    yield Citing(addresses.at(addresses.FINDINGS, EvidencePart.TEACHING), labels().where_technique, taught)
    compared = [id_ for row in evidence.compared for id_ in row.sources]
    yield Citing(addresses.ARTICLE, below.article.title, compared)
    if checklist := evidence.checklist:
        study = evidence.study(checklist.study)
        yield Citing(addresses.CHECKLIST, checklist.title, [checklist.source, study.source, *study.sources])


def _texts(guide: Guide) -> Iterator[Citing]:
    """Yield the first page and the pages of plain text, whose findings rest on claims and studies."""
    written = ((addresses.text_page(page.id), page.title, page.sections) for page in guide.pages)
    for address, name, sections in ((addresses.HOME, labels().menu.home, guide.home.sections), *written):
        findings = [finding for section in sections for finding in section.findings]
        yield Citing(address, name, [id_ for finding in findings for id_ in guide.evidence.sources_for(finding)])


def _sources(bases: Iterable[Basis]) -> list[str]:
    return [source for basis in bases for source in basis.sources]
