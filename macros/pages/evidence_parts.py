"""Which part of the evidence is on which page, and the claims of each part by topic."""

from collections import Counter
from collections.abc import Mapping

from macros import addresses
from macros.anchors import STUDY_PARTS, EvidencePart
from macros.data.model.answers import Count
from macros.data.model.evidence import Claim, Evidence
from macros.wording.references import short_name

PARTS = {
    "supports": EvidencePart.HELPS,
    "mixed": EvidencePart.MIXED,
    "measured": EvidencePart.MEASURED,
    "no-effect": EvidencePart.DID_NOT,
    "contradicts": EvidencePart.DID_NOT,
    "opinion": EvidencePart.OPEN,
    "not-checked": EvidencePart.OPEN,
}
"""Part of the findings for each relation, in the order of the page."""

FINDINGS = (*dict.fromkeys(PARTS.values()), EvidencePart.UNKNOWN, EvidencePart.HOW_SURE, EvidencePart.TEACHING)


def by_part(evidence: Evidence) -> Mapping[EvidencePart, Mapping[str, list[Claim]]]:
    """Return the claims of each part by topic, in the order of the page."""
    parts: dict[EvidencePart, dict[str, list[Claim]]] = {}
    for claim in sorted(evidence.claims, key=lambda claim: list(PARTS).index(claim.relation)):
        parts.setdefault(PARTS[claim.relation], {}).setdefault(claim.topic, []).append(claim)
    return parts


def named(evidence: Evidence, counted: Count) -> list[tuple[str, str]]:
    """Return the ids of the claims of *counted*, each with a name for its link: 'Lynn 2012', 'Lynn 2012 (2)'."""
    times: Counter[str] = Counter()
    names: list[tuple[str, str]] = []
    for id_ in counted.claims:
        name = short_name(evidence.source(evidence.claim(id_).study))
        times[name] += 1
        names.append((id_, f"{name} ({times[name]})" if times[name] > 1 else name))
    return names


def pages(evidence: Evidence) -> Mapping[str, str]:
    """Return the pages below the evidence page, each with the anchors that were on that page in 2.0.0.

    An anchor that ends in a hyphen stands for all that begin so.
    """
    studies = [name for study in evidence.studies for name in (study.id, *(f"{study.id}{end}" for end in STUDY_PARTS))]
    found: dict[str, tuple[str, ...]] = {}
    if evidence.studies:
        found[addresses.STUDIES] = (EvidencePart.BRIEF, *studies, "plot-")
    found[addresses.FINDINGS] = (*FINDINGS, *(f"{part}-" for part in dict.fromkeys(PARTS.values())), "claim-")
    if evidence.compared:
        found[addresses.ARTICLE] = (EvidencePart.ARTICLE,)
    if evidence.checklist:
        found[addresses.CHECKLIST] = ()
    found[addresses.SOURCES] = (EvidencePart.REFERENCES, EvidencePart.CITE_GUIDE, "ref-", "cite-")
    return {address: " ".join(names) for address, names in found.items()}
