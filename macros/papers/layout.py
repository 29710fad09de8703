"""What goes on each paper, as plain data for the Typst templates: strings, numbers, ids of pictures."""

from collections.abc import Mapping

from macros import plan
from macros.data.model import Guide
from macros.data.model.clinic import Clinic
from macros.data.model.exercise import Exercise
from macros.data.model.source import Source
from macros.pages.render import country
from macros.papers.catalogue import Paper
from macros.plan import Sheet
from macros.qr import qr_svg
from macros.wording import phrases
from macros.wording.phrases import words

Data = dict[str, object]
LABELS = (
    *("how", "get_ready", "stand_in", "feel", "remember", "easier_and_harder", "go_on_when", "what_goes_wrong"),
    *("ask_first_if", "stop_this_if", "exercise_and_dose", "box", "minutes_a_day", "how_hard", "made_for", "made_by"),
    *("phone", "from_week_of", "notes", "starting_point", "who_to_call", "numbers_differ", "where_you_are"),
    *("emergency", "urgent", "soreness", "references"),
)
"""The labels of words.yml that the templates use."""

PAPER = {"a4": "a4", "letter": "us-letter"}
"""Typst's names of the paper sizes."""

SHOWN = (".jpg", ".jpeg", ".png", ".webp", ".svg")
"""Photos that Typst can print."""


class Contents:
    """Lays out what stands on the papers of one guide."""

    def __init__(self, guide: Guide, clinic: Clinic, site: str) -> None:
        self._guide = guide
        self._site = site
        self._numbers = {source.id: number for number, source in enumerate(guide.evidence.sources, 1)}
        self._sheets = plan.sheets(guide)
        self._exercises = {exercise.id: exercise for exercise in guide.exercises}
        self._country = country(guide, clinic)
        self._shared = self._for_all(clinic)

    def of(self, paper: Paper) -> Data:
        """Return everything that is on *paper* but the drawings themselves."""
        return {
            **self._shared,
            "kind": paper.kind,
            "title": paper.title,
            "paper": PAPER[paper.size],
            "large": paper.large,
            "body": self._body(paper),
        }

    def _body(self, paper: Paper) -> Data:
        match paper.kind:
            case "handout":
                return self._handout(self._exercises[paper.about])
            case "sheet":
                return self._sheet(self._sheets[int(paper.about) - 1])
            case "summary":
                return self._summary()
            case "booklet":
                return self._booklet()

    def _for_all(self, clinic: Clinic) -> Data:
        guide, said, short = self._guide.guide, words().model_dump(), self._guide.safety.short
        language, _, region = guide.language.partition("-")
        contact = clinic.model_dump(include={"name", "phone", "url", "logo"}, exclude_none=True)
        return {
            "author": guide.credit,
            "date": [guide.released.year, guide.released.month, guide.released.day],
            "language": language,
            "region": region or None,
            "words": {label: said[label] for label in LABELS},
            "clinic": contact or None,
            "foot": self._foot(said, clinic),
            "stop": {
                "heading": short.heading,
                "signs": short.signs,
                "then": short.then,
                "country": self._country.name,
                "call": self._country.emergency,
            },
        }

    def _foot(self, said: Mapping[str, str], clinic: Clinic) -> str:
        guide = self._guide.guide
        day = phrases.date_phrase
        reviewed = guide.review and f"{said['reviewed_by']} {guide.review.by}, {day(guide.review.date)}."
        version = f"{guide.title}, {said['version'].lower()} {guide.version}, {day(guide.released)}."
        lines = (version, said["check_newer"], reviewed or said["not_reviewed"])
        return " ".join((*lines, f"© {guide.credit}.", phrases.sentence(guide.licence), clinic.licence or "")).strip()

    def _code(self, page: str) -> Data | None:
        if not self._site:
            return None
        address = f"{self._site.rstrip('/')}/{page}"
        return {"address": address, "svg": str(qr_svg(address)), "alt": f"{words().model_dump()['qr_code']} {address}"}

    def _picture(self, exercise: Exercise) -> Data | None:
        if exercise.figure:
            return {"drawn": exercise.figure}
        if exercise.media and exercise.media.file.endswith(SHOWN):
            return {"file": exercise.media.file, "alt": exercise.media.alt}
        return None

    def _handout(self, exercise: Exercise) -> Data:
        said, first, side = words().model_dump(), exercise.levels[0], self._guide.guide.side
        length = phrases.count(phrases.dose_minutes(first.dose), words().minute)
        drawn = any(level.figure for level in exercise.levels)
        return {
            "code": self._code(f"exercises/{exercise.id}/"),
            "name": exercise.name,
            "summary": exercise.summary,
            "picture": self._picture(exercise),
            "facts": [exercise.position, *exercise.equipment, f"{said['about_minutes']} {length}"],
            "start": f"{said['rungs'][0]}: {first.name}",
            "dose": [part._asdict() for part in phrases.dose_parts(first.dose, side)],
            "phrase": phrases.sentence(phrases.dose_phrase(first.dose, side)),
            "basis": {"tag": said["bases"][first.dose.basis.kind], "says": first.dose.basis.says},
            "setup": exercise.setup,
            "stand_in": exercise.stand_in,
            "steps": exercise.steps,
            "feel": exercise.feel,
            "cues": exercise.cues,
            "levels": [
                {
                    "rung": said["rungs"][min(place, 2)],
                    "name": level.name,
                    "change": level.change,
                    "dose": phrases.sentence(phrases.dose_phrase(level.dose, side)),
                    "picture": exercise.figure_at(level) if drawn else None,
                }
                for place, level in enumerate(exercise.levels)
            ],
            "go_on": exercise.progress_when,
            "faults": [{"wrong": fault.wrong, "fix": fault.fix} for fault in exercise.faults],
            "ask": exercise.not_for,
            "stop_if": exercise.stop_if,
        }

    def _sheet(self, sheet: Sheet) -> Data:
        said, side = words().model_dump(), self._guide.guide.side
        time = phrases.minutes_range(sheet.shortest, sheet.longest)
        return {
            "code": self._code(f"schedule/week-{sheet.number}/"),
            "title": f"{said['menu']['week']} {sheet.number} {said['of']} {len(self._sheets)}",
            "focus": phrases.sentence(sheet.week.focus),
            "advice": sheet.week.advice,
            "time": f"{time} {said['a_day']}.",
            "days": [day[:3] for day in words().days.values()],
            "minutes": [str(minute) for minute in sheet.minutes],
            "rows": [
                {
                    "name": row.exercise.name,
                    "level": row.level.name,
                    "picture": row.exercise.figure_at(row.level),
                    "dose": phrases.dose_short(row.level.dose),
                    "sides": f"{words().each} {side}" if row.level.dose.sides == "each" else None,
                    "days": row.days,
                }
                for row in sheet.rows
            ],
        }

    def _summary(self) -> Data:
        evidence, study = self._guide.evidence, words().model_dump()["study"]
        if evidence.plain is None:
            return {}
        behind, outcomes = evidence.sources_of, {it.id: it for study in evidence.studies for it in study.outcomes}
        cited = [source for it in evidence.plain.half_page for source in phrases.sources_of(it, behind)]
        cited += [study.source for study in evidence.studies]
        numbered = sorted(dict.fromkeys(cited), key=lambda id_: self._numbers[id_])
        return {
            "code": self._code("evidence/summary/"),
            "title": evidence.plain.title,
            "lead": evidence.plain.summary,
            "says": [
                " ".join(
                    (
                        it.says,
                        *([phrases.change(outcomes[it.outcome])] if it.outcome else []),
                        "".join(f"[{self._numbers[source]}]" for source in phrases.sources_of(it, behind)),
                    )
                ).strip()
                for it in evidence.plain.half_page
            ]
            + [phrases.read_between(evidence)],
            "columns": [study[name] for name in ("measure", "group", "before", "after")],
            "figures": [
                [
                    f"{it.measure}. {words().model_dump()['better'][it.better]}",
                    f"{of.group(it.group).name}, {of.name}",
                    phrases.with_unit(it.before, it.unit),
                    phrases.with_unit(it.after, it.unit),
                ]
                for of in evidence.studies
                for it in of.outcomes
                if it.read
            ],
            "sources": [f"[{self._numbers[id_]}] {phrases.short_reference(evidence.source(id_))}" for id_ in numbered],
        }

    def _reference(self, source: Source) -> str:
        return reference(source, words().model_dump()["read"][source.read])

    def _booklet(self) -> Data:
        guide, said = self._guide, words().model_dump()
        return {
            "code": self._code("schedule/"),
            "title": guide.programme.title,
            "lead": guide.home.lead,
            "says": guide.programme.summary,
            "picture": self._exercises[guide.home.start].figure,
            "contents": said["contents"],
            "how": said["how_to_use"],
            "about": guide.programme.about,
            "advice": [{"heading": it.heading, "says": it.says} for it in guide.programme.advice],
            "weeks": [self._sheet(sheet) for sheet in self._sheets],
            "safety": self._safety(),
            "exercises": [self._handout(exercise) for exercise in guide.exercises],
            "summary": self._summary() or None,
            "sources": [self._reference(source) for source in guide.evidence.sources],
        }

    def _safety(self) -> Data:
        safety = self._guide.safety
        calls = {"emergency": self._country.emergency, "urgent": self._country.urgent}
        places = (safety.anywhere, *safety.countries)
        return {
            "title": safety.title,
            "about": safety.about,
            "cards": [
                {"heading": card.heading, "signs": card.signs, "then": card.then, "call": calls.get(card.grade)}
                for card in safety.cards
            ],
            "places": [{"name": it.name, "emergency": it.emergency, "urgent": it.urgent} for it in places],
            "soreness": safety.soreness,
        }


def reference(source: Source, read: str) -> str:
    """Return *source* as one paragraph."""
    address = f"doi:{source.DOI}." if source.DOI else f"{source.URL}."
    authors = phrases.authors(source) and f"{phrases.authors(source)}."
    parts = (authors, phrases.sentence(source.title), phrases.published(source), address, read, source.note)
    return " ".join(filter(None, parts))


def drawings(data: object) -> set[str]:
    """Return the id of every figure that *data* shows."""
    match data:
        case dict():
            own = {value for key, value in data.items() if key in {"picture", "drawn"} and isinstance(value, str)}
            return own.union(*map(drawings, data.values()))
        case list() | tuple():
            return set().union(*map(drawings, data))
        case _:
            return set()
