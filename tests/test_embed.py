"""Pages for embedding: the core of an exercise, of a week and of today, inside a page of somebody else's."""

import gzip
import html
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, Response, expect

from macros import addresses
from macros.data.model import Guide
from macros.data.model.clinic import Clinic
from macros.edition import Edition, Framers
from macros.former import before, gone
from macros.plan import all_sheets
from macros.wording.about import version_phrase
from macros.wording.doses import dose_phrase
from macros.wording.labels import labels
from tests.axe import violations
from tests.readers import WIDER, Opens
from tests.sites import GUIDES, SUBPATH, Site, guide, served, text_of
from tests.test_headers import headers_text

both = pytest.mark.parametrize("name", GUIDES)
BOUND = 40_000
"""Bytes, gzipped, that a page for embedding may move with all it loads."""

PLAN = "#v=1&plan={plan}&start=2026-11-30"
WIDTHS = (320, 500, 700)
CODE = re.compile(r'<iframe src="([^"]*)".*? height="(\d+)".*?></iframe>')


def codes(site: Site, address: str) -> list[str]:
    """Return the code that a page offers to copy."""
    texts = [text_of(code) for code in site.pages[address].all("code", "embed-code")]
    return [html.unescape(text) for text in texts]


@contextmanager
def around(tmp_path: Path, code: str) -> Iterator[str]:
    """Serve a page that shows what *code* embeds; yield its address, on another origin than any site's."""
    head = '<!doctype html><title>A clinic</title><link rel="icon" href="data:,">'
    (tmp_path / "index.html").write_text(f"{head}<h1>A clinic</h1>{code}", "utf-8")
    with served(tmp_path) as address:
        yield address.replace("127.0.0.1", "localhost")


def code_at(site: Site, address: str, at: str, n: int = 0) -> str:
    """Return code of the page at *address*, for the site that is served *at*."""
    return codes(site, address)[n].replace('src="/', f'src="{at}')


@both
def test_every_exercise_and_week_has_one_also_at_its_former_ids(sites: dict[str, Site], name: str) -> None:
    data = guide(name)
    now = [*(addresses.exercise(one.id) for one in data.exercises), *(sheet.address for sheet in all_sheets(data))]
    past = [address for page in now for address in before(data).get(page, ())]
    lost = [page for page in gone(data) if page.paper]
    expected = {f"embed/{address}" for address in (*now, *past, *(page.address for page in lost), addresses.TODAY)}
    assert sites[name].embeds.keys() == expected
    for page in lost:
        shown = sites[name].embeds[f"embed/{page.address}"].text
        assert page.lead in shown
        assert f"{labels().gone.go_to} {page.instead.name}" in shown


@both
def test_an_exercise_has_all_that_keeps_it_safe(sites: dict[str, Site], name: str) -> None:
    site = sites[name]
    about, safety = site.guide.guide, site.guide.safety
    for exercise in site.guide.exercises:
        page = site.embeds[f"embed/exercises/{exercise.id}/"]
        for level, section in zip(exercise.levels, page.all("section", "level"), strict=True):
            told = text_of(section).lower()
            parts = [dose_phrase(level.dose, about.side), *exercise.setup_at(level), *exercise.steps_at(level)]
            assert [part for part in (*parts, *level.not_for) if part.lower() not in told] == []
        rules = (*site.guide.stop_signs(exercise), *site.guide.ask_first(exercise), safety.at_once, safety.ask_in_short)
        rights = (labels().not_reviewed, version_phrase(about), about.credit, about.licence)
        assert [part for part in (*rules, *rights) if part not in page.text] == []
        whole = [page.target(a.get("href", "")) for a in page.all("a", "button") if a.get("rel") == "noopener"]
        assert whole == [(f"exercises/{exercise.id}/", "")]
        assert [base.attrib for base in page.root.iter("base")] == [{"target": "_blank"}]


@both
def test_a_week_has_every_exercise_with_its_dose_and_the_rules(sites: dict[str, Site], name: str) -> None:
    site = sites[name]
    for sheet in all_sheets(site.guide):
        page = site.embeds[f"embed/{sheet.address}"]
        for row, line in zip(sheet.rows, page.one("ul", "rows"), strict=True):
            assert dose_phrase(row.level.dose, site.guide.guide.side) in text_of(line)
        rules = (*site.guide.safety.signs("stop", sheet.exercises), *site.guide.safety.signs("ask", sheet.exercises))
        assert [rule for rule in (*rules, site.guide.safety.at_once) if rule not in page.text] == []


@both
def test_none_is_listed_searched_or_kept_and_only_today_has_a_script(sites: dict[str, Site], name: str) -> None:
    site = sites[name]
    for address, page in site.embeds.items():
        assert page.meta("robots") == "noindex"
        assert page.errors == []
        assert bool(page.all("script")) == (address == "embed/today/")
    for file in ("search/index.js", "worker.js"):
        assert "embed/" not in (site.folder / file).read_text("utf-8")


def test_the_whole_page_is_the_one_that_counts(hosted: Site) -> None:
    for address, page in hosted.embeds.items():
        canonical = [link.get("href") for link in page.all("link") if link.get("rel") == "canonical"]
        assert canonical == [SUBPATH + address.removeprefix("embed/")]
    assert "embed/" not in (hosted.folder / "sitemap.xml").read_text("utf-8")


@contextmanager
def moved(page: Page) -> Iterator[dict[str, int]]:
    """Yield what a page moves, gzipped, by address; it is whole when the page is done."""
    answers: list[Response] = []
    found: dict[str, int] = {}
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright marks it
    yield found
    page.wait_for_load_state("load")
    found |= {answer.url: len(gzip.compress(answer.body())) for answer in answers}


def test_each_moves_little_with_all_it_loads(opens: Opens, server: str, foot: Site) -> None:
    exercises = [address for address in foot.embeds if address.startswith("embed/exercises/")]
    for address in (*exercises, f"embed/{addresses.week(1)}", "embed/today/"):
        page = opens()
        with moved(page) as found:
            page.goto(server + address + (PLAN.format(plan=foot.guide.programme.id) if "today" in address else ""))
            if "today" in address:
                page.get_by_role("button", name=labels().own.have_read).click()
                expect(page.locator(".own-rows li").first).to_be_visible()
        assert sum(found.values()) <= BOUND, found
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong(opens: Opens, server: str, foot: Site, scheme: Any) -> None:
    page = opens(color_scheme=scheme, bypass_csp=True)
    last = foot.guide.exercises[-1].id
    for address in (f"exercises/{last}/", "schedule/week-1/", "today/"):
        page.goto(f"{server}embed/{address}")
        assert violations(page) == "", address


def frame_of(page: Page) -> FrameLocator:
    """Return what the page around shows in its frame."""
    return page.frame_locator("iframe")


def test_a_page_of_another_origin_shows_an_exercise_and_stays_when_a_link_opens(
    opens: Opens, foot: Site, tmp_path: Path
) -> None:
    exercise = foot.guide.exercises[0]
    address = addresses.exercise(exercise.id)
    page = opens()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
    with served(foot.folder, headers=headers_text(foot)) as at, around(tmp_path, code_at(foot, address, at)) as clinic:
        page.goto(clinic)
        frame = frame_of(page)
        expect(frame.locator("h1")).to_have_text(exercise.full_name)
        frame.locator(".tabs:visible a").nth(1).click()
        expect(frame.locator(f"#{exercise.levels[1].id}")).to_be_visible()
        expect(frame.locator(f"#{exercise.levels[0].id}")).to_be_hidden()
        with page.expect_popup() as opened:
            frame.get_by_role("link", name=labels().embed.whole).click()
        opened.value.wait_for_url(at + address)
        expect(opened.value.locator("[data-colours]")).to_be_visible()
        assert page.url == clinic
    assert wrong == []


def test_today_on_a_page_of_another_origin_reads_its_plan_and_ticks(opens: Opens, foot: Site, tmp_path: Path) -> None:
    plan = PLAN.format(plan=foot.guide.programme.id)
    page = opens()
    page.clock.set_fixed_time("2026-12-01T10:00:00")
    with served(foot.folder, headers=headers_text(foot)) as at:
        code = code_at(foot, "clinics/", at, 2).replace('today/"', f'today/{plan}"')
        with around(tmp_path, code) as clinic:
            page.goto(clinic)
            frame = frame_of(page)
            frame.get_by_role("button", name=labels().own.have_read).click()
            expect(frame.locator(".own-rows li").first).to_be_visible()
            frame.locator(".tick input").first.check()
            expect(frame.get_by_text(labels().own.today.nothing_today)).to_have_count(0)
            expect(frame.locator(".stop")).to_be_visible()


def test_the_former_id_of_a_level_shows_that_level(opens: Opens, sites: dict[str, Site]) -> None:
    site = sites["hand"]
    page = opens(java_script_enabled=False)
    renamed = [(one, level) for one in site.guide.exercises for level in one.levels if level.former_ids]
    assert renamed
    with served(site.folder) as at:
        for exercise, level in renamed:
            for anchor in ("", f"#{level.former_ids[0]}"):
                page.goto(f"{at}embed/exercises/{exercise.id}/{anchor}")
                shown = page.locator(f"#{level.id if anchor else exercise.levels[0].id}")
                expect(shown).to_be_visible()
                expect(page.locator(".level:visible")).to_have_count(1)


def test_without_a_script_today_leads_to_the_weeks(opens: Opens, server: str, foot: Site) -> None:
    page = opens(java_script_enabled=False)
    page.goto(f"{server}embed/today/")
    page.get_by_role("link", name=f"{labels().menu.week} 1", exact=True).click()
    page.wait_for_url(f"{server}embed/{addresses.week(1)}")
    assert foot.guide.exercises[0].name in page.locator("main").inner_text()


@pytest.mark.parametrize("framers", ["nobody", ("https://clinic.example",)], ids=["nobody", "another"])
def test_whoever_may_not_embed_shows_nothing(opens: Opens, foot: Site, tmp_path: Path, framers: Framers) -> None:
    assert refused(opens(), foot, tmp_path, "embed/exercises/" + foot.guide.exercises[0].id + "/", framers)


def test_no_other_page_is_shown_by_another_origin(opens: Opens, foot: Site, tmp_path: Path) -> None:
    assert refused(opens(), foot, tmp_path, "log/", "anyone")


def refused(page: Page, site: Site, tmp_path: Path, address: str, framers: Framers) -> bool:
    """Tell whether a page of another origin cannot show *address*."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    with (
        served(site.folder, headers=headers_text(site, framers)) as at,
        around(tmp_path, f'<iframe src="{at}{address}"></iframe>') as clinic,
    ):
        page.goto(clinic, wait_until="networkidle")
        return frame_of(page).locator("article").count() == 0 and any("frame-ancestors" in text for text in said)


def test_the_height_in_the_code_fits_on_every_width(opens: Opens, server: str, foot: Site) -> None:
    offers = [code for id_ in foot.guide.exercises for code in codes(foot, addresses.exercise(id_.id))]
    page = opens()
    for code in (*offers, *codes(foot, "clinics/")[:2]):
        found = CODE.fullmatch(code)
        assert found
        address, height = found[1].lstrip("/"), int(found[2])
        for anchor in (f"#{e.get('id')}" for e in foot.embeds[address].all("section") or [foot.embeds[address].root]):
            page.goto(server + address + anchor.removesuffix("#None"))
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 300})
                assert page.evaluate("document.documentElement.scrollHeight") <= height, (address, width)
                assert not page.evaluate(WIDER), (address, width)


def test_the_code_is_whole_where_the_address_is_known_else_the_page_makes_it_so(
    opens: Opens, server: str, foot: Site, hosted: Site
) -> None:
    address = addresses.exercise(foot.guide.exercises[0].id)
    assert codes(hosted, address)[0].startswith(f'<iframe src="{SUBPATH}embed/{address}" title=')
    assert codes(foot, address)[0].startswith(f'<iframe src="/embed/{address}" title=')
    assert labels().embed.lacks in foot.pages[address].text
    assert labels().embed.lacks not in hosted.pages[address].text
    page = opens()
    page.goto(server + address)
    assert page.locator(".embed-code").text_content() == code_at(foot, address, server)
    assert page.locator("[data-embed-lacks]").count() == 0


@pytest.mark.parametrize("framers", ["anyone", "nobody"])
def test_where_nobody_may_embed_there_is_no_code(framers: Framers) -> None:
    from macros.bridge.build import Build  # noqa: PLC0415

    data: Guide = guide("foot")
    build = Build(Edition(data, Clinic.model_validate({"embed": framers})), with_papers=False)
    shown = build.macros(lambda: "clinics/").prose("clinics")
    assert ("embed-code" in shown) == (framers == "anyone")


def test_a_picture_moves_without_a_script_as_on_its_page(opens: Opens, server: str, foot: Site) -> None:
    """Part by part, as picture.js makes it."""
    read = """(root) => [...document.querySelectorAll(root + " :is(animate, animateTransform)")].map((one) => [one.localName,
        one.parentNode.localName, ...["attributeName", "type", "additive", "calcMode", "keySplines", "values", "dur", "keyTimes"]
        .map((name) => one.getAttribute(name))])"""
    kinds = {exercise.levels[0].dose.kind: exercise for exercise in foot.guide.exercises}
    for exercise in kinds.values():
        moving = []
        for address, root in (
            (addresses.exercise(exercise.id), ".picture"),
            (f"embed/exercises/{exercise.id}/", ".picture"),
        ):
            page = opens()
            page.goto(server + address)
            moving.append(page.evaluate(read, root))
            page.close()
        own, embedded = ([[*map(_close, one)] for one in some] for some in moving)
        assert own == embedded
        assert own


def _close(value: str | None) -> object:
    """Return numbers to three places, so that two ways to write one are the same."""
    numbers = re.fullmatch(r"[\d.]+(;[\d.]+)*", value or "")
    return [round(float(one), 3) for one in (value or "").split(";")] if numbers else value


@pytest.mark.parametrize(("motion", "moves"), [("no-preference", True), ("reduce", False)])
def test_a_reader_says_whether_it_moves_and_without_a_word_the_device_does(
    browser: Browser, server: str, foot: Site, motion: Any, *, moves: bool
) -> None:
    context = browser.new_context(reduced_motion=motion, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}embed/exercises/{foot.guide.exercises[0].id}/")
    picture = page.locator(".level:visible .picture")
    expect(picture.locator(".picture__moving")).to_be_visible(visible=moves)
    expect(picture.locator(".picture__still")).to_be_visible(visible=not moves)
    picture.get_by_label(labels().embed.still if moves else labels().embed.move).check()
    expect(picture.locator(".picture__moving")).to_be_visible(visible=not moves)
    context.close()
