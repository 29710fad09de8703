"""What mkdocs.yml says of the guide: which data file, and who hosts it."""

import os
from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from macros.data import messages, settings_file
from macros.data.layers import NOTHING, Hide, LayerFile, Overlay
from macros.data.load import load, notes
from macros.data.mistakes import GuideError, Mistake
from macros.data.model import Guide
from macros.data.model.base import Known
from macros.data.model.clinic import Clinic
from macros.data.own_files import missing_logo, missing_media

CLINIC = ("extra", "clinic")


def guide_file(config_file: Path, extra: Mapping[str, object]) -> Path:
    """Return the data file that the settings name, seen from the settings' own folder."""
    return (config_file.parent / str(extra.get("guide") or "exercises.yml")).resolve()


def settings(config_file: Path, extra: Mapping[str, object], docs: Path) -> tuple[Guide, Clinic]:
    """Return the guide and the clinic that hosts it; their own files are in *docs*.

    Raises GuideError with every mistake in the data file, or in the settings, or every file that is not there.
    """
    file = guide_file(config_file, extra)
    _clinic(config_file, extra, None)
    guide = load(file, overlay(config_file, extra))
    clinic = _clinic(config_file, extra, _countries(guide))
    if missing := [*missing_media(file, guide, docs), *missing_logo(config_file, clinic, docs)]:
        raise GuideError(file, missing)
    return guide, clinic


def overlay(config_file: Path, extra: Mapping[str, object]) -> Overlay:
    """Return what the settings lay over the guide; a path in them is seen from the file that names it."""
    clinic = extra.get("clinic")
    if not isinstance(clinic, Mapping):
        return NOTHING
    files = settings_file.inherited(config_file)
    layers, layer, on = [], clinic.get("layer"), clinic.get("changed")
    if layer:
        named_in, _ = settings_file.place_of(files, (*CLINIC, "layer"))
        path = (config_file.parent / named_in).parent / str(layer)
        layers.append(LayerFile(path, os.path.relpath(path, config_file.parent)))
    hide = [
        Hide(one, *settings_file.place_of(files, (*CLINIC, "hide", n)))
        for n, one in enumerate(clinic.get("hide") or ())
    ]
    by = str(clinic.get("name") or "")
    return Overlay(tuple(layers), tuple(hide), by, on) if layers or hide else NOTHING


def worth_a_look(config_file: Path, extra: Mapping[str, object]) -> tuple[Mistake, ...]:
    """Return what is not wrong, but worth a look: texts that still name something which the settings hide."""
    return notes(guide_file(config_file, extra), overlay(config_file, extra))


def check_settings(config_file: Path) -> list[Mistake]:
    """Return every mistake in the settings, read without MkDocs, which ends with a traceback at an impossible date."""
    try:
        values = settings_file.values(settings_file.inherited(config_file))
    except GuideError as error:
        return error.mistakes
    extra = values.settings.get("extra")
    docs = config_file.parent / str(values.settings.get("docs_dir") or "docs")
    mistakes = _clinic_mistakes(config_file, extra if isinstance(extra, Mapping) else {}, docs)
    lines = {(mistake.file, mistake.line) for mistake in mistakes}
    return sorted([*mistakes, *(other for other in values.mistakes if (other.file, other.line) not in lines)])


def _clinic_mistakes(config_file: Path, extra: Mapping[str, object], docs: Path) -> list[Mistake]:
    file = guide_file(config_file, extra)
    try:
        clinic = _clinic(config_file, extra, None)
        guide = _guide_alone(file) and load(file, overlay(config_file, extra))
        clinic = _clinic(config_file, extra, _countries(guide) if guide else None)
    except GuideError as error:
        return error.mistakes
    return [*(missing_media(file, guide, docs) if guide else ()), *missing_logo(config_file, clinic, docs)]


def _guide_alone(file: Path) -> Guide | None:
    """Return the guide without a clinic's layer, if it can be used; the check of the data file reports why not."""
    try:
        return load(file)
    except GuideError:
        return None


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
