"""mkdocs.yml and the files it inherits from, read without MkDocs: which of them holds a key, in which line."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from macros.data.mistakes import GuideError, Mistake
from macros.data.plain_values import PlainValues
from macros.data.yaml_nodes import compose, node_at, pairs, scalar

Keys = tuple[str | int, ...]

ENTRY = ".site-{}.yml"
"""File that a build writes next to the guide's settings, to inherit a profile: MkDocs sees every path from there."""

IS_ENTRY = re.compile(re.escape(ENTRY).replace(r"\{\}", ".+"))


@dataclass(frozen=True)
class SettingsFile:
    """One file of settings."""

    path: Path
    name: str
    """Its name in messages: a parent's is its path as seen from the first file's folder."""

    root: yaml.Node


def inherited(config_file: Path, seen_from: Path | None = None) -> list[SettingsFile]:
    """Return the settings file and those it inherits from, each before its parent.

    Their names are as seen from the folder *seen_from*, or that of the first file. What a build wrote is left out.
    Raises GuideError where one of them cannot be read.
    """
    start = seen_from or config_file.parent
    files: list[SettingsFile] = []
    file: Path | None = config_file
    while file:
        name = os.path.relpath(file, start)
        if any(file == known.path for known in files):
            _refuse(files[-1], f"INHERIT leads back to {name}; take one INHERIT out")
        files.append(SettingsFile(file, name, _root(file, name, files)))
        parent = scalar(files[-1].root, "INHERIT")
        file = Path(os.path.normpath(file.parent / parent)) if parent else None
    return files[1:] if IS_ENTRY.fullmatch(config_file.name) else files


def _root(file: Path, name: str, children: list[SettingsFile]) -> yaml.Node:
    try:
        content = file.read_bytes()
    except OSError as error:
        if not children:
            raise GuideError(file, [Mistake(name, 1, "", f"cannot be read: {error.strerror}")]) from error
        _refuse(children[-1], f"INHERIT: {name} cannot be read: {error.strerror}")
    return compose(content, name, "the settings of a site")


def _refuse(file: SettingsFile, what: str) -> None:
    line = node_at(file.root, ("INHERIT",))[0].start_mark.line + 1
    raise GuideError(file.path, [Mistake(file.name, line, "", what)])


def holder(files: list[SettingsFile], path: Keys) -> SettingsFile:
    """Return the file that holds the key at *path*, or as much of it as there is.

    MkDocs lets a file win over its parents, so the first file that has the key is the one that counts.
    """
    return max(files, key=lambda file: _depth(file, path))


def place_of(files: list[SettingsFile], path: Keys) -> tuple[str, int]:
    """Return the name of the file that holds the key at *path*, or as much of it as there is, and the line."""
    file = holder(files, path)
    node, _ = node_at(file.root, path[: _depth(file, path)])
    return file.name, node.start_mark.line + 1


def _depth(file: SettingsFile, path: Keys) -> int:
    return max(depth for depth in range(len(path) + 1) if value_at(file.root, path[:depth]))


def value_at(node: yaml.Node, path: Keys) -> yaml.Node | None:
    """Return the node exactly at *path*; None where there is none."""
    for part in path:
        items = node.value if isinstance(node, yaml.SequenceNode) else ()
        found = (
            next(iter(items[part : part + 1]), None)
            if isinstance(part, int)
            else next((value for name, _, value in pairs(node) if name == part), None)
        )
        if found is None:
            return None
        node = found
    return node


@dataclass
class Values:
    """The settings as MkDocs would see them, and what would end MkDocs with a traceback."""

    settings: dict[str, object] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)


def values(files: list[SettingsFile]) -> Values:
    """Return the values in *files*, each file's before its parents'."""
    merged = Values()
    for file in reversed(files):
        loader = _Loader(file.path.read_bytes())
        try:
            own = loader.get_single_data()
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            merged.mistakes.append(Mistake(file.name, line, "", f"is not YAML: {error.problem}"))
            continue
        if not isinstance(own, Mapping):
            merged.mistakes.append(Mistake(file.name, 1, "", "is not a map of keys"))
        merged.settings = _merged(merged.settings, own)
        merged.mistakes += [Mistake(file.name, line, "", what) for line, what in loader.impossible]
    return merged


def as_written(files: list[SettingsFile], *path: str) -> tuple[object, list[Mistake]]:
    """Return what is at *path* as maps, lists and text exactly as written: +441632960123 and No are text too.

    With it comes every mistake that YAML would pass over, such as a key that is there twice.
    """
    merged: object = None
    mistakes: list[Mistake] = []
    for file in reversed(files):
        if found := value_at(file.root, path):
            reader = _Reader()
            own = reader.read(found, path)
            mistakes += reader.mistakes
            merged = _merged(merged, own) if isinstance(merged, Mapping) and isinstance(own, Mapping) else own
    return merged, mistakes


def _merged(parent: Mapping[str, object], child: object) -> dict[str, object]:
    both = dict(parent)
    for key, value in child.items() if isinstance(child, Mapping) else ():
        old = both.get(key)
        both[key] = _merged(old, value) if isinstance(old, Mapping) and isinstance(value, Mapping) else value
    return both


class _Loader(yaml.CSafeLoader):
    """Reads the values of settings; other people's tags give None."""

    def __init__(self, stream: bytes) -> None:
        super().__init__(stream)
        self.impossible: list[tuple[int, str]] = []

    def value_or_text(self, node: yaml.ScalarNode) -> object:
        """Return a number or a date; where there is no such, note that and return the text."""
        try:
            return yaml.SafeLoader.yaml_constructors[node.tag](self, node)
        except ValueError:
            kind = "a date" if node.tag.endswith("timestamp") else "a number"
            self.impossible.append(
                (node.start_mark.line + 1, f"'{node.value}' is not {kind}; put it in quotes if it is text")
            )
            return node.value

    def environment(self, node: yaml.Node) -> object:
        """Return the first variable of `!ENV [A, B, default]` that is set, or the default."""
        chosen = _chosen(node)
        if isinstance(chosen, str):
            scalar_node = plain_scalar(chosen)
            scalar_node.start_mark = node.start_mark
            return self.construct_object(scalar_node)
        return self.construct_object(chosen) if chosen else None


class _Reader(PlainValues):
    """Reads settings as they are written; `!ENV` gives what the environment holds."""

    def read(self, node: yaml.Node, path: tuple[str, ...] = (), before: yaml.Node | None = None) -> object:
        """Return *node* as maps, lists, text and None."""
        if node.tag != "!ENV":
            return super().read(node, path, before)
        chosen = _chosen(node)
        return super().read(chosen, path, before) if isinstance(chosen, yaml.Node) else chosen


def _chosen(node: yaml.Node) -> str | yaml.Node | None:
    """Return the value of the first variable of `!ENV [A, B, default]` that is set, or the node of the default."""
    items = node.value if isinstance(node, yaml.SequenceNode) else [node]
    names, default = (items[:-1], items[-1]) if len(items) > 1 else (items, None)
    return next((os.environ[str(name.value)] for name in names if str(name.value) in os.environ), default)


def plain_scalar(value: str) -> yaml.ScalarNode:
    """Return *value* as YAML understands it without quotes: text, or a number where it looks like one."""
    try:
        node = yaml.compose(value, yaml.CSafeLoader)
    except yaml.YAMLError:
        node = None
    if isinstance(node, yaml.ScalarNode) and node.value == value:
        return node
    return yaml.ScalarNode("tag:yaml.org,2002:str", value)


for _kind in ("int", "float", "timestamp"):
    _Loader.add_constructor(f"tag:yaml.org,2002:{_kind}", _Loader.value_or_text)
_Loader.add_constructor("!ENV", _Loader.environment)
_Loader.add_constructor(None, lambda _loader, _node: None)
