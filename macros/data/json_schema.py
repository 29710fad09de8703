"""The JSON Schema of a guide, from which editors complete and explain keys."""

import json
from pathlib import Path

from pydantic.json_schema import JsonSchemaValue

from macros.data.model import Guide

FILE = Path(__file__).parents[2] / "docs" / "exercises.schema.json"
"""In docs/, so that it is published with the site."""


def schema() -> str:
    """Return the schema as JSON."""
    guide = _with_limits(Guide.model_json_schema(by_alias=True))
    guide["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return json.dumps(guide, indent=1, ensure_ascii=False) + "\n"


def _with_limits(node: JsonSchemaValue) -> JsonSchemaValue:
    """Give limits the names of JSON Schema; pydantic keeps its own where a check of ours comes first."""
    names = {"ge": "minimum", "le": "maximum"}
    return {names.get(key, key): _inside(value) for key, value in node.items()}


def _inside(value: object) -> object:
    match value:
        case dict():
            return _with_limits(value)
        case list():
            return [_inside(item) for item in value]
        case _:
            return value
