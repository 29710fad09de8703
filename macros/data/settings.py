"""What mkdocs.yml says of the guide: which data file, and who hosts it."""

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from macros.data import messages
from macros.data.load import GuideError, Mistake, load
from macros.data.model import Guide
from macros.data.model.base import Known
from macros.data.model.clinic import Clinic
from macros.wording.phrases import WORDS


def guide_file(config_file: Path, extra: Mapping[str, object]) -> Path:
    """Return the data file that the settings name, seen from the settings' own folder."""
    return (config_file.parent / str(extra.get("guide") or "exercises.yml")).resolve()


def settings(config_file: Path, extra: Mapping[str, object]) -> tuple[Guide, Clinic]:
    """Return the guide and whoever hosts it.

    Raises GuideError with every mistake in the data file, or in the settings.
    """
    guide = load(guide_file(config_file, extra))
    known = Known({"country": frozenset(country.id for country in guide.safety.countries)})
    try:
        return guide, Clinic.model_validate(extra.get("clinic") or {}, context=known)
    except ValidationError as error:
        found = [
            Mistake(config_file.name, _line(config_file, detail.path), _where(detail.path), detail.what)
            for detail in messages.details(error, Clinic)
        ]
        raise GuideError(config_file, found) from error


def changed(config_file: Path, extra: Mapping[str, object]) -> datetime:
    """Return when what the calendar is made from was last changed: data, words, settings; or SOURCE_DATE_EPOCH."""
    files = guide_file(config_file, extra), WORDS, config_file
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    seconds = int(given) if given.isdecimal() else int(max(file.stat().st_mtime for file in files))
    return datetime.fromtimestamp(seconds, UTC)


def _where(path: tuple[str | int, ...]) -> str:
    return ".".join(("extra", "clinic", *map(str, path)))


def _line(config_file: Path, path: tuple[str | int, ...]) -> int:
    """Return the line of the key in the settings, or that of 'clinic', or the first."""
    lines = config_file.read_text(encoding="utf-8").splitlines()
    for key in (*reversed(path), "clinic"):
        for number, line in enumerate(lines, 1):
            if line.strip().startswith(f"{key}:"):
                return number
    return 1
