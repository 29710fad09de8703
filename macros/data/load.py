"""exercises.yml to a Guide, or every mistake in it with its file and line."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import ValidationError

from macros.data import messages
from macros.data.declared import cited, figures
from macros.data.model import Guide
from macros.data.model.base import Known, control_character

Mistaken = Callable[[yaml.Node, str], None]
TYPE_NAMES = {yaml.MappingNode: "a map of keys", yaml.SequenceNode: "a list", yaml.ScalarNode: "text"}
DEEPEST = 30
"""Levels of nesting that data may have; ours needs 9."""

SUSPECT = re.compile(r"(?:[\[{][^]}\[{]*){30}|^[ ?-]{200}", re.MULTILINE)
"""What text may look like that nests very deeply; only then is it worth a reading of its own to be sure."""


@dataclass(frozen=True, order=True)
class Mistake:
    """One thing wrong in a file, for the person who can mend it."""

    file: str
    line: int
    where: str
    what: str

    def __str__(self) -> str:
        """Return the mistake as editors read it, in one line: file:line: where: what."""
        said = f"{self.file}:{self.line}: " + (f"{self.where}: " if self.where else "") + self.what
        return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in said)


class GuideError(Exception):
    """The data cannot be used; holds every mistake."""

    def __init__(self, file: Path, mistakes_: list[Mistake]) -> None:
        """Sort the mistakes by line and keep each once."""
        self.mistakes = sorted(set(mistakes_))
        count = f"{len(self.mistakes)} mistake" + ("s" if len(self.mistakes) != 1 else "")
        lines = "\n".join(str(mistake) for mistake in self.mistakes)
        super().__init__(f"{file.name} cannot be used, {count}:\n{lines}")


def load(file: Path) -> Guide:
    """Return the guide in *file*, read anew only when the file changed.

    Raises GuideError with every mistake.
    """
    try:
        changed = file.stat().st_mtime_ns
    except OSError as error:
        problem = Mistake(file.name, 1, "", f"cannot be read: {error.strerror}; GUIDE names the data file")
        raise GuideError(file, [problem]) from error
    return _load(file, changed)


@lru_cache(maxsize=4)
def _load(file: Path, _changed: int) -> Guide:
    return read(file.read_bytes(), file)


def read(content: bytes, file: Path) -> Guide:
    """Return the guide that *content* holds; *file* gives the name in messages.

    Raises GuideError with every mistake.
    """
    found: list[Mistake] = []
    root = _compose(content, file)
    data = _plain(root, (), file.name, found)
    try:
        guide = Guide.model_validate(data, context=_known(data))
    except ValidationError as error:
        told = {mistake.where for mistake in found}
        checked = [_from_pydantic(root, detail, file.name) for detail in messages.details(error, Guide)]
        found += [mistake for mistake in checked if mistake.where not in told]
        raise GuideError(file, _within(content, found)) from error
    if found:
        raise GuideError(file, _within(content, found))
    return guide


def _within(content: bytes, found: list[Mistake]) -> list[Mistake]:
    """Return the mistakes, none behind the last line; what YAML finds missing at the end stands there."""
    last = len(content.splitlines()) or 1
    return [replace(mistake, line=min(mistake.line, last)) for mistake in found]


def _compose(content: bytes, file: Path) -> yaml.Node:
    """Return the nodes of the YAML in *content*."""

    def refuse(what: str, line: int = 1) -> GuideError:
        return GuideError(file, [Mistake(file.name, min(line, len(content.splitlines()) or 1), "", what)])

    try:
        text = content.decode()
        deep = _too_deep(text)
        node = None if deep else yaml.compose(text, yaml.CBaseLoader)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise refuse("is not UTF-8 text; save the file as UTF-8", line) from error
    except yaml.reader.ReaderError as error:
        line = content.count(b"\n", 0, error.position) + 1
        raise refuse(f"holds a control character (U+{error.character:04X}); delete it", line) from error
    except yaml.MarkedYAMLError as error:
        problem = " ".join(filter(None, (error.context, error.problem)))
        raise refuse(f"is not YAML: {problem}", error.problem_mark.line + 1 if error.problem_mark else 1) from error
    if deep:
        raise refuse("is nested too deeply", deep)
    if node is None:
        raise refuse("is empty; it needs the keys of a guide")
    return node


def _too_deep(text: str) -> int | None:
    """Return the line where *text* nests so deeply that the composer would run out of stack."""
    if not SUSPECT.search(text):
        return None
    depth = 0
    for event in yaml.parse(text, yaml.CBaseLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            return event.start_mark.line + 1 if event.start_mark else 1
    return None


def _plain(
    node: yaml.Node, path: tuple[str, ...], file: str, found: list[Mistake], seen: set[int] | None = None
) -> object:
    """Return *node* as maps, lists and text as written; what YAML would quietly change is a mistake."""
    seen = set() if seen is None else seen

    def mistake(at: yaml.Node, what: str) -> None:
        found.append(Mistake(file, at.start_mark.line + 1, ".".join(path), what))

    if id(node) in seen:
        mistake(node, "is used twice by an alias (*); write it out")
        return None
    seen.add(id(node))
    if node.tag not in {"tag:yaml.org,2002:map", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:str"}:
        mistake(node, f"has the tag '{node.tag}'; tags (!) are not used here")
        return None
    match node:
        case yaml.MappingNode():
            return {key: _plain(value, (*path, key), file, found, seen) for key, value in _pairs(node, mistake)}
        case yaml.SequenceNode():
            names = _names(node, mistake)
            return [
                _plain(item, (*path, name), file, found, seen) for item, name in zip(node.value, names, strict=True)
            ]
        case yaml.ScalarNode():
            if wrong := control_character(node.value):
                mistake(node, wrong)
            return None if not node.style and node.value in {"", "~", "null"} else node.value
        case _:
            raise AssertionError(node)


def _pairs(node: yaml.MappingNode, mistake: Mistaken) -> Iterator[tuple[str, yaml.Node]]:
    """Yield the keys and values of a map; a key that is not text or comes twice is a mistake."""
    lines: dict[str, int] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            mistake(key, f"a key is {TYPE_NAMES[type(key)]}; keys are words")
        elif key.value in lines:
            mistake(key, f"the key '{key.value}' is there twice, first in line {lines[key.value]}; keep one")
        else:
            lines[key.value] = key.start_mark.line + 1
            yield key.value, value


def _names(node: yaml.SequenceNode, mistake: Mistaken) -> list[str]:
    """Return what to call each item: its id, or its place; an id that comes twice is a mistake."""
    ids = [_scalar(item, "id") for item in node.value]
    for place, id_ in enumerate(ids):
        if id_ and id_ in ids[:place]:
            mistake(node.value[place], f"the id '{id_}' is there twice; ids are never shared")
    return [id_ or str(place) for place, id_ in enumerate(ids, 1)]


def _scalar(node: yaml.Node, name: str) -> str | None:
    """Return the text under the key *name* of a map, if it has some."""
    if not isinstance(node, yaml.MappingNode):
        return None
    pairs = ((key.value, value) for key, value in node.value if isinstance(key, yaml.ScalarNode))
    return (
        next((value.value for key, value in pairs if key == name and isinstance(value, yaml.ScalarNode)), None) or None
    )


def _known(data: object) -> Known:
    """Return the ids that *data* declares, whatever else is wrong with it."""
    exercises = dict(_declared(data, "exercises"))
    drawn = data.get("figures") if isinstance(data, dict) else None
    studies = dict(_declared(data, "evidence", "studies"))
    ids = {
        "exercise": exercises,
        "source": dict(_declared(data, "evidence", "sources")),
        "claim": dict(_declared(data, "evidence", "claims")),
        "study": studies,
        "outcome": dict(outcome for study in studies.values() for outcome in _declared(study, "outcomes")),
        "figure": drawn if isinstance(drawn, dict) else {},
    }
    levels = {name: frozenset(id_ for id_, _ in _declared(exercise, "levels")) for name, exercise in exercises.items()}
    return Known(
        ids={kind: frozenset(names) for kind, names in ids.items()},
        levels=levels,
        cited=frozenset(cited(data)),
        figures=figures(data),
    )


def _declared(data: object, *path: str) -> Iterator[tuple[str, object]]:
    """Yield each item of the list at *path* that has an id."""
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    for item in data if isinstance(data, list) else ():
        id_ = item.get("id") if isinstance(item, dict) else None
        if isinstance(id_, str):
            yield id_, item


def _from_pydantic(root: yaml.Node, detail: messages.Detail, file: str) -> Mistake:
    """Return pydantic's complaint with the line and the name of the place it is about."""
    node, names = node_at(root, detail.path)
    return Mistake(file, node.start_mark.line + 1, ".".join(names), detail.what)


def node_at(node: yaml.Node, path: tuple[str | int, ...]) -> tuple[yaml.Node, list[str]]:
    """Return the deepest node that exists on *path*, so that a missing key points at its parent, and its name."""
    names: list[str] = []
    tagged: yaml.Node | None = None
    for part in path:
        if node is not tagged and part == _scalar(node, "kind"):
            tagged = node  # pydantic names the kind of a union before its keys
        elif isinstance(part, int) and isinstance(node, yaml.SequenceNode) and part < len(node.value):
            node = node.value[part]
            names.append(_scalar(node, "id") or str(part + 1))
        elif isinstance(node, yaml.MappingNode):
            pair = next(((k, v) for k, v in node.value if k.value == part), None)
            if pair:
                node = pair[1] if isinstance(pair[1], yaml.ScalarNode) or pair[1].value else pair[0]
                names.append(str(part))
    return node, names
