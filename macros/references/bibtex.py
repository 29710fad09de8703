"""CSL-JSON to BibTeX, in UTF-8, safe with any character in a title."""

import re
from collections.abc import Iterator

from macros.references.csl import Item, Person

KINDS = {"article-journal": "article", "report": "techreport", "thesis": "phdthesis"}
"""Types of BibTeX; any other is 'misc'."""

PUBLISHER = {"report": "institution", "thesis": "school"}

ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces even behind a backslash
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def bibtex(item: Item) -> str:
    """Return *item* as an entry whose key is its id."""
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(item))
    return f"@{KINDS.get(item['type'], 'misc')}{{{item['id']},\n{fields}}}\n"


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    """Yield the fields in the usual order; addresses are verbatim, everything else is escaped."""
    if "author" in item:
        yield "author", " and ".join(map(_name, item["author"]))
    if "title" in item:
        yield "title", title(item["title"])
    yield from _issue(item)
    for name, value in (
        ("doi", item.get("DOI")),
        ("pmid", item.get("PMID")),
        ("pmcid", item.get("PMCID")),
        ("url", item.get("URL")),
    ):
        if value:
            yield name, value
    if "accessed" in item:
        yield "urldate", "-".join(f"{part:02}" for part in item["accessed"]["date-parts"][0])
    if "annote" in item:
        yield "annote", escape(item["annote"])


def _issue(item: Item) -> Iterator[tuple[str, str]]:
    if "issued" in item:
        yield from zip(("year", "month", "day"), map(str, item["issued"]["date-parts"][0]), strict=False)
    for name, value in (
        ("journal" if item["type"] == "article-journal" else "howpublished", item.get("container-title")),
        (PUBLISHER.get(item["type"], "publisher"), item.get("publisher")),
        ("volume", item.get("volume")),
        ("number", item.get("issue")),
        ("pages", item.get("page", "").replace("-", "--")),
        ("version", item.get("version")),
    ):
        if value:
            yield name, escape(value)


def _name(person: Person) -> str:
    """Return 'Family, Given', or a body in braces, so that no comma or 'and' takes it apart."""
    if "literal" in person:
        return f"{{{escape(person['literal'])}}}"
    return ", ".join(_part(part) for part in (person["family"], person.get("given")) if part)


def _part(name: str) -> str:
    """Return a part of a name; one that would be taken apart goes in braces."""
    return f"{{{escape(name)}}}" if re.search(r",|\band\b", name, re.IGNORECASE) else escape(name)


def escape(text: str) -> str:
    """Return *text* so that TeX prints it as written."""
    return "".join(ESCAPES.get(sign, sign) for sign in text)


def title(text: str) -> str:
    """Return a title in which braces keep those capitals that a style in small letters must not take away."""
    capital = _names_are_capital(text)
    marked, end = "", 0
    for word in WORD.finditer(text):
        marked += escape(text[end : word.start()])
        first = text[: word.start()].rstrip(" \"'“‘(")[-1:] in {"", *":.?!"}
        keep = _is_capital_inside(word[0]) or (capital and word[0][0].isupper() and not first)
        marked += f"{{{escape(word[0])}}}" if keep else escape(word[0])
        end = word.end()
    return marked + escape(text[end:])


def _is_capital_inside(word: str) -> bool:
    """Tell 'NHS', 'PEDro', 'T2' and the 'I' of a part from words that merely begin with a capital."""
    return any(sign.isupper() for sign in word[1:]) or (
        word[0].isupper() and (any(sign.isdigit() for sign in word) or (len(word) == 1 and word != "A"))
    )


def _names_are_capital(text: str) -> bool:
    """Tell a title in sentence case, in which a capital means a name, from one With Capitals Everywhere."""
    long = [word for word in WORD.findall(text)[1:] if len(word) > len("with") and word[1:].islower()]
    return len([word for word in long if word[0].isupper()]) * 2 < len(long)
