"""The index of the search: what can be found, read from the data, as a script that pages load once search is opened.

An entry has a name, a place, lines to show and words to find. A page's markup, drawings, buttons, stop boxes, lists of
words and references are not in it.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from macros import addresses, former
from macros.anchors import EvidencePart, PlanPart, SafetyPart
from macros.data.model import Guide
from macros.data.model.evidence import Evidence
from macros.data.model.exercise import Exercise
from macros.data.model.guide import Section
from macros.data.model.statements import Statement
from macros.pages import catalogue
from macros.pages.evidence_parts import by_part
from macros.plan import all_sheets
from macros.wording.calls import emergency_call
from macros.wording.labels import labels
from macros.wording.text import sentence

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


class Kind(IntEnum):
    """What an entry is, and how much it counts in percent: exercises come before weeks."""

    EXERCISE = 100
    SAFETY = 90
    PLAN = 70
    TERM = 65
    EVIDENCE = 60
    TEXT = 55
    WEEK = 40


@dataclass(frozen=True)
class Entry:
    """Something to find."""

    address: str
    place: str
    """What part of the guide it is in."""

    kind: Kind
    name: str
    lines: tuple[str, ...] = ()
    """Whole sentences; a result shows the one that fits best, the first where none does."""

    words: tuple[str, ...] = ()
    """More text to be found by, which no result shows."""

    def packed(self, places: list[str]) -> list[object]:
        """Return the entry for JSON: its place by number, and each of its words once."""
        shown = {word.casefold() for text in (self.name, *self.lines) for word in WORD.findall(text)}
        more = dict.fromkeys(word.casefold() for text in self.words for word in WORD.findall(text))
        words = [word for word in more if word not in shown and word not in labels().search.skip]
        return [self.address, places.index(self.place), int(self.kind), self.name, list(self.lines), " ".join(words)]


def script(guide: Guide, written: Iterable[Entry] = ()) -> str:
    """Return the index as a classic script, which works from a folder too; *written* are pages of an editor's own."""
    found = {entry.address: entry for entry in (*entries(guide), *written)}
    places = list(dict.fromkeys(entry.place for entry in found.values()))
    index = {
        "places": places,
        "skip": labels().search.skip,
        "endings": labels().search.endings,
        "leads": [[list(lead.words), lead.to] for lead in guide.search.leads],
        "synonyms": [[list(synonym.words), synonym.means] for synonym in guide.search.synonyms],
        "entries": [entry.packed(places) for entry in found.values()],
    }
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")  # ends of lines in older JavaScript
    return f"window.guideSearch={text};\n"


def entries(guide: Guide) -> Iterator[Entry]:
    """Yield everything of *guide* that can be found, what matters most first."""
    for exercise in guide.exercises:
        yield _exercise(exercise)
    yield from _pages(guide)
    yield from _safety(guide)
    yield from _plan(guide)
    yield from _evidence(guide.evidence)
    yield from _gone(guide)
    for section in guide.home.sections:
        yield _section(addresses.HOME, labels().menu.home, section)
    for page in guide.pages:
        for section in page.sections:
            yield _section(addresses.text_page(page.id), page.menu, section)
    for term in guide.glossary:
        name = term.term[:1].upper() + term.term[1:]
        yield Entry(addresses.term(term.id), labels().glossary.title, Kind.TERM, name, (term.says,), term.forms)


def _exercise(exercise: Exercise) -> Entry:
    also = ", ".join(exercise.also_called)
    muscles = f"{labels().muscles}: {exercise.muscles}"
    lines = (exercise.summary, f"{labels().also_called} {also}" if also else "", muscles)
    needs = ", ".join(exercise.equipment)
    levels = [text for level in exercise.levels for text in (level.name, level.change, *(level.steps or ()))]
    faults = [text for fault in exercise.faults for text in (fault.wrong, fault.fix)]
    kinds = (*(labels().positions[position] for position in exercise.positions), labels().kinds[exercise.kind])
    words = (*kinds, *exercise.setup, *exercise.steps, exercise.feel)
    return Entry(
        addresses.exercise(exercise.id),
        labels().menu.exercises,
        Kind.EXERCISE,
        exercise.full_name,
        tuple(filter(None, (*lines, needs, exercise.stand_in))),
        (*words, *exercise.cues, *levels, *faults),
    )


def _pages(guide: Guide) -> Iterator[Entry]:
    """Yield each page as a whole, but those of exercises and weeks."""
    menu, evidence = labels().menu, guide.evidence
    parts = {
        addresses.HOME: (menu.home, Kind.TEXT),
        addresses.EXERCISES: (menu.exercises, Kind.EXERCISE),
        addresses.SAFETY: (menu.safety, Kind.SAFETY),
        **{guide.plan_page(programme): (programme.title, Kind.PLAN) for programme in guide.programmes},
        addresses.EVIDENCE: (menu.evidence, Kind.EVIDENCE),
    }
    more = {
        addresses.HOME: (guide.home.lead,),
        addresses.SAFETY: (guide.safety.at_once, guide.safety.lead),
        **{guide.plan_page(programme): (programme.who_for, *programme.about) for programme in guide.programmes},
        addresses.EVIDENCE: _says((*evidence.limits, *evidence.looked)),
        addresses.CHECKLIST: evidence.checklist.about if evidence.checklist else (),
        addresses.CHANGES: tuple(change for release in guide.guide.releases for change in release.changes),
        **{addresses.text_page(page.id): (page.lead,) for page in guide.pages},
    }
    parts |= {addresses.text_page(page.id): (page.menu, Kind.TEXT) for page in guide.pages}
    own = {sheet.address for sheet in all_sheets(guide)} | {addresses.exercise(e.id) for e in guide.exercises}
    for page in catalogue.pages(guide):
        if page.address not in own:
            place, kind = parts.get(page.address) or parts.get(_first(page.address), (page.title, Kind.TEXT))
            yield Entry(page.address, place, kind, page.title, (page.summary, *more.get(page.address, ())))


def _first(address: str) -> str:
    """Return the page at the root that a page is, or is below."""
    return re.sub(r"(?<=/).*", "", address)


def _safety(guide: Guide) -> Iterator[Entry]:
    safety = guide.safety

    def part(anchor: str, name: str, lines: Iterable[str] = ()) -> Entry:
        address = addresses.at(addresses.SAFETY, anchor)
        return Entry(address, labels().menu.safety, Kind.SAFETY, name, tuple(lines))

    numbers = emergency_call(safety, safety.anywhere).says
    for urgency, cards in safety.by_urgency().items():
        yield part(urgency, labels().urgency[urgency], [numbers] if urgency == "emergency" else [])
        for card in cards:
            signs = (sentence(text) for text in (*card.signs, *filter(None, [card.then])))
            yield part(card.id, f"{card.heading} …", signs)
    calls = (
        f"{place.name}: {text}"
        for place in (safety.anywhere, *safety.countries)
        for text in (place.emergency, place.urgent, place.injury)
    )
    yield part(SafetyPart.WHO_TO_CALL, labels().who_to_call, (labels().numbers_differ, *calls))
    soreness = (*filter(None, [safety.soreness.at_once]), *safety.soreness.says)
    yield part(SafetyPart.SORENESS, labels().soreness, soreness)
    yield part(SafetyPart.ABOUT, labels().about_rules, safety.about)


def _plan(guide: Guide) -> Iterator[Entry]:
    place = guide.programme.title
    calendar = addresses.at(addresses.PLAN, PlanPart.CALENDAR)
    about = labels().calendar.any_day
    yield Entry(calendar, place, Kind.PLAN, labels().calendar.heading, (about,))
    for programme in guide.programmes:
        for advice in programme.advice:
            address = addresses.at(guide.plan_page(programme), advice.id)
            yield Entry(address, programme.title, Kind.PLAN, advice.heading, advice.says)
    yield from _weeks(guide)


def _weeks(guide: Guide) -> Iterator[Entry]:
    """Yield every week; an exercise finds those of the main programme alone."""
    for sheet in all_sheets(guide):
        has = tuple(row.exercise.name for row in sheet.rows if sheet.is_main)
        lines = (sentence(sheet.week.focus), sheet.week.advice)
        yield Entry(sheet.address, sheet.programme.title, Kind.WEEK, sheet.name, lines, has)


def _evidence(evidence: Evidence) -> Iterator[Entry]:
    def part(page: str, anchor: str, name: str, lines: Iterable[str]) -> Entry:
        return Entry(addresses.at(page, anchor), labels().menu.evidence, Kind.EVIDENCE, name, tuple(lines))

    for answer in evidence.answers:
        yield part(addresses.EVIDENCE, answer.id, answer.question, (f"{answer.short} {answer.says}", answer.why))
    if evidence.brief:
        yield part(addresses.STUDIES, EvidencePart.BRIEF, evidence.brief.title, _says(evidence.brief.points))
    for study in evidence.studies:
        lines = (*study.about, study.people, study.design, *study.found, *study.limits)
        yield part(addresses.STUDIES, study.id, study.name, lines)
    if evidence.compared:
        compared = (text for row in evidence.compared for text in (row.article, row.papers))
        article = labels().evidence_pages.article.title
        yield part(addresses.ARTICLE, EvidencePart.ARTICLE, article, (evidence.article, *compared))
    for group, topics in by_part(evidence).items():
        for number, (topic, claims) in enumerate(topics.items(), 1):
            heading = f"{topic}: {labels().evidence_parts[group].heading}"
            yield part(addresses.FINDINGS, f"{group}-{number}", heading, (claim.says for claim in claims))
    yield part(addresses.FINDINGS, EvidencePart.UNKNOWN, labels().not_known, _says(evidence.unknown))
    if evidence.ratings:
        yield part(addresses.FINDINGS, EvidencePart.HOW_SURE, labels().how_sure, evidence.ratings.says)


def _gone(guide: Guide) -> Iterator[Entry]:
    """Yield what is retired, but not what a clinic leaves out, without the pages below it."""
    retired = {former.pages_of(item, item.id)[0] for item in guide.retired if not item.by}
    for page in former.gone(guide):
        if page.address in retired:
            yield Entry(page.address, labels().gone.found, Kind.TEXT, page.title, (page.lead, page.says))


def _section(page: str, place: str, section: Section) -> Entry:
    lines = (*section.says, *section.bullets, *_says(section.findings))
    return Entry(addresses.at(page, section.id), place, Kind.TEXT, section.heading, lines)


def _says(statements: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(statement.says for statement in statements)
