"""What mkdocs.yml says of the guide: which data file, and who hosts it."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from macros.data import messages, settings_file
from macros.data.load import load
from macros.data.mistakes import GuideError, Mistake
from macros.data.model import Guide
from macros.data.model.base import Known
from macros.data.model.clinic import Clinic


def guide_file(config_file: Path, extra: Mapping[str, object]) -> Path:
    """Return the data file that the settings name, seen from the settings' own folder."""
    return (config_file.parent / str(extra.get("guide") or "exercises.yml")).resolve()


def settings(config_file: Path, extra: Mapping[str, object]) -> tuple[Guide, Clinic]:
    """Return the guide and the clinic that hosts it.

    Raises GuideError with every mistake in the data file, or in the settings.
    """
    guide = load(guide_file(config_file, extra))
    return guide, _clinic(config_file, extra, _countries(guide))


def check_settings(config_file: Path) -> list[Mistake]:
    """Return every mistake in the settings, read without MkDocs, which ends with a traceback at an impossible date."""
    try:
        values = settings_file.values(settings_file.inherited(config_file))
    except GuideError as error:
        return error.mistakes
    extra = values.settings.get("extra")
    mistakes = _clinic_mistakes(config_file, extra if isinstance(extra, Mapping) else {})
    lines = {(mistake.file, mistake.line) for mistake in mistakes}
    return sorted([*mistakes, *(other for other in values.mistakes if (other.file, other.line) not in lines)])


def _clinic_mistakes(config_file: Path, extra: Mapping[str, object]) -> list[Mistake]:
    try:
        known = _countries(load(guide_file(config_file, extra)))
    except GuideError:
        known = None  # the check of the data file reports this
    try:
        _clinic(config_file, extra, known)
    except GuideError as error:
        return error.mistakes
    return []


def _countries(guide: Guide) -> Known:
    return Known({"country": frozenset(country.id for country in guide.safety.countries)})


def _clinic(config_file: Path, extra: Mapping[str, object], known: Known | None) -> Clinic:
    written = extra.get("clinic")
    try:
        return Clinic.model_validate({} if written is None else written, context=known)
    except ValidationError as error:
        files = settings_file.inherited(config_file)
        mistakes = []
        for detail in messages.details(error, Clinic):
            path = ("extra", "clinic", *detail.path)
            file, line = settings_file.place_of(files, path)
            mistakes.append(Mistake(file, line, ".".join(map(str, path)), detail.what))
        raise GuideError(config_file, mistakes) from error
