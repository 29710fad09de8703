"""What servers are told to send with the files of a site, before any of them does."""

from collections import Counter

import pytest
import yaml
from playwright.sync_api import Browser, expect

from macros.edition import Framers
from macros.hosting import policy, servers
from tests.sites import GUIDES, ROOT, SUBPATH, Site, headers_file, headers_of, served

both = pytest.mark.parametrize("name", GUIDES)
PATHS = (
    "index.html",
    "today/index.html",
    "embed/today/index.html",
    "assets/css/guide-0123456789.css",
    "schedule/plan.ics",
)


def paths_of(site: Site) -> list[str]:
    """Return the path of every file of a site."""
    return [file.relative_to(site.folder).as_posix() for file in site.folder.rglob("*") if file.is_file()]


def headers_text(site: Site, framers: Framers = "anyone") -> str:
    """Return the `_headers` of a site at the root of its host, where *framers* may embed."""
    return dict(servers.files(paths_of(site), "", framers))[servers.HEADERS]


@both
def test_every_site_has_the_files_that_servers_read(sites: dict[str, Site], name: str) -> None:
    folder = sites[name].folder
    for path in (servers.HEADERS, servers.HTACCESS, servers.NGINX, servers.ROBOTS):
        assert (folder / path).is_file(), path
    assert "Sitemap" not in (folder / servers.ROBOTS).read_text("utf-8")


def test_robots_leads_to_the_sitemap_where_the_address_is_known(hosted: Site) -> None:
    assert f"\nSitemap: {SUBPATH}sitemap.xml\n" in (hosted.folder / servers.ROBOTS).read_text("utf-8")
    assert (hosted.folder / "sitemap.xml").is_file()


@pytest.mark.parametrize("name", ["foot", "hand", "hosted"])
def test_an_address_has_each_header_from_one_rule(sites: dict[str, Site], hosted: Site, name: str) -> None:
    site = hosted if name == "hosted" else sites[name]
    base = "/foot/" if name == "hosted" else "/"
    rules = headers_file((site.folder / servers.HEADERS).read_text("utf-8"))
    assert len(rules) <= 100, "Cloudflare reads no more"
    for path in paths_of(site):
        if path in {servers.HEADERS, servers.HTACCESS, servers.NGINX, servers.ROBOTS}:
            continue
        for address in {path, path.removesuffix("index.html")}:
            sent = headers_of(rules, base + address)
            assert [key for key, times in Counter(key for key, _ in sent).items() if times > 1] == [], address
            own = dict(sent)
            assert own.items() >= policy.ALWAYS.items()
            assert own["Content-Security-Policy"] == policy.content_security(path, "anyone")
            assert own["Cache-Control"] == policy.caching(path)
            assert own.get("Content-Type", "") == policy.kind(path)


@pytest.mark.parametrize(
    ("framers", "embed"),
    [
        ("anyone", ""),
        ("nobody", "frame-ancestors 'none'"),
        (("https://clinic.example",), "frame-ancestors 'self' https://clinic.example"),
    ],
)
def test_pages_for_embedding_say_who_may_and_all_others_the_same_site_alone(framers: Framers, embed: str) -> None:
    written = dict(servers.files(PATHS, "", framers))
    sent = {path: dict(headers_of(headers_file(written[servers.HEADERS]), f"/{path}")) for path in PATHS}
    policies = {path: own["Content-Security-Policy"] for path, own in sent.items()}
    assert policies.pop("embed/today/index.html").removeprefix(policy.CONTENT).removeprefix("; ") == embed
    assert set(policies.values()) == {f"{policy.CONTENT}; frame-ancestors 'self'"}
    for path in (servers.HTACCESS, servers.NGINX):
        assert f'"{policy.CONTENT}{embed and "; "}{embed}"' in written[path]


def test_only_a_name_that_changes_with_the_content_keeps_for_ever() -> None:
    assert [path for path in PATHS if policy.caching(path) == policy.FOR_EVER] == ["assets/css/guide-0123456789.css"]
    assert policy.caching("worker.js") == "no-cache"


@both
def test_every_page_has_the_policy_itself_and_nothing_unsafe(sites: dict[str, Site], name: str) -> None:
    assert "unsafe" not in policy.CONTENT
    tag = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy.CONTENT}">'
    for file in sites[name].folder.rglob("*.html"):
        assert tag in file.read_text("utf-8"), file


@pytest.mark.parametrize("name", ["foot", "hosted"])
def test_every_page_lives_with_what_servers_send(browser: Browser, foot: Site, hosted: Site, name: str) -> None:
    site = {"foot": foot, "hosted": hosted}[name]
    wrong: list[str] = []
    page = browser.new_page()
    page.on(
        "console", lambda said: wrong.append(f"{page.url}: {said.text}") if said.type in {"error", "warning"} else None
    )
    page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
    with served(site.folder, headers=headers_text(site)) as at:
        for address in {*site.kinds().values(), *list(site.embeds)[:3], "embed/today/"} - {"no/such/page/"}:
            page.goto(at + address)
        page.goto(at + "plan/")
        expect(page.locator("[data-own-page] button").first).to_be_visible()
    page.close()
    assert wrong == []


@pytest.mark.parametrize("name", ["github-pages.yml", "gitlab-pages.yml"])
def test_a_workflow_to_copy_builds_the_site_for_its_address(name: str) -> None:
    text = (ROOT / "clinics/hosting" / name).read_text("utf-8")
    assert yaml.safe_load(text)
    assert "make site" in text
    assert "SITE_URL" in text
    assert not any((ROOT / place).exists() for place in (".github/workflows", ".gitlab-ci.yml")), "runs in every fork"
