"""The week sheet: a week to tick off, on one page."""

from collections.abc import Iterator

from macros.data.model import Guide
from macros.papers.kind import Kind, Subject
from macros.papers.layout import Data, Layout
from macros.plan import Sheet, SheetRow, all_sheets
from macros.wording.dates import rest_phrase
from macros.wording.doses import dose_phrase, minutes_range
from macros.wording.labels import labels
from macros.wording.text import sentence


def subjects(guide: Guide) -> Iterator[Subject]:
    """Yield every week of every programme."""
    for sheet in all_sheets(guide):
        title = f"{sheet.programme.title}: {labels().menu.week.lower()} {sheet.number}"
        yield Subject(sheet.address, title, sheet.id)


def layout(shared: Layout, about: str) -> Data:
    """Return the sheet of the week with the id *about*."""
    sheet, label, safety = shared.sheets[about], labels(), shared.guide.safety
    return {
        "qr": shared.qr(sheet.address),
        "title": sheet.title,
        "focus": sentence(sheet.week.focus),
        "advice": sheet.week.advice,
        "time": f"{minutes_range(sheet.shortest, sheet.longest)} {label.a_day}. {rest_phrase(sheet.rest_days)}".strip(),
        "kit": sentence(", ".join(_kit(sheet))),
        **week(),
        "minutes": [str(minute) if minute else None for minute in sheet.minutes],
        "rows": [_row(row, shared) for row in sheet.rows],
        "stop": safety.signs("stop", sheet.exercises),
        "ask": safety.signs("ask", sheet.exercises),
    }


def week() -> Data:
    """Return the days of a week, and the name of each box that is in no row of an exercise."""
    label = labels()
    return {
        "days": [day[:3] for day in label.days.values()],
        "hard": _boxes(label.how_hard),
        "added": _boxes(label.papers.added),
        "lines": [label.made_for, label.made_by, label.phone, label.from_week_of],
    }


def _boxes(name: str) -> list[str]:
    """Return what each box of the row called *name* is called: 'Short foot, Tuesday'."""
    return [labels().week_page.cell.format(exercise=name, day=day) for day in labels().days.values()]


def _kit(sheet: Sheet) -> list[str]:
    """Return what the levels of a week need, each once, in the order of a session."""
    needed = [thing for row in sheet.rows for thing in row.exercise.equipment_at(row.level)]
    return list(dict.fromkeys(needed)) or [labels().nothing]


def _row(row: SheetRow, shared: Layout) -> Data:
    boxes = _boxes(row.exercise.name)
    return {
        "name": row.exercise.name,
        "level": row.level.name,
        "picture": row.exercise.figure_at(row.level),
        "dose": sentence(dose_phrase(row.level.dose, shared.side)),
        "stop": shared.guide.safety.signs("stop", [row.exercise.id]),
        "boxes": [box if on else None for box, on in zip(boxes, row.days, strict=True)],
    }


KIND = Kind(
    name="sheet",
    subjects=subjects,
    layout=layout,
    where="programmes.{}: its sheet",
    hint="take exercises off that week or shorten its advice",
)
