"""A filled table against the data: which texts were found right, which were not, and which have changed since."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from macros.data.messages import did_you_mean
from macros.data.model import Guide
from macros.data.model.review import Review
from macros.review.item import Item
from macros.review.table import Row
from macros.review.texts import texts


@dataclass(frozen=True)
class Filled:
    """A filled table, read back."""

    right: dict[str, str]
    """Fingerprints of the texts found right, by id, in reading order."""

    to_change: tuple[str, ...]
    """A line for each text that was marked wrong, or for which there is a better wording."""

    problems: tuple[str, ...]
    """A sentence for each row that cannot count."""


def compare(guide: Guide, rows: Iterable[Row]) -> Filled:
    """Return what *rows* say of the texts of *guide*."""
    items = {item.id: item for item in texts(guide)}
    written = [row for row in rows if row.right or row.wrong or row.say_instead]
    problems = {row: problem for row in written if (problem := _problem(row, items))}
    wrong = {row.id for row in written if row.wrong}
    right = {row.id for row in written if row.right and row not in problems} - wrong
    return Filled(
        {id_: item.fingerprint for id_, item in items.items() if id_ in right},
        tuple(_to_change(row, items) for row in written if row.wrong or row.say_instead),
        tuple(problems.values()),
    )


def _problem(row: Row, items: dict[str, Item]) -> str | None:
    """Return why *row* cannot count, if so."""
    if row.id not in items:
        return f"{row.id}: the guide has no text with this id{did_you_mean(row.id, items)}"
    if row.fingerprint != items[row.id].fingerprint:
        return f"{row.id}: this text has changed since the table was made; it has to be read again"
    if row.right and row.wrong:
        return f"{row.id}: marked right and wrong; it counts as wrong"
    return None


def _to_change(row: Row, items: dict[str, Item]) -> str:
    verdict = "wrong" if row.wrong else f"{'right' if row.right else 'not marked right'}, with another wording"
    now = items[row.id].text if row.id in items else ""
    say = f"\n  say instead: {row.say_instead}" if row.say_instead else ""
    return f"{row.id}: {verdict}\n  now: {now}{say}"


def review_of(guide: Guide, filled: Filled, by: str, day: date) -> Review:
    """Return the review that a filled table is. Raises pydantic's ValidationError where *by* or *day* cannot be."""
    return Review.model_validate({"by": by, "date": day, "version": guide.guide.version, "texts": filled.right})


def to_yaml(review: Review) -> str:
    """Return *review* as lines to put under `guide`; in quotes, so that no editor takes a fingerprint for a number."""
    return "\n".join(_lines(review)) + "\n"


def _lines(review: Review) -> Iterator[str]:
    yield "  review:"
    yield f"    by: {json.dumps(review.by, ensure_ascii=False)}"
    yield f"    date: {review.date.isoformat()}"
    yield f"    version: {json.dumps(review.version, ensure_ascii=False)}"
    yield "    texts:"
    yield from (f'      {id_}: "{fingerprint}"' for id_, fingerprint in review.texts.items())
