"""The schema that editors complete from: current, strict, explained, and of one mind with the loader."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from macros.data import json_schema
from macros.data.load import GuideError, read

ROOT = Path(__file__).parent.parent
HAND = ROOT / "tests" / "data" / "hand.yml"
REAL = ROOT / "exercises.yml"
SCHEMA = json.loads(json_schema.schema())
RECORDS: dict[str, dict[str, object]] = {"Guide": SCHEMA} | SCHEMA["$defs"]


class CoreLoader(yaml.CBaseLoader):
    """Reads YAML as an editor does, by the core schema of YAML 1.2."""


def _reads(tag: str, pattern: str, meaning: Callable[[str], object]) -> None:
    """Let the loader give plain scalars that match *pattern* their *meaning*."""
    CoreLoader.add_implicit_resolver(tag, re.compile(rf"(?:{pattern})\Z"), None)
    CoreLoader.add_constructor(tag, lambda _, node: meaning(str(node.value)))


_reads("!null", "null|Null|NULL|~|", lambda _: None)
_reads("!bool", "true|True|TRUE|false|False|FALSE", lambda text: text.lower() == "true")
_reads("!int", "[-+]?[0-9]+", int)
_reads("!float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", float)


def complaints(text: str) -> list[str]:
    """Return where the schema finds something wrong in the YAML *text*."""
    data = yaml.load(text, CoreLoader)  # noqa: S506 - it makes plain values only
    return sorted({error.json_path for error in Draft202012Validator(SCHEMA).iter_errors(data)})


def test_the_schema_in_docs_is_the_one_of_the_model() -> None:
    assert json_schema.FILE.read_text(encoding="utf-8") == json_schema.schema(), "the model changed: run `make schema`"


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_editor_reads_plain_values_as_yaml_1_2_does() -> None:
    text = "[no, 1:30, 1.10, '1', 07, ~, , null, true, 2026-11-22, 0x1, -3]".replace(", ,", ", '',")
    read_as = ["no", "1:30", 1.1, "1", 7, None, "", None, True, "2026-11-22", "0x1", -3]
    assert yaml.load(text, CoreLoader) == read_as  # noqa: S506 - it makes plain values only


@pytest.mark.parametrize("file", [HAND, REAL], ids=lambda file: file.name)
def test_the_schema_accepts_the_guides_as_an_editor_reads_them(file: Path) -> None:
    assert complaints(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("kind: mobility", "kind: mobilty", "$.exercises[0].kind"),
        ("kind: strength", "kind: strenth", "$.exercises[1].kind"),
        ("    positions: [standing]\n", "", "$.exercises[1]"),
        ("    positions: [standing]\n", "    positions: [standing]\n    hight: 3\n", "$.exercises[1]"),
        ("          steps: 10\n", "", "$.exercises[1].levels[1].dose"),
        ("seconds_each: 2", "seconds_each: two", "$.exercises[1].levels[1].dose"),
        ("sets: 3", "sets: 11", "$.exercises[0].levels[0].dose"),
        ("cues: [Wide, Slow]", "cues: [Wide, [Slow]]", "$.exercises[1].cues[1]"),
        ("cues: [Wide, Slow]", "cues: []", "$.exercises[1].cues"),
        ("days: [tue]", "days: [tuesday]", "$.programmes[0].weeks[1].entries[0].days[0]"),
        ("id: same-day", "id: Same day", "$.safety.cards[3].id"),
        ("grade: ask", "grade: maybe", "$.safety.cards[1].grade"),
        ("signs: [it swells]", "signs: [a, b, c, d, e, f]", "$.safety.cards[3].signs"),
        ("randomised: false", "randomised: no", "$.evidence.studies[0].randomised"),
        ("relation: supports", "relation: proves", "$.evidence.claims[0].relation"),
        ("pages:\n", "page:\n", "$"),
    ],
)
def test_the_schema_refuses_what_the_loader_refuses_in_any_item_of_a_list(old: str, new: str, place: str) -> None:
    text = HAND.read_text(encoding="utf-8")
    assert old in text
    broken = text.replace(old, new, 1)
    with pytest.raises(GuideError):
        read(broken.encode(), HAND)
    assert complaints(broken) == [place]


@pytest.mark.parametrize("name", RECORDS)
def test_every_record_says_what_it_is_and_knows_all_its_keys(name: str) -> None:
    record = RECORDS[name]
    assert str(record.get("description", "")).endswith(".")
    assert record["additionalProperties"] is False


def test_the_real_guide_leads_editors_to_the_schema() -> None:
    first = REAL.read_text(encoding="utf-8").splitlines()[:3]
    assert "# yaml-language-server: $schema=docs/exercises.schema.json" in first
    assert (ROOT / "docs" / "exercises.schema.json").is_file()
