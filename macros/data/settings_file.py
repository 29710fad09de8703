"""mkdocs.yml and the files it inherits from, read without MkDocs: which of them holds a key, in which line."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path

import yaml

from macros.data.mistakes import GuideError, Mistake
from macros.data.yaml_nodes import compose, node_at, scalar

Keys = tuple[str | int, ...]


@dataclass(frozen=True)
class SettingsFile:
    """One file of settings."""

    path: Path
    name: str
    """Its name in messages: a parent's is its path as seen from the first file's folder."""

    root: yaml.Node


def inherited(config_file: Path) -> list[SettingsFile]:
    """Return the settings file and those it inherits from, each before its parent.

    Raises GuideError where one of them cannot be read.
    """
    files: list[SettingsFile] = []
    file: Path | None = config_file
    while file:
        name = config_file.name if file == config_file else os.path.relpath(file, config_file.parent)
        if any(file == known.path for known in files):
            _refuse(files[-1], f"INHERIT leads back to {name}; take one INHERIT out")
        files.append(SettingsFile(file, name, _root(file, name, files)))
        parent = scalar(files[-1].root, "INHERIT")
        file = Path(os.path.normpath(file.parent / parent)) if parent else None
    return files


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


def place_of(files: list[SettingsFile], path: Keys) -> tuple[str, int]:
    """Return the name of the file that holds the key at *path*, or as much of it as there is, and the line.

    MkDocs lets a file win over its parents, so the first file that has the key is the one that counts.
    """

    def depth(file: SettingsFile) -> int:
        names = zip(node_at(file.root, path)[1], map(str, path), strict=False)
        return len(list(takewhile(lambda pair: pair[0] == pair[1], names)))

    file = max(files, key=depth)
    node, _ = node_at(file.root, path[: depth(file)])
    return file.name, node.start_mark.line + 1


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
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        names, default = (items[:-1], items[-1]) if len(items) > 1 else (items, None)
        value = next((os.environ[str(name.value)] for name in names if str(name.value) in os.environ), None)
        if value is None:
            return self.construct_object(default) if default else None
        scalar_node = _plain_scalar(value)
        scalar_node.start_mark = node.start_mark
        return self.construct_object(scalar_node)


def _plain_scalar(value: str) -> yaml.ScalarNode:
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
