"""The week sheet: a week to tick off, on one page."""

from collections.abc import Iterator

from macros.data.model import Guide
from macros.papers.kind import Kind, Subject
from macros.papers.layout import Data, Layout
from macros.plan import SheetRow, all_sheets
from macros.wording.dates import rest_phrase
from macros.wording.doses import dose_short, minutes_range
from macros.wording.labels import labels
from macros.wording.text import sentence


def subjects(guide: Guide) -> Iterator[Subject]:
    """Yield every week of every programme."""
    for sheet in all_sheets(guide):
        title = f"{sheet.programme.title}: {labels().menu.week.lower()} {sheet.number}"
        yield Subject(sheet.address, title, sheet.id)


def layout(shared: Layout, about: str) -> Data:
    """Return the sheet of the week with the id *about*."""
    sheet, label = shared.sheets[about], labels()
    return {
        "qr": shared.qr(sheet.address),
        "title": sheet.title,
        "focus": sentence(sheet.week.focus),
        "advice": sheet.week.advice,
        "time": f"{minutes_range(sheet.shortest, sheet.longest)} {label.a_day}. {rest_phrase(sheet.rest_days)}".strip(),
        "days": [day[:3] for day in label.days.values()],
        "minutes": [str(minute) if minute else None for minute in sheet.minutes],
        "rows": [_row(row, shared.side) for row in sheet.rows],
        "stop": shared.guide.safety.signs("stop", sheet.exercises),
        "ask": shared.guide.safety.signs("ask", sheet.exercises),
    }


def _row(row: SheetRow, side: str) -> Data:
    return {
        "name": row.exercise.name,
        "level": row.level.name,
        "picture": row.exercise.figure_at(row.level),
        "dose": dose_short(row.level.dose),
        "sides": f"{labels().each} {side}" if row.level.dose.sides == "each" else None,
        "days": row.days,
    }


KIND = Kind(
    name="sheet",
    subjects=subjects,
    layout=layout,
    where="programmes.{}: its sheet",
    hint="take exercises off that week or shorten its advice",
    landscape_in_large_print=True,
)
