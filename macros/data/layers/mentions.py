"""Texts that still name something which an edition hides."""

import re
from collections.abc import Iterable, Iterator

import yaml

from macros.data.layers.nodes import get, items, name_of
from macros.data.mistakes import Mistake
from macros.data.model.changes import Hidden
from macros.data.yaml_nodes import pairs, place, scalar

READ = ("home", "pages", "exercises", "programmes", "glossary")
"""The parts of the guide whose texts an edition can change; evidence and safety are the same in each."""

NAMES = ("name", "term")
KEYS = frozenset(
    {"id", "exercise", "level", "figure", "kind", "source", "sources", "claims", "studies", "former_ids", "start"}
)
"""Keys that hold no text for readers."""


def mentions(whole: yaml.Node, rest: yaml.Node, hidden: Iterable[Hidden]) -> Iterator[Mistake]:
    """Yield every text in *rest* that names something hidden of the *whole*, with its file and line."""
    named = {word: one for one in hidden for word in _words(whole, rest, one)}
    if not named:
        return
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(named, key=len, reverse=True)))})\b", re.IGNORECASE)
    for part in READ:
        for path, node in _texts(get(rest, part), (part,)):
            if match := pattern.search(node.value):
                one = named[match[0].casefold()]
                where = f"{one.file}:{one.line}"
                what = f"names '{match[0]}', which {where} hides ({one.address}); word it anew in your layer"
                yield Mistake(*place(node), ".".join(path), what)


def _words(whole: yaml.Node, rest: yaml.Node, one: Hidden) -> set[str]:
    """Return the words by which readers know something hidden, and nothing that is left."""
    if one.kind == "week":
        number = re.search(r"week-(\d+)/$", one.address)
        return {f"week {number[1]}"} if number else set()
    if one.kind == "programme":
        return {one.name.casefold()}
    exercise = get(whole, "exercises", one.id) if one.kind == "exercise" else None
    if exercise is None:
        return set()
    left = {word for item in items(get(rest, "exercises")) for word in (*_names(item), *_things(item))}
    return {word for word in (*_names(exercise), *_things(exercise)) if word not in left}


def _names(exercise: yaml.Node) -> list[str]:
    given = [scalar(exercise, key) for key in NAMES] + [str(item.value) for item in items(get(exercise, "also_called"))]
    return [word.casefold() for word in given if word]


def _things(exercise: yaml.Node) -> list[str]:
    """Return the nouns of what an exercise needs: 'wall' and 'worktop' of 'Wall or worktop'."""
    things = [str(item.value) for item in items(get(exercise, "equipment"))]
    nouns = [
        re.split(r" (?:on|of|for|with) ", name)[0].split()[-1].casefold()
        for thing in things
        for name in thing.split(" or ")
    ]
    return [form for noun in nouns for form in (noun, f"{noun}s")]


def _texts(node: yaml.Node | None, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], yaml.ScalarNode]]:
    match node:
        case yaml.MappingNode():
            for key, _, value in pairs(node):
                if key not in KEYS:
                    yield from _texts(value, (*path, key))
        case yaml.SequenceNode():
            for number, item in enumerate(node.value, 1):
                yield from _texts(item, (*path, name_of(item) or str(number)))
        case yaml.ScalarNode():
            yield path, node
