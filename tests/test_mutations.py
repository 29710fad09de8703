"""After any slip of the hand in the data, the loader gives a guide or mistakes with lines, never a crash."""

import json
import os
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.data.load import GuideError, Mistake, read
from macros.data.model import Guide

pytestmark = pytest.mark.slow  # reads hundreds of files

ROOT = Path(__file__).parent.parent
REAL = (ROOT / "exercises.yml").read_text(encoding="utf-8")
HAND = (ROOT / "tests" / "data" / "hand.yml").read_text(encoding="utf-8")
ITEMS = 2
"""Items left in each long list, so that thousands of mutations take seconds."""

SLIPS = int(os.environ.get("SLIPS", "300"))
"""Slips in one line that a run tries; `SLIPS=5000 pytest tests/test_mutations.py` tries every kind in every line."""

NEAR = 3
"""Lines between a slip and its message."""


def test_the_real_file_is_there_to_be_mutated() -> None:
    assert read(REAL.encode(), ROOT / "exercises.yml").exercises


def cuts(node: yaml.Node) -> Iterator[tuple[int, int]]:
    """Yield the lines of the items to leave out of every block list under *node*."""
    if isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from cuts(value)
    if isinstance(node, yaml.SequenceNode):
        if not node.flow_style and len(node.value) > ITEMS and node.end_mark:
            yield node.value[ITEMS].start_mark.line, node.end_mark.line
        for item in node.value[:ITEMS]:
            yield from cuts(item)


def trimmed(text: str) -> str:
    """Return *text* with the first items of each list."""
    node = yaml.compose(text, yaml.CBaseLoader)
    lost = {line for first, end in cuts(node) for line in range(first, end)} if node else set()
    return "".join(line for number, line in enumerate(text.splitlines(keepends=True)) if number not in lost)


def parts(text: str) -> list[str]:
    """Return each part of *text*, which begins with a key of its own."""
    return [part for part in re.split(r"^(?=\w)", text, flags=re.MULTILINE) if ":" in part]


TRIMMED = trimmed(REAL)
TEXTS = [HAND, *parts(TRIMMED)]
DATA: list[object] = [yaml.load(text, yaml.CBaseLoader) for text in TEXTS]  # noqa: S506 - it makes text only
SIGNS = [*":-#&*!|>'\"%@`{}[],?~ \t\n\r\0\x02<\u00e9\u2028\x85\ufeff\u202e\U0001f9b6", "<<: ", "- ", "\t- "]
VALUES: list[object] = [
    *(None, True, False, 0, -1, 10**30, 1.5, float("nan"), "", " ", "yes", "1:30", "own", "steps", "doe-2020", "a\nb"),
    *("../x", "\x02", "\ud800", "x" * 3000, [], {}, [[]], [{}], {"id": []}, {"kind": "steps"}, {"": {}}, ["a", "a"]),
]
PLACE = st.floats(0, 1, exclude_max=True)
slips = partial(settings, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))


def assert_reported(content: bytes) -> None:
    """Read *content*; where it cannot be used, each mistake is one line that names a line of the file."""
    last = max(1, len(content.decode(errors="replace").splitlines()))
    reported = mistakes(content)
    for mistake in reported or ():
        assert re.fullmatch(r"[^:]+:\d+: .+", str(mistake)), repr(str(mistake))
        assert 1 <= mistake.line <= last
    assert reported is None or reported


def mistakes(content: bytes) -> list[Mistake] | None:
    """Return the mistakes in *content*, or nothing where it is a guide."""
    try:
        guide = read(content, Path("guide.yml"))
    except GuideError as error:
        return error.mistakes
    return None if isinstance(guide, Guide) else []


def slip(text: str, kind: str, place: float, sign: str) -> str:
    """Return *text* with one slip of this *kind* at a *place* from 0 to 1."""
    lines = text.splitlines(keepends=True) or [""]
    line, character = int(place * len(lines)), int(place * len(text))
    changes = {
        "delete": [*lines[:line], *lines[line + 1 :]],
        "duplicate": [*lines[: line + 1], *lines[line:]],
        "swap": [*lines[:line], *lines[line : line + 2][::-1], *lines[line + 2 :]],
        "indent": [*lines[:line], "  " + lines[line], *lines[line + 1 :]],
        "outdent": [*lines[:line], lines[line].removeprefix("  "), *lines[line + 1 :]],
        "replace": [text[:character], sign, text[character + 1 :]],
        "insert": [text[:character], sign, text[character:]],
        "cut": [text[:character]],
    }
    return "".join(changes[kind])


def test_a_mistake_at_the_end_of_a_file_is_reported_on_its_last_line() -> None:
    reported = mistakes(b"guide: {}\n?")
    assert reported
    assert {mistake.line for mistake in reported} <= {1, 2}


KINDS = ["delete", "duplicate", "swap", "indent", "outdent", "replace", "insert", "cut"]


@slips(max_examples=2500)
@given(st.sampled_from(TEXTS), st.lists(st.tuples(st.sampled_from(KINDS), PLACE, st.sampled_from(SIGNS)), max_size=3))
def test_slips_in_the_text_never_crash_the_loader(text: str, changes: list[tuple[str, float, str]]) -> None:
    for kind, place, sign in changes:
        text = slip(text, kind, place, sign)
    assert_reported(text.encode())


@slips(max_examples=15)
@given(st.sampled_from(KINDS), PLACE, st.sampled_from(SIGNS))
def test_slips_in_the_whole_real_file_never_crash_the_loader(kind: str, place: float, sign: str) -> None:
    assert_reported(slip(REAL, kind, place, sign).encode())


@slips(max_examples=300)
@given(st.binary(max_size=60), PLACE)
def test_bytes_of_any_kind_never_crash_the_loader(junk: bytes, place: float) -> None:
    cut = int(place * len(HAND))
    assert_reported(HAND.encode()[:cut] + junk)


def places(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the way to every value inside *value*."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*path, key)
        yield from places(inner, (*path, key))


def other(value: object, path: tuple[str | int, ...], act: str, new: object) -> object:
    """Return *value* with what is at *path* replaced or dropped, or with another key next to it."""
    key, *rest = path
    if isinstance(value, list):
        return list(_other(dict(enumerate(value)), key, rest, act, new).values())
    return _other(dict(value), key, rest, act, new) if isinstance(value, dict) else value


def _other(
    items: dict[str | int, object], key: str | int, rest: list[str | int], act: str, new: object
) -> dict[str | int, object]:
    if rest:
        return items | {key: other(items[key], tuple(rest), act, new)}
    if act == "drop":
        return {name: item for name, item in items.items() if name != key}
    return items | {key if act == "replace" else f"{key}s": new}


@slips(max_examples=2000)
@given(
    st.sampled_from(DATA),
    st.lists(
        st.tuples(PLACE, st.sampled_from(["replace", "drop", "add"]), st.sampled_from(VALUES)), min_size=1, max_size=3
    ),
)
def test_slips_in_the_data_never_crash_the_loader(data: object, changes: list[tuple[float, str, object]]) -> None:
    for place, act, new in changes:
        ways = list(places(data))
        data = other(data, ways[int(place * len(ways))], act, new) if ways else new
    assert_reported(json.dumps(data, indent=1).encode())


@pytest.mark.parametrize("part", TEXTS, ids=lambda part: part.split(":")[0])
def test_each_part_alone_gets_a_message_of_what_it_needs(part: str) -> None:
    assert_reported(part.encode())


LINES = HAND.splitlines()
KEYED = [n for n, line in enumerate(LINES) if re.match(r"\s*(- )?[\w-]+:", line)]
"""Lines of the small guide that begin with a key, by index."""


def edited(line: str, kind: str) -> list[str]:
    """Return the lines that one slip of this *kind* makes of a *line*."""
    key, _, value = line.partition(":")
    return {
        "deletes it": [],
        "writes it twice": [line, line],
        "misspells its key": [f"{key}x:{value}"],
        "empties its value": [f"{key}:"],
        "writes a list": [f"{key}: [[]]"],
        "writes a control character": [f'{key}: "\\x02"'],
        "writes blank text": [f'{key}: "\u3164"'],
        "leaves a quote open": [f'{key}: "{value.strip()}'],
        "leaves a bracket open": [f"{key}: [{value.strip()}"],
        "closes a bracket twice": [f"{key}: {value.strip()}]]"],
        "indents by a tab": [f"\t{line}"],
        "indents it by one": [f" {line}"],
        "forgets the space": [f"{key}:{value.strip()}x"],
        "nests too deeply": [f"{key}: {'[[],' * 50}"],
    }[kind]


def column(line: str) -> int:
    """Return where the key of a *line* begins, past the sign of a list item."""
    return len(line) - len(line.lstrip(" -"))


def first_key(index: int) -> int:
    """Return the number of the line that begins the map whose key is in the line at *index*."""
    first = index
    for n in range(index - (LINES[index].lstrip()[:2] != "- "), -1, -1):
        if LINES[n].strip() and column(LINES[n]) < column(LINES[index]):
            break
        if LINES[n].strip() and column(LINES[n]) == column(LINES[index]):
            first = n
            if LINES[n].lstrip()[:2] == "- ":
                break
    return first + 1


def is_near(mistake: Mistake, index: int) -> bool:
    """Return whether *mistake* names a line near the slip at *index*.

    A missing key is reported where its map begins; a broken block may name the lines of its start and its end.
    """
    blocks = [int(line) for line in re.findall(r"begins? in line (\d+)", mistake.what)]
    if any(first <= index + 1 <= mistake.line for first in blocks):
        return True
    lines = [index + 1, *([first_key(index)] if mistake.what.startswith("needs ") else [])]
    named = [mistake.line, *([1] if "from the first line on" in mistake.what else [])]
    return any(abs(name - line) <= NEAR for name in named for line in lines)


SLIP_KINDS = [
    *("deletes it", "writes it twice", "misspells its key", "empties its value", "writes a list"),
    *("writes a control character", "writes blank text", "leaves a quote open", "leaves a bracket open"),
    *("closes a bracket twice", "indents by a tab", "indents it by one", "forgets the space", "nests too deeply"),
]


@slips(max_examples=SLIPS)
@given(st.sampled_from(SLIP_KINDS), st.sampled_from(KEYED))
def test_a_slip_in_one_line_is_reported_near_it(kind: str, index: int) -> None:
    text = "\n".join([*LINES[:index], *edited(LINES[index], kind), *LINES[index + 1 :], ""])
    assert_reported(text.encode())
    reported = mistakes(text.encode())
    near = reported is None or any(is_near(mistake, index) for mistake in reported)
    assert near, f"{kind}, line {index + 1}: {'; '.join(map(str, reported or ()))}"
