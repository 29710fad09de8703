"""What a link carries: links that work for ever, links that mean harm, how long they are, and what scripts make of a dose.

The rows of tests/data/links.json are links that somebody may have sent. Rows are only ever added: a change to the code that
changes what one of them means is wrong.
"""

import json
import re
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pydantic import TypeAdapter

from macros import addresses
from macros.data.model.dose import Dose, seconds
from macros.pages.own_data import LONGEST, dose_for_scripts
from macros.plan import sheets
from macros.wording.doses import dose_minutes, dose_phrase, dose_short, work_phrase
from macros.wording.labels import labels
from tests import links
from tests.links import LIMITS
from tests.sites import GUIDES, ROOT, Site, guide, served
from tests.test_frame import FULL, LACKS, POLICY, REFUSED, page_of
from tests.test_week_and_plan import GARBAGE

HOST = "h" * 30
"""The address of a site, without the slash at its end."""

LONGEST_DOSE, LONGEST_PLAN = 120, 1_000
"""Characters of a link to one dose without its texts, and of one to a plan of ten exercises over six weeks."""

OWN = labels().own
ANY_DOSE: TypeAdapter[Dose] = TypeAdapter(Dose)


def opened(page: Page, at: str, exercise: str) -> Page:
    """Open a link to a dose, after which the scripts of links are there."""
    page.goto(f"{at}{addresses.exercise(exercise)}#v=1&dose={guide_level(exercise)}")
    expect(page.get_by_role("button", name=OWN.have_read)).to_be_visible()
    page.evaluate(links.PAGE)
    return page


def guide_level(exercise: str) -> str:
    """Return the first level of an exercise of either guide."""
    every = (one for name in GUIDES for one in guide(name).exercises)
    return next(one.levels[0].id for one in every if one.id == exercise)


@pytest.fixture(scope="module")
def pages(browser: Browser, sites: dict[str, Site]) -> Iterator[dict[str, Page]]:
    """Return a page of each guide, under a strict policy, that reads links."""
    with (
        served(sites["foot"].folder, POLICY) as foot,
        served(sites["hand"].folder, POLICY) as hand,
        page_of(browser) as one,
        page_of(browser) as other,
    ):
        yield {"foot": opened(one, foot, "short-foot"), "hand": opened(other, hand, "fist")}


def read(page: Page, some: list[tuple[str, str]]) -> list[Any]:
    """Return what links mean; each is given with the exercise whose page it is opened on."""
    return list(json.loads(page.evaluate("text => own.read(text)", json.dumps(some))))


def written(page: Page, plans: list[tuple[links.Plan, str]]) -> list[tuple[str, str]]:
    """Return the links to plans."""
    return [(fragment, at) for fragment, at in json.loads(page.evaluate("text => own.write(text)", json.dumps(plans)))]


@pytest.mark.parametrize("name", GUIDES)
def test_a_link_that_worked_once_means_the_same_for_ever(pages: dict[str, Page], name: str) -> None:
    rows = links.table(name)
    means = read(pages[name], [(row["fragment"], row["exercise"]) for row in rows])
    for row, found in zip(rows, means, strict=True):
        expected = links.meant(row, name)
        if expected["programme"]:
            assert found["items"], row["fragment"]  # they follow the programme
            found["items"] = []
        assert found == expected, row["fragment"]


@pytest.mark.parametrize("name", GUIDES)
def test_what_was_read_is_written_and_read_again(pages: dict[str, Page], name: str) -> None:
    some = [(row["fragment"], row["exercise"]) for row in links.table(name)]
    once = read(pages[name], some)
    again = read(pages[name], json.loads(pages[name].evaluate("text => own.rewrite(text)", json.dumps(some))))
    for (fragment, _), before, after in zip(some, once, again, strict=True):
        assert after == {**before, "lost": []}, fragment


def test_a_plan_is_read_as_it_was_written(pages: dict[str, Page]) -> None:
    plans = [(plan, exercise) for plan, exercise in links.random_plans(16, 500)]
    some = written(pages["foot"], plans)
    for (plan, _), (fragment, _), found in zip(plans, some, read(pages["foot"], some), strict=True):
        if len(fragment) <= LONGEST:
            assert found == plan, fragment
    assert sum(len(fragment) <= LONGEST for fragment, _ in some) > 900


def test_a_plan_of_the_guide_is_its_weeks(pages: dict[str, Page]) -> None:
    for programme in guide("foot").programmes:
        [plan] = read(pages["foot"], [(f"#v=1&plan={programme.id}", "")])
        for place, sheet in enumerate(sheets(guide("foot"), programme), 1):
            found = {
                (item["exercise"], item["level"], item["days"])
                for item in plan["items"]
                if item["weeks"][0] <= place <= item["weeks"][1]
            }
            days = {row: "".join(str(day) for day, on in enumerate(row.days, 1) if on) for row in sheet.rows}
            assert found == {(row.exercise.id, row.level.id, days[row]) for row in sheet.rows}
        assert [plan["weeks"], plan["programme"]] == [len(programme.weeks), programme.id]


def test_the_document_of_the_format_is_true(pages: dict[str, Page]) -> None:
    text = (
        (ROOT / "CONTRIBUTING.md")
        .read_text(encoding="utf-8")
        .partition("## What a link carries")[2]
        .partition("\n## ")[0]
    )
    examples = re.findall(r"^/(?:exercises/([a-z-]+)/|[a-z]+/)(#\S+)$", text, re.MULTILINE)
    assert len(examples) == 3
    found = read(pages["foot"], [(fragment, exercise) for exercise, fragment in examples])
    assert [plan["lost"] for plan in found] == [[]] * 3
    assert all(plan["items"] for plan in found)
    ranges = {
        key: " to ".join(f"{number:,}" for number in most)
        for key, most in LIMITS.items()
        if isinstance(most, list) and key != "scale"  # of the log
    }
    assert [key for key, most in ranges.items() if most not in text] == []
    assert f"{LIMITS['from']} and {LIMITS['note']} characters" in text
    assert f"{LONGEST:,} characters" in text


def test_a_link_that_is_too_long_is_not_read_at_all(pages: dict[str, Page]) -> None:
    begin = "#v=1&dose=standing,2x8&note="
    some = [(begin + "a" * (length - len(begin)), "short-foot") for length in (LONGEST, LONGEST + 1)]
    longest, longer = read(pages["foot"], some)
    assert longest["items"]
    assert longer == {**links.EMPTY, "lost": [OWN.links.too_long.format(most=LONGEST)]}


def test_an_ordinary_anchor_is_no_link_of_this_kind(pages: dict[str, Page]) -> None:
    assert (
        read(pages["foot"], [("#standing", ""), ("", ""), ("#", ""), ("#V=1", ""), ("#dose=standing", "")])
        == [None] * 5
    )


def test_a_link_to_the_longest_dose_is_short(pages: dict[str, Page]) -> None:
    item = {"days": "123456", "weeks": [1, 1]}
    plans = [
        (
            {**links.EMPTY, "items": [{**item, "exercise": exercise.id, "level": level.id, "dose": links.most(level)}]},
            exercise.id,
        )
        for exercise, level in links.levels("foot")
    ]
    some = written(pages["foot"], plans)
    assert [found["items"] for found in read(pages["foot"], some)] == [plan["items"] for plan, _ in plans]
    lengths = {fragment: len(f"{HOST}/{addresses.exercise(exercise)}{fragment}") for fragment, exercise in some}
    assert max(lengths.values()) <= LONGEST_DOSE, lengths


def test_a_link_to_six_weeks_of_ten_exercises_is_short(pages: dict[str, Page]) -> None:
    [plan] = read(pages["foot"], [("#v=1&plan=six-weeks", "")])
    by_id = {(exercise.id, level.id): level for exercise, level in links.levels("foot")}
    for item in plan["items"]:
        item["dose"] = links.most(by_id[item["exercise"], item["level"]])
    assert len({item["exercise"] for item in plan["items"]}) == 10
    own = {**plan, "programme": ""}
    some = written(pages["foot"], [(own, "")])
    assert read(pages["foot"], some) == [own]
    assert len(f"{HOST}/plan/{some[0][0]}") <= LONGEST_PLAN, some


def test_a_link_that_is_broken_or_means_harm_gives_nothing_but_what_the_guide_knows(pages: dict[str, Page]) -> None:
    some = list(links.hostile(16, 5_000))
    wrong = []
    for (fragment, exercise), plan in zip(some, read(pages["foot"], some), strict=True):
        if plan is None or not fragment.startswith("#v="):
            assert plan is None, fragment
            assert not fragment.startswith("#v="), fragment
            continue
        wrong += [f"{fragment[:300]!r}: {fault}" for fault in links.faults(plan)]
        silent = set() if plan["lost"] else links.asked(fragment, exercise) - links.carried(plan)
        wrong += [f"{fragment[:300]!r} on {exercise!r} lost {silent} in silence"] if silent else []
    assert wrong == []


FOLLOW = """async (fragment) => {
    const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const [before, changed] = [location.href, new Promise((done) => addEventListener("hashchange", done, { once: true }))];
    location.hash = own.whole(fragment);
    if (location.href !== before) await changed;
    await drawn();
    const widths = [document.documentElement.scrollWidth];
    document.querySelector(".own-ask .button")?.click();
    await drawn();
    const parts = [...document.querySelectorAll("[data-own-dose], [data-own-dose] *")];
    const reach = parts.map((part) => part.getBoundingClientRect().right);
    return {
        width: Math.max(...widths, document.documentElement.scrollWidth, ...reach),
        shown: document.querySelector(".own-dose")?.innerText || "",
        links: document.querySelectorAll("[data-own-dose] :is(a, img, script, iframe)").length,
        hit: window.hit ?? null,
    };
}"""
"""Follows a link on an open page, and says that the rules were read."""


def test_on_a_page_no_such_link_runs_anything_or_breaks_the_layout(browser: Browser, foot: Site) -> None:
    every = [fragment for fragment, exercise in links.hostile(17, 400) if exercise == "short-foot"][:60]
    every.append(longest := "#v=1&dose=standing,2x8&note=" + "a" * 3_900)  # longer than any QR code holds
    assert len(set(every)) == 61
    wrong: list[str] = []
    with served(foot.folder, POLICY) as at, page_of(browser) as page:
        page.set_viewport_size({"width": 320, "height": 640})
        page.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        opened(page, at, "short-foot").get_by_role("button", name=OWN.have_read).click()
        results = {fragment: page.evaluate(FOLLOW, fragment) for fragment in every}
    assert wrong == []
    for fragment, result in results.items():
        assert result["width"] <= 320, fragment
        assert (result["hit"], result["links"]) == (None, 0), fragment
    assert OWN.links.unchecked in results[longest]["shown"]
    assert sum(OWN.links.unchecked in result["shown"] for result in results.values()) >= 10
    assert sum(OWN.links.nothing_read in result["shown"] for result in results.values()) >= 10


def test_a_second_link_takes_the_place_of_one_that_was_not_answered(browser: Browser, foot: Site) -> None:
    with served(foot.folder, POLICY) as at, page_of(browser) as page:
        opened(page, at, "short-foot").evaluate("location.hash = '#v=1&dose=standing,2x8'")
        expect(page.get_by_role("tab", selected=True)).to_contain_text("Standing")
        page.get_by_role("button", name=OWN.have_read).click()
        expect(page.locator(".own-dose")).to_contain_text("2 sets of 8")
        expect(page.locator("dialog.own-ask")).to_have_count(0)


def dose_in_scripts(page: Page, doses: list[Dose], side: str = "") -> list[Any]:
    """Return each dose in words, its seconds and minutes as the scripts have them."""
    given = [{**dose_for_scripts(dose), **({"side": side} if side else {})} for dose in doses]
    called = """doses => doses.map((dose) => {
        const { phrase, short, work, seconds, minutes } = guide.doses;
        return [phrase(dose), short(dose), work(dose), seconds(dose), minutes(seconds(dose))];
    })"""
    return list(page.evaluate(called, given))


def dose_on_pages(dose: Dose, word: str) -> list[Any]:
    """Return the same as the pages have it."""
    return [dose_phrase(dose, word), dose_short(dose), work_phrase(dose, word), seconds(dose), dose_minutes(dose)]


def random_doses(number: int) -> Iterator[Dose]:
    """Yield doses within the limits of the data model."""
    random = Random(16)  # noqa: S311 - nothing is hidden by it
    every = [level for name in GUIDES for _, level in links.levels(name)]
    for _ in range(number):
        own = links.random_dose(random, random.choice(every))
        amounts = {
            "repetitions": {"repetitions": {"low": own["low"], "high": own["high"]}, "hold": own["hold"]},
            "time": {"seconds": own["high"]},
            "steps": {"steps": own["high"]},
        }
        shared = {key: own[key] for key in ("kind", "sets", "rest")}
        each = {} if own["kind"] == "time" else {"seconds_each": random.randint(1, 60)}
        sides = random.choice(["each", "together"])
        basis = {"kind": "own", "says": "As we teach it."}
        yield ANY_DOSE.validate_python({**shared, **amounts[own["kind"]], **each, "sides": sides, "basis": basis})


@pytest.mark.parametrize("name", GUIDES)
def test_scripts_say_a_dose_as_the_pages_do(pages: dict[str, Page], name: str) -> None:
    word = guide(name).guide.side
    doses = [*(level.dose for _, level in links.levels(name)), *random_doses(300)]
    assert dose_in_scripts(pages[name], doses) == [dose_on_pages(dose, word) for dose in doses]


@pytest.mark.parametrize("side", ["left", "right"])
def test_scripts_name_one_side_and_count_it_once(pages: dict[str, Page], side: str) -> None:
    words = OWN.sides
    doses = [dose.model_copy(update={"sides": "each"}) for dose in random_doses(60)]
    found = dose_in_scripts(pages["foot"], doses, side)
    for dose, (phrase, short, work, duration, _) in zip(doses, found, strict=True):
        each, one = (words[key].format(side="foot") for key in ("each", side))
        assert [phrase, work] == [
            dose_phrase(dose, "foot").replace(each, one),
            work_phrase(dose, "foot").replace(each, one),
        ]
        assert short == dose_short(dose)
        assert duration == seconds(dose.model_copy(update={"sides": "together"}))


KEEP = """() => {
    const { write, read, names } = guide.kept;
    const isKept = write("plan one", "#v=1");
    const first = [read("plan one"), read("never"), names().includes("plan one")];
    write("plan one", "");
    return { isKept, first, after: [read("plan one"), names().includes("plan one")] };
}"""


@pytest.mark.parametrize(
    "lack", ["", REFUSED, FULL, LACKS, GARBAGE], ids=["kept", "refused", "full", "lacking", "broken"]
)
def test_where_nothing_can_be_kept_it_is_told_and_lasts_until_the_page_is_left(
    browser: Browser, foot: Site, lack: str
) -> None:
    wrong: list[str] = []
    with served(foot.folder, POLICY) as at, page_of(browser, lack) as page:
        page.on(
            "pageerror", lambda error: wrong.append(error.stack or "") if "js/own-" in (error.stack or "") else None
        )
        opened(page, at, "short-foot").get_by_role("button", name=OWN.have_read).click()
        expect(page.locator(".own-dose")).to_contain_text(OWN.links.unchecked)
        found = page.evaluate(KEEP)
    never = "{" if lack == GARBAGE else ""
    assert found == {"isKept": not lack, "first": ["#v=1", never, True], "after": ["", False]}
    assert wrong == []
