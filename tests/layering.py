"""A clinic's layer over a guide: what tests of layers share."""

from pathlib import Path

import pytest

from macros.data.layers import Hide, LayerFile, Overlay
from macros.data.load import GuideError, load
from macros.data.model import Guide
from tests.sites import ROOT

HAND = Path(__file__).with_name("data") / "hand.yml"
FOOT = ROOT / "exercises.yml"
BY = "Harbour Physiotherapy"
DAY = "changed: 2026-12-01\n"
SAID = f"{BY} set this on 1 December 2026. It is not from this guide."

OWN = """
  - id: pinch
    name: Pinch
    summary: Pinch a ball.
    kind: strength
    positions: [sitting]
    setup: [Hold a ball.]
    steps: [Pinch it., Let go.]
    feel: Your fingers press.
    cues: [Slow]
    faults: [{wrong: The wrist bends., fix: Keep it straight.}]
    levels:
      - id: soft
        name: Soft ball
        change: A soft ball.
        dose: {kind: time, sets: 1, seconds: 30, sides: each}
    progress_when: It is easy.
    muscles: The muscles of the thumb.
    unknown: [Nearly all.]
"""


def placed(after: str) -> str:
    """Return the exercise of the clinic's own, with the one that it comes *after*."""
    return OWN.replace("id: pinch", f"id: pinch\n    after: {after}")


def overlay(folder: Path, layer: str, *hide: str) -> Overlay:
    """Return a clinic's layer, and what its settings hide."""
    file = folder / "own.yml"
    file.write_text(DAY + layer, encoding="utf-8")
    hidden = tuple(Hide(address, "mkdocs.yml", number) for number, address in enumerate(hide, 7))
    return Overlay((LayerFile(file, "own.yml"),), hidden, BY)


def edition(folder: Path, layer: str, *hide: str, guide: Path = HAND) -> Guide:
    """Return the guide with a clinic's layer."""
    return load(guide, overlay(folder, layer, *hide))


def mistakes(folder: Path, layer: str, *hide: str) -> list[str]:
    """Return what is wrong with a clinic's layer."""
    with pytest.raises(GuideError) as caught:
        edition(folder, layer, *hide)
    return [str(mistake) for mistake in caught.value.mistakes]
