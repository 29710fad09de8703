"""What the settings say of the guide: which data file, who hosts it, and with which files of its own."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from macros.data import messages, settings_file
from macros.data.load import load
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
    """Files of settings, the profile's own first."""


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
    guide = load(file)
    files = settings_file.inherited(config_file)
    read = _Read(files, docs, guide, file)
    if read.mistakes:
        raise GuideError(files[0].path, read.mistakes)
    return Settings(guide, read.clinic, read.own.found, read.assets, tuple(one.path for one in files))


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
    try:
        guide = load(file)
    except GuideError:
        guide = None  # the check of the data file reports this
    docs = files[-1].path.parent / str(values.settings.get("docs_dir") or "docs")
    mistakes = _Read(files, docs, guide, file).mistakes
    lines = {(mistake.file, mistake.line) for mistake in mistakes}
    return sorted({*mistakes, *(other for other in values.mistakes if (other.file, other.line) not in lines)})


class _Read:
    """The settings as they are written, and every mistake in them."""

    def __init__(self, files: list[SettingsFile], docs: Path, guide: Guide | None, guide_file: Path) -> None:
        written, slips = settings_file.as_written(files, *CLINIC)
        self._files = files
        self.mistakes = [*frame_mistakes(files), *slips]
        self.clinic = self._clinic({} if written is None else written, _countries(guide) if guide else None)
        self.own = OwnFiles(files, docs)
        self.clinic = self.own.clinic(self.clinic)
        if guide:
            self.own.media(guide_file, guide)
        self.assets = self.own.assets()
        self.mistakes += self.own.mistakes

    def _clinic(self, written: object, known: Known | None) -> Clinic:
        """Return the clinic without what is wrong."""
        try:
            return Clinic.model_validate(written, context=known)
        except ValidationError as error:
            self.mistakes += self._wrong(error)
            wrong = {item["loc"][0] for item in error.errors() if item["loc"]}
        items = written.items() if isinstance(written, Mapping) else ()
        return Clinic.model_validate({key: value for key, value in items if key not in wrong}, context=known)

    def _wrong(self, error: ValidationError) -> Iterator[Mistake]:
        for detail in messages.details(error, Clinic):
            path = (*CLINIC, *detail.path)
            file, line = settings_file.place_of(self._files, path)
            where = ".".join(str(key + 1) if isinstance(key, int) else key for key in path)
            yield Mistake(file, line, where, detail.what)


def _countries(guide: Guide) -> Known:
    return Known({"country": frozenset(country.id for country in guide.safety.countries)})
