"""Sites to ask questions of: built once in a run, read as pages, served as a web server would."""

import json
import os
import posixpath
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, auto
from functools import cache, cached_property, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from pathlib import Path
from socket import socket
from threading import Event, Thread
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib
from PIL import Image

from macros.bridge.build import Build
from macros.data.load import load
from macros.data.model import Guide
from macros.data.model.clinic import Clinic
from macros.data.model.former import Renamed
from macros.edition import Edition
from macros.pages.macros import Macros

ROOT = Path(__file__).parent.parent
GUIDES = {"foot": ROOT / os.environ.get("GUIDE", "exercises.yml"), "hand": ROOT / "tests/data/hand.yml"}
"""The guide that is shipped, and a second one on another body part."""

SUBPATH = "https://clinic.example/foot/"
HOST = Clinic.model_validate(
    {
        "name": "Harbour Physiotherapy",
        "phone": "01632 960 123",
        "url": "https://harbour.example/",
        "country": "new-zealand",
        "logo": "own/logo.png",
        "course": {"start": "2026-12-02", "time": "09:30"},
        "report": "feet@clinic.example",
    }
)
"""The clinic that hosts the guide under SUBPATH."""

HOSTED_AT = datetime(2026, 11, 22, 19, 30, 15, tzinfo=UTC)
"""When what it hosts was last changed, by its settings."""

PATIENCE = 300
"""Seconds to wait for a site that another worker builds."""

UNSEEN = {"script", "style", "template", "noscript"}


@cache
def guide(name: str) -> Guide:
    """Return the data of one of the guides."""
    return load(GUIDES[name])


def macros_of(data: Guide, address: str) -> Macros:
    """Return the macros of a guide for the page at *address*, without papers."""
    return Build(Edition(data, Clinic()), with_papers=False).macros(lambda: address)


def mkdocs(settings: Path, folder: Path, **environment: str) -> None:
    """Build the site that *settings* describe into *folder*, strictly."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(settings)]
    own = {key: value for key, value in os.environ.items() if key not in {"GUIDE", "SITE_URL"}}
    done = subprocess.run(
        [*command, "--site-dir", str(folder)],
        env={**own, "NO_MKDOCS_2_WARNING": "1", **environment},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def build(name: str, folder: Path) -> None:
    """Build one of the guides into *folder*."""
    mkdocs(ROOT / "mkdocs.yml", folder, GUIDE=str(GUIDES[name]))


def project_of(folder: Path, settings: str) -> Path:
    """Create a clinic's copy of the project in *folder*, with its own logo and *settings*; return the settings file."""
    for name in ("macros", "overrides", "mkdocs.yml", "exercises.yml"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "docs", folder / "docs")
    (folder / "docs/own").mkdir()
    Image.new("L", (400, 130), 90).save(folder / "docs/own/logo.png")
    (folder / "own.yml").write_text(settings, encoding="utf-8")
    return folder / "own.yml"


def build_hosted(folder: Path) -> None:
    """Build the guide as a clinic in New Zealand hosts it under a sub-path, with a course, into *folder*.

    Without PDFs: tests/test_papers.py has those of a clinic with a known address.
    """
    project = folder.with_suffix(".project")
    project.mkdir()
    clinic = json.dumps(HOST.model_dump(mode="json", exclude_none=True))
    own = f"INHERIT: mkdocs.yml\nsite_name: Feet from Harbour\nsite_url: {SUBPATH}\nextra:\n  clinic: {clinic}\n"
    mkdocs(project_of(project, own), folder, SOURCE_DATE_EPOCH=str(int(HOSTED_AT.timestamp())), PAPERS="false")


def build_once(folder: Path, make: Callable[[Path], None]) -> None:
    """Build a site in *folder* with *make* in the worker that comes first; the others go on without waiting."""
    turn, staged = _turn(folder), folder.with_suffix(".staged")
    try:
        turn.mkdir()  # only one worker can, and the folder stays
    except FileExistsError:
        return
    try:
        make(staged)
    except AssertionError:
        (turn / "failed").touch()
        raise
    staged.rename(folder)


def wait_for(folder: Path) -> None:
    """Wait until the site in *folder* is complete, in whichever worker it is built."""
    end = time.monotonic() + PATIENCE
    while not folder.exists():
        assert not (_turn(folder) / "failed").exists(), f"another worker could not build {folder}"
        assert time.monotonic() < end, f"another worker did not build {folder} in {PATIENCE} s"
        time.sleep(0.05)


def _turn(folder: Path) -> Path:
    return folder.with_suffix(".turn")


def text_of(element: Element) -> str:
    """Return what a reader sees of *element*, on one line."""
    return " ".join("".join(_texts(element)).split()).replace(" ,", ",").replace(" .", ".")


def _texts(element: Element) -> Iterator[str]:
    if element.tag not in UNSEEN:
        yield element.text or ""
        for child in element:
            apart = "" if child.get("class") == "term" else " "  # a hard word is a link inside its sentence
            yield apart
            yield from _texts(child)
            yield apart
            yield child.tail or ""


@dataclass(frozen=True)
class Page:
    """One file of HTML; equal pages have the same file."""

    file: Path
    address: str
    """Seen from the site's root, such as 'exercises/short-foot/'."""

    @cached_property
    def _parsed(self) -> tuple[Element, list[str]]:
        parser = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
        root = parser.parse(self.file.read_text(encoding="utf-8"))
        return root, [f"line {place[0]}: {code} {data}" for place, code, data in parser.errors]

    @property
    def root(self) -> Element:
        """Return the page's html element."""
        return self._parsed[0]

    @property
    def errors(self) -> list[str]:
        """Return what is wrong with the page as HTML."""
        return self._parsed[1]

    @cached_property
    def ids(self) -> list[str]:
        """Return every id on the page, in order."""
        return [id_ for element in self.root.iter() if (id_ := element.get("id")) is not None]

    def all(self, tag: str, class_: str = "") -> list[Element]:
        """Return every element called *tag* that has the class *class_*."""
        return [e for e in self.root.iter(tag) if not class_ or class_ in e.get("class", "").split()]

    def one(self, tag: str, class_: str = "") -> Element:
        """Return the only such element."""
        elements = self.all(tag, class_)
        assert len(elements) == 1, f"{self.address} has {len(elements)} of {tag}.{class_}"
        return elements[0]

    @property
    def text(self) -> str:
        """Return all visible text."""
        return text_of(self.one("body"))

    def meta(self, name: str) -> str:
        """Return the content of the only meta tag called *name*."""
        contents = [e.get("content", "") for e in self.root.iter("meta") if e.get("name") == name]
        assert len(contents) == 1, f"{self.address} has {len(contents)} of meta {name}"
        return contents[0]

    def target(self, href: str) -> tuple[str, str]:
        """Return the address seen from the site's root, and the anchor, that *href* on this page leads to."""
        parts = urlsplit(href)
        if not parts.path:
            return self.address, unquote(parts.fragment)
        path = posixpath.normpath(posixpath.join("/", posixpath.dirname(self.address), unquote(parts.path)))
        slash = "/" if parts.path.endswith(("/", ".", "..")) else ""
        return (path + slash).lstrip("/"), unquote(parts.fragment)


@dataclass(frozen=True)
class Site:
    """A built site and the guide it was built from."""

    name: str
    folder: Path
    guide: Guide

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Return every page by its address, but those for embedding, and those that lead on from an address of the past."""
        others = self.moved.keys() | self.embeds.keys()
        return {address: page for address, page in self._all.items() if address not in others}

    @cached_property
    def embeds(self) -> dict[str, Page]:
        """Return every page for embedding by its address."""
        return {address: page for address, page in self._all.items() if address.startswith("embed/")}

    @cached_property
    def _all(self) -> dict[str, Page]:
        pages = (Page(file, self._address(file)) for file in sorted(self.folder.rglob("*.html")))
        return {page.address: page for page in pages}

    @cached_property
    def moved(self) -> dict[str, str]:
        """Return the addresses that pages had before, and where they lead."""
        moved = {"evidence/summary/": "evidence/", "downloads/": "print/"}
        for id_, former in self._renamed("exercise", self.guide.exercises):
            moved |= {f"exercises/{former}/{page}": f"exercises/{id_}/{page}" for page in ("", "evidence/")}
        for programme in self.guide.programmes:
            now = "" if programme is self.guide.programme else f"{programme.id}/"
            weeks = [f"week-{number}/" for number in range(1, programme.weeks_ever + 1)]
            for former, page in product(programme.former_ids, ("", *weeks)):
                moved[f"schedule/{former}/{page}"] = f"schedule/{now}{page}"
        moved |= {f"{former}/": f"{id_}/" for id_, former in self._renamed("page", self.guide.pages)}
        return moved

    def _renamed(self, kind: str, items: Iterable[Renamed]) -> Iterator[tuple[str, str]]:
        """Yield the id of each thing of a *kind*, also of a retired one, with each that it had before."""
        for item in (*items, *(one for one in self.guide.retired if one.kind == kind)):
            yield from ((item.id, former) for former in item.former_ids)

    @cached_property
    def gone(self) -> set[str]:
        """Return the addresses of the pages that the guide no longer has."""
        retired = self.guide.retired
        exercises = {
            f"exercises/{one.id}/{page}" for one in retired for page in ("", "evidence/") if one.kind == "exercise"
        }
        plans = {f"schedule/{one.id}/" for one in retired if one.kind == "programme"}
        weeks = {f"schedule/{one.id}/week-{number}/" for one in retired for number in range(1, one.weeks + 1)}
        for plan in self.guide.programmes:
            folder = "" if plan is self.guide.programme else f"{plan.id}/"
            cut = range(len(plan.weeks) + 1, plan.weeks_ever + 1)
            weeks |= {f"schedule/{folder}week-{number}/" for number in cut}
        return exercises | plans | weeks | {f"{one.id}/" for one in retired if one.kind == "page"}

    def _address(self, file: Path) -> str:
        return file.relative_to(self.folder).as_posix().removesuffix("index.html")

    def exercise(self, id_: str) -> Page:
        """Return the page of an exercise."""
        return self.pages[f"exercises/{id_}/"]

    def week(self, number: int) -> Page:
        """Return the page of a week."""
        return self.pages[f"schedule/week-{number}/"]

    def kinds(self) -> dict[str, str]:
        """Return the address of one page of each kind, by its name."""
        below = ("studies", "findings", "article", "sources", "checklist")
        own = {page: f"evidence/{page}/" for page in below if f"evidence/{page}/" in self.pages}
        return own | {
            "home": "",
            "index": "exercises/",
            "exercise": f"exercises/{self.guide.exercises[-1].id}/",
            "schedule": "schedule/",
            "week": f"schedule/week-{len(self.guide.programme.weeks)}/",
            "evidence": "evidence/",
            "safety": "safety/",
            "prose": f"{self.guide.pages[0].id}/",
            "glossary": "glossary/",
            "changes": "changes/",
            "404": "no/such/page/",
        }


class Fault(Enum):
    """What a server may do wrong with a file."""

    ERROR = auto()
    """It answers with status 500."""

    BROKEN = auto()
    """The connection breaks in the middle."""

    SHORT = auto()
    """It sends the first half as if it were all."""

    SILENT = auto()
    """It never answers."""

    HELD = auto()
    """It answers when the fault is gone."""


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder under a policy; whatever is not there is answered with the site's own 404 page."""

    def __init__(
        self, *given: Any, policy: str = "", headers: str = "", faults: Mapping[str, Fault], stop: Event, directory: str
    ) -> None:
        """Answer one request."""
        self._policy, self._faults, self._stop = policy, faults, stop
        self._rules = headers_file(headers)
        super().__init__(*given, directory=directory)

    def do_GET(self) -> None:
        """Send the file, with its fault."""
        path = self.path.partition("?")[0].lstrip("/")
        match self._faults.get(path):
            case None:
                super().do_GET()
            case Fault.SILENT:
                self._stop.wait()
            case Fault.HELD:
                while path in self._faults and not self._stop.wait(0.02):
                    pass
                super().do_GET()
            case fault:
                self._send_spoiled(fault)

    def _send_spoiled(self, fault: Fault) -> None:
        file = Path(self.translate_path(self.path))
        body = (file / "index.html" if file.is_dir() else file).read_bytes()
        sent = body if fault is Fault.ERROR else body[: len(body) // 2]
        self.send_response(500 if fault is Fault.ERROR else 200)
        self.send_header("Content-Type", self.guess_type("index.html" if file.is_dir() else file))
        self.send_header("Content-Length", str(len(body if fault is Fault.BROKEN else sent)))
        self.end_headers()
        self.wfile.write(sent)

    def end_headers(self) -> None:
        """Send the policy with every answer."""
        if self._policy:
            self.send_header("Content-Security-Policy", self._policy)
        for name, value in headers_of(self._rules, self.path):
            if name != "Content-Type":
                self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with 404.html."""
        assert code == 404, (code, message, explain)
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    """A server of files for a browser that may leave a page before its files have arrived."""

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: object) -> None:
        """Report what went wrong, unless the browser has closed the connection."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def headers_file(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the rules of a `_headers` file: a pattern, and the headers with their values."""
    blocks = [block.splitlines() for block in text.split("\n\n") if block]
    return [(pattern, [_header(line) for line in lines]) for pattern, *lines in blocks]


def _header(line: str) -> tuple[str, str]:
    name, _, value = line.strip().partition(": ")
    return name, value


def headers_of(rules: list[tuple[str, list[tuple[str, str]]]], path: str) -> list[tuple[str, str]]:
    """Return what the rules say of the address *path*, each as often as a rule fits."""
    plain = path.partition("?")[0]
    fits = (
        own for pattern, own in rules if plain == pattern or (pattern[-1] == "*" and plain.startswith(pattern[:-1]))
    )
    return [header for own in fits for header in own]


NO_FAULTS: Mapping[str, Fault] = MappingProxyType({})


@contextmanager
def served(folder: Path, policy: str = "", faults: Mapping[str, Fault] = NO_FAULTS, headers: str = "") -> Iterator[str]:
    """Serve *folder* on this machine alone, under a content security policy; yield its address with a slash at its end.

    *headers* is the text of a `_headers` file, of which the types of files are left to this server.
    *faults* has, by their paths, the files with which something goes wrong; it may change meanwhile.
    """
    stop = Event()
    handler = partial(_Handler, directory=str(folder), policy=policy, headers=headers, faults=faults, stop=stop)
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            stop.set()
            server.shutdown()
            thread.join()
