"""`make check-sources`: what Crossref says is compared, reported with its line, and saved without touching other lines.

Crossref is never asked here: tests/data/crossref holds answers in its shape, made for these tests.
"""

import difflib
import os
import socket
import subprocess
import sys
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from macros.data.load import load, read
from macros.references.check import Finding, check_sources, compared, with_findings
from tests.sites import GUIDES, ROOT, guide, macros_of

HAND = GUIDES["hand"]
SOURCE = guide("hand").evidence.sources[0]
DOI = "10.1234/hands"


def answer(name: str) -> bytes:
    """Return a made-up answer."""
    return (ROOT / f"tests/data/crossref/{name}.json").read_bytes()


@pytest.mark.parametrize(
    ("name", "result", "says"),
    [
        ("agrees", "agrees", ()),
        ("undated", "agrees", ()),
        (
            "differs",
            "differs",
            ("title: Crossref has 'On feet'", "issued: Crossref has 2018", "author: Crossref has Roe"),
        ),
        ("retracted", "retracted", ("retraction, doi:10.1234/notice",)),
        ("corrected", "corrected", ("erratum, doi:10.1234/erratum",)),
        ("notice", "corrected", ("it is itself a notice: retraction of doi:10.1234/other",)),
    ],
)
def test_an_answer_is_compared_with_the_source(name: str, result: str, says: tuple[str, ...]) -> None:
    finding = compared(SOURCE, answer(name))
    assert (finding.result, finding.says) == (result, says)


def test_a_doi_that_crossref_does_not_know_is_reported() -> None:
    assert compared(SOURCE, None).result == "not-there"


def test_marks_over_letters_and_capitals_are_no_difference() -> None:
    sent = answer("agrees").replace(b'"On hands"', '"ON  HÄNDS"'.encode()).replace(b'"Doe"', '"Dœ"'.encode())
    assert [says.partition(":")[0] for says in compared(SOURCE, sent).says] == ["author"]


@pytest.mark.parametrize("sent", [b"", b"<html>busy</html>", b"[]", b'{"message": {}}'])
def test_an_answer_in_another_form_is_refused(sent: bytes) -> None:
    with pytest.raises(ValueError, match="validation error"):
        compared(SOURCE, sent)


def copied(folder: Path) -> Path:
    """Return a copy of the small guide."""
    file = folder / "hand.yml"
    file.write_bytes(HAND.read_bytes())
    return file


def line_of(text: str) -> int:
    """Return the line of the small guide that holds *text*."""
    return next(number for number, line in enumerate(HAND.read_text().splitlines(), 1) if text in line)


def test_what_differs_is_reported_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = copied(tmp_path)
    assert check_sources(file, lambda _: answer("differs")) == 1
    assert capsys.readouterr().out.splitlines()[:3] == [
        f"hand.yml:{line_of('title: On hands')}: evidence.sources.doe-2020.title: Crossref has 'On feet'",
        f"hand.yml:{line_of('issued: 2020')}: evidence.sources.doe-2020.issued: Crossref has 2018",
        f"hand.yml:{line_of('author:')}: evidence.sources.doe-2020.author: Crossref has Roe",
    ]


def test_where_all_agree_the_exit_status_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = copied(tmp_path)
    asked: list[str] = []

    def ask(doi: str) -> bytes:
        asked.append(doi)
        return answer("agrees")

    assert check_sources(file, ask) == 0
    assert asked == [source.DOI for source in guide("hand").evidence.sources if source.DOI]
    assert capsys.readouterr().out.endswith(f"asked about {len(asked)} sources with a DOI, 0 to look at\n")
    saved = load(file).evidence.sources[0].crossref
    assert saved
    assert saved.result == "agrees"


def test_only_the_line_of_the_finding_is_new(tmp_path: Path) -> None:
    for name in GUIDES:
        text = GUIDES[name].read_bytes().decode()
        ids = [source.id for source in guide(name).evidence.sources if source.DOI]
        found = dict.fromkeys(ids, Finding("differs", ("title: 'A' \"B\" # {c}: Łódź", "x, y"), ("title", "DOI")))
        fresh = with_findings(text, found, date(2026, 11, 23))
        changed = [line for line in difflib.ndiff(text.splitlines(), fresh.splitlines()) if line[0] in "-+"]
        assert all(line.startswith("+       crossref: {checked: 2026-11-23") for line in changed)
        assert len(changed) == len(ids)
        again = {source.id: source for source in read(fresh.encode(), tmp_path / "x.yml").evidence.sources}
        for id_ in ids:
            crossref = again[id_].crossref
            assert crossref
            assert crossref.says == found[id_].says
        later = with_findings(fresh, dict.fromkeys(ids, Finding("agrees", (), ())), date(2027, 1, 2))
        assert later == fresh.replace(
            fresh[fresh.index("crossref: {") : fresh.index("\n", fresh.index("crossref: {"))],
            "crossref: {checked: 2027-01-02, result: agrees}",
        )


def test_a_finding_written_by_hand_over_several_lines_is_replaced_whole(tmp_path: Path) -> None:
    text = HAND.read_text(encoding="utf-8")
    block = "      crossref:\n        checked: 2026-01-01\n        result: agrees\n"
    at = text.index("      read: abstract")
    fresh = with_findings(text[:at] + block + text[at:], {"doe-2020": Finding("not-there", (), ())}, date(2026, 11, 23))
    line = "      crossref: {checked: 2026-11-23, result: not-there}\n"
    assert fresh == text[:at] + line + text[at:]
    read(fresh.encode(), tmp_path / "x.yml")


def run(file: Path, address: str) -> subprocess.CompletedProcess[str]:
    """Run the command against a server on this machine."""
    command = [sys.executable, "-m", "macros", "check-sources", str(file)]
    env = {**os.environ, "CROSSREF": address, "no_proxy": "127.0.0.1", "NO_PROXY": "127.0.0.1"}
    return subprocess.run(command, cwd=ROOT, env=env, check=False, capture_output=True, text=True)


def test_without_the_internet_the_command_says_so_and_changes_nothing(tmp_path: Path) -> None:
    file = copied(tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    done = run(file, f"http://127.0.0.1:{port}/")
    assert done.returncode == 2
    assert done.stderr.startswith("cannot ask Crossref: ")
    assert done.stderr.endswith("This check needs the internet. Nothing was changed.\n")
    assert "Traceback" not in done.stderr
    assert file.read_bytes() == HAND.read_bytes()


class _Crossref(BaseHTTPRequestHandler):
    seen: list[tuple[str, str]]

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing."""

    def do_GET(self) -> None:
        self.seen.append((self.path, self.headers["User-Agent"]))
        self.send_response(404)
        self.end_headers()


def test_a_question_holds_the_doi_and_nothing_about_anyone(tmp_path: Path) -> None:
    _Crossref.seen = []
    with HTTPServer(("127.0.0.1", 0), _Crossref) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        done = run(copied(tmp_path), f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()
    assert done.returncode == 1
    assert "evidence.sources.doe-2020.DOI: Crossref does not have this DOI" in done.stdout
    assert _Crossref.seen[0] == ("/10.1234%2Fhands", "FootCoreGuide/1.0 (check-sources)")


def test_a_retraction_is_in_the_list_of_sources_with_its_date(tmp_path: Path) -> None:
    finding = compared(SOURCE, answer("retracted"))
    text = with_findings(HAND.read_text(encoding="utf-8"), {"doe-2020": finding}, date(2026, 11, 23))
    shown = macros_of(read(text.encode(), tmp_path / "x.yml"), "evidence/sources/").reference_list()
    assert "Retracted, as Crossref says (23 November 2026): retraction, doi:10.1234/notice" in shown
    assert "Retracted" not in macros_of(guide("hand"), "evidence/sources/").reference_list()
