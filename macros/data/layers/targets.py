"""What can be left out of an edition, by its address on the site."""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from macros import addresses
from macros.data.layers.nodes import get, items, name_of
from macros.data.layers.protected import Path
from macros.data.model.changes import Kind
from macros.data.yaml_nodes import scalar


@dataclass(frozen=True)
class Target:
    """Something that has an address."""

    kind: Kind
    path: Path
    """Its place in the data; a week is named by its number."""

    name: str


def targets(root: yaml.Node) -> dict[str, Target]:
    """Return everything in the guide that can be left out."""
    found: dict[str, Target] = {}
    for exercise, id_ in _records(root, "exercises"):
        found[addresses.exercise(id_)] = Target("exercise", ("exercises", id_), _name(exercise, "name"))
        for level, level_id in _records(exercise, "levels"):
            name = f"{_name(exercise, 'name')}: {_name(level, 'name')}"
            found[addresses.exercise(id_, level_id)] = Target("level", ("exercises", id_, "levels", level_id), name)
    for place, (programme, id_) in enumerate(_records(root, "programmes")):
        plan, path = addresses.programme(id_) if place else addresses.PLAN, ("programmes", id_)
        found[plan] = Target("programme", path, _name(programme, "title"))
        for number, week in enumerate(items(get(programme, "weeks")), 1):
            found[addresses.week(number, plan)] = Target("week", (*path, "weeks", str(number)), _name(week, "focus"))
        found |= _parts(programme, "advice", plan, path, "advice")
    found |= _parts(root, "glossary", addresses.GLOSSARY, (), "term")
    for page, id_ in _records(root, "pages"):
        address = addresses.text_page(id_)
        found[address] = Target("page", ("pages", id_), _name(page, "title"))
        found |= _parts(page, "sections", address, ("pages", id_), "section")
    if home := get(root, "home"):
        found |= _parts(home, "sections", addresses.HOME, ("home",), "section")
    return found


def address_of(written: str) -> str:
    """Return an address as the site has it, however a clinic wrote it down."""
    page, _, anchor = written.strip().partition("#")
    page = page.strip("/")
    return addresses.at(f"{page}/" if page else "", anchor)


def _parts(record: yaml.Node, key: str, page: str, path: Path, kind: Kind) -> dict[str, Target]:
    parts = _records(record, key)
    label = "term" if kind == "term" else "heading"
    return {addresses.at(page, id_): Target(kind, (*path, key, id_), _name(part, label)) for part, id_ in parts}


def _records(node: yaml.Node, key: str) -> Iterator[tuple[yaml.Node, str]]:
    for item in items(get(node, key)):
        if id_ := name_of(item):
            yield item, id_


def _name(node: yaml.Node, key: str) -> str:
    return scalar(node, key) or ""
