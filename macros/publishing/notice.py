"""NOTICE: whose work a built site redistributes, with versions and licences, read from the installed packages."""

from collections.abc import Iterator, Mapping
from importlib.metadata import Distribution, distribution

REDISTRIBUTED: Mapping[str, str] = {
    "fontpkg-atkinson-hyperlegible": "the type in PDFs and in the pictures that chats show",
    "fontpkg-public-sans": "the numerals in PDFs",
    "mkdocs-material": "icons, and words of the frame of each page",
    "mkdocs": "the form of sitemap.xml",
}
"""Packages of which something is in a built site, and what."""

OF_ICONS = "material/templates/.icons/material/LICENSE"
"""The licence of the icons that mkdocs-material carries: they are others' work, under Apache 2.0."""

HAS_APACHE = "watchdog"
"""A package that is under Apache 2.0 itself and carries its text; the icons only name it."""

HEAD = "This site has work of others in it. LICENSE.txt is about the guide's own words, pictures and code."
LINE = "-" * 72


def notice() -> str:
    """Return the text of NOTICE."""
    parts = [_part(distribution(name), what) for name, what in REDISTRIBUTED.items()]
    parts.append("\n".join(("The Apache License 2.0, of the icons:", "", _licence(distribution(HAS_APACHE)))))
    return f"\n{LINE}\n\n".join((f"{HEAD}\n", *parts))


def _part(package: Distribution, what: str) -> str:
    facts = package.metadata.json
    licence = facts.get("license_expression") or facts.get("license") or "see below"
    return "\n".join((f"{facts['name']} {package.version}: {what}", f"Licence: {licence}", "", *_texts(package)))


def _texts(package: Distribution) -> Iterator[str]:
    """Yield every licence text of a package, each once."""
    seen: set[str] = set()
    for file in package.files or ():
        path = file.as_posix()
        if ".dist-info/licenses/" in path or path == OF_ICONS:
            text = file.read_text(encoding="utf-8").strip()
            if text not in seen:
                seen.add(text)
                yield f"{text}\n"


def _licence(package: Distribution) -> str:
    """Return the licence text of a package."""
    [file] = [file for file in package.files or () if file.as_posix().endswith(".dist-info/licenses/LICENSE")]
    return file.read_text(encoding="utf-8")
