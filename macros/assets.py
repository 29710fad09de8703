"""The one style sheet and the one script of a page: joined, minified, and named after what is in them.

A name that changes with the content lets a browser keep the file for ever. A wrong style sheet ends the build.
"""

import hashlib
import posixpath
from collections.abc import Iterable
from typing import NamedTuple

import lightningcss
import rjsmin

from macros import addresses
from macros.data.model.brand import Brand
from macros.data.own_files import CSS_URL

FIRST = "@charset", "@import"
"""Rules that count only at the start of a style sheet, and so cannot be joined."""


PAPER = ("#000000", "#ffffff", "#000000")
"""Colours of a brand where a page is printed."""


class Asset(NamedTuple):
    """A file of the site."""

    path: str
    content: str


class Script(NamedTuple):
    """A part of the script."""

    path: str
    content: str
    deferred: bool
    """True where it needs the whole page; the others run before anything shows."""


class StyleError(Exception):
    """A style sheet cannot be read or joined."""


def style_sheet(parts: Iterable[Asset], path: str = addresses.STYLES) -> Asset:
    """Return *parts* as one style sheet, in their order. Raises StyleError with the name of the part that is wrong."""
    return _named(path, "".join(map(_minified, parts)))


def brand_rules(brand: Brand) -> str:
    """Return the rules that give the tokens of tokens.css the colours of a *brand*; paper stays black on white."""
    pairs = zip(("teal", "teal-mist", "accent"), brand.tokens("light"), brand.tokens("dark"), PAPER, strict=True)
    rules = (
        f"--{name}:var(--if-light,{light}) var(--if-dark,{dark}) var(--if-print,{paper})"
        for name, light, dark, paper in pairs
    )
    return f":root,[data-scheme]{{{';'.join(rules)}}}.guide-bar{{border-bottom:3px solid var(--accent)}}"


def _minified(part: Asset) -> str:
    if rule := next((rule for rule in FIRST if rule in part.content), None):
        raise StyleError(f"{part.path}: {rule} cannot be used; name the other file in 'extra_css'")
    moved = CSS_URL.sub(lambda match: f'url("{_moved(match[2], part.path)}")', part.content)
    try:
        return lightningcss.process_stylesheet(moved, filename=part.path)
    except ValueError as error:
        raise StyleError(f"{part.path}: {error}") from error


def _moved(way: str, path: str) -> str:
    """Return the *way* from the joined file to what the file at *path* names by its own way."""
    return posixpath.relpath(posixpath.join(posixpath.dirname(path), way), posixpath.dirname(addresses.STYLES))


def script(parts: Iterable[Script], path: str = addresses.SCRIPT) -> Asset:
    """Return *parts* as one script, to be loaded in the head: where one part fails, the others still run."""
    return _named(path, "\n".join(map(_alone, parts)))


def on_demand(name: str, parts: Iterable[Asset], data: str = "") -> Asset:
    """Return *data* and then *parts* as the script called *name*, which a page loads when it needs it."""
    code = (str(rjsmin.jsmin(part.content)) for part in parts)
    return _named(addresses.OWN_SCRIPTS.format(name), "\n".join(filter(None, (data, *code))))


def _alone(part: Script) -> str:
    code = str(rjsmin.jsmin(part.content))
    return f'document.addEventListener("DOMContentLoaded",()=>{{{code}\n}});' if part.deferred else code


def _named(path: str, content: str) -> Asset:
    stem, ending = posixpath.splitext(path)
    return Asset(f"{stem}-{hashlib.sha256(content.encode()).hexdigest()[:10]}{ending}", content)
