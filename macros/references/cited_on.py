"""Where each source is cited: the way back from the list of references."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from macros import addresses, anchors
from macros.data.model import Guide
from macros.data.model.dose import Basis
from macros.wording.evidence import findings_title
from macros.wording.labels import labels


@dataclass
class Places:
    """The places on one page where sources are cited, each with an anchor of its own."""

    count: Counter[str] = field(default_factory=Counter)

    def mark(self, source: str) -> str:
        """Return the anchor of one more place that cites *source*."""
        self.count[source] += 1
        return anchors.citation(source, self.count[source])

    def of(self, source: str) -> list[str]:
        """Return the anchors of all places that cited *source* so far."""
        return [anchors.citation(source, number + 1) for number in range(self.count[source])]


class Citing(NamedTuple):
    """A page and the sources it cites."""

    address: str
    name: str
    sources: Iterable[str]


def pages_of_sources(guide: Guide) -> dict[str, dict[str, str]]:
    """Return, by source id, the pages that cite it, save that of the evidence: their names by address."""
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
    yield from _summaries(guide)
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


def _summaries(guide: Guide) -> Iterator[Citing]:
    evidence = guide.evidence
    if plain := evidence.plain:
        sources = [id_ for statement in plain.sentences for id_ in evidence.sources_for(statement)]
        yield Citing(addresses.PLAIN_SUMMARY, plain.title, sources)
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
