"""The frame of a page: bar, drawer, colours, table of contents, skip link; whatever a browser refuses or lacks."""

import gzip
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from macros import assets
from macros.wording.labels import labels
from tests.readers import until
from tests.sites import GUIDES, Site, served

both = pytest.mark.parametrize("name", GUIDES)
POLICY = "default-src 'self'"
PHONE = {"width": 390, "height": 844}
BOUND = 40_000
"""Bytes, gzipped, that an exercise may move before the search is opened."""

REQUESTS = 6
EXECUTED = {"", "module", "text/javascript", "application/javascript"}
"""Types of scripts that a browser runs; the others are data."""

REFUSED = (
    "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused', 'SecurityError'); }});"
)
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
BROKEN = "localStorage.setItem('guide-colours', '{\"color\":');"
LACKS = (
    "for (const name of ['IntersectionObserver', 'ResizeObserver', 'matchMedia', 'localStorage', 'HTMLDialogElement'])"
    " Object.defineProperty(window, name, {value: undefined, configurable: true});"
    "delete SVGSVGElement.prototype.pauseAnimations; delete Navigator.prototype.clipboard;"
    "delete HTMLDialogElement?.prototype?.showModal;"
)


@contextmanager
def page_of(browser: Browser, script: str = "", *, phone: bool = False, scripts: bool = True) -> Iterator[Page]:
    """Yield a page in whose browser *script* ran first."""
    size = PHONE if phone else {"width": 1280, "height": 900}
    context = browser.new_context(
        viewport={"width": size["width"], "height": size["height"]},
        reduced_motion="reduce",
        java_script_enabled=scripts,
        color_scheme="light",
    )
    if script:
        context.add_init_script(script)
    yield context.new_page()
    context.close()


def ground(page: Page) -> str:
    """Return the colour behind the text."""
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


@both
def test_nothing_is_inline(sites: dict[str, Site], name: str) -> None:
    for page in sites[name].folder.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        scripts = re.findall(r"<script\b([^>]*)>(.*?)</script>", text, re.DOTALL)
        inline = [inside for given, inside in scripts if inside.strip() and _type(given) in EXECUTED]
        assert inline == [], page
        assert re.findall(r"<style\b|\sstyle=|\son\w+=|javascript:", text) == [], page


def _type(attributes: str) -> str:
    found = re.search(r'type="([^"]*)"', attributes)
    return found[1] if found else ""


@both
def test_a_page_has_one_style_sheet_and_one_script_named_after_what_is_in_them(
    sites: dict[str, Site], name: str
) -> None:
    folder = sites[name].folder
    files = sorted(file.relative_to(folder).as_posix() for end in ("css", "js") for file in folder.rglob(f"*.{end}"))
    styles, script = (next(file for file in files if file.startswith(f"assets/{end}/guide-")) for end in ("css", "js"))
    own = [
        file for file in files if re.fullmatch(r"assets/(css|js)/own-([a-z]+-)?[0-9a-f]{10}\.\1", file)
    ]  # loaded on demand
    embed = [file for file in files if re.fullmatch(r"assets/(css|js)/embed-[0-9a-f]{10}\.\1", file)]
    alone = ["assets/js/moved.js", "assets/js/not-found.js", "search/index.js", "worker.js"]
    assert len(embed) == 2
    assert files == sorted([styles, script, *own, *embed, *alone])
    for page in sites[name].pages.values():
        sheets = [page.target(e.get("href", ""))[0] for e in page.all("link") if e.get("rel") == "stylesheet"]
        scripts = [page.target(e.get("src", ""))[0] for e in page.all("script") if e.get("src")]
        found = [path for path in scripts if not path.endswith("not-found.js")]
        assert [*sheets, *found] == [styles, script], page.address
        (body,) = page.all("body")
        ways = [way for key, way in body.items() if key.startswith("data-own-")]
        assert sorted(page.target(way)[0] for way in ways) == own, page.address


def test_the_name_follows_the_content() -> None:
    one, same, other = (
        assets.style_sheet([assets.Asset("a.css", text)]) for text in ("a{top:0}", "a{top:0}", "a{top:1px}")
    )
    assert re.fullmatch(r"assets/css/guide-[0-9a-f]{10}\.css", one.path)
    assert one == same
    assert one.path != other.path


def test_files_that_a_style_sheet_names_are_found_from_the_joined_one() -> None:
    given = "a{background:url(ground.png)}b{background:url('/a.png')}"
    joined = assets.style_sheet([assets.Asset("own/look/brand.css", given)]).content
    assert "url(../../own/look/ground.png)" in joined.replace('"', "")
    assert "url(/a.png)" in joined.replace('"', "")


@pytest.mark.parametrize(
    ("text", "reason"),
    [("a{}}", "own.css: Parsing stylesheet failed"), ("@import 'b.css';", "own.css: @import cannot be used")],
)
def test_a_wrong_style_sheet_ends_the_build_and_is_named(text: str, reason: str) -> None:
    with pytest.raises(assets.StyleError, match=reason):
        assets.style_sheet([assets.Asset("own.css", text)])


def test_where_one_part_of_the_script_fails_the_others_run(browser: Browser) -> None:
    parts = [
        assets.Script("a.js", "window.first = document.body === null;", deferred=False),
        assets.Script("b.js", "throw new Error('lacking');", deferred=True),
        assets.Script("c.js", "// the end\nwindow.second = document.body !== null; // here", deferred=True),
    ]
    with page_of(browser) as page:
        page.route("**/*", lambda route: route.fulfill(body=BODIES[route.request.url[-3:]], content_type="text/html"))
        code = assets.script(parts).content
        BODIES["s.js"[-3:]] = code
        page.goto("http://guide.example/")
        assert page.evaluate("[window.first, window.second]") == [True, True]


BODIES = {"le/": "<!doctype html><script src=s.js></script><p>Text"}
"""What a server of two files answers, by the end of the address."""


@pytest.mark.parametrize("name", ["foot", "hosted"])
def test_under_a_strict_policy_no_page_reports_anything(browser: Browser, foot: Site, hosted: Site, name: str) -> None:
    site = {"foot": foot, "hosted": hosted}[name]
    wrong: list[str] = []
    with served(site.folder, POLICY) as at, page_of(browser) as page:
        page.on(
            "console",
            lambda said: wrong.append(f"{page.url}: {said.text}") if said.type in {"error", "warning"} else None,
        )
        page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
        for address in site.pages.keys() - {"404.html"}:
            page.goto(at + address)
        page.goto(f"{at}404.html" if name == "foot" else at)  # that of a sub-path is at home there alone
        page.locator("[data-search-open]").click()
        page.locator(".search__input").press_sequentially("pain")
        page.locator(".search__results a").first.wait_for()
    assert wrong == []


@pytest.mark.parametrize("exercise", ["first", "last"])
def test_an_exercise_moves_little(browser: Browser, server: str, foot: Site, exercise: str) -> None:
    id_ = foot.guide.exercises[0 if exercise == "first" else -1].id
    answers: list[Response] = []
    with page_of(browser, phone=True) as page:
        page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright marks it
        page.goto(f"{server}exercises/{id_}/", wait_until="networkidle")
        moved = {answer.url: len(gzip.compress(answer.body())) for answer in answers}
    assert len(moved) <= REQUESTS, sorted(moved)
    assert sum(moved.values()) <= BOUND, moved


@pytest.mark.parametrize("lack", [REFUSED, FULL, BROKEN, LACKS], ids=["refused", "full", "broken", "lacking"])
def test_whatever_the_browser_refuses_or_lacks_the_page_works(
    browser: Browser, server: str, foot: Site, lack: str
) -> None:
    asked: list[str] = []
    with page_of(browser, lack) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.goto(server + foot.kinds()["exercise"])
        expect(page.locator("h1")).to_be_visible()
        before = ground(page)
        for _ in range(2):
            page.locator("[data-colours]").click()
        assert ground(page) != before
        assert page.locator("ol.steps li").count() > 0
        page.locator(".guide-bar__menu a").first.click()
        page.wait_for_url(f"{server}exercises/")
    assert all(url.startswith((server, "data:", "blob:")) for url in asked)


def test_the_colours_say_what_is_on(browser: Browser, server: str) -> None:
    with page_of(browser) as page:
        page.goto(server)
        names = []
        for _ in range(4):
            names.append(page.locator("[data-colours]").inner_text().strip())
            page.locator("[data-colours]").click()
        assert len(set(names)) == 3
        assert names[0] == names[3]


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_phone_the_drawer_opens_by_key_without_a_script(browser: Browser, server: str, *, scripts: bool) -> None:
    with page_of(browser, phone=True, scripts=scripts) as page:
        page.goto(server)
        menu = page.locator(".drawer__menu")
        expect(menu).to_be_hidden()
        page.locator("[data-drawer] summary").focus()
        page.keyboard.press("Enter")
        expect(menu).to_be_visible()
        page.mouse.click(380, 600)  # the shade
        expect(menu).to_be_hidden()


def test_the_drawer_closes_by_escape_and_when_the_focus_leaves_it(browser: Browser, server: str) -> None:
    with page_of(browser, phone=True) as page:
        page.goto(server)
        menu, opener = page.locator(".drawer__menu"), page.locator("[data-drawer] summary")
        opener.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        expect(menu).to_be_hidden()
        expect(opener).to_be_focused()
        opener.press("Enter")
        for _ in range(menu.locator("a").count() + 1):
            page.keyboard.press("Tab")
        expect(menu).to_be_hidden()


def test_the_first_tab_of_every_page_skips_to_its_text(browser: Browser, server: str, foot: Site) -> None:
    with page_of(browser) as page:
        for kind, address in foot.kinds().items():
            page.goto(server + address)
            page.keyboard.press("Tab")
            expect(page.locator(".skip")).to_be_focused()
            expect(page.locator(".skip")).to_be_in_viewport()
            page.keyboard.press("Enter")
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.closest('main') !== null"), kind


def test_whatever_has_the_focus_is_seen(browser: Browser, server: str, foot: Site) -> None:
    """Also below the bar, which stays on top."""
    with page_of(browser) as page:
        for kind in ("home", "exercise", "evidence", "schedule"):
            page.goto(server + foot.kinds()[kind])
            for key in ("Tab",) * 40 + ("Shift+Tab",) * 15:
                page.keyboard.press(key)
                hidden = page.evaluate(
                    """() => {
                      const e = document.activeElement;
                      if (e === document.body) return "";
                      const box = e.getClientRects()[0];
                      if (!box) return e.outerHTML;
                      const bar = document.querySelector(".guide-bar");
                      const under = !bar.contains(e) && !e.matches(".skip") && box.bottom < bar.getBoundingClientRect().bottom;
                      return under || box.top > innerHeight || box.right < 0 || !e.checkVisibility() ? e.outerHTML : "";
                    }"""
                )
                assert hidden == "", kind


def test_the_table_of_contents_follows_the_reader(browser: Browser, server: str) -> None:
    with page_of(browser) as page:
        page.goto(f"{server}evidence/findings/")
        current = page.locator("[data-contents] [aria-current]")
        expect(current).to_have_count(0)
        for place in ("did-not", "teaching"):
            page.locator(f"#{place}").evaluate("e => e.scrollIntoView()")
            expect(current).to_have_attribute("href", f"#{place}")
            expect(current).to_be_in_viewport()


def test_scrolling_up_shows_the_way_to_the_top(browser: Browser, server: str) -> None:
    with page_of(browser) as page:
        page.goto(f"{server}evidence/sources/")
        button = page.locator("[data-to-top]")
        expect(button).to_be_hidden()
        page.mouse.wheel(0, 3000)
        page.wait_for_timeout(200)
        expect(button).to_be_hidden()
        page.mouse.wheel(0, -300)
        button.click()
        until(page, "scrollY === 0")
        expect(button).to_be_hidden()


def test_headings_are_named_by_their_words_alone(browser: Browser, server: str, foot: Site) -> None:
    with page_of(browser) as page:
        for address in foot.kinds().values():
            page.goto(server + address)
            names = page.get_by_role("heading").all_inner_texts()
            assert page.get_by_role("heading", name="¶").count() == 0
            assert all(names)


SMALL = """() => [...document.querySelectorAll("a, button, summary, input, [tabindex='0']")]
    .filter(e => e.checkVisibility() && !e.matches(".skip, .toclink"))
    .filter(e => !(e.matches("a") && getComputedStyle(e).display === "inline"))
    .map(e => [e, e.matches("input") && e.closest("label") || e])
    .filter(([, e]) => { const box = e.getBoundingClientRect(); return box.width < 24 || box.height < 24; })
    .map(([e]) => e.outerHTML.slice(0, 120))"""
"""Finds what can be pressed and is smaller than 24 pixels; links inside a sentence may be."""


@pytest.mark.parametrize("phone", [True, False])
def test_targets_are_large_enough(browser: Browser, server: str, foot: Site, *, phone: bool) -> None:
    with page_of(browser, phone=phone) as page:
        for kind, address in foot.kinds().items():
            page.goto(server + address)
            assert page.evaluate(SMALL) == [], kind


def test_text_of_twice_the_size_fits(browser: Browser, server: str, foot: Site) -> None:
    with page_of(browser) as page:
        page.set_viewport_size({"width": 640, "height": 800})
        for kind, address in foot.kinds().items():
            page.goto(server + address)
            page.evaluate("document.documentElement.style.fontSize = '250%'")  # twice the 125 % of base.css
            assert page.evaluate("document.documentElement.scrollWidth") <= 640, kind
            assert page.evaluate("document.body.scrollWidth") <= 640, kind


def test_in_forced_colours_controls_have_edges(browser: Browser, server: str, foot: Site) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(server + foot.kinds()["exercise"])
    assert page.locator(".button:visible").first.evaluate("e => getComputedStyle(e).borderTopWidth") != "0px"
    expect(page.get_by_role("button", name=labels().print_short)).to_be_visible()
    context.close()


def test_an_address_of_the_past_keeps_the_place_on_the_page(browser: Browser, sites: dict[str, Site]) -> None:
    site = next(site for site in sites.values() if site.moved)
    former, now = next(iter(site.moved.items()))
    with served(site.folder, POLICY) as at, page_of(browser) as page:
        page.goto(f"{at}{former}#how")
        page.wait_for_url(f"{at}{now}#how")


def test_the_frame_needs_nothing_of_the_theme_in_the_site(foot: Site) -> None:
    assert not (foot.folder / "assets/images").exists()
    assert not (foot.folder / "assets/javascripts").exists()
    assert not (foot.folder / "assets/stylesheets").exists()


@both
def test_every_page_has_an_icon_of_our_own_that_is_there(sites: dict[str, Site], name: str) -> None:
    for page in sites[name].pages.values():
        icons = [page.target(e.get("href", ""))[0] for e in page.all("link") if "icon" in e.get("rel", "")]
        assert len(icons) == 3
        assert [icon for icon in icons if not (sites[name].folder / icon).is_file()] == []
