"""The booklet: the whole main programme to hold in the hand."""

from collections.abc import Iterator

from macros import addresses
from macros.data.model import Guide
from macros.papers import handout, sheet, summary
from macros.papers.kind import Kind, Subject
from macros.papers.layout import Data, Layout, basis
from macros.wording.calls import emergency_call
from macros.wording.labels import labels
from macros.wording.references import reference


def subjects(guide: Guide) -> Iterator[Subject]:
    """Yield the main programme; the others are short, and have sheets alone."""
    yield Subject(addresses.PLAN, f"{guide.guide.title}: {guide.programme.title}")


def layout(shared: Layout, about: str = "") -> Data:  # noqa: ARG001 - every layout takes it
    """Return the whole booklet."""
    guide = shared.guide
    return {
        "qr": shared.qr(addresses.PLAN),
        "title": guide.programme.title,
        "lead": guide.home.lead,
        "says": guide.programme.summary,
        "picture": shared.exercises[guide.home.start].figure,
        "contents": labels().contents,
        "how": labels().how_to_use,
        "about": guide.programme.about,
        "advice": [{"heading": advice.heading, "says": advice.says} for advice in guide.programme.advice],
        "weeks": [sheet.layout(shared, id_) for id_, week in shared.sheets.items() if week.is_main],
        "safety": _safety(shared),
        "exercises": [handout.layout(shared, exercise.id) for exercise in guide.exercises],
        "summary": summary.layout(shared) or None,
        "sources": [reference(source) for source in guide.evidence.sources],
    }


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
    large_print=False,
)
