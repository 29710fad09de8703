"""A release renames and retires what it can: every page, anchor, paper, picture and link of the one before leads on."""

from collections.abc import Iterator
from copy import deepcopy
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdfium2 import PdfDocument

from macros.addresses import EMBED
from macros.data.load import load, read
from macros.data.mistakes import GuideError
from macros.pages.macros import UnknownIdError
from macros.wording.labels import labels
from tests.addresses import EXEMPT, WORDS, addresses, leads_to
from tests.printing import squeezed, text_of_pdf
from tests.readers import Opens, read_first, until
from tests.renamed import Data, nothing, rename, written
from tests.sites import ROOT, SUBPATH, Site, build_once, macros_of, mkdocs, served, wait_for

RETIRED = "It did not help. Do the other one."
NAMES = {"fist/": "grab/", "spread/": "splay/", "fan/": "splay/", "no-band/": "easy/", "helpers/": "family/"}
"""Folders that were renamed."""

IDS = {"heel-raise.": "heel-lift.", "share-open.": "share-table.", "share-walk.": "share-steps."}
IDS |= {"share-fingers.": "share-steps."}
"""Names of files that were renamed."""


@pytest.fixture(scope="module")
def project(shared: Path) -> dict[str, Site]:
    """Return the site before the release and after it, both at a known address."""
    found = {}
    for name, change in (("before", nothing), ("after", rename)):
        folder = shared / f"renames-{name}"
        data = folder.with_suffix(".yml")
        data.write_text(written(change), encoding="utf-8")
        build_once(folder, partial(mkdocs, ROOT / "mkdocs.yml", GUIDE=str(data), SITE_URL=SUBPATH))
        wait_for(folder)
        found[name] = Site(name, folder, load(data))
    return found


@pytest.fixture
def page(project: dict[str, Site], opens: Opens) -> Iterator[tuple[Page, str]]:
    """Return a page, and the address of the site after the release."""
    with served(project["after"].folder) as at:
        yield opens(), at


def now(path: str) -> str:
    """Return where a file of the past is now, by its name."""
    for old, new in (NAMES | IDS).items():
        path = path.replace(f"/{old}" if old in NAMES else old, f"/{new}" if old in NAMES else new)
    return path


def is_gone(path: str, site: Site) -> bool:
    """Tell whether a file belonged to a page that is gone."""
    return f"{Path(path).parent.as_posix()}/" in site.gone | {
        old for old, new in site.moved.items() if new in site.gone
    }


def test_every_page_and_anchor_leads_on(project: dict[str, Site]) -> None:
    before, after = project["before"], project["after"]
    lost = []
    for address in addresses(before.folder):
        page, _, anchor = address.removeprefix("./").partition("#")
        if not page or page.endswith("/"):
            assert (after.folder / page / "index.html").is_file(), page
            if page.startswith(EMBED) and not anchor:
                continue
            at, id_ = leads_to(after, page, anchor or "content")
            is_word = anchor.startswith(WORDS) and at == "glossary/"
            lost += [] if id_ or is_word else [address]
    assert lost == []


def test_every_paper_and_picture_is_that_of_what_took_its_place(project: dict[str, Site]) -> None:
    before, after = project["before"], project["after"]
    files = [file.relative_to(before.folder).as_posix() for file in before.folder.rglob("*") if file.is_file()]
    taken = [path for path in files if path.endswith((".pdf", ".png", ".svg", ".bib", ".ris"))]
    assert len(taken) > 60
    assert [path for path in taken if not (after.folder / path).is_file()] == []
    renamed = [path for path in taken if now(path) != path and not is_gone(path, after)]
    assert len(renamed) > 25
    assert any(path.startswith("assets/figures/dark/") for path in renamed)
    for path in renamed:
        assert (after.folder / path).read_bytes() == (after.folder / now(path)).read_bytes(), path


def test_every_other_file_is_there(project: dict[str, Site]) -> None:
    before, after = project["before"], project["after"]
    files = {file.relative_to(before.folder).as_posix() for file in before.folder.rglob("*") if file.is_file()}
    kept = {path for path in files if not path.startswith(EXEMPT)}
    assert [path for path in sorted(kept) if not (after.folder / path).is_file()] == []


def test_a_paper_of_what_is_retired_says_so_and_where_to_go(project: dict[str, Site]) -> None:
    after = project["after"]
    papers = [file for file in after.folder.rglob("*.pdf") if is_gone(file.relative_to(after.folder).as_posix(), after)]
    names = {file.relative_to(after.folder).as_posix() for file in papers}
    sizes = ("a4", "a4-large", "letter", "letter-large")
    own = {f"exercises/{id_}/handout-{size}.pdf" for id_ in ("push", "wave", "waving") for size in sizes}
    weeks = ("short/week-1", "one-week/week-1", "week-2")
    assert names == own | {f"schedule/{week}/sheet-{size}.pdf" for week in weeks for size in sizes}
    text = {path: text_of_pdf(PdfDocument(after.folder / path)) for path in names}
    for path in ("exercises/push/handout-a4.pdf", "schedule/short/week-1/sheet-letter-large.pdf"):
        assert squeezed(RETIRED) in text[path]
        assert squeezed("since 22 November 2026") in text[path]
    assert squeezed(f"{SUBPATH.removeprefix('https://')}exercises/splay/") in text["exercises/waving/handout-a4.pdf"]
    archive = (after.folder / "downloads/handouts-a4.zip").read_bytes()
    assert b"exercises-grab-handout-a4.pdf" in archive
    assert b"push" not in archive


def test_a_retired_page_says_so_since_when_and_what_to_do_instead(project: dict[str, Site]) -> None:
    after = project["after"]
    assert "This plan has 1 week now." in after.pages["schedule/week-2/"].text
    for address in after.gone:
        page = after.pages[address]
        assert "since 22 November 2026" in page.text or address == "schedule/week-2/"
        assert page.meta("robots") == "noindex"
        assert len(page.one("main").findall(".//div[@class='text']//a")) == 1
    assert "Spread" in after.pages["exercises/wave/"].text
    for page in after.pages.values():
        leads = {page.target(link.get("href", ""))[0] for link in page.all("a")}
        assert leads & after.gone <= {page.address}, page.address
    sitemap = (after.folder / "sitemap.xml").read_text(encoding="utf-8")
    assert f"{SUBPATH}exercises/grab/" in sitemap
    assert [address for address in after.gone if SUBPATH + address in sitemap] == []


@pytest.mark.parametrize("script", [True, False], ids=["with a script", "without"])
def test_a_link_to_an_old_level_opens_it(project: dict[str, Site], browser: Browser, *, script: bool) -> None:
    with served(project["after"].folder) as at:
        context = browser.new_context(java_script_enabled=script, viewport={"width": 390, "height": 500})
        page = context.new_page()
        tops = []
        for anchor in ("steps", "walk", "fingers"):
            page.goto("about:blank")
            page.goto(f"{at}exercises/splay/#{anchor}")
            expect(page.locator("#steps .dose-line")).to_be_in_viewport()
            box = page.locator("#steps").bounding_box()
            assert box
            tops.append(box["y"])
            assert page.locator("#light").is_visible() is not script
        assert max(tops) - min(tops) < 2, "an old id leads to the same place as the new one"
        context.close()


def test_a_moved_page_carries_the_level_and_the_dose_on(page: tuple[Page, str]) -> None:
    view, at = page
    view.goto(f"{at}exercises/spread/#walk")
    view.wait_for_url(f"{at}exercises/splay/#walk")
    expect(view.get_by_role("tab", selected=True)).to_contain_text("Finger walk")
    view.goto(f"{at}exercises/spread/#v=1&dose=walk,3x12st")
    view.wait_for_url(f"{at}exercises/splay/#v=1&dose=walk,3x12st")
    read_first(view)
    expect(view.locator("#steps .own-dose")).to_contain_text("3 lengths of 12 steps")


MEANS = """link => {
    const { items, programme, lost } = guide.links.read(link);
    return [items.map(({ exercise, level }) => `${exercise.id}/${level.id}`), programme, lost];
}"""


def test_a_link_and_what_a_device_keeps_are_read_with_old_ids(page: tuple[Page, str]) -> None:
    view, at = page
    view.goto(f"{at}plan/#v=1&do=fist/open;spread/walk;push/open")
    read_first(view)
    gone = labels().gone.lost.format(name="Push", date="22 November 2026")
    assert view.evaluate(MEANS, "#v=1&do=fist/open;fan/fingers;push/open") == [
        ["grab/table", "splay/steps"],
        "",
        [gone],
    ]
    assert view.evaluate(MEANS, "#v=1&plan=no-band")[1:] == ["easy", []]
    assert view.evaluate(MEANS, "#v=1&plan=short")[2] == [
        labels().gone.lost.format(name="Short", date="22 November 2026")
    ]
    expect(view.get_by_text(gone)).to_be_visible()
    kept = """() => {
        guide.kept.write("plan", "#v=1&do=fist/open;spread/walk");
        return guide.plans.isKept(guide.links.read("#v=1&do=grab/table;splay/steps"));
    }"""
    assert view.evaluate(kept)


def test_the_log_of_a_device_is_read_with_old_ids(page: tuple[Page, str]) -> None:
    view, at = page
    view.goto(f"{at}log/")
    until(view, "window.guide && guide.log && guide.logPaper")
    came = """() => guide.log.fromFile('{"version": 1, "days": [{"date": "2026-11-20",'
        + '"done": ["fist/open", "spread/walk", "push/open", "never/was"]}]}')"""
    assert view.evaluate(came) == {"days": 1, "lost": 0, "isKept": True}
    done = view.evaluate("() => guide.log.day('2026-11-20').done")
    assert done == ["grab/table", "splay/steps", "push/open", "never/was"]
    assert view.evaluate("done => done.map(guide.logPaper.nameOf)", done) == [
        "Fist, On the table",
        "Spread, Finger walk",
        "Push, open",
        "never, was",
    ]


def test_the_search_finds_what_is_retired_by_its_name(page: tuple[Page, str]) -> None:
    view, at = page
    view.goto(at)
    view.keyboard.press("/")
    view.keyboard.type("push")
    found = view.locator("[href*='exercises/push/']")
    expect(found).to_have_count(1)
    expect(found).to_contain_text(labels().gone.found)


def test_an_editor_can_list_what_is_gone(project: dict[str, Site]) -> None:
    after = project["after"]
    listed = macros_of(after.guide, "").gone()
    assert listed.count("<li>") == len(after.gone)
    assert "<b>Push:</b> This exercise has not been in the guide since 22 November 2026." in listed
    with pytest.raises(UnknownIdError, match="no page that is gone at 'exercises/grab/'; known: schedule/week-2/"):
        macros_of(after.guide, "").gone("exercises/grab/")


def test_calendars_and_ticks_go_by_the_first_id(project: dict[str, Site]) -> None:
    plan, week = (project["after"].pages[f"schedule/easy/{page}"] for page in ("", "week-1/"))
    assert '"id": "bare"' in plan.file.read_text(encoding="utf-8").replace("&#34;", '"')
    assert [e.get("data-week") for e in week.all("div", "today")] == ["bare/1"]
    assert [e.get("data-exercise") for e in week.all("li") if e.get("data-exercise")] == ["fist"]


def reused(data: Data, kind: str, id_: str) -> None:
    """Add another of a *kind* with the id of a retired one."""
    rename(data)
    data[kind].append({**deepcopy(data[kind][-1]), "id": id_, "former_ids": []})
    data[kind][-1]["name" if kind == "exercises" else "title"] = "Once more"


@pytest.mark.parametrize(
    ("kind", "id_"), [("exercises", "push"), ("exercises", "waving"), ("programmes", "short"), ("pages", "coaches")]
)
def test_a_retired_id_is_never_used_again(kind: str, id_: str) -> None:
    with pytest.raises(GuideError) as error:
        read(written(partial(reused, kind=kind, id_=id_)).encode(), Path("own.yml"))
    said = [f"{mistake.where}: {mistake.what}" for mistake in error.value.mistakes]
    assert f"{kind}.{id_}.id: '{id_}' is the id of a retired {kind[:-1]}; ids are never used again" in said


def test_a_former_id_of_a_figure_is_of_no_other() -> None:
    def change(data: Data) -> None:
        data["figures"]["squat"]["former_ids"] = ["heel-raise"]

    with pytest.raises(GuideError, match="the id 'heel-raise' is or was the id of another figure"):
        read(written(change).encode(), Path("own.yml"))
