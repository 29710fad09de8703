"""YAML text to nodes, which know their file and line; text that could exhaust the parser is refused first."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import yaml

from macros.data.mistakes import GuideError, Mistake

DEEPEST = 30
"""Levels of nesting that a file may have; the guide needs 9. The composer recurses: too many levels end the process."""


_PLAINER = {
    "did not find expected <document start>": "this belongs to nothing above it; "
    "check the indentation from the first line on"
}
"""Problems that YAML describes from the parser's side."""


class _Mark(Protocol):
    """A place in a file; PyYAML's two parsers have a type each."""

    @property
    def line(self) -> int: ...


class _NamedText(io.StringIO):
    """Text whose file the nodes know by its name."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self.name = name


class _UnusableError(Exception):
    """The text is no YAML that can be used."""

    def __init__(self, what: str, line: int = 1) -> None:
        super().__init__(what)
        self.line = line


def compose(content: bytes, file_name: str, needs: str) -> yaml.Node:
    """Return the nodes of the YAML in *content*; an empty file is refused with what it *needs*.

    Raises GuideError with the mistake.
    """
    try:
        return _compose(content, file_name, needs)
    except _UnusableError as error:
        line = min(error.line, len(content.splitlines()) or 1)
        raise GuideError(Path(file_name), [Mistake(file_name, line, "", str(error))]) from error


def _compose(content: bytes, file_name: str, needs: str) -> yaml.Node:
    quoted: list[yaml.ScalarEvent] = []
    try:
        text = content.decode()
        _refuse_deep_nesting(text, quoted)
        node = yaml.compose(_NamedText(text, file_name), yaml.CBaseLoader)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _UnusableError("is not UTF-8 text; save the file as UTF-8", line) from error
    except yaml.reader.ReaderError as error:
        line = content.count(b"\n", 0, error.position) + 1
        raise _UnusableError(f"holds a control character (U+{error.character:04X}); delete it", line) from error
    except yaml.MarkedYAMLError as error:
        line = _line(error.problem_mark)
        raise _UnusableError(_syntax(error) + _open_quote(quoted, line), line) from error
    if node is None:
        raise _UnusableError(f"is empty; it needs {needs}")
    return node


def _refuse_deep_nesting(text: str, quoted: list[yaml.ScalarEvent]) -> None:
    """Read the events of *text*, which takes no stack, and note the last quoted text that spans lines in *quoted*."""
    depth = 0
    for event in yaml.parse(text, yaml.CBaseLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.ScalarEvent) and event.style in {'"', "'"}:
            quoted[:] = [event] if _line(event.start_mark) < _line(event.end_mark) else []
        if depth > DEEPEST:
            raise _UnusableError(f"is nested deeper than {DEEPEST} levels", _line(event.start_mark))


def _syntax(error: yaml.MarkedYAMLError) -> str:
    """Return what YAML reports, and where the block that it was reading begins."""
    problem = _PLAINER.get(error.problem or "", error.problem)
    what = f"is not YAML: {' '.join(filter(None, (error.context, problem)))}"
    begins, ends = _line(error.context_mark), _line(error.problem_mark)
    return (
        what if error.context_mark is None or begins == ends else f"{what}; what it was reading begins in line {begins}"
    )


def _open_quote(quoted: list[yaml.ScalarEvent], line: int) -> str:
    """Return where quotes that may lack their end begin, if the last quoted text spans lines up to this *line*."""
    begins = [_line(text.start_mark) for text in quoted if _line(text.end_mark) == line]
    return f"; the quotes that end in line {line} begin in line {begins[0]}" if begins else ""


def _line(mark: _Mark | None) -> int:
    return mark.line + 1 if mark else 1


def place(node: yaml.Node) -> tuple[str, int]:
    """Return the name of the file that *node* is in, and its line."""
    return str(node.start_mark.name), node.start_mark.line + 1


def pairs(node: yaml.Node) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
    """Yield the name, the key and the value of everything in a map; nothing where *node* is no map."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield key.value, key, value


def scalar(node: yaml.Node, name: str) -> str | None:
    """Return the text under the key *name* of a map, if it has some."""
    values = (value for key, _, value in pairs(node) if key == name)
    return next((value.value for value in values if isinstance(value, yaml.ScalarNode)), None) or None


def node_at(node: yaml.Node, path: tuple[str | int, ...]) -> tuple[yaml.Node, list[str]]:
    """Return the deepest node that exists on *path*, so that a missing key points at its parent, and its name."""
    names: list[str] = []
    tagged: yaml.Node | None = None
    for part in path:
        if node is not tagged and part == scalar(node, "kind"):
            tagged = node  # pydantic names the kind of a union before its keys
        elif isinstance(part, int) and isinstance(node, yaml.SequenceNode) and part < len(node.value):
            node = node.value[part]
            names.append(scalar(node, "id") or str(part + 1))
        elif found := next(((key, value) for name, key, value in pairs(node) if name == part), None):
            key, value = found
            node = value if isinstance(value, yaml.ScalarNode) or value.value else key
            names.append(str(part))
    return node, names
