"""The layout of plots, which templates draw: numbers before and after on one scale, and a mark for each study."""

import textwrap
from dataclasses import dataclass
from decimal import Decimal

from macros.data.model.answers import Count
from macros.data.model.study import Outcome, Plot, Study

WIDTH, MARGIN = 360, 24
LETTERS = 48
"""Letters of a name that fit into one line."""

LINE, BAND, GAP = 16, 34, 12
"""Heights: a line of a name, the marks under it with their figures, the space to the next row."""

AXIS = 40
"""Height of the scale."""

TICKS = 4
RADIUS = 6.5
"""Half of a mark, its outline included."""

STEP = 16
"""From one study to the next."""


@dataclass(frozen=True)
class TallyMark:
    """The mark of a study or a review in a row of them."""

    x: int
    is_review: bool

    @property
    def end(self) -> int:
        """Return where the row may end."""
        return self.x + STEP


def tally_marks(counted: Count) -> tuple[TallyMark, ...]:
    """Return a mark for each study, and then for each review."""
    reviews = [False] * len(counted.studies) + [True] * len(counted.reviews)
    return tuple(TallyMark(place * STEP, is_review) for place, is_review in enumerate(reviews))


@dataclass(frozen=True)
class PlotRow:
    """An outcome: its name in lines, its two marks and the line between them."""

    outcome: Outcome
    lines: tuple[tuple[int, str], ...]
    """Height and words of each line."""

    y: int
    before: float
    after: float
    start: float
    end: float
    """Where the line between the marks starts and ends, clear of both."""

    square: bool
    """Whether its marks are squares; rows next to each other have other shapes, not only other colours."""

    @property
    def rises(self) -> bool:
        """Return whether the second number is to the right of the first."""
        return self.after >= self.before


@dataclass(frozen=True)
class PlotLayout:
    """A plot with the place of every mark."""

    plot: Plot
    rows: tuple[PlotRow, ...]
    ticks: tuple[tuple[float, str], ...]
    width: int
    height: int

    @property
    def unit(self) -> str | None:
        """Return the unit of the scale."""
        return self.rows[0].outcome.unit

    @property
    def better(self) -> str:
        """Return which way is better."""
        return self.rows[0].outcome.better


def layout(study: Study, plot: Plot) -> PlotLayout:
    """Return the layout of *plot*."""
    known = {outcome.id: outcome for outcome in study.outcomes}
    rows: list[PlotRow] = []
    y = 0
    for place, id_ in enumerate(plot.outcomes):
        row = _row(study, plot, known[id_], place, y)
        rows.append(row)
        y = row.y + BAND - LINE + GAP
    ticks = [plot.low + (plot.high - plot.low) * step / TICKS for step in range(TICKS + 1)]
    return PlotLayout(plot, tuple(rows), tuple((_x(plot, tick), f"{tick:g}") for tick in ticks), WIDTH, y + AXIS)


def _row(study: Study, plot: Plot, outcome: Outcome, place: int, top: int) -> PlotRow:
    alike = len({known.measure for known in study.outcomes if known.id in plot.outcomes}) == 1
    name = study.group(outcome.group).name if alike else outcome.measure
    lines = tuple((top + LINE * number, words) for number, words in enumerate(textwrap.wrap(name, LETTERS), 1))
    before, after = (_x(plot, number) for number in (outcome.before, outcome.after) if number is not None)
    clear = min(RADIUS, abs(after - before) / 2) * (1 if after >= before else -1)
    ends = round(before + clear, 1), round(after - clear, 1)
    return PlotRow(outcome, lines, lines[-1][0] + LINE, before, after, *ends, bool(place % 2))


def _x(plot: Plot, number: Decimal) -> float:
    """Return how far right the mark of *number* is."""
    return round(MARGIN + float((number - plot.low) / (plot.high - plot.low)) * (WIDTH - 2 * MARGIN), 1)
