"""The contact sheet: every picture, moving, in light, dark and grey at phone width, and five moments of each movement."""

from html import escape
from pathlib import Path

import yaml
from pydantic import TypeAdapter

from macros.figures.figure import Figure
from macros.figures.palette import GROUNDS, stylesheet
from macros.figures.rules import MOMENTS
from macros.figures.svg import inline_svg, moment_svg, tag

PHONE = 320
"""Width of a phone's page in CSS pixels."""

SCRIPT = Path(__file__).parents[2] / "docs/assets/js/picture.js"
TEMPO = "2 1 2"
"""Seconds of a movement there, held, and back."""

STYLE = f"""
body {{ margin: 0; font: 14px/1.4 system-ui, sans-serif; }}
section {{ padding: 16px; color: #22303a; background: {GROUNDS["light"][0]}; }}
section svg {{ display: block; width: 100%; background: {GROUNDS["light"][1]}; }}
section.dark {{ color: #e8eef2; background: {GROUNDS["dark"][0]}; }}
section.dark svg {{ background: {GROUNDS["dark"][1]}; }}
section.grey svg {{ filter: grayscale(1); }}
.row {{ display: grid; grid-template-columns: repeat(auto-fill, {PHONE}px); gap: 12px; }}
.five {{ display: grid; grid-template-columns: repeat({len(MOMENTS)}, minmax(0, 1fr)); gap: 6px; margin: 0 0 12px; }}
figure {{ margin: 0; }}
"""


def write(file: Path, out: Path) -> None:
    """Write the contact sheet of the figures in *file*: a map of figures, or a guide with one under `figures`."""
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    figures = TypeAdapter(dict[str, Figure]).validate_python(data.get("figures", data))
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(sheet(figures), encoding="utf-8")


def _pictures(figures: dict[str, Figure], mode: str) -> str:
    """Show every picture with its id, caption and size; *mode* before each id makes the ids unique on the page."""
    shown = []
    for name, figure in figures.items():
        svg = inline_svg(figure, f"{mode}-{name}")
        words = f"{escape(name)}: {escape(figure.caption)} {len(svg.encode()) / 1000:.1f} kB"
        button = tag("button", {"data-pause": "Pause", "hidden": ""}, "Play")
        shown.append(tag("figure", {"data-tempo": TEMPO}, svg, tag("figcaption", {}, words, button)))
    return tag("div", {"class": "row"}, *shown)


def _moments(figures: dict[str, Figure]) -> str:
    rows = []
    for name, figure in figures.items():
        five = [moment_svg(figure, f"m{i}-{name}", moment) for i, moment in enumerate(MOMENTS)]
        rows.append(tag("h3", {}, escape(name)) + tag("div", {"class": "five"}, *five))
    return "".join(rows)


def sheet(figures: dict[str, Figure]) -> str:
    """Return the contact sheet as one HTML page."""
    scheme = {"light": "light", "dark": "dark", "grey": "light"}
    parts = [
        tag("section", {"class": mode, "data-scheme": colour}, tag("h2", {}, mode), _pictures(figures, mode))
        for mode, colour in scheme.items()
    ]
    five = tag("section", {"data-scheme": "light"}, tag("h2", {}, "five moments"), _moments(figures))
    head = '<meta charset="utf-8">' + tag("title", {}, "Contact sheet") + tag("style", {}, stylesheet() + STYLE)
    script = tag("script", {}, SCRIPT.read_text(encoding="utf-8"))
    body = tag("body", {}, *parts, five, script)
    return f"<!doctype html>{tag('html', {'lang': 'en', 'data-scheme': 'light'}, tag('head', {}, head), body)}"
