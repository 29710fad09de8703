"""Pose data as YAML has it to pose data with numbers."""

import re

FIGURE_TEXTS = {"title", "alt", "desc", "caption", "former_ids"}
"""Keys of a figure that hold text, whatever it looks like."""


def with_numbers(value: object) -> object:
    """Return pose data with its numbers as numbers; the loader passes everything on as written."""
    match value:
        case dict():
            return {key: inner if key in FIGURE_TEXTS else with_numbers(inner) for key, inner in value.items()}
        case list():
            return [with_numbers(inner) for inner in value]
        case "true" | "false":
            return value == "true"
        case str() if re.fullmatch(r"-?\d{1,6}(\.\d{1,6})?", value, re.ASCII):
            return float(value) if "." in value else int(value)
        case _:
            return value
