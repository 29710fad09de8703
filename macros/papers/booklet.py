"""The booklet: the main programme to hold in the hand, plain or to fold."""

from collections.abc import Iterator

from macros import addresses
from macros.data.model import Guide
from macros.data.model.paper_size import PaperSize
from macros.papers import handout, sheet
from macros.papers.kind import A4, LETTER, Format, Kind, Subject
from macros.papers.layout import Data, Layout, basis
from macros.plan import kit
from macros.wording.calls import emergency_call
from macros.wording.labels import labels


def subjects(guide: Guide) -> Iterator[Subject]:
    """Yield the main programme; the others are short, and have sheets alone."""
    yield Subject(addresses.PRINT, f"{guide.guide.title}: {guide.programme.title}")


def layout(shared: Layout, about: str = "") -> Data:  # noqa: ARG001 - every layout takes it
    """Return the whole booklet."""
    guide, safety = shared.guide, shared.guide.safety
    return {
        "qr": shared.qr(addresses.PLAN),
        "guide": guide.guide.title,
        "title": guide.programme.title,
        "says": guide.programme.summary,
        "picture": shared.exercises[guide.home.start].figure,
        "lines": [labels().made_for, labels().made_by, labels().phone],
        "contents": labels().contents,
        "safety": _safety(shared),
        "stop": safety.signs("stop", guide.programme.exercises),
        "kit_heading": labels().you_need,
        "kit": [_need(need.thing, need.week, list(need.stand_ins)) for need in kit(guide, guide.programme)],
        "how": labels().how_to_use,
        "about": guide.programme.about,
        "advice": [{"heading": advice.heading, "says": advice.says} for advice in guide.programme.advice],
        "parts": list(_parts(shared)),
        "evidence": {
            "title": guide.evidence.title,
            "says": guide.evidence.summary,
            "qr": shared.qr(addresses.EVIDENCE),
            "sources_qr": shared.qr(addresses.SOURCES),
        },
    }


def _need(thing: str, week: int, stand_ins: list[str]) -> str:
    """Return a thing, the week from which it is needed where that is not the first, and what stands in for it."""
    name = thing if week == 1 else f"{thing} ({labels().papers.from_week.format(week=week)})"
    return " ".join((f"{name}.", *stand_ins))


def _parts(shared: Layout) -> Iterator[Data]:
    """Yield each week after the exercises that are new in it; at last the exercises that no week has."""
    new = list(shared.exercises)
    for id_, week in shared.sheets.items():
        if week.is_main:
            in_week = [exercise for exercise in new if exercise in week.exercises]
            new = [exercise for exercise in new if exercise not in in_week]
            yield {"exercises": [handout.layout(shared, it) for it in in_week], "week": sheet.layout(shared, id_)}
    if new:
        yield {"exercises": [handout.layout(shared, it) for it in new], "week": None}


def _safety(shared: Layout) -> Data:
    safety, country = shared.guide.safety, shared.edition.country
    emergency = emergency_call(safety, country)
    clinic = shared.edition.clinic
    own = {"where": clinic.name or labels().your_clinic, "says": clinic.urgent} if clinic.urgent else None
    calls = {
        "emergency": {"where": emergency.where, "says": emergency.says},
        "urgent": {"where": country.name, "says": country.urgent},
        "injury": {"where": country.name, "says": country.injury},
    }
    return {
        "title": safety.title,
        "about": (safety.lead, *safety.about),
        "cards": [
            {
                "heading": card.heading,
                "signs": card.signs,
                "then": card.then,
                "call": calls.get(card.grade),
                "clinic": own if card.grade == "urgent" else None,
            }
            for cards in safety.by_urgency().values()
            for card in cards
        ],
        "places": [
            {"name": place.name, "emergency": place.emergency, "urgent": place.urgent}
            for place in (safety.anywhere, *safety.countries)
        ],
        "soreness": (*safety.soreness.says, *filter(None, [safety.soreness.at_once])),
        "soreness_basis": basis(safety.soreness.basis),
    }


KIND = Kind(
    name="booklet",
    subjects=subjects,
    layout=layout,
    where="the booklet{}",
    hint="shorten what it says",
    most_pages=None,
    formats=(
        A4,
        LETTER,
        Format("a5-fold", PaperSize.A4, "a5", folds=True),
        Format("half-letter-fold", PaperSize.LETTER, "us-statement", folds=True),
    ),
    also_at=(addresses.PLAN,),
    foot_at_end=True,
)
