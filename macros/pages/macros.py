"""The macros that pages call: each public method is one, with a template of the same name.

CONTRIBUTING shows an example of each, and "How to add a macro".
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Protocol, TypeVar

from macros import addresses, former, plan
from macros.calendar import calendar_texts
from macros.data.messages import did_you_mean
from macros.data.model.evidence import Claim
from macros.data.model.exercise import Exercise
from macros.data.model.programme import Programme
from macros.edition import Edition
from macros.pages import catalogue, evidence_parts
from macros.pages.plots import layout
from macros.pages.render import Renderer


class UnknownIdError(Exception):
    """A macro was given an id that the data does not have."""


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Item = TypeVar("Item", bound=_Named)


def find(kind: str, id_: object, items: Iterable[Item]) -> Item:
    """Return the item called *id_*; raises UnknownIdError with the known ids."""
    known = {item.id: item for item in items}
    if id_ in known:
        return known[str(id_)]
    raise UnknownIdError(f"no {kind} '{id_}'{did_you_mean(str(id_), known)}; known: {', '.join(known)}")


class Macros:
    """The macros of one edition, for the page whose address *here* returns."""

    def __init__(self, edition: Edition, renderer: Renderer, here: Callable[[], str]) -> None:
        """Index what many pages look up."""
        guide = edition.guide
        self._edition = edition
        self._guide = guide
        self._renderer = renderer
        self._here = here
        self._places = {exercise.id: place for place, exercise in enumerate(guide.exercises)}
        self._weeks = plan.weeks_of_exercises(guide)
        self._also_in = plan.other_programmes(guide)
        self._claims: dict[str, list[Claim]] = {}
        for claim in guide.evidence.claims:
            for name in claim.exercises:
                self._claims.setdefault(name, []).append(claim)

    def _exercise(self, id_: str) -> Exercise:
        place = self._places.get(id_)
        return self._guide.exercises[place] if place is not None else find("exercise", id_, self._guide.exercises)

    def _programme(self, id_: str) -> Programme:
        return find("programme", id_, self._guide.programmes) if id_ else self._guide.programme

    def _block(self, name: str, **context: object) -> str:
        return self._renderer.block(name, self._here(), **context)

    def home(self) -> str:
        """Return the first page."""
        guide, programme = self._guide, self._guide.programme
        start, kit, ask = guide.exercise(guide.home.start), plan.kit(guide, programme), plan.ask_first(guide, programme)
        return self._block("home", start=start, kit=kit, ask=ask)

    def exercise_index(self) -> str:
        """Return a card for every exercise, with filters."""
        exercises = self._guide.exercises
        kinds = dict.fromkeys(exercise.kind for exercise in exercises)
        firsts = {next(exercise.id for exercise in exercises if exercise.kind == kind): kind for kind in kinds}
        things = dict.fromkeys(thing for exercise in exercises for thing in exercise.equipment)
        return self._block("exercise_index", firsts=firsts, things=list(things))

    def exercise_card(self, exercise: str) -> str:
        """Return one exercise's card, which leads to its page."""
        return self._block("exercise_card", exercise=self._exercise(exercise))

    def exercise_page(self, exercise: str) -> str:
        """Return everything about one exercise."""
        shown = self._exercise(exercise)
        order, place = self._guide.exercises, self._places[shown.id]
        return self._block(
            "exercise_page",
            exercise=shown,
            previous=order[place - 1] if place else None,
            next=order[place + 1] if place + 1 < len(order) else None,
            weeks=self._weeks.get(shown.id, []),
            also_in=self._also_in.get(shown.id, []),
            claims=self._claims.get(shown.id, []),
            stop=self._guide.stop_signs(shown),
            ask=self._guide.ask_first(shown),
        )

    def exercise_findings(self, exercise: str) -> str:
        """Return what is known of one exercise, and what its doses and its teaching rest on."""
        shown = self._exercise(exercise)
        return self._block("exercise_findings", exercise=shown, claims=self._claims.get(shown.id, []))

    def dose_table(self, exercise: str) -> str:
        """Return the doses of every level of one exercise."""
        return self._block("dose_table", exercise=self._exercise(exercise))

    def plan_overview(self, programme: str = "") -> str:
        """Return a whole programme at a glance; the main one where no id is given."""
        shown = self._programme(programme)
        return self._block(
            "plan_overview",
            programme=shown,
            page=self._guide.plan_page(shown),
            exercises=[exercise for exercise in self._guide.exercises if exercise.id in shown.exercises],
            sheets=plan.sheets(self._guide, shown),
            kit=plan.kit(self._guide, shown),
            ask=plan.ask_first(self._guide, shown),
            calendar=calendar_texts(self._edition, shown),
        )

    def week_sheet(self, number: int, programme: str = "") -> str:
        """Return one week of a programme, to be printed on one sheet."""
        shown = self._programme(programme)
        count = len(shown.weeks)
        if isinstance(number, str):
            raise UnknownIdError(f"'{number}' is text; write the number of the week without quotes, 1 to {count}")
        if number not in range(1, count + 1):
            raise UnknownIdError(f"no week {number}; known: 1 to {count}")
        sheet, safety = plan.sheet(self._guide, shown, number), self._guide.safety
        stop, ask = safety.signs("stop", sheet.exercises), safety.signs("ask", sheet.exercises)
        return self._block("week_sheet", sheet=sheet, stop=stop, ask=ask)

    def safety_box(self) -> str:
        """Return the short stop rules."""
        return self._block("safety_box")

    def safety_cards(self) -> str:
        """Return every safety card and whom to call."""
        return self._block("safety_cards")

    def evidence_summary(self) -> str:
        """Return the answers to readers' questions, and the ways to what they rest on."""
        anchors = evidence_parts.pages(self._guide.evidence)
        below = [(page, anchors[page.address]) for page in catalogue.pages(self._guide) if page.address in anchors]
        return self._block("evidence_summary", below=below)

    def evidence_studies(self) -> str:
        """Return every study, with its plots and figures, and what it cannot show."""
        studies = self._guide.evidence.studies
        plots = {study.id: [layout(study, plot) for plot in study.plots] for study in studies}
        return self._block("evidence_studies", plots=plots)

    def evidence_findings(self) -> str:
        """Return every claim, for and against, and what is unknown."""
        evidence = self._guide.evidence
        named = partial(evidence_parts.named, evidence)
        return self._block("evidence_findings", groups=evidence_parts.by_part(evidence), named=named)

    def article_checked(self) -> str:
        """Return what the article behind the guide says, next to what the papers say."""
        return self._block("article_checked")

    def evidence_sources(self) -> str:
        """Return every source, and how to cite the guide."""
        return self._block("evidence_sources")

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
        return self._block("cite_guide")

    def cite(self, source: str) -> str:
        """Return the number of a source in brackets, to go inside a sentence; it leads to the list of references."""
        cited = find("source", source, self._guide.evidence.sources)
        return self._renderer.inline("cite", self._here(), source=cited)

    def own_plan(self) -> str:
        """Return the page on which readers build a plan of their own."""
        return self._block("own_plan")

    def own_today(self) -> str:
        """Return what to do today, from the plan that a device keeps."""
        return self._block("own_today", sheets=plan.all_sheets(self._guide))

    def own_log(self) -> str:
        """Return the log that a device keeps of what was done."""
        return self._block("own_log")

    def own_session(self) -> str:
        """Return the page on which a reader follows a session."""
        return self._block("own_session")

    def prose(self, page: str) -> str:
        """Return a page of plain text from the data."""
        return self._block("prose", page=find("page", page, self._guide.pages))

    def glossary(self) -> str:
        """Return every hard word with its meaning."""
        return self._block("glossary")

    def changes(self) -> str:
        """Return what changed in each version."""
        return self._block("changes")

    def gone(self, address: str = "") -> str:
        """Return what to read at an address whose page the guide no longer has; a list of them all without one."""
        pages = {page.address: page for page in former.gone(self._guide)}
        if address and address not in pages:
            raise UnknownIdError(f"no page that is gone at '{address}'; known: {', '.join(pages) or 'none'}")
        return self._block("gone", page=pages.get(address), pages=pages.values())

    def downloads(self) -> str:
        """Return every file to print and take away."""
        sheets = {programme.id: plan.sheets(self._guide, programme) for programme in self._guide.programmes}
        return self._block("downloads", sheets=sheets)

    def offline(self) -> str:
        """Return what to read instead of a page that is not on the device."""
        return self._block(
            "offline", pages=[page for page in catalogue.pages(self._guide) if page.address != addresses.OFFLINE]
        )


NAMES = tuple(name for name in vars(Macros) if not name.startswith("_"))
"""Every macro: the public methods of Macros."""


def by_name(macros: Macros) -> Mapping[str, Callable[..., str]]:
    """Return the macros of an edition by their names."""
    return {name: getattr(macros, name) for name in NAMES}
