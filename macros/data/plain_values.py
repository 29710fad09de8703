"""YAML nodes to maps, lists and text exactly as written; whatever YAML would quietly change is a mistake."""

from collections.abc import Iterator

import yaml

from macros.data.mistakes import Mistake
from macros.data.model.base import control_character
from macros.data.yaml_nodes import place, scalar

TYPE_NAMES = {yaml.MappingNode: "a map of keys", yaml.SequenceNode: "a list", yaml.ScalarNode: "text"}
PLAIN_TAGS = {"tag:yaml.org,2002:map", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:str"}
Path = tuple[str, ...]


class PlainValues:
    """Reads nodes and collects the mistakes in them."""

    def __init__(self) -> None:
        """Start without a mistake."""
        self.mistakes: list[Mistake] = []
        self._seen: set[int] = set()

    def read(self, node: yaml.Node, path: Path = (), before: yaml.Node | None = None) -> object:
        """Return *node*, which follows the node *before* it, as maps, lists, text and None."""
        if id(node) in self._seen:  # an alias, whose node has the line of its anchor
            self._refuse(before or node, path, "is used twice by an alias (*); write it out")
            return None
        self._seen.add(id(node))
        if node.tag not in PLAIN_TAGS:
            self._refuse(node, path, f"has the tag '{node.tag}'; tags (!) are not used here")
            return None
        return self._value(node, path)

    def _value(self, node: yaml.Node, path: Path) -> object:
        match node:
            case yaml.MappingNode():
                return {key.value: self.read(value, (*path, key.value), key) for key, value in self._pairs(node, path)}
            case yaml.SequenceNode():
                names = self._names(node, path)
                before = [node, *node.value]
                return [self.read(node.value[n], (*path, name), before[n]) for n, name in enumerate(names)]
            case _:
                return self._text(node, path)

    def _refuse(self, node: yaml.Node, path: Path, what: str) -> None:
        self.mistakes.append(Mistake(*place(node), ".".join(path), what))

    def _text(self, node: yaml.Node, path: Path) -> str | None:
        text = str(node.value)
        if wrong := control_character(text):
            self._refuse(node, path, wrong)
        return None if isinstance(node, yaml.ScalarNode) and not node.style and text in {"", "~", "null"} else text

    def _pairs(self, node: yaml.MappingNode, path: Path) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
        """Yield the keys and values of a map; a key that is not text or comes twice is a mistake."""
        lines: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._refuse(key, path, f"a key is {TYPE_NAMES[type(key)]}; keys are words")
            elif key.value in lines:
                self._refuse(key, path, f"the key '{key.value}' is used twice, first in line {lines[key.value]}")
            else:
                lines[key.value] = key.start_mark.line + 1
                yield key, value

    def _names(self, node: yaml.SequenceNode, path: Path) -> list[str]:
        """Return what to call each item: its id, or its place; an id that comes twice is a mistake."""
        ids = [scalar(item, "id") for item in node.value]
        seen: set[str] = set()
        for item, id_ in zip(node.value, ids, strict=True):
            if id_ in seen:
                self._refuse(item, path, f"the id '{id_}' is used twice; ids are never shared")
            seen |= {id_} if id_ else set()
        return [id_ or str(place) for place, id_ in enumerate(ids, 1)]
