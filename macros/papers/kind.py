"""What a kind of paper is made of. CONTRIBUTING shows "How to add a kind of paper"."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from macros.data.model import Guide
from macros.data.model.paper_size import PaperSize
from macros.papers.layout import Data, Layout


class Subject(NamedTuple):
    """What one paper is about."""

    page: str
    """Address of the page it belongs to."""

    title: str
    about: str = ""
    """Id of the exercise or of the week's sheet, for `Kind.layout`; empty where the kind has one subject."""


class Format(NamedTuple):
    """A size that a kind of paper is printed in."""

    name: str
    """Part of file names; the name for readers is in labels.yml under `paper_sizes` or `papers.formats`."""

    size: PaperSize
    """The paper size of a reader who wants it: a poster on A3 is for one who has A4."""

    typst: str
    """Typst's name of the page's size."""

    folds: bool = False
    """Whether two of its pages are placed on each side of a sheet, in the order of a booklet to fold."""


A4 = Format("a4", PaperSize.A4, PaperSize.A4.typst)
LETTER = Format("letter", PaperSize.LETTER, PaperSize.LETTER.typst)


@dataclass(frozen=True)
class Kind:
    """A kind of paper. NAME.typ next to its module has a Typst function of the same name."""

    name: str
    """Part of file names; the name for readers is in labels.yml under `downloads.kinds`."""

    subjects: Callable[[Guide], Iterator[Subject]]
    layout: Callable[[Layout, str], Data]
    """Returns all that is on the paper about a subject, as plain data for the Typst function."""

    where: str
    """Where its texts are in the data; {} is what it is about."""

    hint: str
    """What an editor can do where it does not fit on its page."""

    most_pages: int | None = 1
    """How many pages it may have; none where that does not matter."""

    most_large_pages: int | None = None
    """How many it may have in large print."""

    large_print: bool = True
    """Whether there is an edition in large print; not of what is folded."""

    formats: tuple[Format, ...] = (A4, LETTER)

    also_at: tuple[str, ...] = ()
    """Pages at whose address its files are, too: the plain ones, neither large nor folded."""

    foot_at_end: bool = False
    """Whether the foot line is at the end alone, as in large print."""

    by_hand: bool = False
    """Whether it is empty, to be filled in by hand."""
