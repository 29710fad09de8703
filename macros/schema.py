"""The JSON Schema of a guide, from which editors complete and explain keys; `make schema` writes it."""

import json
from pathlib import Path

from macros.model import Guide

FILE = Path(__file__).parent.parent / "docs" / "exercises.schema.json"
"""Stands in docs/ so that it is published with the site."""


def schema() -> str:
    """Return the schema as JSON."""
    made = Guide.model_json_schema(by_alias=True) | {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FILE.write_text(schema(), encoding="utf-8")
