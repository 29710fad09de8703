"""Whatever a slip of the hand does to the data, the loader gives a guide or mistakes with lines, never a crash."""

import json
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

ROOT = Path(__file__).parent.parent
REAL = (ROOT / "exercises.yml").read_text(encoding="utf-8")
HAND = (ROOT / "tests" / "data" / "hand.yml").read_text(encoding="utf-8")
KEPT = 2
"""Items kept of each long list, so that thousands of mutations take seconds."""


def test_the_real_file_is_there_to_be_mutated() -> None:
    assert read(REAL.encode(), ROOT / "exercises.yml").exercises


def cuts(node: yaml.Node) -> Iterator[tuple[int, int]]:
    """Yield the lines of the items that every block list under *node* has too many."""
    if isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from cuts(value)
    if isinstance(node, yaml.SequenceNode):
        if not node.flow_style and len(node.value) > KEPT and node.end_mark:
            yield node.value[KEPT].start_mark.line, node.end_mark.line
        for item in node.value[:KEPT]:
            yield from cuts(item)


def trimmed(text: str) -> str:
    """Return *text* with the first items of each list."""
    node = yaml.compose(text, yaml.CBaseLoader)
    lost = {line for first, end in cuts(node) for line in range(first, end)} if node else set()
    return "".join(line for number, line in enumerate(text.splitlines(keepends=True)) if number not in lost)


def parts(text: str) -> list[str]:
    """Return each part of *text* that stands under a key of its own."""
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


def assert_told(content: bytes) -> None:
    """Read *content*; where it cannot be used, each mistake is one line that names a line of the file."""
    last = max(1, len(content.decode(errors="replace").splitlines()))
    found = mistakes(content)
    for mistake in found or ():
        assert re.fullmatch(r"[^:]+:\d+: .+", str(mistake)), repr(str(mistake))
        assert 1 <= mistake.line <= last
    assert found is None or found


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
    here, there = int(place * len(lines)), int(place * len(text))
    changes = {
        "delete": [*lines[:here], *lines[here + 1 :]],
        "duplicate": [*lines[: here + 1], *lines[here:]],
        "swap": [*lines[:here], *lines[here : here + 2][::-1], *lines[here + 2 :]],
        "indent": [*lines[:here], "  " + lines[here], *lines[here + 1 :]],
        "outdent": [*lines[:here], lines[here].removeprefix("  "), *lines[here + 1 :]],
        "replace": [text[:there], sign, text[there + 1 :]],
        "insert": [text[:there], sign, text[there:]],
        "cut": [text[:there]],
    }
    return "".join(changes[kind])


def test_a_mistake_at_the_end_of_a_file_stands_on_its_last_line() -> None:
    found = mistakes(b"guide: {}\n?")
    assert found
    assert {mistake.line for mistake in found} <= {1, 2}


KINDS = ["delete", "duplicate", "swap", "indent", "outdent", "replace", "insert", "cut"]


@slips(max_examples=2500)
@given(st.sampled_from(TEXTS), st.lists(st.tuples(st.sampled_from(KINDS), PLACE, st.sampled_from(SIGNS)), max_size=3))
def test_slips_in_the_text_never_crash_the_loader(text: str, changes: list[tuple[str, float, str]]) -> None:
    for kind, place, sign in changes:
        text = slip(text, kind, place, sign)
    assert_told(text.encode())


@slips(max_examples=15)
@given(st.sampled_from(KINDS), PLACE, st.sampled_from(SIGNS))
def test_slips_in_the_whole_real_file_never_crash_the_loader(kind: str, place: float, sign: str) -> None:
    assert_told(slip(REAL, kind, place, sign).encode())


@slips(max_examples=300)
@given(st.binary(max_size=60), PLACE)
def test_bytes_of_any_kind_never_crash_the_loader(junk: bytes, place: float) -> None:
    there = int(place * len(HAND))
    assert_told(HAND.encode()[:there] + junk)


def places(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the way to every value inside *value*."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*path, key)
        yield from places(inner, (*path, key))


def other(value: object, path: tuple[str | int, ...], act: str, new: object) -> object:
    """Return *value* with what stands at *path* replaced or dropped, or with another key beside it."""
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
    assert_told(json.dumps(data, indent=1).encode())


@pytest.mark.parametrize("part", TEXTS, ids=lambda part: part.split(":")[0])
def test_each_part_alone_is_told_what_it_needs(part: str) -> None:
    assert_told(part.encode())
