"""What all papers of an edition share, as plain data for the Typst templates: strings, numbers, ids of pictures."""

from macros import plan
from macros.data.model.dose import Basis
from macros.data.model.exercise import Exercise
from macros.edition import Edition
from macros.qr import qr_svg
from macros.wording.about import changed_sentence, version_phrase, where_phrase
from macros.wording.calls import emergency_call
from macros.wording.evidence import basis_phrase
from macros.wording.labels import labels
from macros.wording.text import sentence

Data = dict[str, object]

PRINTABLE = (".jpg", ".jpeg", ".png", ".webp", ".svg")
"""Endings of photos that Typst can print."""


class Layout:
    """What the papers of one edition share, and what the layouts of several kinds need."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.guide = edition.guide
        self.side = edition.guide.guide.side
        self.sheets = {sheet.id: sheet for sheet in plan.all_sheets(self.guide)}
        self.exercises = {exercise.id: exercise for exercise in self.guide.exercises}

    def shared(self) -> Data:
        """Return what is the same on every paper."""
        about, safety = self.guide.guide, self.guide.safety
        call = emergency_call(safety, self.edition.country)
        language, _, region = about.language.partition("-")
        contact = self.edition.clinic.model_dump(include={"name", "phone", "url", "logo"}, exclude_none=True)
        return {
            "author": about.credit,
            "date": [about.released.year, about.released.month, about.released.day],
            "language": language,
            "region": region or None,
            "clinic": contact or None,
            "colour": self.edition.clinic.colours.main if self.edition.clinic.colours else "#000000",
            "notice": self.edition.marks.sentence,
            "foot": self._foot(),
            "stop": {
                "signs": safety.signs("stop"),
                "at_once": safety.at_once,
                "country": call.where,
                "call": call.says,
            },
        }

    def _foot(self) -> str:
        about, clinic = self.guide.guide, self.edition.clinic
        version = (f"{about.title}, {version_phrase(about)}.", changed_sentence(self.guide))
        lines = (*version, labels().check_newer, self.edition.marks.sentence)
        rights = (f"© {about.credit}.", sentence(about.licence), clinic.licence or "")
        return " ".join(filter(None, (*lines, *rights, where_phrase(clinic))))

    def lines(self) -> list[str]:
        """Return what to write a name on: for whom, by whom, and the phone where the clinic's is not on the paper."""
        label, phone = labels(), self.edition.clinic.phone
        return [label.made_for, label.made_by, *([] if phone else [label.phone])]

    def qr(self, page: str) -> Data | None:
        """Return the QR code of a page with its address; None where the site's address is not known."""
        address = self.edition.absolute(page)
        if address is None:
            return None
        return {"address": address, "svg": str(qr_svg(address)), "alt": f"{labels().qr_code} {address}"}

    def picture(self, exercise: Exercise) -> Data | None:
        """Return the picture of an exercise: its figure, or a photo where it has none."""
        if exercise.figure:
            return {"drawn": exercise.figure}
        if exercise.media and exercise.media.file.endswith(PRINTABLE):
            return {"file": exercise.media.file, "alt": exercise.media.alt}
        return None


def basis(it: Basis) -> Data:
    """Return what a dose or a way of teaching rests on."""
    return {"tag": labels().bases[it.kind], "says": basis_phrase(it)}


def figures_on(data: object) -> set[str]:
    """Return the id of every figure that *data* shows."""
    match data:
        case dict():
            own = {value for key, value in data.items() if key in {"picture", "drawn"} and isinstance(value, str)}
            return own.union(*map(figures_on, data.values()))
        case list() | tuple():
            return set().union(*map(figures_on, data))
        case _:
            return set()
