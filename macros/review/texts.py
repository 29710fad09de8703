"""Every text that a clinician has to check, in reading order: first what does most harm when it is wrong."""

from collections.abc import Iterator

from macros import addresses
from macros.data.model import Guide
from macros.data.model.exercise import Exercise
from macros.data.model.guide import Section
from macros.data.model.programme import Programme
from macros.data.model.safety import Card, Place
from macros.review.item import Item, Part, source_of
from macros.wording.dates import days_phrase
from macros.wording.doses import dose_phrase
from macros.wording.labels import labels

ON_EXERCISES = ("stop", "ask")
"""Grades of the cards whose signs are on the pages of exercises too."""


def texts(guide: Guide, country: Place | None = None) -> Iterator[Item]:
    """Yield every item; the emergency line of *country* is on the page of every exercise."""
    yield from _safety(guide, country or guide.safety.anywhere)
    pictures = _pictures(guide)
    for exercise in guide.exercises:
        yield from _exercise(guide, exercise)
        yield from (item for item in pictures if item.page == addresses.exercise(exercise.id))
    yield from (item for item in pictures if item.page is None)
    for programme in guide.programmes:
        yield from _programme(guide, programme)
    yield from _sections(guide)


def _safety(guide: Guide, country: Place) -> Iterator[Item]:
    safety, here = guide.safety, (addresses.SAFETY,)
    everywhere = (*here, *(addresses.exercise(exercise.id) for exercise in guide.exercises))
    yield from Part("safety", everywhere).one("at_once", safety.at_once)
    yield from Part("safety", everywhere[1:]).one("ask_in_short", safety.ask_in_short)
    for cards in safety.by_urgency().values():
        for card in cards:
            yield from _card(guide, card)
    yield from Part("labels", here).one("numbers_differ", labels().numbers_differ)
    anywhere = safety.anywhere
    yield from _place(guide, anywhere, "safety.anywhere", here)
    for place in safety.countries:
        stem, source = f"safety.countries.{place.id}", source_of(place.basis, guide.evidence)
        call = Part(stem, everywhere if country == anywhere else here, source)
        yield from call.one("call", f"{place.state}: {place.call}")
        yield from _place(guide, place, stem, everywhere if place == country else here)
    soreness = Part("safety.soreness", here, source_of(safety.soreness.basis, guide.evidence))
    yield from soreness.one("at_once", safety.soreness.at_once)
    yield from soreness.each("says", safety.soreness.says)
    yield from Part("safety", here).one("lead", safety.lead)
    yield from Part("safety", here).each("about", safety.about)


def _place(guide: Guide, place: Place, stem: str, pages: tuple[str, ...]) -> Iterator[Item]:
    """Yield what to do at *place*, after its name, as on every page; *pages* show the emergency line."""
    source = source_of(place.basis, guide.evidence)
    yield from Part(stem, pages, source).one("emergency", f"{place.name}: {place.emergency}")
    for key, text in (("urgent", place.urgent), ("injury", place.injury)):
        yield from Part(stem, (addresses.SAFETY,), source).one(key, f"{place.name}: {text}")


def _card(guide: Guide, card: Card) -> Iterator[Item]:
    source, here = source_of(card.basis, guide.evidence), (addresses.SAFETY,)
    stem, about = f"safety.cards.{card.id}", (card.grade, *card.exercises)
    exercises = [exercise.id for exercise in guide.exercises if card.is_about([exercise.id])]
    shown = map(addresses.exercise, exercises if card.grade in ON_EXERCISES else ())
    yield from Part(stem, here, source, about).one("heading", card.heading)
    yield from Part(stem, (*here, *shown), source, (*about, card.heading)).each("signs", card.signs)
    yield from Part(stem, here, source, (*about, card.heading)).one("then", card.then)


def _exercise(guide: Guide, exercise: Exercise) -> Iterator[Item]:
    stem, here = f"exercises.{exercise.id}", (addresses.exercise(exercise.id),)
    taught = Part(stem, here, source_of(exercise.technique, guide.evidence))
    own = Part(stem, here)
    yield from taught.each("setup", exercise.setup)
    yield from own.one("stand_in", exercise.stand_in)
    yield from taught.each("steps", exercise.steps)
    yield from taught.one("feel", exercise.feel)
    yield from taught.each("cues", exercise.cues)
    yield from own.each("stop_if", exercise.stop_if)
    for level in exercise.levels:
        rung = Part(f"{stem}.levels.{level.id}", here, taught.source)
        dose = Part(rung.id, here, source_of(level.dose.basis, guide.evidence))
        yield from rung.one("change", level.change)
        yield from rung.each("setup", level.setup or ())
        yield from rung.each("steps", level.steps or ())
        yield from dose.one("dose", dose_phrase(level.dose, guide.guide.side))
        yield from Part(rung.id, here).each("not_for", level.not_for)
    yield from own.one("progress_when", exercise.progress_when)
    yield from taught.each("faults", (f"{fault.wrong} {fault.fix}" for fault in exercise.faults))
    yield from own.each("not_for", exercise.not_for)


def _pictures(guide: Guide) -> list[Item]:
    """Return every picture, in the order of the data, with the pages of the exercises that show it."""
    shown: dict[str, list[str]] = {id_: [] for id_ in guide.figures}
    for exercise in guide.exercises:
        names = (exercise.figure, *(level.figure for level in exercise.levels), *(f.figure for f in exercise.faults))
        for id_ in dict.fromkeys(filter(None, names)):
            shown[id_].append(addresses.exercise(exercise.id))
    return [
        Item(f"figures.{id_}", tuple(shown[id_]), f"{figure.title}: {figure.alt} {figure.desc}", "", figure=figure)
        for id_, figure in guide.figures.items()
    ]


def _programme(guide: Guide, programme: Programme) -> Iterator[Item]:
    stem, here = f"programmes.{programme.id}", guide.plan_page(programme)
    source = source_of(programme.basis, guide.evidence)
    names = {exercise.id: exercise.name for exercise in guide.exercises}
    levels = {(exercise.id, level.id): level.name for exercise in guide.exercises for level in exercise.levels}
    yield from Part(stem, (here,), source).one("who_for", programme.who_for)
    yield from Part(stem, (here,), source).each("about", programme.about)
    for advice in programme.advice:
        own = source_of(advice.basis, guide.evidence)
        yield from Part(f"{stem}.advice.{advice.id}", (here,), own, (advice.heading,)).each("says", advice.says)
    for number, week in enumerate(programme.weeks, 1):
        part = Part(f"{stem}.weeks.{number}", (addresses.week(number, here),), source)
        yield from part.one("advice", week.advice)
        for entry in week.entries:
            level = levels[entry.exercise, entry.level]
            text = f"{names[entry.exercise]}, {level}: {days_phrase(entry.days)}"
            yield from part.one(f"entries.{entry.exercise}", text)


def _sections(guide: Guide) -> Iterator[Item]:
    """Yield the plain texts that the data marks as clinical."""
    yield from _clinical("home", addresses.HOME, guide.home.sections)
    for page in guide.pages:
        yield from _clinical(f"pages.{page.id}", addresses.text_page(page.id), page.sections)


def _clinical(stem: str, page: str, sections: tuple[Section, ...]) -> Iterator[Item]:
    for section in sections:
        if section.clinical:
            part = Part(f"{stem}.sections.{section.id}", (page,), context=(section.heading,))
            yield from part.each("says", section.says)
            yield from part.each("bullets", section.bullets)
