"""Pages for embedding: the core of an exercise, of a week and of today, for clinics to show inside their own pages."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from macros import addresses, former, plan
from macros.edition import Edition
from macros.pages.render import Renderer


class Embed(NamedTuple):
    """Paths of the files that pages for embedding load."""

    styles: str
    script: str
    """For the page of today alone; the others have none."""


def files(
    edition: Edition, renderer: Renderer, embed: Embed, own_files: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield each page by its path. Each is also at the addresses that it had before; what is gone says so."""
    guide, before = edition.guide, former.before(edition.guide)

    def page(template: str, at: str, whole: str, **context: object) -> tuple[str, str]:
        here, canonical = addresses.embed(at), edition.absolute(whole)
        html = renderer.inline(template, here, whole=whole, canonical=canonical, embed=embed, **context)
        return addresses.file_name(here), f"{html}\n"

    for exercise in guide.exercises:
        whole = addresses.exercise(exercise.id)
        rules = {"stop": guide.stop_signs(exercise), "ask": guide.ask_first(exercise)}
        for at in (whole, *before.get(whole, ())):
            yield page("embed_exercise", at, whole, exercise=exercise, **rules)
    sheets = plan.all_sheets(guide)
    for sheet in sheets:
        rules = {grade: guide.safety.signs(grade, sheet.exercises) for grade in ("stop", "ask")}
        for at in (sheet.address, *before.get(sheet.address, ())):
            yield page("embed_week", at, sheet.address, sheet=sheet, **rules)
    for gone in former.gone(guide):
        if gone.paper:  # an exercise or a week
            yield page("embed_gone", gone.address, gone.instead.address, gone=gone)
    yield page("embed_today", addresses.TODAY, addresses.TODAY, sheets=sheets, own_files=own_files)
