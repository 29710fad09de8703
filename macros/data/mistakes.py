"""What is wrong in a file, as its editor reads it: file, line, place, what is wrong and what is allowed."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Mistake:
    """One thing wrong in a file, for the person who can correct it."""

    file: str
    line: int
    where: str
    what: str

    def __str__(self) -> str:
        """Return the mistake in one line: file:line: where: what."""
        text = f"{self.file}:{self.line}: " + (f"{self.where}: " if self.where else "") + self.what
        return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


class GuideError(Exception):
    """The data or the settings cannot be used; holds every mistake."""

    def __init__(self, file: Path, mistakes: list[Mistake]) -> None:
        """Sort the mistakes by line and list each of them once."""
        self.mistakes = sorted(set(mistakes))
        count = f"{len(self.mistakes)} mistake" + ("s" if len(self.mistakes) != 1 else "")
        lines = "\n".join(str(mistake) for mistake in self.mistakes)
        super().__init__(f"{file.name} cannot be used, {count}:\n{lines}")
