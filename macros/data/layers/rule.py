"""The one rule by which a layer is laid over the guide.

A map is laid over a map key by key. In a list whose items have ids, an item is laid over the one of the same id; a new
one is added at the end, or right after the item that it names under `after`. The weeks of a plan can be given as a map
of their numbers. Any other list, text or number takes the place of what was there.
"""

import yaml

from macros.data.layers.nodes import get, items, mapping, name_of, put, sequence, text
from macros.data.layers.protected import Path, basis_key, is_added, refusal
from macros.data.messages import did_you_mean
from macros.data.mistakes import Mistake
from macros.data.yaml_nodes import pairs, place, scalar

AFTER = "after"
"""The key with which a new item of a list says where it goes."""

DOSE = ("dose",)
"""The end of the path of a dose, which is the clinic's as a whole where one number of it is."""

NUMBERED = "weeks"
"""The list whose items are known by their numbers."""


class Laying:
    """Lays one layer over what is below it, and collects what is wrong with it."""

    def __init__(self, by: str, on: str) -> None:
        """Remember whose layer it is, and from which day."""
        self.mistakes: list[Mistake] = []
        self.added: list[Path] = []
        """Records that the guide did not have."""

        self.changed: list[Path] = []
        """Records of the guide whose words or numbers are now the clinic's, or partly so."""

        self._by, self._on = by, on

    def over(self, below: yaml.Node, above: yaml.Node, path: Path = ()) -> tuple[yaml.Node, bool]:
        """Return *above* laid over *below*, and whether that changed something whose basis is further up."""
        if reason := refusal(path):
            self._refuse(above, path, reason)
            return below, False
        if is_added(path):
            return self._longer(below, above, path)
        match below, above:
            case yaml.MappingNode(), yaml.MappingNode():
                return self._map(below, above, path)
            case yaml.SequenceNode(), yaml.SequenceNode() if any(map(name_of, (*below.value, *above.value))):
                return self._records(below, above, path)
            case yaml.SequenceNode(), yaml.MappingNode() if path[-1] == NUMBERED:
                return self._numbered(below, above, path)
        return self._with_basis(above, path), True

    def _refuse(self, node: yaml.Node, path: Path, what: str) -> None:
        self.mistakes.append(Mistake(*place(node), ".".join(path), what))

    def _longer(self, below: yaml.Node, above: yaml.Node, path: Path) -> tuple[yaml.Node, bool]:
        """Return a list that keeps its items, with those *above* after them."""
        if isinstance(below, yaml.SequenceNode) and isinstance(above, yaml.SequenceNode):
            return sequence(above, [*below.value, *above.value]), bool(above.value)
        self._refuse(above, path, "keeps what is in it; allowed: a list of what to add")
        return below, False

    def _map(self, below: yaml.MappingNode, above: yaml.MappingNode, path: Path) -> tuple[yaml.Node, bool]:
        if path[-1:] == DOSE and _is_another_kind(below, above):
            return self._other_dose(above, path), False
        values, is_changed = dict[str, yaml.Node | None](), False
        for name, key, value in pairs(above):
            here = (*path, name)
            old = get(below, name)
            if name == "id":
                continue
            if old is None and (reason := refusal(here, is_new=True)):
                self._refuse(key, here, reason)
                continue
            values[name], inside = self.over(old, value, here) if old is not None else (self._new(value, here), True)
            is_changed |= inside
        laid: yaml.Node = put(below, values)
        key_of_basis = basis_key(path)
        if not (is_changed and key_of_basis):
            return laid, is_changed
        self.changed.append(path)
        before = None if path[-1:] == DOSE else get(below, key_of_basis)
        return put(laid, {key_of_basis: self._changed_basis(above, before)}), False

    def _other_dose(self, above: yaml.MappingNode, path: Path) -> yaml.Node:
        """Return a dose of another kind, in seconds where the guide has repetitions."""
        self.changed.append(path)
        for name, key, _ in pairs(above):
            if reason := refusal((*path, name)):
                self._refuse(key, (*path, name), reason)
        return put(above, {"basis": self._own_basis(above)})

    def _records(self, below: yaml.SequenceNode, above: yaml.SequenceNode, path: Path) -> tuple[yaml.Node, bool]:
        laid, is_changed = list(below.value), False
        for item in above.value:
            name = name_of(item)
            names = [name_of(one) for one in laid]
            here = (*path, name or "")
            if name and name in names:
                laid[names.index(name)], inside = self.over(laid[names.index(name)], item, here)
                is_changed |= inside
                continue
            at = self._place_of_new(item, here, [one for one in names if one])
            laid.insert(len(laid) if at is None else names.index(at) + 1, self._new(item, here))
            is_changed |= basis_key(here) is None
        return sequence(below, laid), is_changed

    def _place_of_new(self, item: yaml.Node, path: Path, names: list[str]) -> str | None:
        """Return the id after which a new *item* goes; None for the end."""
        after = scalar(item, AFTER)
        if after is None or after in names:
            return after
        self._refuse(item, (*path, AFTER), f"there is no '{after}' in this list{did_you_mean(after, names)}")
        return None

    def _numbered(self, below: yaml.SequenceNode, above: yaml.MappingNode, path: Path) -> tuple[yaml.Node, bool]:
        laid = list(below.value)
        for name, key, value in pairs(above):
            if name.isascii() and name.isdigit() and 1 <= int(name) <= len(laid):
                laid[int(name) - 1], _ = self.over(laid[int(name) - 1], value, (*path, name))
            else:
                self._refuse(key, path, f"there is no number '{name}'; allowed: 1 to {len(laid)}, or a list of all")
        return sequence(below, laid), True

    def _new(self, node: yaml.Node, path: Path) -> yaml.Node:
        """Return a record that the guide does not have, with what it rests on."""
        self.added.append(path)
        if isinstance(node, yaml.MappingNode) and get(node, AFTER):
            node = put(node, {AFTER: None})
        return self._with_basis(node, path)

    def _with_basis(self, node: yaml.Node, path: Path) -> yaml.Node:
        """Return *node*, in which every record that names no basis is the clinic's own."""
        match node:
            case yaml.MappingNode():
                inside = [(key, self._with_basis(value, (*path, str(key.value)))) for key, value in node.value]
                node = mapping(node, inside)
            case yaml.SequenceNode():
                names = [name_of(item) or str(number) for number, item in enumerate(node.value, 1)]
                return sequence(
                    node, [self._with_basis(item, (*path, name)) for item, name in zip(node.value, names, strict=True)]
                )
        key = basis_key(path)
        if key is None or not isinstance(node, yaml.MappingNode):
            return node
        if given := get(node, key):
            self._refuse(given, (*path, key), "leave it out: what is yours names you by itself")
        return put(node, {key: self._own_basis(node)})

    def _own_basis(self, like: yaml.Node) -> yaml.MappingNode:
        values = {"kind": "clinic", "by": self._by, "on": self._on}
        return mapping(like, [(text(like, key), text(like, value)) for key, value in values.items()])

    def _changed_basis(self, like: yaml.Node, before: yaml.Node | None) -> yaml.MappingNode:
        """Return the clinic's basis, which still says what the rest is based on."""
        own = self._own_basis(like)
        if before is None:
            return own
        return put(own, {key: get(before, key) for key in ("says", "sources")})

    def changed_by_hiding(self, record: yaml.Node, key: str) -> yaml.MappingNode:
        """Return a *record* of the guide, parts of which were left out, with the clinic's basis under *key*."""
        return put(record, {key: self._changed_basis(record, get(record, key))})


def _is_another_kind(below: yaml.Node, above: yaml.Node) -> bool:
    """Tell whether *above* is of another kind, such as a dose in seconds in place of one in repetitions."""
    kind = scalar(above, "kind")
    return kind is not None and scalar(below, "kind") is not None and kind != scalar(below, "kind")


def names(node: yaml.Node | None) -> list[str]:
    """Return the ids of the items of a list."""
    return [name for item in items(node) if (name := name_of(item))]
