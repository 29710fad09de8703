"""A trial in figures: its groups, what was measured before and after, and which plots show it."""

from collections.abc import Iterable, Sequence
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from macros.anchors import EvidencePart
from macros.data.model.base import Anchor, Flag, Id, Number, Record, SourceId, Text, Texts, Whole, mistake_at


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
    """What the paper reports of it, in plain words."""

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

    def can_draw(self, outcomes: Sequence[Outcome]) -> bool:
        """Return whether *outcomes* are all of one kind and fit on the scale."""
        figures = [figure for outcome in outcomes for figure in (outcome.before, outcome.after)]
        fit = all(figure is not None and self.low <= figure <= self.high for figure in figures)
        return fit and len({(outcome.unit, outcome.better) for outcome in outcomes}) == 1 and self.low < self.high


class Study(Record):
    """A trial: design, people, duration, results and limits."""

    id: Annotated[Id, Anchor(EvidencePart)]
    source: SourceId
    sources: tuple[SourceId, ...] = ()
    """What else was read about it, such as its entry in a register or a rating of its quality."""

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
    """What it reported besides the figures of its outcomes, a sentence each."""

    missing: tuple[Text, ...] = ()
    """What it does not report, or what was not read."""

    limits: Texts
    """What it cannot show, a sentence each."""

    funding: Text

    @model_validator(mode="after")
    def _knows_its_groups(self) -> Self:
        groups = [group.id for group in self.groups]
        for place, outcome in enumerate(self.outcomes):
            _must_be_known("group", outcome.group, groups, ("outcomes", place, "group"))
        return self

    @model_validator(mode="after")
    def _draws_what_it_has(self) -> Self:
        known = {outcome.id: outcome for outcome in self.outcomes}
        for place, plot in enumerate(self.plots):
            for item, id_ in enumerate(plot.outcomes):
                _must_be_known("outcome", id_, known, ("plots", place, "outcomes", item))
            if not plot.can_draw([known[id_] for id_ in plot.outcomes]):
                what = "needs figures before and after, of one unit and direction, from low to high"
                raise mistake_at(("plots", place), what)
        return self

    def group(self, id_: str) -> Group:
        """Return the group called *id_*."""
        return next(group for group in self.groups if group.id == id_)


def _must_be_known(kind: str, name: str, known: Iterable[str], place: tuple[str | int, ...]) -> None:
    if name not in known:
        allowed = ", ".join(sorted(known))
        raise mistake_at(place, "no {kind} '{name}'; allowed: {allowed}", kind=kind, name=name, allowed=allowed)
