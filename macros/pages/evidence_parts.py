"""The parts of the evidence page that gather claims, each by topic."""

from collections.abc import Mapping

from macros.anchors import EvidencePart
from macros.data.model.evidence import Claim, Evidence

PARTS = {
    "supports": EvidencePart.HELPS,
    "mixed": EvidencePart.MIXED,
    "measured": EvidencePart.MEASURED,
    "no-effect": EvidencePart.DID_NOT,
    "contradicts": EvidencePart.DID_NOT,
    "opinion": EvidencePart.OPEN,
    "not-checked": EvidencePart.OPEN,
}
"""Part of the evidence page for each relation, in the order of the page."""


def by_part(evidence: Evidence) -> Mapping[EvidencePart, Mapping[str, list[Claim]]]:
    """Return the claims of each part by topic, in the order of the page."""
    parts: dict[EvidencePart, dict[str, list[Claim]]] = {}
    for claim in sorted(evidence.claims, key=lambda claim: list(PARTS).index(claim.relation)):
        parts.setdefault(PARTS[claim.relation], {}).setdefault(claim.topic, []).append(claim)
    return parts
