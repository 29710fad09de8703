"""The site opened from a folder, without a web server: on a stick, in a practice without the internet."""

from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest
from playwright.sync_api import Browser, expect

from macros.pages.folder import to_files
from macros.wording.labels import labels
from tests.sites import GUIDES, ROOT, Site, build_once, guide, mkdocs, wait_for


@pytest.fixture(scope="module")
def project(shared: Path) -> Site:
    """Return the small guide, built for a folder."""

    def make(folder: Path) -> None:
        mkdocs(ROOT / "mkdocs.yml", folder, GUIDE=str(GUIDES["hand"]), PAPERS="false", FOLDER="true")

    build_once(shared / "stick", make)
    wait_for(shared / "stick")
    return Site("hand", shared / "stick", guide("hand"))


@pytest.mark.parametrize(
    ("way", "file"),
    [
        ("../../safety/", "../../safety/index.html"),
        ("../safety/#soreness", "../safety/index.html#soreness"),
        (".", "./index.html"),
        ("../..", "../../index.html"),
        ("..#top", "../index.html#top"),
        ("#how", "#how"),
        ("handout-a4.pdf", "handout-a4.pdf"),
        ("https://a.example/b/", "https://a.example/b/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_a_link_to_a_page_leads_to_its_file(way: str, file: str) -> None:
    assert to_files(f'<a class="a" href="{way}">A page: href="x/"</a>').startswith(f'<a class="a" href="{file}">')


def test_every_link_is_a_file_that_is_there(project: Site) -> None:
    for file in project.folder.rglob("index.html"):
        page = next((page for page in project.pages.values() if page.file == file), None)
        for link in page.all("a") if page else ():
            href = urlsplit(link.get("href", ""))
            if not href.scheme and href.path:
                assert (file.parent / url2pathname(href.path)).is_file(), (file, link.attrib)


def test_a_reader_gets_everywhere_and_nothing_comes_from_elsewhere(browser: Browser, project: Site) -> None:
    wrong: list[str] = []
    asked: list[str] = []
    page = browser.new_page()
    page.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((project.folder / "index.html").as_uri())
    page.locator(".guide-bar__menu").get_by_role("link", name=labels().menu.exercises).click()
    exercise = project.guide.exercises[0]
    page.locator("a.card").first.click()
    expect(page.locator("h1")).to_have_text(exercise.full_name)
    assert page.evaluate("getComputedStyle(document.querySelector('.steps')).listStyleType") == "none"
    page.locator("[data-search-open]").click()
    page.locator(".search__input").press_sequentially(project.guide.exercises[1].name)
    page.locator(".search__results a").first.click()
    expect(page.locator("h1")).to_have_text(project.guide.exercises[1].full_name)
    page.close()
    assert wrong == []
    assert {urlsplit(url).scheme for url in asked} == {"file"}


def test_an_address_of_the_past_leads_on_to_a_file(browser: Browser, project: Site) -> None:
    former, now = next(iter(project.moved.items()))
    page = browser.new_page()
    page.goto((project.folder / former / "index.html").as_uri())
    page.wait_for_url((project.folder / now / "index.html").as_uri())
    page.close()
