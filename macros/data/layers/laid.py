"""The guide with all that a clinic changes."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from macros.data.layers.hiding import Hiding
from macros.data.layers.mentions import mentions
from macros.data.layers.nodes import get, items, put
from macros.data.layers.overlay import Hide, LayerFile, Overlay
from macros.data.layers.rule import Laying
from macros.data.mistakes import GuideError, Mistake
from macros.data.model.changes import Changes
from macros.data.plain_values import PlainValues
from macros.data.yaml_nodes import compose, place, scalar

CHANGED, HIDE = "changed", "hide"
"""Keys of a layer that the guide does not have."""


@dataclass(frozen=True)
class Laid:
    """The guide of an edition."""

    root: yaml.Node
    whole: yaml.Node
    """With what the edition hides: studies, claims and safety cards are about that as well."""

    changes: Changes
    notes: tuple[Mistake, ...]
    """What is not wrong, but worth a look: texts that still name something hidden."""


def lay(root: yaml.Node, overlay: Overlay) -> Laid:
    """Return the guide in *root* with *overlay* over it. Raises GuideError with everything that is wrong with that."""
    layers = [(file, _read(file)) for file in overlay.files]
    mistakes = [mistake for file, layer in layers for mistake in _unusable(file, layer)]
    if mistakes:
        raise GuideError(overlay.files[0].path, mistakes)
    days = [date.fromisoformat(scalar(layer, CHANGED) or "") for _, layer in layers]
    on = max((*days, *([overlay.on] if overlay.on else [])), default=date.min)
    whole, hide = root, list(overlay.hide)
    laid = Laying(overlay.by, str(on))
    for _, layer in layers:
        hide += [Hide(str(item.value), *place(item)) for item in items(get(layer, HIDE))]
        whole, _ = laid.over(whole, put(layer, {CHANGED: None, HIDE: None}))
    hiding = Hiding(whole, hide, overlay.by, str(on))
    rest = hiding.without(laid.changed_by_hiding)
    if mistakes := [*laid.mistakes, *hiding.mistakes]:
        raise GuideError(overlay.files[0].path if overlay.files else Path(mistakes[0].file), mistakes)
    added, changed = _exercises(laid.added), _exercises(laid.changed)
    changes = Changes(
        overlay.by,
        on,
        tuple(hiding.hidden),
        added=tuple(id_ for id_ in added if get(root, "exercises", id_) is None),
        changed=tuple(id_ for id_ in changed if get(root, "exercises", id_) is not None),
    )
    return Laid(rest, whole, changes, tuple(mentions(whole, rest, hiding.hidden)))


def _exercises(paths: list[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(path[1] for path in paths if path[0] == "exercises" and len(path) > 1))


def _read(file: LayerFile) -> yaml.Node:
    try:
        content = file.path.read_bytes()
    except OSError as error:
        raise GuideError(file.path, [Mistake(file.name, 1, "", f"cannot be read: {error.strerror}")]) from error
    return compose(content, file.name, f"the keys of a guide that differ, '{CHANGED}' and '{HIDE}'")


def _unusable(file: LayerFile, layer: yaml.Node) -> list[Mistake]:
    """Return what makes a layer unusable whatever it is laid over."""
    values = PlainValues()
    values.read(layer)
    if not isinstance(layer, yaml.MappingNode):
        return [Mistake(file.name, 1, "", "is not a map of keys")]
    mistakes, day, hide = values.mistakes, get(layer, CHANGED), get(layer, HIDE)
    if day is None:
        mistakes.append(Mistake(file.name, 1, "", f"needs the key '{CHANGED}': the day of its last change"))
    elif not _is_day(day):
        mistakes.append(Mistake(*place(day), CHANGED, f"'{day.value}' is not a date like 2026-11-22"))
    wrong = [item for item in items(hide) if not isinstance(item, yaml.ScalarNode)]
    if hide is not None and (wrong or not isinstance(hide, yaml.SequenceNode)):
        mistakes.append(Mistake(*place((*wrong, hide)[0]), HIDE, "is not a list of addresses"))
    return mistakes


def _is_day(node: yaml.Node) -> bool:
    try:
        return (
            isinstance(node, yaml.ScalarNode)
            and len(node.value) == len("2026-11-22")
            and bool(date.fromisoformat(node.value))
        )
    except ValueError:
        return False
