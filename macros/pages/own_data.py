"""The guide's facts and words for the scripts with which readers make doses and plans of their own."""

import json

from pydantic import BaseModel

from macros import addresses
from macros.calendar import own_plan_texts
from macros.data.model import Guide
from macros.data.model.dose import Dose, Range, Repetitions, Time, numbers
from macros.data.model.exercise import Exercise, Level
from macros.data.model.programme import Programme
from macros.data.model.retired import Retired
from macros.data.model.safety import Grade
from macros.edition import Edition
from macros.pages import own_words
from macros.plan import sheets
from macros.wording.about import version_phrase
from macros.wording.calls import emergency_call
from macros.wording.dates import date_phrase
from macros.wording.labels import labels
from macros.wording.text import sentence

FROM, NOTE = 40, 80
"""Characters of a sender's name and of a note, at most."""

WORD, SCALE = 80, [0, 10]
"""Characters of a word in the log, at most; the least and the most of effort and pain."""

IN_LINKS = ("exercise", "programme")
"""Kinds of things that a link may name."""

LONGEST = 4000
"""Characters of what a link may carry; a longer one is not read."""


def script(edition: Edition) -> str:
    """Return the data as a classic script, which works from a folder too."""
    text = json.dumps(data(edition), ensure_ascii=False, separators=(",", ":"))
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")  # ends of lines in older JavaScript
    return f"guide.data={text};"


def data(edition: Edition) -> dict[str, object]:
    """Return what the scripts know of a guide."""
    guide = edition.guide
    return {
        "title": guide.guide.title,
        "version": sentence(version_phrase(guide.guide)),
        "side": guide.guide.side,
        "pages": {
            "plan": addresses.OWN_PLAN,
            "today": addresses.TODAY,
            "log": addresses.LOG,
            "session": addresses.SESSION,
        },
        "limits": limits(),
        "exercises": [_exercise(guide, exercise) for exercise in guide.exercises],
        "programmes": [_programme(guide, programme) for programme in guide.programmes],
        "gone": {kind: [_gone(item) for item in guide.retired if item.kind == kind] for kind in IN_LINKS},
        "changeover": guide.programme.changeover,
        "safety": _safety(edition),
        "days": [{"id": day, "name": name, "short": name[:3]} for day, name in labels().days.items()],
        "calendar": own_plan_texts(edition),
        "words": own_words.words(),
        "says": own_words.says(),
        "form": own_words.form(),
    }


def limits() -> dict[str, object]:
    """Return what the numbers of a link may be: the limits of the data model."""
    return {
        "sets": _between(Repetitions, "sets"),
        "count": _between(Range, "low"),
        "seconds": _between(Time, "seconds"),
        "hold": _between(Repetitions, "hold"),
        "rest": _between(Repetitions, "rest"),
        "weeks": [1, Programme.model_json_schema()["properties"]["weeks"]["maxItems"]],
        "from": FROM,
        "note": NOTE,
        "word": WORD,
        "scale": SCALE,
        "link": LONGEST,
    }


def _between(model: type[BaseModel], field: str) -> list[int]:
    """Return the least and the most that the model takes."""
    bounds = model.model_json_schema()["properties"][field]
    return [bounds["ge"], bounds["le"]]


def _exercise(guide: Guide, exercise: Exercise) -> dict[str, object]:
    return {
        "id": exercise.id,
        "former": exercise.former_ids,
        "name": exercise.name,
        "address": addresses.exercise(exercise.id),
        "not_for": exercise.not_for,
        "stop_if": exercise.stop_if,
        "cues": exercise.cues,
        "levels": [_level(guide, exercise, level) for level in exercise.levels],
    }


def _gone(item: Retired) -> dict[str, object]:
    label = labels().gone.lost_hidden if item.by else labels().gone.lost
    says = label.format(name=item.name, by=item.by, date=date_phrase(item.since))
    return {"id": item.id, "former": item.former_ids, "name": item.name, "says": says}


def _level(guide: Guide, exercise: Exercise, level: Level) -> dict[str, object]:
    id_ = exercise.figure_at(level)
    drawn = id_ if id_ in guide.figures else None
    return {
        "id": level.id,
        "former": level.former_ids,
        "name": level.name,
        "figure": [addresses.figure(drawn, "svg"), addresses.dark_figure(drawn)] if drawn else None,
        "needs": exercise.equipment_at(level),
        "setup": exercise.setup_at(level),
        "steps": exercise.steps_at(level),
        "not_for": level.not_for,
        "dose": dose_for_scripts(level.dose),
    }


def dose_for_scripts(dose: Dose) -> dict[str, object]:
    """Return a dose in the shape that the scripts use: all kinds have the same keys."""
    low, high, each, hold = numbers(dose)
    own = {"low": low, "high": high, "each": each, "hold": hold}
    return {"kind": dose.kind, "sets": dose.sets, **own, "rest": dose.rest, "side": dose.sides}


def _programme(guide: Guide, programme: Programme) -> dict[str, object]:
    weeks = [
        {
            "address": sheet.address,
            "focus": sheet.week.focus,
            "entries": [[row.exercise.id, row.level.id, _days(row.days)] for row in sheet.rows],
        }
        for sheet in sheets(guide, programme)
    ]
    own = {"id": programme.id, "former": programme.former_ids, "title": programme.title, "about": programme.who_for}
    return own | {"address": guide.plan_page(programme), "weeks": weeks}


def _days(days: tuple[bool, ...]) -> str:
    """Return the days as numbers, Monday being 1: '135'."""
    return "".join(str(place) for place, day in enumerate(days, 1) if day)


def _safety(edition: Edition) -> dict[str, object]:
    safety = edition.guide.safety
    call = emergency_call(safety, edition.country)

    def cards(grade: Grade) -> list[dict[str, object]]:
        return [{"exercises": c.exercises, "signs": c.signs} for c in safety.cards if c.grade == grade]

    own: dict[str, object] = {"ask": cards("ask"), "stop": cards("stop"), "at_once": safety.at_once}
    return own | {"call": [call.where, call.says], "page": addresses.SAFETY}
