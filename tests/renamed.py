"""A guide before and after a release that renames and retires what it can, as data that the loader reads."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import yaml

from tests.sites import GUIDES, ROOT

Data = dict[str, Any]
SINCE = "2026-11-22"


def written(change: Callable[[Data], None]) -> str:
    """Return the small guide as YAML, with pictures, things to retire, and a *change*."""
    data: Data = yaml.load(GUIDES["hand"].read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - texts alone
    figures = (ROOT / "tests/data/extra-figures.yml").read_text(encoding="utf-8")
    data["figures"] = yaml.load(figures, yaml.BaseLoader)  # noqa: S506 - texts alone
    _add(data)
    change(data)
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def _add(data: Data) -> None:
    """Add what a later release renames or retires."""
    fist, spread = data["exercises"]
    fist["figure"], spread["figure"] = "heel-raise", "squat"
    push = {**deepcopy(fist), "id": "push", "name": "Push", "also_called": [], "stop_if": []}
    data["exercises"].append(push)
    short = {**deepcopy(data["programmes"][1]), "id": "short", "title": "Short", "former_ids": []}
    for entry in short["weeks"][0]["entries"]:
        entry["exercise"] = "push"
    data["programmes"].append(short)
    data["pages"].append({**deepcopy(data["pages"][0]), "id": "coaches", "former_ids": []})


def nothing(data: Data) -> None:
    """Change nothing."""


def rename(data: Data) -> None:
    """Give new ids to an exercise, levels, a programme, a figure and a page, and retire what was added."""
    fist, spread, _ = data["exercises"]
    fist |= {"id": "grab", "former_ids": ["fist"], "figure": "heel-lift"}
    fist["levels"][0] |= {"id": "table", "former_ids": ["open"]}
    spread |= {"id": "splay", "former_ids": ["fan", "spread"]}
    spread["levels"][1] |= {"id": "steps", "former_ids": ["fingers", "walk"]}
    data["figures"]["heel-lift"] = {**data["figures"].pop("heel-raise"), "former_ids": ["heel-raise"]}
    names = {"fist": ("grab", {"open": "table"}), "spread": ("splay", {"walk": "steps"})}
    for programme in data["programmes"]:
        for entry in (entry for week in programme["weeks"] for entry in week["entries"] if entry["exercise"] in names):
            entry["exercise"], levels = names[entry["exercise"]]
            entry["level"] = levels.get(entry["level"], entry["level"])
    data["home"]["start"] = "grab"
    data["evidence"]["claims"][0]["exercises"] = ["grab"]
    data["programmes"][0]["weeks"].pop()
    data["programmes"][0]["former_weeks"] = "2"
    data["programmes"][1] |= {"id": "easy", "former_ids": ["bare", "no-band"]}
    data["pages"][0] |= {"id": "family", "former_ids": ["carers", "helpers"]}
    data["retired"][0]["instead"] = "splay"
    _retire(data)


def _retire(data: Data) -> None:
    for kind, weeks in (("exercise", 0), ("programme", 1), ("page", 0)):
        gone = data[f"{kind}s"].pop()
        says = "It did not help. Do the other one."
        own = {"name": gone.get("name") or gone["title"], "since": SINCE, "says": says}
        own |= {"levels": [level["id"] for level in gone["levels"]]} if kind == "exercise" else {}
        data["retired"].append({"id": gone["id"], "kind": kind, "weeks": str(weeks), **own})
