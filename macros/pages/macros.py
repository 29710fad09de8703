"""The macros that pages call. Each has a template of the same name; CONTRIBUTING shows an example of each."""

import difflib
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Protocol, TypeVar

from macros import calendar, plan
from macros.data.model import Guide
from macros.data.model.clinic import Clinic
from macros.data.model.evidence import Claim
from macros.data.model.exercise import Exercise
from macros.downloads import Downloads
from macros.pages.plots import drawing
from macros.pages.render import Renderer
from macros.references.cited_on import Places

NAMES = (
    "home",
    "exercise_index",
    "exercise_card",
    "exercise_page",
    "dose_table",
    "plan_overview",
    "week_sheet",
    "safety_box",
    "safety_cards",
    "evidence_summary",
    "plain_summary",
    "checklist",
    "reference_list",
    "cite_guide",
    "cite",
    "prose",
    "glossary",
    "changes",
    "downloads",
)
"""Every macro."""


PARTS = {
    "supports": "helps",
    "measured": "measured",
    "no-effect": "did_not",
    "contradicts": "did_not",
    "opinion": "open",
    "not-checked": "open",
}
"""Part of the evidence page for each relation, in the order of the page."""


class UnknownIdError(Exception):
    """A macro was given an id that the data does not have."""


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Thing = TypeVar("Thing", bound=_Named)


def find(kind: str, id_: object, things: Iterable[Thing]) -> Thing:
    """Return the thing called *id_*; raises UnknownIdError with the known ids."""
    known = {thing.id: thing for thing in things}
    if id_ in known:
        return known[str(id_)]
    near = difflib.get_close_matches(str(id_), known, n=1, cutoff=0.5)
    hint = f"; did you mean '{near[0]}'?" if near else ""
    raise UnknownIdError(f"no {kind} '{id_}'{hint}; known: {', '.join(known)}")


class Macros:
    """The macros of one guide, for the page at the address that *here* returns."""

    def __init__(  # noqa: PLR0913 - all that the macros of one guide share
        self,
        guide: Guide,
        clinic: Clinic,
        site: str,
        here: Callable[[], str],
        *,
        downloads: Downloads,
        changed: datetime = calendar.EPOCH,
    ) -> None:
        """Keep what every macro needs; *changed* tells calendars which of two files is newer."""
        self._guide = guide
        self._here = here
        self._renderer = Renderer(guide, clinic, site)
        self._renderer.environment.globals["downloads"] = downloads
        self._calendar = calendar.plan(guide, clinic, site, changed)
        self._places = {exercise.id: place for place, exercise in enumerate(guide.exercises)}
        self._weeks = plan.weeks_of_exercises(guide)
        self._claims: dict[str, list[Claim]] = {}
        for claim in guide.evidence.claims:
            for name in claim.exercises:
                self._claims.setdefault(name, []).append(claim)

    def _exercise(self, id_: str) -> Exercise:
        place = self._places.get(id_)
        return self._guide.exercises[place] if place is not None else find("exercise", id_, self._guide.exercises)

    def _block(self, name: str, **context: object) -> str:
        return self._renderer.block(name, self._here(), **context)

    def home(self) -> str:
        """Return the first page."""
        return self._block("home", start=self._guide.exercise(self._guide.home.start))

    def exercise_index(self) -> str:
        """Return a card for every exercise, by kind."""
        kinds = dict.fromkeys(exercise.kind for exercise in self._guide.exercises)
        groups = {kind: [e for e in self._guide.exercises if e.kind == kind] for kind in kinds}
        return self._block("exercise_index", groups=groups)

    def exercise_card(self, exercise: str) -> str:
        """Return one exercise's card, which leads to its page."""
        return self._block("exercise_card", exercise=self._exercise(exercise))

    def exercise_page(self, exercise: str) -> str:
        """Return everything about one exercise."""
        found = self._exercise(exercise)
        order, place = self._guide.exercises, self._places[found.id]
        return self._block(
            "exercise_page",
            exercise=found,
            dose=found.levels[0].dose,
            previous=order[place - 1] if place else None,
            next=order[place + 1] if place + 1 < len(order) else None,
            weeks=self._weeks.get(found.id, []),
            claims=self._claims.get(found.id, []),
        )

    def dose_table(self, exercise: str) -> str:
        """Return the doses of every level of one exercise."""
        return self._block("dose_table", exercise=self._exercise(exercise))

    def plan_overview(self) -> str:
        """Return the whole plan at a glance."""
        return self._block("plan_overview", sheets=plan.sheets(self._guide), calendar=self._calendar)

    def week_sheet(self, number: int) -> str:
        """Return one week, made to be printed on one sheet."""
        count = len(self._guide.programme.weeks)
        if number not in range(1, count + 1):
            raise UnknownIdError(f"no week {number}; known: 1 to {count}")
        return self._block("week_sheet", sheet=plan.sheet(self._guide, number), count=count)

    def safety_box(self) -> str:
        """Return the short stop rules."""
        return self._block("safety_box")

    def safety_cards(self) -> str:
        """Return every safety card and whom to call."""
        return self._block("safety_cards")

    def evidence_summary(self) -> str:
        """Return studies, claims for and against, and what is unknown."""
        evidence = self._guide.evidence
        groups: dict[str, dict[str, list[Claim]]] = {}
        for claim in sorted(evidence.claims, key=lambda claim: list(PARTS).index(claim.relation)):
            groups.setdefault(PARTS[claim.relation], {}).setdefault(claim.topic, []).append(claim)
        plots = {study.id: [drawing(study, plot) for plot in study.plots] for study in evidence.studies}
        item = self._renderer.cited_as
        return self._block("evidence_summary", groups=groups, plots=plots, places=Places(), item=item)

    def plain_summary(self) -> str:
        """Return the evidence in plain words, where the guide has such a summary."""
        plain = self._guide.evidence.plain
        if plain is None:
            raise UnknownIdError("no plain summary in this guide: it has no evidence.plain")
        return self._block("plain_summary", plain=plain)

    def checklist(self) -> str:
        """Return what is reported of the exercises, where the guide has such a checklist."""
        checklist = self._guide.evidence.checklist
        if checklist is None:
            raise UnknownIdError("no checklist in this guide: it has no evidence.checklist")
        study = self._guide.evidence.study(checklist.study)
        return self._block("checklist", checklist=checklist, study=study)

    def reference_list(self) -> str:
        """Return every source, numbered."""
        return self._block("reference_list")

    def cite_guide(self) -> str:
        """Return how to cite the guide itself."""
        return self._block("cite_guide", item=self._renderer.cited_as)

    def cite(self, source: str) -> str:
        """Return the number of a source in brackets, to stand in a sentence; it leads to the reference list."""
        found = find("source", source, self._guide.evidence.sources)
        return self._renderer.inline("cite", self._here(), source=found)

    def prose(self, page: str) -> str:
        """Return a page of plain text from the data."""
        return self._block("prose", page=find("page", page, self._guide.pages))

    def glossary(self) -> str:
        """Return every hard word with its meaning."""
        return self._block("glossary")

    def changes(self) -> str:
        """Return what changed in each version."""
        return self._block("changes")

    def downloads(self) -> str:
        """Return every file to print and take away."""
        return self._block("downloads", sheets=plan.sheets(self._guide))
