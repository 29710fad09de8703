"""The page on top of each ZIP, for whoever puts the guide up: what to do, in pictures and a few words."""

from pathlib import Path
from typing import Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.data.model import Guide
from macros.wording.about import changed_sentence, version_phrase
from macros.wording.labels import labels


def read_me(guide: Guide, use: Literal["web", "folder"]) -> str:
    """Return the page for the ZIP for one *use*; it needs no other file."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    about, words = guide.guide, labels().kit
    return environment.get_template("read_me.html").render(
        title=words.title.format(guide=about.title),
        language=about.language,
        steps=words.web if use == "web" else words.folder,
        more=words.web_more if use == "web" else words.folder_more,
        words=words,
        version=f"{about.title}, {version_phrase(about)}. {changed_sentence(guide)}".strip(),
    )
