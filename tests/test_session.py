"""A session to follow, with a faked clock: rounds, sides and rests counted to the end, also after sleep and in a hidden tab."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.data.model.dose import Repetitions, Steps, Time
from macros.wording.labels import labels
from tests.axe import violations
from tests.readers import LARGE, WIDER, Opens, read_first, until
from tests.sites import Site, guide
from tests.windows import ENGINES, Engine, window_of

OWN, SAYS = labels().own, labels().own.session
FOOT = guide("foot")
SHORT_FOOT = next(exercise for exercise in FOOT.exercises if exercise.id == "short-foot")
MORNING = datetime(2026, 11, 25, 9, 30)  # noqa: DTZ001 - the device's own time
READY = 5
"""Seconds to get ready before a round."""

ONE = "#v=1&do=short-foot/sitting,2x3h3r20E"
"""2 sets of 3, hold 3 s, each foot, rest 20 s: a repetition takes 1.5 + 3 + 1.5 s."""

ROUND = READY + 3 * 6
TWO = f"{ONE};disc-balance-one-leg/floor,1x30sL"
SEE = """state => {
    Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
}"""
SOUNDS = """window.tones = 0; window.said = []; window.buzzes = 0;
    window.AudioContext = class {
        constructor() { this.currentTime = 0; this.destination = {}; }
        resume() {}
        createOscillator() { window.tones += 1; return { frequency: {}, connect: to => to, start() {}, stop() {} }; }
        createGain() {
            return { gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} }, connect: to => to };
        }
    };
    navigator.vibrate = () => { window.buzzes += 1; return true; };
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    Object.defineProperty(window, "speechSynthesis", { value: {
        getVoices: () => window.voices || [], cancel() {}, speak: one => window.said.push(one.text), addEventListener() {} } });
"""


@pytest.fixture
def opens(opens: Opens) -> Opens:
    """Return what opens a session in a fresh browser whose clock the test moves."""

    def session(address: str, script: str = "", *, stopped: bool = True, **options: Any) -> Page:
        page = opens(**options)
        page.clock.install(time=MORNING)
        page.add_init_script(script)
        page.goto(address)
        read_first(page)
        expect(page.locator(".session__name")).to_be_visible()
        if stopped:
            page.clock.pause_at(MORNING + timedelta(minutes=1))
        return page

    return session


def press(page: Page, name: str) -> None:
    """Press a button of the session."""
    page.get_by_role("button", name=name, exact=True).click()


def wait(page: Page, seconds: float) -> None:
    """Let the page's clock run."""
    page.clock.run_for(int(seconds * 1000))


def shown(page: Page) -> tuple[str, str, str]:
    """Return the phase, the number and the count that are shown."""
    phase, number, count = (page.locator(f".session__{part}").inner_text() for part in ("phase", "number", "count"))
    return phase, number, " ".join(count.split())


def test_a_session_runs_to_its_end_and_says_what_was_done(opens: Opens, server: str) -> None:
    page = opens(f"{server}session/{TWO}")
    expect(page.locator(".session__where")).to_have_text(SAYS.exercise_of.format(number=1, all=2))
    expect(page.locator(".session__dose")).to_contain_text("2 sets of 3, hold 3 seconds, each foot, rest 20 seconds")
    for step in SHORT_FOOT.steps:
        expect(page.locator(".session__steps")).to_contain_text(step)
    wait(page, 60)
    expect(page.get_by_role("button", name=SAYS.start)).to_be_visible()

    press(page, SAYS.start)
    first, second = (SAYS.set_of.format(set=number, sets=2) for number in (1, 2))
    assert shown(page) == (SAYS.ready, "5", f"{first}, left foot")
    wait(page, READY + 0.2)
    assert shown(page) == (SAYS.go, "2", f"{first}, left foot 1 of 3")
    wait(page, 1.5)
    assert shown(page) == (SAYS.hold_now, "3", f"{first}, left foot 1 of 3")
    expect(page.locator(".session__cue")).to_have_text(SHORT_FOOT.cues[2])
    wait(page, 3)
    assert shown(page) == (SAYS.back_now, "2", f"{first}, left foot 1 of 3")
    wait(page, ROUND - READY - 4.5)
    assert shown(page) == (SAYS.ready, "5", f"{first}, right foot")
    wait(page, ROUND)
    assert shown(page) == (SAYS.rest_now, "20", f"{second}, left foot")
    wait(page, 20)
    assert shown(page) == (SAYS.ready, "5", f"{second}, left foot")
    wait(page, 2 * ROUND)

    expect(page.locator(".session__name")).to_have_text("Stand on one leg")
    press(page, SAYS.start)
    wait(page, READY + 0.2)
    assert shown(page) == (SAYS.work, "30", f"{SAYS.set_of.format(set=1, sets=1)}, left foot")
    wait(page, 31)
    expect(page.get_by_role("heading", name=SAYS.over)).to_be_focused()
    end = page.locator(".session__end")
    expect(end).to_contain_text(f"Short foot: {SAYS.rounds_of.format(done=4, all=4)}")
    expect(end).to_contain_text(f"Stand on one leg: {SAYS.rounds_of.format(done=1, all=1)}")
    expect(end.locator(".stop")).to_be_visible()


def test_pause_back_and_skip_by_button_and_key(opens: Opens, server: str) -> None:
    page = opens(f"{server}session/{TWO}")
    page.keyboard.press("Space")
    wait(page, READY + 4)
    page.keyboard.press("Space")
    before = shown(page)
    wait(page, 100)
    assert shown(page) == before, "a pause lasts"
    expect(page.get_by_role("button", name=SAYS.go_on, exact=True)).to_be_focused()
    press(page, SAYS.go_on)
    wait(page, 0.5)
    page.locator("body").press("ArrowLeft")
    assert shown(page)[0] == SAYS.ready, "back goes to where the round began"
    assert "left" in shown(page)[2]
    wait(page, 0.5)
    page.locator("body").press("ArrowRight")
    assert "right" in shown(page)[2]
    press(page, SAYS.skip)
    assert shown(page)[0] == SAYS.rest_now
    press(page, SAYS.skip)
    assert shown(page)[0] == SAYS.ready
    press(page, SAYS.back)
    assert shown(page)[0] == SAYS.rest_now
    for _ in range(3):
        press(page, SAYS.skip)
    expect(page.locator(".session__name")).to_have_text("Stand on one leg")
    press(page, SAYS.start)
    press(page, SAYS.skip)
    expect(page.locator(".session__end")).to_contain_text(f"Short foot: {SAYS.rounds_of.format(done=0, all=4)}")


def test_an_exercise_is_left_out_with_one_press(opens: Opens, server: str) -> None:
    page = opens(f"{server}session/{TWO}")
    press(page, SAYS.skip_exercise)
    expect(page.locator(".session__name")).to_have_text("Stand on one leg")


def test_after_sleep_the_rest_is_over_and_no_round_began_unseen(opens: Opens, server: str) -> None:
    page = opens(f"{server}session/{ONE}")
    press(page, SAYS.start)
    wait(page, 2 * ROUND + 5)
    assert shown(page)[:2] == (SAYS.rest_now, "15")
    page.clock.fast_forward(600_000)  # the phone slept for ten minutes, and no timer ran
    assert shown(page)[0] == SAYS.ready
    expect(page.get_by_role("button", name=SAYS.go_on, exact=True)).to_be_visible()
    wait(page, 60)
    assert shown(page)[:2] == (SAYS.ready, "5")
    press(page, SAYS.go_on)
    wait(page, READY + 2)
    assert shown(page)[0] == SAYS.hold_now


def test_in_a_hidden_tab_a_hold_ends_at_its_time(opens: Opens, server: str) -> None:
    page = opens(f"{server}session/{ONE}")
    press(page, SAYS.start)
    wait(page, READY + 2)
    assert shown(page)[0] == SAYS.hold_now
    page.evaluate(SEE, "hidden")
    page.clock.fast_forward(7_000)
    page.evaluate(SEE, "visible")
    assert shown(page)[0] == SAYS.hold_now
    assert "2 of 3" in shown(page)[2]
    page.evaluate(SEE, "hidden")
    page.clock.fast_forward(500_000)
    page.evaluate(SEE, "visible")
    assert shown(page) == (SAYS.ready, "5", f"{SAYS.set_of.format(set=1, sets=2)}, right foot")


def test_sounds_and_vibration_can_be_turned_off_and_stay_off(opens: Opens, server: str) -> None:
    page = opens(f"{server}session/{ONE}", SOUNDS)
    press(page, SAYS.start)
    wait(page, READY + 2)
    assert page.evaluate("[tones > 1, buzzes > 1]") == [True, True]
    page.get_by_label(SAYS.sound).uncheck()
    page.get_by_label(SAYS.buzz).uncheck()
    heard = page.evaluate("[tones, buzzes]")
    wait(page, 20)
    assert page.evaluate("[tones, buzzes]") == heard
    page.reload()
    expect(page.get_by_label(SAYS.sound)).not_to_be_checked()


@pytest.mark.parametrize("where", ["device", "network"])
def test_only_a_voice_of_the_device_counts_aloud(opens: Opens, server: str, where: str) -> None:
    voice = f"window.voices = [{{ lang: 'en-GB', localService: {str(where == 'device').lower()} }}];"
    page = opens(f"{server}session/{ONE}", SOUNDS + voice)
    if where == "network":
        expect(page.get_by_label(SAYS.voice)).to_have_count(0)
        return
    page.get_by_label(SAYS.voice).check()
    press(page, SAYS.start)
    wait(page, READY + 8)
    assert page.evaluate("said")[1:4] == ["1", SAYS.hold_now, "2"]


def test_the_stop_rules_are_one_press_away_and_pause(opens: Opens, server: str) -> None:
    page = opens(f"{server}session/{ONE}")
    press(page, SAYS.start)
    wait(page, 1)
    press(page, SAYS.when_to_stop)
    for sign in FOOT.stop_signs(SHORT_FOOT):
        expect(page.get_by_role("dialog")).to_contain_text(sign)
    wait(page, 100)
    press(page, OWN.close)
    assert shown(page)[0] == SAYS.ready


@pytest.mark.parametrize("exercise", FOOT.exercises, ids=lambda exercise: exercise.id)
def test_no_number_of_the_guide_is_changed(browser: Browser, server: str, exercise: Any) -> None:
    page = browser.new_page()
    page.goto(f"{server}session/#v=1")
    until(page, "() => window.guide.sessionLine !== undefined")
    for level in exercise.levels:
        line = page.evaluate(
            "([id, level]) => guide.sessionLine(guide.links.read(`#v=1&do=${id}/${level}`).items)"
            ".map(({ phase, seconds, set, side, count }) => [phase, seconds, set, side, count])",
            [exercise.id, level.id],
        )
        dose = level.dose
        sides = 2 if dose.sides == "each" else 1
        rests = [seconds for phase, seconds, *_ in line if phase == "rest"]
        assert rests == [dose.rest] * (dose.sets - 1) * (dose.rest > 0)
        assert [p for p, *_ in line].count("ready") == dose.sets * sides
        match dose:
            case Repetitions():
                assert [p for p, *_ in line].count("go") == dose.sets * sides * dose.repetitions.high
                assert {s for p, s, *_ in line if p == "hold"} == ({dose.hold} if dose.hold else set())
                assert {s for p, s, *_ in line if p in {"go", "back"}} == {dose.seconds_each / 2}
            case Time():
                assert [s for p, s, *_ in line if p == "work"] == [dose.seconds] * dose.sets * sides
            case Steps():
                assert [s for p, s, *_ in line if p == "go"] == [dose.seconds_each] * dose.sets * sides * dose.steps
    page.close()


def test_the_picture_moves_at_the_tempo_of_the_dose(opens: Opens, server: str) -> None:
    page = opens(f"{server}session/{ONE}")
    figure = page.locator(".session__picture figure[data-tempo]")
    expect(figure).to_have_attribute("data-tempo", "1.5 3 1.5")
    expect(figure.locator("svg [data-turn], svg [data-d], svg [data-shift]").first).to_be_attached()


def test_an_own_dose_goes_from_the_exercise_into_the_session_and_the_day_is_ticked(opens: Opens, server: str) -> None:
    page = opens(
        f"{server}today/#v=1&do=short-foot/sitting,1x1L&start=2026-11-25&from=Anna".replace("today/", "session/")
    )
    expect(page.get_by_text(OWN.links.unchecked)).to_be_visible()
    page.goto(f"{server}today/#v=1&do=short-foot/sitting,1x1L&start=2026-11-25")
    page.get_by_role("button", name=OWN.have_read).click()
    page.locator(".own-today__go .button").click()
    expect(page.locator(".session__dose")).to_contain_text("1 set of 1, left foot")
    press(page, SAYS.start)
    wait(page, READY + 10)
    page.locator(".session__end").get_by_role("link", name=OWN.today.today).click()
    page.goto(f"{server}today/#v=1&do=short-foot/sitting,1x1L&start=2026-11-25")
    expect(page.get_by_label(OWN.today.tick.format(exercise="Short foot"))).to_be_checked()
    expect(page.get_by_text(OWN.today.all_done)).to_be_visible()


def test_exercise_and_week_lead_to_their_session(browser: Browser, server: str) -> None:
    page = browser.new_page()
    page.clock.install(time=MORNING)
    page.goto(f"{server}exercises/short-foot/#standing")
    page.locator(".level--shown").get_by_role("link", name=OWN.pages.do_it).click()
    page.get_by_role("button", name=OWN.have_read).click()
    expect(page.locator(".session__dose")).to_contain_text("Standing")
    page.goto(f"{server}schedule/week-1/")
    page.get_by_role("link", name=OWN.pages.do_it).click()
    assert page.url.startswith(f"{server}session/#v=1&do=ball-rolling/sitting;vele-forward-lean/")
    page.close()


def test_from_a_folder_and_without_a_script(browser: Browser, foot: Site) -> None:
    page = browser.new_page()
    page.goto((foot.folder / "session/index.html").as_uri() + ONE)
    page.get_by_role("button", name=OWN.have_read).click()
    expect(page.locator(".session__picture img").first).to_be_visible()
    expect(page.get_by_role("button", name=SAYS.start)).to_be_visible()
    page.close()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((foot.folder / "session/index.html").as_uri())
    expect(page.get_by_text(OWN.pages.session_without_script)).to_be_visible()
    page.goto((foot.folder / "exercises/short-foot/index.html").as_uri())
    expect(page.get_by_role("link", name=OWN.pages.do_it)).to_have_count(0)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(320, 640), (844, 390), (1920, 1080)])
def test_axe_finds_nothing_while_the_timer_runs_and_the_count_is_seen(
    opens: Opens, server: str, width: int, height: int, scheme: str
) -> None:
    screen = {"width": width, "height": height}
    page = opens(f"{server}session/{TWO}", stopped=False, viewport=screen, color_scheme=scheme)  # axe needs the time
    assert violations(page) == ""
    press(page, SAYS.start)
    wait(page, READY + 2)
    assert violations(page) == ""
    assert page.evaluate(WIDER) is False
    number = page.locator(".session__number")
    box = number.bounding_box()
    assert box
    assert box["y"] + box["height"] <= height
    if width == 1920:
        assert number.evaluate("e => parseFloat(getComputedStyle(e).fontSize)") >= 200, "seen from three metres"
        assert page.locator(".session__count").evaluate("e => parseFloat(getComputedStyle(e).fontSize)") >= 40
    press(page, SAYS.when_to_stop)
    assert violations(page) == ""
    press(page, OWN.close)
    page.evaluate(LARGE)
    assert page.evaluate(WIDER) is False


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_runs_a_session(
    engine: Engine, request: pytest.FixtureRequest, server: str, tmp_path: Path
) -> None:
    with window_of(engine, lambda: request.getfixturevalue("browser"), tmp_path / "settings") as window:
        window.open(f"{server}session/#v=1&do=disc-balance-one-leg/floor,1x5sL")
        window.click(".own-ask .button")
        window.click(".session__go")
        assert SAYS.ready in str(window.run("return document.querySelector('.session').innerText"))
        assert window.run("return document.querySelector('.session').dataset.phase") == "ready"
