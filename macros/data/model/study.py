"""A trial in figures: its groups, what was measured before and after, and what can be drawn of it."""

from collections.abc import Iterable
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.data.model.base import Flag, Id, Number, Record, SourceId, Text, Texts, Whole


class Group(Record):
    """A group of people in a study."""

    id: Id
    name: Text
    size: Annotated[Whole, Field(ge=1)]
    did: Text


class Outcome(Record):
    """One measure in one group, before and after."""

    id: Id
    measure: Text
    group: Text
    """Id of one of the study's groups."""

    before: Number | None = None
    after: Number | None = None
    unit: Text | None = None
    better: Literal["higher", "lower"]
    """Which way is better."""

    reported: Text
    """What the paper says of it, in plain words."""

    @property
    def read(self) -> bool:
        """Return whether both figures were read."""
        return self.before is not None and self.after is not None


class Plot(Record):
    """Figures before and after, side by side on one scale."""

    id: Id
    title: Text
    outcomes: Annotated[tuple[Id, ...], Field(min_length=1, max_length=6)]
    """Outcomes of the study with both figures, in one unit and with one better direction."""

    low: Number
    """Where the scale starts."""

    high: Number
    """Where it ends."""


class Study(Record):
    """A trial: design, people, duration, results and limits."""

    id: Id
    source: SourceId
    sources: tuple[SourceId, ...] = ()
    """What else was read of it, such as its entry in a register or a score of its quality."""

    name: Text
    """What the guide calls it, such as 'The 2019 study'."""

    about: Texts
    design: Text
    randomised: Flag
    blinded: Flag | None = None
    """Left out where it was not read."""

    control: Flag
    """True where one group did not exercise."""

    registration: Text
    people: Text
    groups: Annotated[tuple[Group, ...], Field(min_length=1)]
    weeks: Annotated[Whole, Field(ge=1, le=104)]
    frequency: Text
    measured: Texts
    outcomes: tuple[Outcome, ...] = ()
    plots: tuple[Plot, ...] = ()
    """What can be drawn honestly from the outcomes."""

    found: Texts
    """What it reported beside the figures of its outcomes, a sentence each."""

    missing: tuple[Text, ...] = ()
    """What is not there, or was not read."""

    limits: Texts
    """What it cannot show, a sentence each."""

    funding: Text

    @model_validator(mode="after")
    def _knows_its_groups(self) -> Self:
        _named("group", [outcome.group for outcome in self.outcomes], [group.id for group in self.groups])
        return self

    @model_validator(mode="after")
    def _draws_what_it_has(self) -> Self:
        known = {outcome.id: outcome for outcome in self.outcomes}
        for plot in self.plots:
            _named("outcome", plot.outcomes, known)
            drawn = [known[id_] for id_ in plot.outcomes]
            figures = [figure for outcome in drawn for figure in (outcome.before, outcome.after)]
            fit = all(figure is not None and plot.low <= figure <= plot.high for figure in figures)
            alike = len({(outcome.unit, outcome.better) for outcome in drawn}) == 1
            if not (fit and alike and plot.low < plot.high):
                raise PydanticCustomError(
                    "plot",
                    "the plot '{id}' needs figures before and after, of one unit and direction, from low to high",
                    {"id": plot.id},
                )
        return self

    def group(self, id_: str) -> Group:
        """Return the group called *id_*."""
        return next(group for group in self.groups if group.id == id_)


def _named(kind: str, names: Iterable[str], known: Iterable[str]) -> None:
    allowed = sorted(known)
    wrong = next((name for name in names if name not in allowed), None)
    if wrong:
        raise PydanticCustomError(
            "named",
            "no {kind} '{wrong}'; allowed: {allowed}",
            {"kind": kind, "wrong": wrong, "allowed": ", ".join(allowed)},
        )
