"""One text, dose or picture that a clinician has to check."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from macros.data.model.dose import Basis
from macros.data.model.evidence import Evidence
from macros.figures import Figure
from macros.wording.evidence import basis_phrase
from macros.wording.labels import labels
from macros.wording.references import short_reference

DIGITS = 8
"""Hex digits of a fingerprint: enough to notice a change, and short enough to read out."""


@dataclass(frozen=True)
class Item:
    """A text with the id that its mark is kept under."""

    id: str
    """The way to it in the data, such as 'exercises.short-foot.steps.3'."""

    pages: tuple[str, ...]
    """Addresses of the pages that show it; it is listed with the first."""

    text: str
    source: str
    """What it rests on; empty where the data names nothing."""

    context: tuple[str, ...] = ()
    """What gives it its meaning, such as the heading over a stop sign: where that changes, its mark goes."""

    figure: Figure | None = field(default=None, repr=False)
    """The drawing, where it is a picture."""

    @property
    def page(self) -> str | None:
        """Return the page it is listed with; None where no page shows it."""
        return self.pages[0] if self.pages else None

    @property
    def fingerprint(self) -> str:
        """Return the first digits of a hash of what was reviewed: for a picture, its drawing data and its texts."""
        drawn = (self.figure.model_dump_json(exclude_defaults=True, exclude={"former_ids"}),) if self.figure else ()
        content = "\n".join((self.text, *self.context, *drawn))
        return hashlib.sha256(content.encode()).hexdigest()[:DIGITS]


@dataclass(frozen=True)
class Part:
    """A part of the data whose texts are on the same pages and rest on the same sources."""

    id: str
    pages: tuple[str, ...]
    source: str = ""
    context: tuple[str, ...] = ()

    def one(self, key: str, text: str | None) -> Iterator[Item]:
        """Yield the text under *key*, if there is one."""
        if text:
            yield Item(f"{self.id}.{key}", self.pages, text, self.source, self.context)

    def each(self, key: str, texts: Iterable[str]) -> Iterator[Item]:
        """Yield every text of the list under *key*, counted from 1."""
        for number, text in enumerate(texts, 1):
            yield from self.one(f"{key}.{number}", text)


def source_of(basis: Basis, evidence: Evidence) -> str:
    """Return what *basis* is, what it says of itself, and its sources in short."""
    references = "; ".join(short_reference(evidence.source(id_)) for id_ in basis.sources)
    return f"{labels().bases[basis.kind]}: {basis_phrase(basis)}" + (f" ({references})" if references else "")
