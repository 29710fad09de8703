"""Texts that still name something which an edition hides."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

import yaml

from macros import addresses
from macros.data.layers.nodes import get, items, name_of
from macros.data.mistakes import Mistake
from macros.data.model.changes import Hidden
from macros.data.yaml_nodes import pairs, place, scalar

READ = ("home", "pages", "exercises", "programmes", "glossary")
"""The parts of the guide whose texts an edition can change; evidence and safety are the same in each."""

KIT = ("home", "programmes")
"""The parts whose texts say what one needs: elsewhere 'line' is not the one on the floor."""

NAMES = ("name", "term")
MOST_WEEKS = 52

Part = tuple[tuple[str, ...], yaml.Node | None, Mapping[str, Hidden]]
"""A part of the guide, with the words that name something hidden."""

KEYS = frozenset(
    {
        *("id", "exercise", "level", "figure", "kind", "source", "sources", "claims", "studies", "former_ids", "start"),
        *("basis", "technique", "findings", "unknown", "not_for", "stop_if"),
    }
)
"""Keys that hold no text for readers, or one that a layer cannot word anew."""


def mentions(whole: yaml.Node, rest: yaml.Node, hidden: Collection[Hidden]) -> Iterator[Mistake]:
    """Yield every text in *rest* that names something hidden of the *whole*, with its file and line."""
    for path, record, named in _named(whole, rest, hidden):
        pattern = _pattern(named)
        for place_of_text, node in _texts(record, path) if named else ():
            if match := pattern.search(node.value):
                one = named[match[0].casefold()]
                where = f"{one.file}:{one.line}"
                what = f"names '{match[0]}', which {where} hides ({one.address}); word it anew in your layer"
                yield Mistake(*place(node), ".".join(place_of_text), what)


def _named(whole: yaml.Node, rest: yaml.Node, hidden: Collection[Hidden]) -> Iterator[Part]:
    """Yield each part of the guide with the words that name something hidden there."""
    names = {word: one for one in hidden for word in _words(whole, rest, one, _names)}
    things = {word: one for one in hidden for word in _words(whole, rest, one, _things)}
    for part in READ:
        yield (part,), get(rest, part), names | things if part in KIT else names
    for number, programme in enumerate(items(get(rest, "programmes"))):
        id_ = name_of(programme) or ""
        plan = addresses.programme(id_) if number else addresses.PLAN
        weeks = {
            f"week {week}": one
            for week in range(1, MOST_WEEKS + 1)
            for one in hidden
            if one.kind == "week" and one.address == addresses.week(week, plan)
        }
        yield ("programmes", id_), programme, weeks


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


def _words(whole: yaml.Node, rest: yaml.Node, one: Hidden, of: Callable[[yaml.Node], list[str]]) -> set[str]:
    """Return the words *of* something hidden, such as its names, that stand for nothing which is left."""
    if one.kind == "programme" and of is _names:
        return {one.name.casefold()}
    exercise = get(whole, "exercises", one.id) if one.kind == "exercise" else None
    if exercise is None:
        return set()
    left = items(get(rest, "exercises"))
    known = {word for item in left for name in _names(item) for word in name.split()}  # a leg of one's own
    return set(of(exercise)).difference(known, *map(of, left))


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
