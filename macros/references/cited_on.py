"""Where each source is cited: the way back from the list of references."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from macros.data.model import Guide
from macros.data.model.dose import Basis
from macros.wording.phrases import sources_of, words


@dataclass
class Places:
    """The places on one page where sources are cited, each with an anchor of its own."""

    count: Counter[str] = field(default_factory=Counter)

    def mark(self, source: str) -> str:
        """Return the anchor of one more place that cites *source*."""
        self.count[source] += 1
        return self._anchor(source, self.count[source])

    def of(self, source: str) -> list[str]:
        """Return the anchors of all places that cited *source* so far."""
        return [self._anchor(source, number + 1) for number in range(self.count[source])]

    def _anchor(self, source: str, number: int) -> str:
        return f"cite-{source}-{number}"


def pages_of_sources(guide: Guide) -> dict[str, dict[str, str]]:
    """Return, by source id, the pages other than that of the evidence which cite it: their names by address."""
    found: dict[str, dict[str, str]] = {}
    for address, name, sources in _citing(guide):
        for source in sources:
            found.setdefault(source, {})[address] = name
    return found


def _citing(guide: Guide) -> Iterator[tuple[str, str, Iterable[str]]]:
    """Yield the address, the name and the sources of every page that cites some, in the order of the menu."""
    for exercise in guide.exercises:
        bases = (exercise.technique, *(level.dose.basis for level in exercise.levels))
        yield f"exercises/{exercise.id}/", exercise.name, _sources(bases)
    names = {exercise.id: exercise.name for exercise in guide.exercises}
    for claim in guide.evidence.claims:
        for id_ in claim.exercises:
            yield f"exercises/{id_}/", names[id_], [claim.source]
    programme = guide.programme
    yield "schedule/", programme.title, _sources((programme.basis, *(advice.basis for advice in programme.advice)))
    yield from _saying(guide)
    safety = guide.safety
    grounds = (*(card.basis for card in safety.cards), *(place.basis for place in safety.countries))
    yield "safety/", safety.title, _sources((*grounds, safety.anywhere.basis))


def _saying(guide: Guide) -> Iterator[tuple[str, str, Iterable[str]]]:
    """Yield the same of the pages whose sentences rest on claims and studies."""
    evidence, behind = guide.evidence, guide.evidence.sources_of
    if evidence.plain:
        said = evidence.plain.sentences
        yield "evidence/summary/", evidence.plain.title, [id_ for it in said for id_ in sources_of(it, behind)]
    if checklist := evidence.checklist:
        study = evidence.study(checklist.study)
        yield "evidence/checklist/", checklist.title, [checklist.source, study.source, *study.sources]
    written = ((f"{page.id}/", page.title, page.sections) for page in guide.pages)
    for address, name, sections in (("", words().menu["home"], guide.home.sections), *written):
        found = [finding for section in sections for finding in section.findings]
        yield address, name, [id_ for it in found for id_ in sources_of(it, behind)]


def _sources(bases: Iterable[Basis]) -> list[str]:
    return [source for basis in bases for source in basis.sources]
