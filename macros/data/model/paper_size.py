"""The paper sizes that everything is printed on."""

from enum import StrEnum


class PaperSize(StrEnum):
    """A paper size; its value is part of file names, its name for readers is in labels.yml under `paper_sizes`."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def typst(self) -> str:
        """Return Typst's name of the size."""
        return {PaperSize.A4: "a4", PaperSize.LETTER: "us-letter"}[self]
