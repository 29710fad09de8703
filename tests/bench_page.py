"""`make bench-page`: what each kind of page moves, beside version 2.0.0 and a stock Material page; Lighthouse where npm is.

Bytes are gzipped, with every picture that a phone shows at once, before the search is opened. Lighthouse comes from npm,
plays a phone on a slow network, and its figures are the medians of ROUNDS. The rows are saved in build/bench-page.json.
"""

import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread
from typing import TypedDict

from playwright.sync_api import Browser, Response, sync_playwright

from tests.bench import article, build, stock
from tests.browser import CHROMIUM, FLAGS
from tests.sites import ROOT, Site, guide

BEFORE = json.loads((ROOT / "tests/data/page-weight-2.0.0.json").read_text(encoding="utf-8"))
"""Requests and bytes of version 2.0.0 by kind of page, measured in the same way."""

ROUNDS = 5
SETTLED = 1000
"""Milliseconds in which a script may still ask for more."""

LIGHTHOUSE = ("npm", "exec", "--yes", "--", "lighthouse")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


class Weight(TypedDict):
    """What a page moves."""

    requests: int
    bytes: int


class _Handler(SimpleHTTPRequestHandler):
    """Answers as a web server does that compresses."""

    def do_GET(self) -> None:
        """Send a file, gzipped."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        found = file.is_file()
        body = gzip.compress((file if found else Path(self.directory) / "404.html").read_bytes())
        self.send_response(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", self.guess_type(file.name if found else "404.html"))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=31536000")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve *folder* on this machine alone, compressed; yield its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def weight(browser: Browser, address: str) -> Weight:
    """Return what a phone moves for the page at *address* until nothing more comes."""
    answers: list[Response] = []
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright marks it
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(SETTLED)
    sizes = {answer.url: len(gzip.compress(answer.body())) for answer in answers}
    page.close()
    return Weight(requests=len(sizes), bytes=sum(sizes.values()))


def weights(folder: Path, kinds: dict[str, str]) -> dict[str, Weight]:
    """Return what one page of each kind moves."""
    with served(folder) as at, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM.path(), args=list(FLAGS))
        found = {kind: weight(browser, at + address) for kind, address in kinds.items()}
        browser.close()
    return found


def lighthouse(folder: Path, address: str) -> str:
    """Return Lighthouse's four scores of a page, and when its largest part shows."""
    rounds = []
    with served(folder) as at:
        flags = f"--chrome-flags={' '.join(FLAGS)}"
        command = [*LIGHTHOUSE, at + address, "--quiet", "--output=json", flags]
        for _ in range(ROUNDS):
            done = subprocess.run(
                command, check=False, capture_output=True, text=True, env={**os.environ, "CHROME_PATH": CHROMIUM.path()}
            )
            if done.returncode:
                return f"did not run: {done.stderr.strip().splitlines()[-1:]}"
            rounds.append(json.loads(done.stdout))
    scores = [round(100 * median(one["categories"][name]["score"] for one in rounds)) for name in CATEGORIES]
    shown = median(one["audits"]["largest-contentful-paint"]["numericValue"] for one in rounds)
    return f"{' / '.join(map(str, scores))}, largest part after {shown / 1000:.1f} s"


def main() -> None:
    """Build the guide, measure a page of each kind, print the table and keep it."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        build(ROOT / "mkdocs.yml", folder / "site")
        kinds = Site("foot", folder / "site", guide("foot")).kinds()
        now = weights(folder / "site", kinds)
        text = {
            kind: article(folder / "site" / address / "index.html") for kind, address in kinds.items() if kind != "404"
        }
        build(stock(folder / "stock", text, flat=True), folder / "material")
        material = weights(folder / "material", {kind: f"{kind}/" for kind in text})
        out = [f"{'page':10} {'now':>14} {'2.0.0':>14} {'Material':>14}   KB gzipped in requests"]
        out += [f"{kind:10}" + "".join(_cell(rows.get(kind)) for rows in (now, BEFORE, material)) for kind in kinds]
        sys.stdout.write("\n".join(out) + "\n")
        if shutil.which("npm"):
            for kind in ("home", "exercise", "week"):
                sys.stdout.write(f"Lighthouse, {kind}: {lighthouse(folder / 'site', kinds[kind])}\n")
                sys.stdout.flush()
    file = ROOT / "build/bench-page.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(now, indent=1) + "\n", encoding="utf-8")


def _cell(row: Weight | None) -> str:
    return f"{row['bytes'] / 1000:9.1f} in {row['requests']:2}" if row else f"{'–':>15}"


if __name__ == "__main__":
    main()
