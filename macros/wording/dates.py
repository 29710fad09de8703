"""Dates and days of the week in words."""

from collections.abc import Sequence
from datetime import date

from macros.wording.labels import labels
from macros.wording.text import form


def days_phrase(days: Sequence[str]) -> str:
    """Return 'every day', or 'Mon, Wed, Fri' in the order of the week."""
    names = labels().days
    return labels().every_day if len(days) == len(names) else ", ".join(names[day][:3] for day in names if day in days)


def rest_phrase(rest_days: Sequence[str]) -> str:
    """Return 'Rest days: Tue, Thu.', or nothing where every day has exercises."""
    return f"{form(len(rest_days), labels().rest_day)}: {days_phrase(rest_days)}." if rest_days else ""


def date_phrase(day: date) -> str:
    """Return '22 November 2026'."""
    return f"{day.day} {labels().months[day.month - 1]} {day.year}"


def weekday_phrase(day: date) -> str:
    """Return 'Sunday 22 November 2026'."""
    return f"{tuple(labels().days.values())[day.weekday()]} {date_phrase(day)}"
