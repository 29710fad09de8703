"""The report on many editions: a table to read, and the same for programs."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from macros.publishing.edition_task import Built

MEGA = 1_000_000


@dataclass(frozen=True)
class Report:
    """What became of all editions of one run."""

    editions: tuple[Built, ...]
    seconds: float
    guide: str
    """Fingerprint of the guide that they were built from."""

    @property
    def refused(self) -> int:
        """How many were not built."""
        return sum(bool(edition.mistakes) for edition in self.editions)

    def to_text(self) -> str:
        """Return the table, each mistake below its edition, and the sum."""
        rows = [("edition", "", "seconds", "memory", "site", "made", "shared"), *map(_row, self.editions)]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        lines = [_line(rows[0], widths)]
        for row, edition in zip(rows[1:], self.editions, strict=True):
            lines += [_line(row, widths), *(f"  {mistake}" for mistake in edition.mistakes)]
        return "\n".join([*lines, "", self._sum()]) + "\n"

    def _sum(self) -> str:
        made, found = (sum(getattr(one, key) for one in self.editions) for key in ("made", "found"))
        count, peak = len(self.editions), max((one.peak for one in self.editions), default=0)
        shared = f"{made} pictures and papers made, {found} shared or made before"
        counted = f"{count - self.refused} of {count} built, {self.refused} refused"
        return f"{counted}, in {self.seconds:.1f} s; {shared}; at most {_mega(peak)} for one build"

    def to_json(self) -> str:
        """Return the report for programs: sizes in bytes."""
        names = [field.name for field in fields(Built) if field.name != "site"]
        rows = [{"built": not one.mistakes} | {name: getattr(one, name) for name in names} for one in self.editions]
        return json.dumps(asdict(self) | {"editions": rows, "refused": self.refused}, indent=1) + "\n"

    def write(self, folder: Path) -> None:
        """Write both into *folder*."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "report.txt").write_text(self.to_text(), encoding="utf-8")
        (folder / "report.json").write_text(self.to_json(), encoding="utf-8")


def _row(edition: Built) -> tuple[str, ...]:
    """Return the cells of *edition*."""
    numbers = f"{edition.seconds:.1f}", _mega(edition.peak)
    if edition.mistakes:
        return edition.name, "refused", *numbers, "", "", ""
    return edition.name, "built", *numbers, _mega(edition.size), str(edition.made), str(edition.found)


def _line(cells: Iterable[str], widths: Iterable[int]) -> str:
    """Return a line of the table: words to the left, numbers to the right."""
    padded = [
        cell.ljust(width) if place < 2 else cell.rjust(width)  # noqa: PLR2004 - name and state
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return "  ".join(padded).rstrip()


def _mega(size: int) -> str:
    return f"{size / MEGA:.1f} MB" if size else ""
