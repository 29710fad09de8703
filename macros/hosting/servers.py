"""The headers of `policy.py` as servers read them (`_headers`, `.htaccess`, settings for nginx), and robots.txt."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros import addresses
from macros.edition import Framers
from macros.hosting import policy
from macros.worker import HASHED

HEADERS = "_headers"
HTACCESS = ".htaccess"
NGINX = "hosting/nginx.conf"
ROBOTS = "robots.txt"

TEMPLATES = Path(__file__).parent
TEMPLATE_OF = {HTACCESS: "htaccess.txt", NGINX: "nginx.txt", ROBOTS: "robots.txt"}
"""The template of each file but HEADERS."""

EMBEDS = rf"/{addresses.EMBED}({'|'.join(page.strip('/') for page in addresses.EMBEDDED)})/"
"""Finds the address of a page for embedding, wherever the site is on its host."""


def files(paths: Iterable[str], site: str, framers: Framers = "anyone") -> Iterator[tuple[str, str]]:
    """Yield, by its path, each file for a server of a site that has *paths*; its address is *site*, or unknown."""
    base = urlsplit(site).path.rstrip("/") + "/"
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - the files are no HTML
    )
    facts = {
        "always": policy.ALWAYS,
        "page_policy": policy.content_security(addresses.HOME, framers),
        "embed_policy": policy.content_security(addresses.EMBED, framers),
        "types": policy.TYPES,
        "ask": policy.ASK,
        "for_ever": policy.FOR_EVER,
        "hashed": HASHED,
        "embeds": EMBEDS,
        "base": base,
        "not_found": addresses.NOT_FOUND,
        "sitemap": f"{site}{addresses.SITEMAP}" if site else "",
        "nginx": NGINX,
    }
    yield HEADERS, _headers(sorted(paths), base, framers)
    for path, template in TEMPLATE_OF.items():
        yield path, environment.get_template(template).render(facts)


def _headers(paths: list[str], base: str, framers: Framers) -> str:
    """Return the file that Netlify, Cloudflare Pages and others read.

    Where two rules of it fit an address, some hosts take one and some join the two. So an address has each header from
    one rule.
    """
    rules: dict[str, dict[str, str]] = {"*": dict(policy.ALWAYS)}
    values: dict[str, Callable[[str], str]] = {
        "Content-Security-Policy": lambda path: policy.content_security(path, framers),
        "Cache-Control": policy.caching,
        "Content-Type": policy.kind,
    }
    for name, value in values.items():
        for pattern, text in _patterns({path: value(path) for path in paths}):
            rules.setdefault(pattern, {})[name] = text
    blocks = ("\n  ".join((f"{base}{pattern}", *map(": ".join, rule.items()))) for pattern, rule in rules.items())
    return "\n\n".join(blocks) + "\n"


def _patterns(values: Mapping[str, str], folder: str = "") -> Iterator[tuple[str, str]]:
    """Yield patterns of addresses with the value of each: a folder where all its files have the same, else each file.

    Files that keep for ever are named one by one: one that is not there must not keep for ever as an error.
    """
    some = set(values.values())
    if folder and len(some) == 1 and not some & {policy.FOR_EVER, ""}:
        yield f"{folder}*", some.pop()
        return
    for (name, slash), paths in groupby(sorted(values), lambda path: path.removeprefix(folder).partition("/")[:2]):
        inside = {path: values[path] for path in paths}
        if slash:
            yield from _patterns(inside, f"{folder}{name}/")
        else:
            yield from ((address, text) for path, text in inside.items() if text for address in _addresses(path))


def _addresses(path: str) -> tuple[str, ...]:
    """Return the addresses of a file: a page has that of its folder too."""
    page = path.removesuffix("index.html")
    return (page, path) if page != path else (path,)
