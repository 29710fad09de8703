"""The schema that editors complete from: current, strict, explained, and of one mind with the loader."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from macros import schema

ROOT = Path(__file__).parent.parent
HAND = ROOT / "tests" / "data" / "hand.yml"
REAL = ROOT / "exercises.yml"
SCHEMA: dict[str, dict[str, dict[str, object]]] = json.loads(schema.schema())
CHECK = Draft202012Validator(SCHEMA)
INT, FLOAT = r"[-+]?[0-9]+", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"


class CoreLoader(yaml.CBaseLoader):
    """Reads YAML as an editor does: by the core schema of YAML 1.2."""


def core(loader: CoreLoader, node: yaml.ScalarNode) -> object:
    """Return what a plain scalar means in the core schema; anything in quotes is text."""
    matches = {
        "null": None,
        "true": True,
        "false": False,
    }
    if node.style:
        return node.value
    if node.value.lower() in matches:
        return matches[node.value.lower()]
    return loader.construct_scalar(node)


def test_the_schema_in_docs_is_the_one_of_the_model() -> None:
    assert schema.FILE.read_text(encoding="utf-8") == schema.schema(), "the model changed: run `make schema`"
