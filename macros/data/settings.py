"""What the settings say of the guide: which data file, who hosts it, and with which files of its own."""

import os
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from macros.data import messages, settings_file
from macros.data.layers import NOTHING, Hide, LayerFile, Overlay
from macros.data.load import load, notes
from macros.data.mistakes import GuideError, Mistake
from macros.data.model import Guide
from macros.data.model.base import Known
from macros.data.model.clinic import Clinic
from macros.data.own_files import Assets, OwnFiles
from macros.data.profile import frame_mistakes
from macros.data.settings_file import SettingsFile

GUIDE = ("extra", "guide")
CLINIC = ("extra", "clinic")


@dataclass(frozen=True)
class Settings:
    """A guide, who hosts it, and the host's own files."""

    guide: Guide
    clinic: Clinic

    own_files: Mapping[str, Path]
    """Files of the profile by their paths on the site."""

    assets: Assets
    """Style sheets and scripts of every page."""

    files: tuple[Path, ...]
    """Files of settings and layers, the profile's own first."""

    notes: tuple[Mistake, ...]
    """What is not wrong, but worth a look: texts that still name something which the profile hides."""


CLINIC = ("extra", "clinic")


def guide_file(config_file: Path, extra: Mapping[str, object]) -> Path:
    """Return the data file, seen from the folder of the settings that name it.

    Where a profile names one, the variable GUIDE wins, as it does over the guide's own settings.
    """
    files = settings_file.inherited(config_file)
    named = settings_file.holder(files, GUIDE)
    given = os.environ.get("GUIDE") if named is not files[-1] and settings_file.value_at(named.root, GUIDE) else None
    folder = files[-1].path.parent if given or not settings_file.value_at(named.root, GUIDE) else named.path.parent
    return (folder / str(given or extra.get("guide") or "exercises.yml")).resolve()


def guide_named(config_file: Path) -> Path:
    """Return the data file that the settings name, read without MkDocs. Raises GuideError where they cannot be read."""
    extra = settings_file.values(settings_file.inherited(config_file)).settings.get("extra")
    return guide_file(config_file, extra if isinstance(extra, Mapping) else {})


def settings(config_file: Path, extra: Mapping[str, object], docs: Path) -> Settings:
    """Return the guide and the clinic that hosts it; own files are in *docs*, or next to the profile that names them.

    Raises GuideError with every mistake in the data file, or in the settings, or every file that is not there.
    """
    file = guide_file(config_file, extra)
    files = settings_file.inherited(config_file)
    read = _Read(files, docs, file)
    if read.guide is None or read.mistakes:
        wrong = read.error.mistakes if read.error else []
        raise GuideError(files[0].path if read.mistakes else file, [*read.mistakes, *wrong])
    sources = (*(one.path for one in files), *(layer.path for layer in read.overlay.files))
    return Settings(read.guide, read.clinic, read.own.found, read.assets, sources, notes(file, read.overlay))


def check_settings(config_file: Path, seen_from: Path | None = None) -> list[Mistake]:
    """Return every mistake in the settings, read without MkDocs, which ends with a traceback at an impossible date.

    Names of files are as seen from the folder *seen_from*, or that of the settings.
    """
    try:
        files = settings_file.inherited(config_file, seen_from)
        values = settings_file.values(files)
    except GuideError as error:
        return error.mistakes
    file = guide_named(config_file)
    docs = files[-1].path.parent / str(values.settings.get("docs_dir") or "docs")
    read = _Read(files, docs, file)
    mistakes = read.mistakes
    if read.error and _is_right(file):  # what is wrong with the guide itself is told by the check of the data file
        mistakes += read.error.mistakes
    lines = {(mistake.file, mistake.line) for mistake in mistakes}
    return sorted({*mistakes, *(other for other in values.mistakes if (other.file, other.line) not in lines)})


def edition(config_file: Path, seen_from: Path) -> tuple[Guide, tuple[Mistake, ...]]:
    """Return the guide of a profile without a mistake, and what of it is worth a look.

    Raises GuideError where the guide cannot be used.
    """
    files, file = settings_file.inherited(config_file, seen_from), guide_named(config_file)
    overlay = _Read(files, file.parent / "docs", file).overlay
    return load(file, overlay), notes(file, overlay)


class _Read:
    """The settings as they are written, and every mistake in them."""

    def __init__(self, files: list[SettingsFile], docs: Path, guide_file: Path) -> None:
        written, slips = settings_file.as_written(files, *CLINIC)
        self._files = files
        self.mistakes = []
        self.error: GuideError | None = None
        """What is wrong with the guide, or with what the clinic lays over it."""

        self.overlay = _overlay(files, self._clinic({} if written is None else written, None))
        self.guide = self._guide(guide_file)
        self.mistakes = [*frame_mistakes(files), *slips]
        self.clinic = self._clinic({} if written is None else written, _countries(self.guide) if self.guide else None)
        self.own = OwnFiles(files, docs)
        self.clinic = self.own.clinic(self.clinic)
        if self.guide:
            self.own.media(guide_file, self.overlay, self.guide)
        self.assets = self.own.assets()
        self.mistakes += self.own.mistakes

    def _guide(self, file: Path) -> Guide | None:
        try:
            return load(file, self.overlay)
        except GuideError as error:
            self.error = error
            return None

    def _clinic(self, written: object, known: Known | None) -> Clinic:
        """Return the clinic without what is wrong."""
        try:
            return Clinic.model_validate(written, context=known)
        except ValidationError as error:
            self.mistakes += self._wrong(error)
            wrong = {detail.path[0] for detail in messages.details(error, Clinic) if detail.path}
        items = written.items() if isinstance(written, Mapping) and wrong else ()
        return self._clinic({key: value for key, value in items if key not in wrong}, known)

    def _wrong(self, error: ValidationError) -> Iterator[Mistake]:
        for detail in messages.details(error, Clinic):
            path = (*CLINIC, *detail.path)
            file, line = settings_file.place_of(self._files, path)
            where = ".".join(str(key + 1) if isinstance(key, int) else key for key in path)
            yield Mistake(file, line, where, detail.what)


def _overlay(files: list[SettingsFile], clinic: Clinic) -> Overlay:
    """Return what a clinic lays over the guide; a path is seen from the file that names it."""
    layers: list[LayerFile] = []
    if clinic.layer:
        named_in = settings_file.holder(files, (*CLINIC, "layer"))
        name = posixpath.normpath(posixpath.join(posixpath.dirname(named_in.name), clinic.layer))
        layers.append(LayerFile(named_in.path.parent / clinic.layer, name))
    places = (settings_file.place_of(files, (*CLINIC, "hide", number)) for number in range(len(clinic.hide)))
    hide = tuple(Hide(address, *place) for address, place in zip(clinic.hide, places, strict=True))
    return Overlay(tuple(layers), hide, clinic.name or "", clinic.changed) if layers or hide else NOTHING


def _is_right(file: Path) -> bool:
    """Return whether the guide in *file* can be used, without what a clinic lays over it."""
    try:
        load(file)
    except GuideError:
        return False
    return True


def _countries(guide: Guide) -> Known:
    return Known({"country": frozenset(country.id for country in guide.safety.countries)})
