"""The site under real web servers, nginx and Apache, in a folder of the host, with the settings that the build writes for them."""

import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Response, expect

from macros import addresses
from macros.hosting import policy, servers
from macros.wording.labels import labels
from tests.browser import APACHE, NGINX
from tests.sites import Site, build, build_once, guide, wait_for

PATIENCE = 10
"""Seconds for a server to answer."""

NGINX_SETTINGS = """
daemon off; master_process off; pid {work}/pid; error_log {work}/log;
events {{ }}
http {{
  include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
  client_body_temp_path {work}/a; proxy_temp_path {work}/b; fastcgi_temp_path {work}/c; uwsgi_temp_path {work}/d;
  scgi_temp_path {work}/e;
  server {{ listen 127.0.0.1:{port}; root {root}; include {include}; }}
}}
"""
APACHE_SETTINGS = """
ServerRoot {work}
ServerName localhost
PidFile {work}/pid
ErrorLog {work}/log
Listen 127.0.0.1:{port}
{modules}
TypesConfig /etc/mime.types
DirectoryIndex index.html
DocumentRoot {root}
<IfModule unixd_module>
  User www-data
  Group www-data
</IfModule>
<Directory {root}>
  AllowOverride FileInfo
  Require all granted
</Directory>
"""
MODULES = ("mpm_event", "authz_core", "dir", "mime", "headers", "rewrite")


class Host(NamedTuple):
    """A running server with a site in one of its folders."""

    server: str
    address: str
    """Of the site, with a slash at its end."""

    site: Site
    says_address: bool
    """Whether the build knew where the site would be."""


@pytest.fixture(scope="module")
def hand(shared: Path) -> Site:
    """Return the small guide; a test of servers needs no other that the build knows no address of."""
    build_once(shared / "hand", partial(build, "hand"))
    wait_for(shared / "hand")
    return Site("hand", shared / "hand", guide("hand"))


@pytest.fixture(scope="module")
def root(hosted: Site, hand: Site) -> Iterator[Path]:
    """Return the folder of a host that any server may read: one site where the build expected it, one somewhere else."""
    folder = Path(tempfile.mkdtemp(prefix="guide-host-"))
    folder.chmod(0o755)
    shutil.copytree(hosted.folder, folder / "foot")
    shutil.copytree(hand.folder, folder / "some/where")
    nginx = (hand.folder / servers.NGINX).read_text("utf-8")
    lines = [line.replace(" /", " /some/where/", 1) if line.endswith("#") else line for line in nginx.splitlines()]
    (folder / "nginx.conf").write_text("\n".join(lines), "utf-8")
    (folder / "work").mkdir()
    yield folder
    shutil.rmtree(folder)


@contextmanager
def running(command: list[str], port: int, log: Path) -> Iterator[str]:
    """Run a server until the test is done; yield its address."""
    process = subprocess.Popen(command)
    try:
        end = time.monotonic() + PATIENCE
        while True:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            said = log.read_text("utf-8") if log.exists() else ""
            assert process.poll() is None, said
            assert time.monotonic() < end, said
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(PATIENCE)


def free_port() -> int:
    """Return a port that nothing uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def nginx(root: Path, include: Path) -> Iterator[str]:
    """Run nginx with the file that the build wrote for it."""
    port, work = free_port(), Path(tempfile.mkdtemp(dir=root / "work"))
    settings = NGINX_SETTINGS.format(work=work, port=port, root=root, include=include)
    (work / "conf").write_text(settings, "utf-8")
    with running([NGINX.path(), "-e", str(work / "log"), "-c", str(work / "conf")], port, work / "log") as address:
        yield address


@contextmanager
def apache(root: Path) -> Iterator[str]:
    """Run Apache, which reads what the build wrote in the folder of the site."""
    port, work = free_port(), Path(tempfile.mkdtemp(dir=root / "work"))
    work.chmod(0o755)
    own = next(folder for folder in ("/usr/lib/apache2/modules", "/usr/lib64/httpd/modules") if Path(folder).is_dir())
    modules = "\n".join(f"LoadModule {name}_module {own}/mod_{name}.so" for name in MODULES)
    settings = APACHE_SETTINGS.format(work=work, port=port, root=root, modules=modules)
    (work / "conf").write_text(settings, "utf-8")
    with running([APACHE.path(), "-X", "-f", str(work / "conf")], port, work / "log") as address:
        yield address


@pytest.fixture(scope="module", params=["nginx", "nginx, elsewhere", "apache", "apache, elsewhere"])
def host(request: pytest.FixtureRequest, root: Path, hosted: Site, hand: Site) -> Iterator[Host]:
    """Serve a site in the folder where the build expected it, and one in a folder that the build did not know."""
    server, _, elsewhere = str(request.param).partition(", ")
    site, folder = (hand, "some/where/") if elsewhere else (hosted, "foot/")
    include = root / "nginx.conf" if elsewhere else root / "foot" / servers.NGINX
    with apache(root) if server == "apache" else nginx(root, include) as address:
        yield Host(server, f"{address}{folder}", site, not elsewhere)


@contextmanager
def reader(browser: Browser, wrong: list[str], host: Host) -> Iterator[Page]:
    """Yield a page of a fresh browser; what it reports, and what it asks for beyond the site, is noted."""
    context = browser.new_context(color_scheme="light", reduced_motion="reduce")
    page = context.new_page()

    def note(said: ConsoleMessage) -> None:
        if said.type in {"error", "warning"}:
            wrong.append(f"{page.url}: {said.text}")

    page.on("console", note)
    page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
    page.on("request", lambda asked: None if asked.url.startswith(host.address) else wrong.append(asked.url))
    yield page
    context.close()


def opened(page: Page, address: str) -> Response:
    """Open a page and return what the server said."""
    answer = page.goto(address)
    assert answer
    return answer


def test_pages_work_and_nothing_is_reported_or_asked_for_elsewhere(browser: Browser, host: Host) -> None:
    wrong: list[str] = []
    with reader(browser, wrong, host) as page:
        own = [host.site.kinds()[kind] for kind in ("home", "exercise", "week", "safety", "evidence")]
        for address in (*own, next(iter(host.site.embeds)), "embed/today/", "plan/"):
            answer = opened(page, host.address + address)
            assert answer.status == 200
            assert answer.headers["content-security-policy"] == policy.content_security(address, "anyone")
            assert answer.headers["cache-control"] == policy.ASK
            assert answer.headers.items() >= {name.lower(): value for name, value in policy.ALWAYS.items()}.items()
        page.goto(host.address)
        before = page.evaluate("getComputedStyle(document.body).backgroundColor")
        for _ in range(2):
            page.locator("[data-colours]").click()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
        page.locator("[data-search-open]").click()
        page.locator(".search__input").press_sequentially(host.site.guide.exercises[0].name)
        page.locator(".search__results a").first.click()
        expect(page.locator("h1")).to_have_text(host.site.guide.exercises[0].full_name)
    assert wrong == []


@pytest.mark.parametrize("address", ["no-such-page/", "no/such/page/", "exercises/none.html"])
def test_a_wrong_address_shows_a_whole_page(browser: Browser, host: Host, address: str) -> None:
    wrong: list[str] = []
    with reader(browser, wrong, host) as page:
        answer = opened(page, host.address + address)
        assert answer.status == 404
        assert answer.headers["cache-control"] == policy.ASK
        expect(page.locator("h1")).to_have_text(labels().not_found)
        expect(page.locator(".guide-bar")).to_have_css("position", "sticky")
        page.locator("[data-search-open]").click()
        page.locator(".search__input").press_sequentially(host.site.guide.exercises[0].name)
        expect(page.locator(".search__results a").first).to_be_visible()
        page.keyboard.press("Escape")
        page.locator("main").get_by_role("link", name=host.site.guide.exercises[0].name).first.click()
        expect(page.locator("h1")).to_have_text(host.site.guide.exercises[0].full_name)
    if host.says_address:
        assert [said for said in wrong if address not in said] == []


def test_files_have_their_types_and_keep_as_long_as_they_may(browser: Browser, host: Host) -> None:
    with reader(browser, [], host) as page:
        page.goto(host.address)
        own = page.evaluate(
            "[...document.querySelectorAll('head [rel=stylesheet], head script[src]')].map(e => e.href || e.src)"
        )
        assert {page.request.get(path).headers["cache-control"] for path in own} == {policy.FOR_EVER}
        gone = page.request.get(own[0].replace("guide-", "guide-0"))
        assert gone.status == 404
        assert gone.headers.get("cache-control") != policy.FOR_EVER
        worker = page.request.get(host.address + addresses.WORKER)
        assert worker.headers["cache-control"] == policy.ASK
        kinds = {addresses.MANIFEST: ".webmanifest", addresses.CALENDAR: ".ics", addresses.SITEMAP: ".xml"}
        for path, ending in kinds.items():
            if (host.site.folder / path).exists():
                assert page.request.get(host.address + path).headers["content-type"] == policy.TYPES[ending]
        if host.server == "nginx":  # Apache's own settings hide it
            assert page.request.get(f"{host.address}.htaccess").status == 404
