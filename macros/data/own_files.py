"""The host's own files that the data and the settings name: logo, icon, photos, videos, style sheets, scripts.

Those of a profile are in its own folder and reach its own site alone; others are below docs/.
"""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import yaml

from macros.data.layers import Overlay
from macros.data.load import place_in
from macros.data.mistakes import Mistake
from macros.data.model import Guide
from macros.data.model.clinic import Clinic
from macros.data.settings_file import Keys, SettingsFile, holder, place_of, value_at

ON_THE_SITE = "assets/clinic/{}"
"""Where a file of a profile is on its site."""

CSS_URL = re.compile(r"""url\(\s*(["']?)(?![a-z]+:|/|\#)([^"')]+)\1\s*\)""")
"""A file that a style sheet names by its way from there."""

FLAGS = ("true", "false")

ELSEWHERE = re.compile(r"""url\(\s*["']?((?:https?:)?//[^"')\s]+)""")
"""A file on another host that a style sheet names."""

PICTURE_STARTS: Mapping[str, tuple[bytes, ...]] = {
    "png": (b"\x89PNG\r\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "ico": (b"\x00\x00\x01\x00", b"\x89PNG\r\n"),
}
"""How files of each kind begin."""


Item = Mapping[str, str | bool]
"""An entry of a list of style sheets or scripts: its `path`, and how a script runs."""


class Listed(NamedTuple):
    """Style sheets or scripts, in their order."""

    guides: tuple[Item, ...] = ()
    added: tuple[Item, ...] = ()


class Assets(NamedTuple):
    """What frames the pages."""

    styles: Listed = Listed()
    scripts: Listed = Listed()


class OwnFiles:
    """Finds the host's own files, and collects those that are missing."""

    def __init__(self, files: list[SettingsFile], docs: Path) -> None:
        """Look below *docs*, and in the folder of each of *files* but the last, which is the guide's own."""
        self.found: dict[str, Path] = {}
        """Files of profiles by their paths on the site."""

        self.mistakes: list[Mistake] = []
        self._files, self._docs = files, docs

    def clinic(self, clinic: Clinic) -> Clinic:
        """Return *clinic* with the paths on the site of its logo and its icon."""
        names = {key: name for key in ("logo", "favicon") if (name := getattr(clinic, key))}
        paths = {key: self._picture(("extra", "clinic", key), name) for key, name in names.items()}
        return clinic.model_copy(update=paths) if paths else clinic

    def media(self, file: Path, overlay: Overlay, guide: Guide) -> None:
        """Find each photo and video that the data *file* names, below docs/ or in the folder of the profile."""
        for exercise in guide.exercises:
            name = exercise.media.file if exercise.media else ""
            if name and not (self._docs / name).is_file():
                own = next((one for one in self._folders() if (one / name).is_file()), None)
                if own:
                    self.found[name] = own / name
                else:
                    place = place_in(file, overlay, "exercises", exercise.id, "media", "file")
                    what = f"there is no {self._docs.name}/{name}; put the file there"
                    self.mistakes.append(Mistake(*place, f"exercises.{exercise.id}.media.file", what))

    def assets(self) -> Assets:
        """Return the style sheets and scripts of the guide, and what profiles add to them."""
        return Assets(self._listed("extra_css"), self._listed("extra_javascript"))

    def _listed(self, key: str) -> Listed:
        node = value_at(self._files[-1].root, (key,))
        guides = tuple(map(_item, node.value)) if isinstance(node, yaml.SequenceNode) else ()
        names = {item["path"] for item in guides}
        return Listed(
            guides, tuple(item for file in reversed(self._files[:-1]) for item in self._added(file, key, names))
        )

    def _added(self, file: SettingsFile, key: str, listed: Collection[object]) -> Iterator[Item]:
        node = value_at(file.root, (key,))
        if node and not isinstance(node, yaml.SequenceNode):
            self._refuse(file, (key,), "is not a list; write each file in a line of its own, after a '-'")
        for place, written in enumerate(node.value if isinstance(node, yaml.SequenceNode) else ()):
            item = _item(written)
            if item["path"] not in listed and (path := self._asset(file, (key, place), str(item["path"]))):
                yield {**item, "path": path}

    def _folders(self) -> list[Path]:
        return [file.path.parent for file in self._files[:-1]]

    def _picture(self, keys: Keys, name: str) -> str:
        file = holder(self._files, keys)
        path = self._look_up(file, keys, name)
        place = self.found.get(path, self._docs / path)
        if place.is_file() and (wrong := _no_picture(place)):
            self._refuse(file, keys, f"{name} {wrong}")
        return path

    def _asset(self, file: SettingsFile, keys: Keys, name: str) -> str:
        """Return the path on the site of a style sheet or script; what a style sheet names comes along."""
        if not name:
            self._refuse(file, keys, "names no file; allowed: a path, or a map with the key 'path'")
            return ""
        if urlsplit(name).scheme or name.startswith("//"):
            self._refuse(file, keys, f"'{name}' is on another host; save the file next to {Path(file.name).name}")
            return ""
        path = self._look_up(file, keys, name)
        if path in self.found and name.endswith(".css"):
            self._named_by_style(file, keys, name)
        return path

    def _named_by_style(self, file: SettingsFile, keys: Keys, name: str) -> None:
        text = (file.path.parent / name).read_text(encoding="utf-8", errors="replace")
        if match := ELSEWHERE.search(text):
            self._refuse(file, keys, f"{name} loads '{match[1]}' from another host; save the file next to it")
        for match in CSS_URL.finditer(text):
            self._look_up(file, keys, posixpath.join(posixpath.dirname(name), urlsplit(match[2]).path))

    def _look_up(self, file: SettingsFile, keys: Keys, name: str) -> str:
        """Return the path on the site of the file *name*, which *file* names at *keys*."""
        way, guides = posixpath.normpath(name), file is self._files[-1]
        own = file.path.parent / way
        if way.startswith(("..", "/")):
            self._refuse(file, keys, f"'{name}' is not in this folder; put the file there")
        elif not guides and own.is_file():
            self.found[ON_THE_SITE.format(way)] = own
            return ON_THE_SITE.format(way)
        elif not (self._docs / way).is_file():
            folder = self._docs.name if guides else posixpath.dirname(file.name.replace("\\", "/"))
            self._refuse(file, keys, f"there is no {posixpath.join(folder, way)}; put the file there")
        return way

    def _refuse(self, file: SettingsFile, keys: Keys, what: str) -> None:
        name, line = place_of([file], keys)
        where = ".".join(str(key + 1) if isinstance(key, int) else key for key in keys)
        self.mistakes.append(Mistake(name, line, where, what))


def _item(node: yaml.Node) -> Item:
    """Return an entry of a list: its path and, of a script, its other settings."""
    if not isinstance(node, yaml.MappingNode):
        return {"path": str(node.value)}
    values = {str(key.value): str(value.value) for key, value in node.value}
    return {"path": ""} | {key: value == "true" if value in FLAGS else value for key, value in values.items()}


def _no_picture(file: Path) -> str:
    """Return what is wrong with a picture whose content is not what its name says."""
    ending = file.suffix.lower().removeprefix(".")
    with file.open("rb") as opened:
        start = opened.read(4096)
    if ending == "svg":
        return "" if b"<svg" in start else "is not SVG inside; save it again as svg"
    good = start.startswith(PICTURE_STARTS[ending])
    return "" if good else f"is not {ending.upper()} inside; save it again as {ending}"
