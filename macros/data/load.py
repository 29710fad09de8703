"""exercises.yml, and what a clinic lays over it, to a Guide, or every mistake in it with its file and line."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import ValidationError

from macros.data import counts, messages
from macros.data.declared import known
from macros.data.layers import NOTHING, Overlay, lay
from macros.data.layers.nodes import get
from macros.data.mistakes import GuideError, Mistake
from macros.data.model import Guide
from macros.data.model.base import Known
from macros.data.plain_values import PlainValues
from macros.data.yaml_nodes import compose, node_at, place

__all__ = ["GuideError", "Mistake", "load", "node_at", "notes", "place_in", "read"]


def load(file: Path, overlay: Overlay = NOTHING) -> Guide:
    """Return the guide in *file* with a clinic's *overlay*, read again only when a file changed.

    Raises GuideError with every mistake.
    """
    return _load(file, overlay, _changed(file, overlay))[0]


def notes(file: Path, overlay: Overlay) -> tuple[Mistake, ...]:
    """Return what is worth a look in a guide that can be used: texts that still name something hidden."""
    return _load(file, overlay, _changed(file, overlay))[1]


def place_in(file: Path, overlay: Overlay, *path: str) -> tuple[str, int]:
    """Return the name of the file and the line of what is at *path*, in which items of lists are named by their ids."""
    root = compose(file.read_bytes(), file.name, "the keys of a guide")
    return place(get(root if overlay == NOTHING else lay(root, overlay).root, *path) or root)


def _changed(file: Path, overlay: Overlay) -> tuple[int, ...]:
    """Return when each file was changed."""
    try:
        changed = file.stat().st_mtime_ns
    except OSError as error:
        problem = Mistake(file.name, 1, "", f"cannot be read: {error.strerror}; GUIDE names the data file")
        raise GuideError(file, [problem]) from error
    return changed, *(layer.path.stat().st_mtime_ns for layer in overlay.files if layer.path.exists())


@lru_cache(maxsize=4)
def _load(file: Path, overlay: Overlay, _changed: tuple[int, ...]) -> tuple[Guide, tuple[Mistake, ...]]:
    return _read(file.read_bytes(), file, overlay)


def read(content: bytes, file: Path, overlay: Overlay = NOTHING) -> Guide:
    """Return the guide in *content* with a clinic's *overlay*; *file* gives the name in messages.

    Raises GuideError with every mistake.
    """
    return _read(content, file, overlay)[0]


@dataclass(frozen=True)
class _Parsed:
    """The data of a guide, not checked yet."""

    root: yaml.Node
    data: object
    known: Known
    mistakes: tuple[Mistake, ...]
    notes: tuple[Mistake, ...] = ()


def _parsed(root: yaml.Node, overlay: Overlay) -> _Parsed:
    """Return the data in *root* with *overlay* over it, which waits until *root* itself can be read."""
    values = PlainValues()
    data = values.read(root)
    if overlay == NOTHING or values.mistakes:
        return _Parsed(root, data, known(data), tuple(values.mistakes))
    laid = lay(root, overlay)
    values = PlainValues()
    data, whole = values.read(laid.root), PlainValues().read(laid.whole)
    context = replace(known(data, whole), changes=laid.changes)
    return _Parsed(laid.root, data, context, tuple(values.mistakes), laid.notes)


def _read(content: bytes, file: Path, overlay: Overlay) -> tuple[Guide, tuple[Mistake, ...]]:
    parsed = _parsed(compose(content, file.name, "the keys of a guide"), overlay)
    last = {file.name: len(content.splitlines()) or 1}
    try:
        guide = Guide.model_validate(parsed.data, context=parsed.known)
    except ValidationError as error:
        reported = {mistake.where for mistake in parsed.mistakes}
        checked = [_mistake(parsed.root, detail) for detail in messages.details(error, Guide)]
        new = [mistake for mistake in checked if mistake.where not in reported]
        raise GuideError(file, _within(last, [*parsed.mistakes, *new])) from error
    filled, unknown = counts.filled(guide)
    if mistakes := [*parsed.mistakes, *(_mistake(parsed.root, detail) for detail in unknown)]:
        raise GuideError(file, _within(last, mistakes))
    return filled, parsed.notes


def _within(last: Mapping[str, int], mistakes: list[Mistake]) -> list[Mistake]:
    """Clamp line numbers to the last line of a file: YAML reports a missing end one line past it."""
    return [replace(mistake, line=min(mistake.line, last.get(mistake.file, mistake.line))) for mistake in mistakes]


def _mistake(root: yaml.Node, detail: messages.Detail) -> Mistake:
    """Return a complaint of pydantic's with the line and the name of the place it is about."""
    node, names = node_at(root, detail.path)
    return Mistake(*place(node), ".".join(names), detail.what)
