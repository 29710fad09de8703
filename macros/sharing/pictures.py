"""The pictures for sharing: one for each level of an exercise and each week, and which of them a page names."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial
from importlib.metadata import version
from itertools import islice
from pathlib import Path

from macros import addresses, figures, former, pictures, plan
from macros.cache import cached_file, fingerprint
from macros.data.model.exercise import Exercise
from macros.edition import Edition
from macros.figures.raster import raster
from macros.pictures import with_texts
from macros.plan import Sheet
from macros.sharing.card import WIDTH, Card, fonts
from macros.wording.doses import dose_phrase, minutes_range
from macros.wording.labels import labels
from macros.wording.text import sentence

MOST_FIGURES = 4
"""Figures on the picture of a week."""


@dataclass(frozen=True)
class SharePicture:
    """A picture and where it is."""

    path: str
    alt: str
    """Its words, and what its figures show."""

    card: Card


class SharePictures:
    """The pictures of one edition; none where nothing is drawn, or where the typeface lacks a letter."""

    def __init__(self, edition: Edition) -> None:
        """Draw nothing yet."""
        about = edition.guide.guide
        self._guide = edition.guide
        self._before = former.before(edition.guide)
        self._foot = " · ".join(filter(None, (about.title, edition.clinic.name)))
        self._rights = {"Author": about.credit, "Copyright": about.licence}

    def of(self, page: str) -> tuple[SharePicture, ...]:
        """Return the pictures that a page names: an exercise one for each level, a week its own, the others one."""
        return self._own.get(page, self._usual)

    def files(self) -> Iterator[tuple[str, Path]]:
        """Yield every picture by its path on the site, drawn where it is not cached."""
        code = _fingerprint()
        for picture in self._all():
            key = "\n".join((code, repr(self._rights), repr(picture.card)))
            yield picture.path, cached_file(key, partial(self._png, picture.card))

    def _png(self, card: Card) -> bytes:
        return with_texts(raster(card.svg(), WIDTH, fonts().values()), self._rights)

    @cached_property
    def _own(self) -> dict[str, tuple[SharePicture, ...]]:
        """The pictures of each exercise, of what is known of it, and of each week."""
        own: dict[str, tuple[SharePicture, ...]] = {}
        for exercise in self._guide.exercises:
            page = addresses.exercise(exercise.id)
            own[page] = tuple(self._levels(exercise, page))
            own[addresses.findings(exercise.id)] = own[page][:1]
        return own | {week.address: tuple(self._week(week)) for week in plan.all_sheets(self._guide)}

    @cached_property
    def _usual(self) -> tuple[SharePicture, ...]:
        """The picture of the exercise to start with, or of the first that has one."""
        ids = (self._guide.home.start, *(exercise.id for exercise in self._guide.exercises))
        return next(filter(None, (self._own[addresses.exercise(id_)][:1] for id_ in ids)), ())

    def _all(self) -> Iterator[SharePicture]:
        """Yield every picture once, again for each address that it had before, and one for each that is gone."""
        own = {picture.path: picture for shown in self._own.values() for picture in shown}
        yield from own.values()
        for now, paths in self._former():
            if now in own:
                yield from (replace(own[now], path=path) for path in paths)
        for page in former.gone(self._guide):
            for before in (page.address, *self._before.get(page.address, ())):
                for path in page.shares:
                    card = Card((page.title, page.lead, page.says), self._foot, ())
                    yield from self._picture(before + path.removeprefix(page.address), card, "")

    def _former(self) -> Iterator[tuple[str, list[str]]]:
        """Yield the path of each picture, if it is drawn, with those it had under former ids."""
        for exercise in self._guide.exercises:
            page = addresses.exercise(exercise.id)
            pages = (page, *self._before.get(page, ()))
            for level in exercise.levels:
                ids = (level.id, *level.former_ids)
                now, *others = (addresses.share_picture(place, id_) for place in pages for id_ in ids)
                yield now, others
        for week in plan.all_sheets(self._guide):
            others = [addresses.share_picture(page) for page in self._before.get(week.address, ())]
            yield addresses.share_picture(week.address), others

    def _levels(self, exercise: Exercise, page: str) -> Iterator[SharePicture]:
        for level in exercise.levels:
            if id_ := exercise.figure_at(level):
                texts = (exercise.name, level.name, dose_phrase(level.dose, self._guide.guide.side))
                figure = self._guide.figures[id_]
                card = Card(texts, self._foot, (figure,))
                yield from self._picture(addresses.share_picture(page, level.id), card, figure.alt)

    def _week(self, week: Sheet) -> Iterator[SharePicture]:
        names: dict[str, str] = {}
        for row in week.rows:
            if id_ := row.exercise.figure_at(row.level):
                names.setdefault(id_, row.exercise.name)
        if shown := dict(islice(names.items(), MOST_FIGURES)):
            minutes = f"{minutes_range(week.shortest, week.longest)} {labels().a_day}"
            drawings = tuple(self._guide.figures[id_] for id_ in shown)
            card = Card((week.title, week.week.focus, minutes), self._foot, drawings)
            yield from self._picture(addresses.share_picture(week.address), card, ", ".join(shown.values()))

    def _picture(self, path: str, card: Card, shows: str) -> Iterator[SharePicture]:
        if card.is_writable:
            yield SharePicture(path, " ".join(map(sentence, filter(None, (*card.texts, shows)))), card)


def _fingerprint() -> str:
    """Return what a picture depends on besides its card: our code, the typeface and the library that draws."""
    folders = (Path(figures.__file__).parent, Path(__file__).parent)
    code = [file for folder in folders for file in folder.glob("*.py")]
    return f"{fingerprint([*code, Path(pictures.__file__), *fonts().values()])} {version('resvg-py')}"
