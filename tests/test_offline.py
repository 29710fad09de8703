"""Pages that stay on a device: what is kept, how fresh it is, what is never kept, and how it all goes away again."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect
from playwright.sync_api import Error as PlaywrightError

from macros import addresses, app, worker
from macros.wording.labels import labels
from tests.axe import violations
from tests.printing import SCHEMES, Scheme
from tests.sites import GUIDES, ROOT, Fault, Site, mkdocs, project_of, served
from tests.test_tokens import COLOURS

POLICY = "default-src 'self'"
SAYS = labels().offline
DATE = r"\d{1,2} [A-Z][a-z]+ 20\d\d"
AGE, SLOW = (re.compile(re.escape(says).replace(r"\{date\}", DATE)) for says in (SAYS.away, SAYS.slow))
KEEP = ROOT / "docs/assets/js/worker/keep.js"
SAMPLE = 10

CACHES = "async () => (await caches.keys()).sort()"
KEPT = """async (scope) => {
  const paths = [];
  for (const name of await caches.keys()) {
    if (!name.startsWith(`guide-pages ${scope} `)) continue;
    for (const { url } of await (await caches.open(name)).keys()) paths.push(url.slice(scope.length));
  }
  return paths;
}"""
"""What is kept of the guide of a scope."""

both = pytest.mark.parametrize("name", GUIDES)


def about(site: Path) -> dict[str, object]:
    """Return what the worker of a built site knows of it."""
    line = (site / addresses.WORKER).read_text(encoding="utf-8").splitlines()[0]
    data: dict[str, object] = json.loads(line.removeprefix("const GUIDE=").removesuffix(";"))
    return data


def files_of(site: Path) -> list[str]:
    """Return the files of the whole guide."""
    files = about(site)["files"]
    assert isinstance(files, dict)
    return list(files)


@contextmanager
def reader(browser: Browser) -> Iterator[tuple[BrowserContext, Page]]:
    """Yield a reader's own browser and a page in it."""
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(10_000)
    yield context, context.new_page()
    context.close()


def opened(page: Page, address: str) -> None:
    """Open a page and wait until the worker keeps it."""
    page.goto(address)
    is_kept = "async () => !!(await caches.match(location.href.split(/[?#]/)[0], {ignoreVary: true}))"
    wait_until(page, lambda: bool(page.evaluate(is_kept)))


def wait_until(page: Page, is_so: Callable[[], bool]) -> None:
    """Wait until something is so; Playwright's own way needs a policy that allows eval."""
    for _ in range(200):
        if is_so():
            return
        page.wait_for_timeout(50)
    raise AssertionError(page.evaluate(CACHES))


def kept(page: Page, scope: str) -> list[str]:
    """Return the paths that are kept of a guide."""
    paths: list[str] = page.evaluate(KEPT, scope)
    return paths


def copy_of(site: Site, folder: Path) -> Path:
    """Copy a built site, without its PDFs and ZIPs."""
    return Path(shutil.copytree(site.folder, folder, ignore=shutil.ignore_patterns("*.pdf", "*.zip", "*.ris", "*.bib")))


def publish(folder: Path, page: str, old: str, new: str) -> None:
    """Correct a *page* of a built site, and make its worker anew, as a build does."""
    file = folder / page / "index.html"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    made = worker.keeping(KEEP.read_text(encoding="utf-8"), folder)
    (folder / addresses.WORKER).write_text(made, encoding="utf-8")


def age(page: Page) -> str:
    """Return what a page says of its age; nothing where it is from the network."""
    return page.locator("[data-offline-bar]").inner_text() if page.locator("[data-offline-bar]").is_visible() else ""


def keep_whole(page: Page, site: str) -> None:
    """Press the button that keeps the whole guide, and wait for its end."""
    opened(page, site + addresses.PRINT)
    page.locator("[data-keep-whole]").click()
    expect(page.locator("[data-keep-says]")).to_have_text(SAYS.whole_kept, timeout=60_000)


@both
def test_the_whole_guide_is_pages_and_pictures_and_nothing_to_take_away(sites: dict[str, Site], name: str) -> None:
    site = sites[name]
    files = files_of(site.folder)
    assert site.pages.keys() - {addresses.NOT_FOUND} <= set(files)
    assert {addresses.figure(id_, "svg") for id_ in site.guide.figures} <= set(files)
    assert {path.rpartition(".")[2] for path in files if not path.endswith("/") and path} <= {"css", "js", "svg", "png"}
    assert not [path for path in files if path.startswith(("figures/", "assets/icons/")) and path.endswith(".png")]
    assert addresses.SEARCH_INDEX in files
    assert addresses.WORKER not in files


@both
def test_the_same_site_has_the_same_worker(sites: dict[str, Site], name: str) -> None:
    folder = sites[name].folder
    again = worker.keeping(KEEP.read_text(encoding="utf-8"), folder)
    assert again == (folder / addresses.WORKER).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "file", ["safety/index.html", "figures/*.svg", "assets/js/guide-*.js", "assets/css/guide-*.css"]
)
def test_the_version_changes_with_every_file(foot: Site, tmp_path: Path, file: str) -> None:
    folder = copy_of(foot, tmp_path / "site")
    before = about(folder)["version"]
    changed = next(folder.glob(file))
    changed.write_bytes(changed.read_bytes() + b" ")
    source = KEEP.read_text(encoding="utf-8")
    (folder / addresses.WORKER).write_text(worker.keeping(source, folder), encoding="utf-8")
    assert about(folder)["version"] != before


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_bars_of_the_browser_have_the_colour_of_the_page(foot: Site, scheme: str) -> None:
    assert COLOURS["paper"][scheme] == app.THEME[scheme]
    page = foot.pages[""].file.read_text(encoding="utf-8")
    assert f'<meta name="theme-color" content="{app.THEME[scheme]}" media="(prefers-color-scheme: {scheme})">' in page


@both
def test_the_manifest_works_in_any_folder_and_its_icons_are_there(sites: dict[str, Site], name: str) -> None:
    folder = sites[name].folder
    manifest = json.loads((folder / addresses.MANIFEST).read_text(encoding="utf-8"))
    assert (manifest["start_url"], manifest["scope"]) == (".", ".")
    assert manifest["name"] == sites[name].guide.guide.title
    for icon in manifest["icons"]:
        with Image.open(folder / icon["src"]) as picture:
            assert f"{picture.width}x{picture.height}" == icon["sizes"]
            alpha = picture.convert("RGBA").getchannel("A").getextrema()
            assert (alpha == (255, 255)) == (icon["purpose"] == "maskable")
    for shortcut in manifest["shortcuts"]:
        assert (folder / shortcut["url"] / "index.html").is_file()
    for page in sites[name].pages.values():
        links = [page.target(e.get("href", ""))[0] for e in page.all("link") if e.get("rel") == "manifest"]
        assert links == ([addresses.MANIFEST] if page.address != addresses.NOT_FOUND else []), page.address


def test_pages_that_were_opened_are_there_offline_with_their_age(browser: Browser, foot: Site) -> None:
    """Also the first one, on which the worker came; and what scripts of plan and today need."""
    exercise = foot.kinds()["exercise"]
    some = (exercise, addresses.TODAY, addresses.OWN_PLAN, addresses.LOG, addresses.SESSION)
    with served(foot.folder, POLICY) as at, reader(browser) as (context, page):
        for address in some:
            opened(page, at + address)
            assert age(page) == ""
        page.wait_for_load_state("networkidle")
        context.set_offline(True)
        for address in some:
            page.goto(at + address)
            expect(page.locator("[data-offline-bar]")).to_have_text(AGE)
            assert page.evaluate("getComputedStyle(document.body).fontFamily") != "Times New Roman"
        expect(page.locator("[data-says]:not(:empty)")).to_have_count(0)
        context.set_offline(False)
        page.goto(at + exercise)
        assert age(page) == ""


def test_a_page_that_is_not_kept_says_so_and_leads_to_those_that_are(browser: Browser, foot: Site) -> None:
    with served(foot.folder) as at, reader(browser) as (context, page):
        opened(page, at + addresses.SAFETY)
        context.set_offline(True)
        page.goto(at + addresses.GLOSSARY)
        expect(page.locator("h1")).to_have_text(SAYS.page_title)
        links = page.locator("[data-kept-pages] a:visible")
        expect(links).to_have_count(2)
        assert [link.get_attribute("href") for link in links.all()] == ["../", "../safety/"]
        links.last.click()
        expect(page.locator("h1")).to_have_text(foot.guide.safety.title)
        page.goto(at + addresses.GLOSSARY)
        context.set_offline(False)
        page.locator("[data-again]").click()
        page.wait_for_url(at + addresses.GLOSSARY)


@pytest.mark.parametrize("wanted", ["//evil.example/", "https://evil.example/", "javascript:alert(1)"])
def test_the_way_back_leads_nowhere_else(browser: Browser, server: str, wanted: str) -> None:
    with reader(browser) as (_, page):
        opened(page, f"{server}{addresses.OFFLINE}?{wanted}")
        expect(page.locator("[data-kept-pages] a:visible")).to_have_count(1)
        expect(page.locator("[data-again]")).to_be_hidden()


def test_the_whole_guide_is_there_after_the_button(browser: Browser, foot: Site) -> None:
    files = files_of(foot.folder)
    pages = [path for path in files if path == "" or path.endswith("/")]
    with served(foot.folder, POLICY) as at, reader(browser) as (context, page):
        opened(page, at + addresses.PRINT)
        expect(page.locator("[data-keep-whole]")).to_have_text(SAYS.keep.format(size=about(foot.folder)["size"]))
        keep_whole(page, at)
        assert set(files) - set(kept(page, at)) == set()
        expect(page.locator("[data-keep-whole]")).to_be_hidden()
        context.set_offline(True)
        for address in pages[:: len(pages) // SAMPLE]:
            if address in foot.moved or address == addresses.OFFLINE:
                continue
            page.goto(at + address)
            expect(page.locator("[data-offline-bar]")).to_have_text(AGE)
        page.goto(at + foot.kinds()["index"])
        page.locator("[data-search-open]").click()
        page.locator(".search__input").press_sequentially("pain")
        page.locator(".search__results a").first.wait_for()


def test_what_is_kept_can_be_removed(browser: Browser, foot: Site) -> None:
    with served(foot.folder) as at, reader(browser) as (_, page):
        opened(page, at + addresses.PRINT)
        expect(page.locator("[data-keep-says]")).to_have_text(re.compile(r"\d"))
        page.locator("[data-keep-remove]").click()
        expect(page.locator("[data-keep-says]")).to_have_text(SAYS.removed)
        expect(page.locator("[data-keep-remove]")).to_be_hidden()
        assert page.evaluate(CACHES) == []
        opened(page, at + addresses.SAFETY)
        wait_until(page, lambda: addresses.OFFLINE in kept(page, at))


def test_what_was_on_its_way_when_all_was_removed_is_not_kept(browser: Browser, foot: Site) -> None:
    faults = dict[str, Fault]()
    with served(foot.folder, faults=faults) as at, reader(browser) as (_, page):
        opened(page, at + addresses.PRINT)
        expect(page.locator("[data-keep-says]")).to_have_text(re.compile(r"\d"))
        faults[addresses.GLOSSARY] = Fault.HELD
        page.evaluate(
            "(address) => { window.came = fetch(address).then((answer) => answer.text()); }", at + addresses.GLOSSARY
        )
        page.locator("[data-keep-remove]").click()
        expect(page.locator("[data-keep-says]")).to_have_text(SAYS.removed)
        faults.clear()
        assert "</html>" in page.evaluate("window.came")
        page.wait_for_timeout(300)  # the worker would keep it a moment after the page has it
        assert page.evaluate(CACHES) == []


def test_a_corrected_safety_text_is_shown_at_the_next_visit_and_stays(
    browser: Browser, foot: Site, tmp_path: Path
) -> None:
    """On the page that is opened at once, and offline on every page that was kept."""
    folder = copy_of(foot, tmp_path / "site")
    title, exercise = foot.guide.safety.title, foot.kinds()["exercise"]
    with served(folder) as at, reader(browser) as (context, page):
        opened(page, at + exercise)
        opened(page, at + addresses.SAFETY)
        [before] = page.evaluate(CACHES)
        publish(folder, addresses.SAFETY, f"{title}</h1>", "Corrected</h1>")
        page.goto(at + addresses.SAFETY)
        expect(page.locator("h1")).to_have_text("Corrected")
        publish(folder, exercise, "<h1", "<p>Also corrected</p><h1")
        page.goto(at + addresses.SAFETY)  # the page that was not opened again is brought up to date as well
        version = str(about(folder)["version"])
        wait_until(page, lambda: [name.endswith(version) for name in page.evaluate(CACHES)] == [True])
        assert before not in page.evaluate(CACHES)
        context.set_offline(True)
        page.goto(at + addresses.SAFETY)
        expect(page.locator("h1")).to_have_text("Corrected")
        page.goto(at + exercise)
        expect(page.get_by_text("Also corrected")).to_be_visible()


def test_the_whole_guide_stays_whole_in_the_next_version(
    browser: Browser, sites: dict[str, Site], tmp_path: Path
) -> None:
    folder = copy_of(sites["hand"], tmp_path / "site")
    with served(folder) as at, reader(browser) as (_, page):
        keep_whole(page, at)
        shutil.copytree(folder / addresses.SAFETY, folder / "new-page")
        publish(folder, addresses.SAFETY, "<h1", "<p>Corrected</p><h1")
        page.goto(at)
        wait_until(page, lambda: "new-page/" in kept(page, at) and len(page.evaluate(CACHES)) == 1)
        assert set(kept(page, at)) == {*files_of(folder), "?whole"}


def test_where_the_new_version_does_not_arrive_whole_the_old_one_stays(
    browser: Browser, sites: dict[str, Site], tmp_path: Path
) -> None:
    folder, faults = copy_of(sites["hand"], tmp_path / "site"), dict[str, Fault]()
    with served(folder, faults=faults) as at, reader(browser) as (context, page):
        opened(page, at + addresses.GLOSSARY)
        opened(page, at + addresses.SAFETY)
        [before] = page.evaluate(CACHES)
        faults[addresses.GLOSSARY] = Fault.BROKEN
        [style] = (folder / addresses.STYLES).parent.glob("guide-*.css")
        shutil.copy(style, style.with_name("guide-0123456789.css"))
        publish(folder, addresses.SAFETY, style.name, "guide-0123456789.css")
        publish(folder, addresses.GLOSSARY, "<h1", "<p>New</p><h1")
        page.goto(at + addresses.SAFETY)
        page.evaluate(
            "async () => { const r = await navigator.serviceWorker.ready; await r.update(); const w = r.installing;"
            " if (w) await new Promise((done) => { w.onstatechange = () => w.state === 'redundant' && done(); }); }"
        )
        context.set_offline(True)
        page.goto(at + addresses.GLOSSARY)
        expect(page.locator("[data-offline-bar]")).to_have_text(AGE)
        assert before in page.evaluate(CACHES)
        page.goto(at + addresses.SAFETY)
        assert page.evaluate("document.styleSheets[0].href").endswith("guide-0123456789.css")
        assert page.evaluate("document.styleSheets[0].cssRules.length") > 0


@pytest.mark.parametrize("fault", [Fault.ERROR, Fault.BROKEN, Fault.SHORT])
def test_what_failed_to_load_is_not_kept(browser: Browser, sites: dict[str, Site], fault: Fault) -> None:
    faults = {addresses.SAFETY: fault}
    with served(sites["hand"].folder, faults=faults) as at, reader(browser) as (context, page):
        opened(page, at)
        with suppress(PlaywrightError):  # a browser may refuse what broke off
            page.goto(at + addresses.SAFETY)
        opened(page, at + addresses.GLOSSARY)
        assert addresses.SAFETY not in kept(page, at)
        opened(page, at + addresses.PRINT)
        page.locator("[data-keep-whole]").click()
        files = len(files_of(sites["hand"].folder))
        expect(page.locator("[data-keep-says]")).to_have_text(SAYS.not_all_kept.format(failed=1, files=files))
        assert addresses.SAFETY not in kept(page, at)
        faults.clear()
        page.locator("[data-keep-whole]").click()
        expect(page.locator("[data-keep-says]")).to_have_text(SAYS.whole_kept)
        faults[addresses.SAFETY] = fault  # what was kept before is not lost
        context.set_offline(True)
        page.goto(at + addresses.SAFETY)
        expect(page.locator("[data-offline-bar]")).to_have_text(AGE)


def test_a_page_that_does_not_come_in_time_shows_as_it_was_kept(browser: Browser, sites: dict[str, Site]) -> None:
    faults = dict[str, Fault]()
    with served(sites["hand"].folder, faults=faults) as at, reader(browser) as (_, page):
        opened(page, at + addresses.SAFETY)
        faults[addresses.SAFETY] = Fault.SILENT
        page.goto(at + addresses.SAFETY)
        expect(page.locator("[data-offline-bar]")).to_have_text(SLOW)


def test_two_guides_of_one_host_leave_each_other_alone(
    browser: Browser, sites: dict[str, Site], tmp_path: Path
) -> None:
    for folder in ("one", "one/two"):
        copy_of(sites["hand"], tmp_path / folder)
    with served(tmp_path) as at, reader(browser) as (context, page):
        one, two = f"{at}one/", f"{at}one/two/"
        opened(page, one + addresses.SAFETY)
        opened(page, two + addresses.GLOSSARY)
        opened(page, two + addresses.PRINT)
        assert {addresses.SAFETY, addresses.GLOSSARY} & set(kept(page, one)) == {addresses.SAFETY}
        assert {addresses.SAFETY, addresses.GLOSSARY} & set(kept(page, two)) == {addresses.GLOSSARY}
        page.locator("[data-keep-remove]").click()
        expect(page.locator("[data-keep-says]")).to_have_text(SAYS.removed)
        assert kept(page, two) == []
        context.set_offline(True)
        page.goto(one + addresses.SAFETY)
        expect(page.locator("[data-offline-bar]")).to_have_text(AGE)


def test_papers_and_files_of_others_pass_by(browser: Browser, foot: Site) -> None:
    with served(foot.folder) as at, reader(browser) as (_, page):
        opened(page, at)
        page.evaluate(
            "async (urls) => { for (const url of urls) await (await fetch(url)).arrayBuffer(); }",
            [f"{at}exercises.schema.json", f"{at}{addresses.ALL_SOURCES}.bib", f"{at}no/such/page/"],
        )
        status = page.evaluate(
            "async (url) => (await fetch(url, {headers: {Range: 'bytes=0-9'}})).status", at + addresses.SAFETY
        )
        assert status == 200  # this server sends all
        assert not {"exercises.schema.json", "no/such/page/", addresses.SAFETY} & set(kept(page, at))


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small guide of a host that turned it off."""
    folder = tmp_path_factory.mktemp("without")
    own = f"INHERIT: mkdocs.yml\nextra:\n  guide: {GUIDES['hand']}\n  clinic: {{offline: false}}\n"
    mkdocs(project_of(folder, own), folder / "site", PAPERS="false")
    return folder / "site"


def test_a_host_can_turn_it_off_and_what_was_kept_is_cleared(
    browser: Browser, sites: dict[str, Site], without: Path, tmp_path: Path
) -> None:
    folder = copy_of(sites["hand"], tmp_path / "site")
    with served(folder, POLICY) as at, reader(browser) as (_, page):
        opened(page, at + addresses.SAFETY)
        page.evaluate("caches.open('guide-pages https://clinic.example/other/ 1')")
        shutil.rmtree(folder)
        shutil.copytree(without, folder)
        page.goto(at + addresses.SAFETY)
        wait_until(page, lambda: page.evaluate("navigator.serviceWorker.getRegistrations()") == [])
        assert page.evaluate(CACHES) == ["guide-pages https://clinic.example/other/ 1"]
        page.goto(at + addresses.PRINT)
        assert page.evaluate("navigator.serviceWorker.getRegistrations()") == []


def test_where_it_is_off_no_page_speaks_of_it(without: Path) -> None:
    for page in without.rglob("index.html"):
        text = page.read_text(encoding="utf-8")
        assert not re.search(r'data-worker|rel="manifest"|data-keep|data-offline-bar', text), page
    assert not (without / addresses.MANIFEST).exists()
    assert "unregister" in (without / addresses.WORKER).read_text(encoding="utf-8")


REFUSALS = {
    "none": "Object.defineProperty(Navigator.prototype, 'serviceWorker', {value: undefined});",
    "refused": "ServiceWorkerContainer.prototype.register = async () => { throw new DOMException('', 'SecurityError'); };",
    "throws": "Object.defineProperty(Navigator.prototype, 'serviceWorker', {get() { throw new DOMException('', 'SecurityError'); }});",
}


@pytest.mark.parametrize("refusal", REFUSALS)
def test_where_workers_are_refused_the_pages_work(browser: Browser, server: str, refusal: str) -> None:
    wrong: list[str] = []
    with reader(browser) as (context, page):
        context.add_init_script(REFUSALS[refusal])
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(server + addresses.PRINT, wait_until="networkidle")
        expect(page.locator("[data-keep-says]")).to_have_text(SAYS.without)
        expect(page.locator("[data-keep-whole]")).to_be_hidden()
        page.locator("[data-search-open]").click()
        page.locator(".search__input").press_sequentially("pain")
        page.locator(".search__results a").first.wait_for()
        assert page.evaluate(CACHES) == []
    assert wrong == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_on_the_bar_the_buttons_and_the_page(browser: Browser, foot: Site, scheme: Scheme) -> None:
    with served(foot.folder) as at:
        context = browser.new_context(
            viewport={"width": 320, "height": 640}, color_scheme=scheme, reduced_motion="reduce"
        )
        page = context.new_page()
        opened(page, at + addresses.PRINT)
        expect(page.locator("[data-keep-remove]")).to_be_visible()
        assert violations(page) == ""
        context.set_offline(True)
        for address in (addresses.PRINT, addresses.GLOSSARY):
            page.goto(at + address)
            assert violations(page) == ""
            assert page.evaluate("document.documentElement.scrollWidth") <= 320
        context.close()
