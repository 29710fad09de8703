"""The index of the search: what can be found, read from the data, as a script that pages load once search is opened.

An entry has a name, a place, lines to show and words to find. A page's markup, drawings, buttons, stop boxes, lists of
words and references are not in it.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from macros import addresses
from macros.anchors import EvidencePart, PlanPart, SafetyPart
from macros.data.model import Guide
from macros.data.model.evidence import Evidence
from macros.data.model.exercise import Exercise
from macros.data.model.guide import Section
from macros.data.model.statements import Statement
from macros.pages import catalogue
from macros.pages.evidence_parts import by_part
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
    words = (exercise.position, labels().kinds[exercise.kind], *exercise.setup, *exercise.steps, exercise.feel)
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
        addresses.PLAN: (guide.programme.title, Kind.PLAN),
        addresses.EVIDENCE: (menu.evidence, Kind.EVIDENCE),
    }
    more = {
        addresses.HOME: (guide.home.lead,),
        addresses.SAFETY: (guide.safety.at_once, *guide.safety.about),
        addresses.PLAN: guide.programme.about,
        addresses.PLAIN_SUMMARY: _says(evidence.plain.sentences) if evidence.plain else (),
        addresses.CHECKLIST: evidence.checklist.about if evidence.checklist else (),
        addresses.CHANGES: tuple(change for release in guide.guide.releases for change in release.changes),
        **{addresses.text_page(page.id): (page.lead,) for page in guide.pages},
    }
    own = {entry.address for entry in _weeks(guide)} | {addresses.exercise(exercise.id) for exercise in guide.exercises}
    for page in catalogue.pages(guide):
        if page.address not in own:
            place, kind = parts.get(_first(page.address), (page.menu or page.title, Kind.TEXT))
            yield Entry(page.address, place, kind, page.title, (page.summary, *more.get(page.address, ())))


def _first(address: str) -> str:
    """Return the page at the root that a page is, or is below."""
    return re.sub(r"(?<=/).*", "", address)


def _safety(guide: Guide) -> Iterator[Entry]:
    safety, place = guide.safety, labels().menu.safety
    for card in safety.cards:
        signs = tuple(sentence(text) for text in (*card.signs, *filter(None, [card.then])))
        yield Entry(addresses.at(addresses.SAFETY, card.id), place, Kind.SAFETY, f"{card.heading} …", signs)
    countries = (safety.anywhere, *safety.countries)
    calls = (text for country in countries for text in (country.emergency, country.urgent, country.injury))
    numbers = (labels().numbers_differ, *calls)
    who_to_call = addresses.at(addresses.SAFETY, SafetyPart.WHO_TO_CALL)
    yield Entry(who_to_call, place, Kind.SAFETY, labels().who_to_call, numbers)
    soreness = addresses.at(addresses.SAFETY, SafetyPart.SORENESS)
    yield Entry(soreness, place, Kind.SAFETY, labels().soreness, safety.soreness.says)


def _plan(guide: Guide) -> Iterator[Entry]:
    place = guide.programme.title
    calendar = addresses.at(addresses.PLAN, PlanPart.CALENDAR)
    about = labels().calendar.any_day
    yield Entry(calendar, place, Kind.PLAN, labels().calendar.heading, (about,))
    for advice in guide.programme.advice:
        yield Entry(addresses.at(addresses.PLAN, advice.id), place, Kind.PLAN, advice.heading, advice.says)
    yield from _weeks(guide)


def _weeks(guide: Guide) -> Iterator[Entry]:
    names = {exercise.id: exercise.name for exercise in guide.exercises}
    for number, week in enumerate(guide.programme.weeks, 1):
        has = tuple(names[entry.exercise] for entry in week.entries)
        title, lines = f"{labels().menu.week} {number}", (sentence(week.focus), week.advice)
        yield Entry(addresses.week(number), guide.programme.title, Kind.WEEK, title, lines, has)


def _evidence(evidence: Evidence) -> Iterator[Entry]:
    def part(anchor: str, name: str, lines: Iterable[str]) -> Entry:
        address = addresses.at(addresses.EVIDENCE, anchor)
        return Entry(address, labels().menu.evidence, Kind.EVIDENCE, name, tuple(lines))

    if evidence.brief:
        yield part(EvidencePart.BRIEF, evidence.brief.title, _says(evidence.brief.points))
    yield part(EvidencePart.KEY, labels().key_messages, _says(evidence.key))
    for study in evidence.studies:
        yield part(study.id, study.name, (*study.about, study.people, study.design, *study.found, *study.limits))
    if evidence.compared:
        compared = (text for row in evidence.compared for text in (row.article, row.papers))
        yield part(EvidencePart.ARTICLE, labels().article_checked, (evidence.article, *compared))
    for group, topics in by_part(evidence).items():
        for number, (topic, claims) in enumerate(topics.items(), 1):
            heading = f"{topic}: {labels().evidence_parts[group].heading}"
            yield part(f"{group}-{number}", heading, (claim.says for claim in claims))
    yield part(EvidencePart.UNKNOWN, labels().not_known, _says(evidence.unknown))
    if evidence.ratings:
        yield part(EvidencePart.HOW_SURE, labels().how_sure, evidence.ratings.says)


def _section(page: str, place: str, section: Section) -> Entry:
    lines = (*section.says, *section.bullets, *_says(section.findings))
    return Entry(addresses.at(page, section.id), place, Kind.TEXT, section.heading, lines)


def _says(statements: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(statement.says for statement in statements)
