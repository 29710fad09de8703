"""Nodes made of other nodes; each keeps the file and line of what it was made from."""

from collections.abc import Iterable, Mapping

import yaml

from macros.data.yaml_nodes import pairs, scalar

TAG = "tag:yaml.org,2002:"


def mapping(like: yaml.Node, items: Iterable[tuple[yaml.Node, yaml.Node]]) -> yaml.MappingNode:
    """Return a map of *items* at the place of *like*."""
    return yaml.MappingNode(f"{TAG}map", list(items), like.start_mark, like.end_mark)


def sequence(like: yaml.Node, items: Iterable[yaml.Node]) -> yaml.SequenceNode:
    """Return a list of *items* at the place of *like*."""
    return yaml.SequenceNode(f"{TAG}seq", list(items), like.start_mark, like.end_mark)


def text(like: yaml.Node, value: str) -> yaml.ScalarNode:
    """Return *value* at the place of *like*."""
    return yaml.ScalarNode(f"{TAG}str", value, like.start_mark, like.end_mark, style='"')


def get(node: yaml.Node, *path: str) -> yaml.Node | None:
    """Return what is under the keys of *path*, where items of lists are named by their ids."""
    found: yaml.Node | None = node
    for name in path:
        if isinstance(found, yaml.SequenceNode):
            found = next((item for item in found.value if name_of(item) == name), None)
        else:
            found = next((value for key, _, value in pairs(found) if key == name), None) if found else None
    return found


def items(node: yaml.Node | None) -> list[yaml.Node]:
    """Return the items of a list; none where *node* is no list."""
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def name_of(node: yaml.Node) -> str | None:
    """Return the id of an item; the entry of a week is known by its exercise."""
    return scalar(node, "id") or scalar(node, "exercise")


def put(node: yaml.Node, values: Mapping[str, yaml.Node | None]) -> yaml.MappingNode:
    """Return the map *node* with *values* in it; a key whose value is None is taken out."""
    kept = [(key, values.get(key.value, value)) for key, value in node.value]
    have = {name for name, _, _ in pairs(node)}
    new = [(text(value, name), value) for name, value in values.items() if value is not None and name not in have]
    return mapping(node, [(key, value) for key, value in kept if value is not None] + new)
