"""The host's own files that the data and the settings name: photos, videos, the logo."""

from pathlib import Path

from macros.data import settings_file
from macros.data.mistakes import Mistake
from macros.data.model import Guide
from macros.data.model.clinic import Clinic
from macros.data.yaml_nodes import compose, node_at


def missing_media(file: Path, guide: Guide, docs: Path) -> list[Mistake]:
    """Return a mistake for each photo or video that the data *file* names and *docs* does not hold."""
    lost = {
        ("exercises", place, "media", "file"): exercise.media.file
        for place, exercise in enumerate(guide.exercises)
        if exercise.media and not (docs / exercise.media.file).is_file()
    }
    if not lost:
        return []
    root = compose(file.read_bytes(), file.name, "the keys of a guide")
    mistakes = []
    for path, name in lost.items():
        node, names = node_at(root, path)
        mistakes.append(Mistake(file.name, node.start_mark.line + 1, ".".join(names), _lost(docs, name)))
    return mistakes


def missing_logo(config_file: Path, clinic: Clinic, docs: Path) -> list[Mistake]:
    """Return a mistake where *docs* does not hold the logo that the settings name."""
    if clinic.logo is None or (docs / clinic.logo).is_file():
        return []
    path = ("extra", "clinic", "logo")
    name, line = settings_file.place_of(settings_file.inherited(config_file), path)
    return [Mistake(name, line, ".".join(path), _lost(docs, clinic.logo))]


def _lost(docs: Path, name: str) -> str:
    return f"there is no {docs.name}/{name}; put the file there"
