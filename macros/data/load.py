"""exercises.yml to a Guide, or every mistake in it with its file and line."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import ValidationError

from macros.data import messages
from macros.data.declared import known
from macros.data.mistakes import GuideError, Mistake
from macros.data.model import Guide
from macros.data.plain_values import PlainValues
from macros.data.yaml_nodes import compose, node_at

__all__ = ["GuideError", "Mistake", "load", "node_at", "read"]


def load(file: Path) -> Guide:
    """Return the guide in *file*, read again only when the file changed.

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
    """Return the guide in *content*; *file* gives the name in messages.

    Raises GuideError with every mistake.
    """
    root = compose(content, file.name, "the keys of a guide")
    values = PlainValues(file.name)
    data = values.read(root)
    try:
        guide = Guide.model_validate(data, context=known(data))
    except ValidationError as error:
        reported = {mistake.where for mistake in values.mistakes}
        checked = [_mistake(root, detail, file.name) for detail in messages.details(error, Guide)]
        new = [mistake for mistake in checked if mistake.where not in reported]
        raise GuideError(file, _within(content, [*values.mistakes, *new])) from error
    if values.mistakes:
        raise GuideError(file, _within(content, values.mistakes))
    return guide


def _within(content: bytes, mistakes: list[Mistake]) -> list[Mistake]:
    """Clamp line numbers to the file: YAML reports a missing end one line past it."""
    last = len(content.splitlines()) or 1
    return [replace(mistake, line=min(mistake.line, last)) for mistake in mistakes]


def _mistake(root: yaml.Node, detail: messages.Detail, file_name: str) -> Mistake:
    """Return a complaint of pydantic's with the line and the name of the place it is about."""
    node, names = node_at(root, detail.path)
    return Mistake(file_name, node.start_mark.line + 1, ".".join(names), detail.what)
