"""A guide in the terms of the contract: exercises.json and its schema, the same bytes for the same guide."""

import json
from collections import defaultdict
from collections.abc import Iterator

from macros import addresses, former, plan
from macros.data.model.dose import Basis, Dose, numbers
from macros.data.model.exercise import Exercise, Level
from macros.data.model.media import Media
from macros.data.model.programme import DAYS, Programme
from macros.data.model.source import Source
from macros.edition import Edition
from macros.open_data import contract, records
from macros.papers.catalogue import papers
from macros.plan import Sheet
from macros.wording.calls import emergency_call
from macros.wording.doses import dose_minutes, dose_phrase
from macros.wording.evidence import basis_phrase
from macros.wording.references import author
from macros.wording.text import sentence


def files(edition: Edition, *, with_papers: bool) -> Iterator[tuple[str, bytes]]:
    """Yield the data and its schema by their paths."""
    whole = _Guide(edition, with_papers=with_papers).whole()
    yield addresses.EXERCISES_DATA, f"{whole.model_dump_json(indent=1)}\n".encode()
    yield addresses.EXERCISES_CONTRACT, schema().encode()


def schema() -> str:
    """Return the JSON Schema of the contract."""
    described = contract.Contract.model_json_schema(mode="serialization")
    described["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return json.dumps(described, indent=1, ensure_ascii=False) + "\n"


class _Guide:
    """Puts the records of one edition into those of the contract."""

    def __init__(self, edition: Edition, *, with_papers: bool) -> None:
        self._edition = edition
        self._guide = edition.guide
        self._side = edition.guide.guide.side
        self._papers: defaultdict[str, list[records.Paper]] = defaultdict(list)
        for paper in papers(edition.guide) if with_papers else ():
            own = records.Paper(
                address=paper.path, kind=paper.kind.name, size=paper.format.size, large_print=paper.large
            )
            self._papers[paper.page].append(own)

    def whole(self) -> contract.Contract:
        """Return all of it."""
        clinic, guide = self._edition.clinic, self._guide
        on = guide.changes.on if guide.changes else None
        return contract.Contract(
            contract=contract.VERSION,
            described_by=addresses.EXERCISES_CONTRACT,
            site=self._edition.absolute(addresses.HOME),
            guide=self._about(),
            host=contract.Host(name=clinic.name, url=clinic.url, changed=on) if clinic.name else None,
            safety=self._safety(),
            exercises=tuple(map(self._exercise, guide.exercises)),
            programmes=tuple(map(self._programme, guide.programmes)),
            retired=tuple(self._retired()),
            sources=tuple(map(_source, guide.evidence.sources)),
        )

    def _about(self) -> contract.About:
        about = self._guide.guide
        return contract.About(
            title=about.title,
            version=about.version,
            released=about.released,
            check_by=about.check_by,
            language=about.language,
            licence=about.licence,
            credit=about.credit,
            reviewed=self._edition.marks.sentence,
            side=about.side,
            home=addresses.way(addresses.HOME, addresses.HOME),
            changes=addresses.CHANGES,
            feed=addresses.FEED,
        )

    def _safety(self) -> contract.Safety:
        safety = self._guide.safety
        return contract.Safety(
            page=addresses.SAFETY,
            at_once=safety.at_once,
            ask_in_short=safety.ask_in_short,
            ask_first_if=safety.signs("ask"),
            stop_if=safety.signs("stop"),
            call=contract.Call(**emergency_call(safety, self._edition.country)._asdict()),
        )

    def _exercise(self, exercise: Exercise) -> records.Exercise:
        shared = exercise.model_dump(include=records.Exercise.model_fields.keys() - _MADE)
        page = addresses.exercise(exercise.id)
        faults = (
            records.Fault(wrong=fault.wrong, fix=fault.fix, picture=self._picture(fault.figure))
            for fault in exercise.faults
        )
        return records.Exercise(
            **shared,
            page=page,
            findings=addresses.findings(exercise.id),
            media=_media(exercise.media),
            faults=tuple(faults),
            levels=tuple(self._level(exercise, level) for level in exercise.levels),
            ask_first_if=self._guide.ask_first(exercise),
            stop_if=self._guide.stop_signs(exercise),
            technique=_basis(exercise.technique),
            papers=tuple(self._papers[page]),
        )

    def _level(self, exercise: Exercise, level: Level) -> records.Level:
        return records.Level(
            id=level.id,
            former_ids=level.former_ids,
            page=addresses.exercise(exercise.id, level.id),
            name=level.name,
            change=level.change,
            equipment=exercise.equipment_at(level),
            setup=exercise.setup_at(level),
            steps=exercise.steps_at(level),
            dose=self._dose(level.dose),
            not_for=level.not_for,
            picture=self._picture(exercise.figure_at(level)),
        )

    def _dose(self, dose: Dose) -> records.Dose:
        return records.Dose(
            kind=dose.kind,
            says=sentence(dose_phrase(dose, self._side)),
            sets=dose.sets,
            **numbers(dose)._asdict(),
            rest=dose.rest,
            sides=dose.sides,
            minutes=dose_minutes(dose),
            basis=_basis(dose.basis),
        )

    def _picture(self, id_: str | None) -> records.Picture | None:
        if id_ is None:
            return None
        figure = self._guide.figures[id_]
        svg, png = (addresses.figure(id_, ending) for ending in ("svg", "png"))
        texts = {"alt": figure.alt, "caption": figure.caption}
        return records.Picture(id=id_, former_ids=figure.former_ids, svg=svg, png=png, **texts)

    def _programme(self, programme: Programme) -> records.Programme:
        shared = programme.model_dump(
            include={"id", "former_ids", "title", "summary", "who_for", "about", "changeover"}
        )
        page = self._guide.plan_page(programme)
        weeks = tuple(map(self._week, plan.sheets(self._guide, programme)))
        return records.Programme(
            **shared, page=page, basis=_basis(programme.basis), weeks=weeks, papers=tuple(self._papers[page])
        )

    def _week(self, sheet: Sheet) -> records.Week:
        entries = (
            records.Entry(
                exercise=row.exercise.id,
                level=row.level.id,
                days=tuple(day for day, on in zip(DAYS, row.days, strict=True) if on),
            )
            for row in sheet.rows
        )
        return records.Week(
            number=sheet.number,
            page=sheet.address,
            focus=sheet.week.focus,
            advice=sheet.week.advice,
            minutes=sheet.minutes,
            entries=tuple(entries),
            papers=tuple(self._papers[sheet.address]),
        )

    def _retired(self) -> Iterator[contract.Retired]:
        for item in self._guide.retired:
            shared = item.model_dump(include={"id", "former_ids", "kind", "name", "since"})
            page, *_ = former.pages_of(item, item.id)
            instead = former.instead_of(self._guide, item).address
            yield contract.Retired(**shared, says=former.why(item), page=page, instead=instead)


_MADE = {"page", "findings", "media", "faults", "levels", "ask_first_if", "stop_if", "technique", "papers"}
"""Keys of an exercise that are not as the data has them."""


def _basis(basis: Basis) -> records.Basis:
    return records.Basis(kind=basis.kind, says=basis_phrase(basis), people=basis.people, sources=basis.sources)


def _media(media: Media | None) -> records.Media | None:
    if media is None:
        return None
    return records.Media(address=media.file, alt=media.alt, author=media.author, licence=media.licence)


def _source(source: Source) -> contract.Source:
    return contract.Source(
        id=source.id,
        page=addresses.reference(source.id),
        title=source.title,
        described_as=source.described_as,
        authors=tuple(map(author, source.author)),
        published_in=source.container_title,
        year=source.issued,
        doi=source.DOI,
        pmid=source.PMID,
        pmcid=source.PMCID,
        url=source.URL,
        read=source.read,
    )
