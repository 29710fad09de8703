"""One build: what it needs of the settings, what it reports, and what it leaves behind."""

import gc
import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from macros.bridge import events
from macros.bridge.build import EnvironmentValueError, build_from, last_change
from macros.data.load import GuideError
from macros.data.settings import check_settings
from tests.sites import GUIDES, ROOT

HAND = GUIDES["hand"]


@pytest.fixture
def config(monkeypatch: pytest.MonkeyPatch) -> MkDocsConfig:
    """Return the project's settings for the small guide, as MkDocs reads them."""
    monkeypatch.setenv("GUIDE", str(HAND))
    return load_config(str(ROOT / "mkdocs.yml"))


def test_without_the_macros_plugin_the_build_ends_with_a_sentence(config: MkDocsConfig) -> None:
    del config.plugins["macros"]
    with pytest.raises(PluginError, match="the settings need the plugin 'macros' with the options module_name: macros"):
        events.begin(config)
    events.fail()


@pytest.mark.parametrize(
    ("option", "value"), [("on_undefined", "keep"), ("on_error_fail", False), ("module_name", "main")]
)
def test_a_wrong_call_can_never_be_published(config: MkDocsConfig, option: str, value: object) -> None:
    config.plugins["macros"].config[option] = value
    with pytest.raises(PluginError, match="on_error_fail: true, on_undefined: strict"):
        events.begin(config)
    events.fail()


def test_without_our_hook_the_macros_say_what_is_missing(config: MkDocsConfig) -> None:
    with pytest.raises(PluginError, match=r"the settings need 'hooks: \[macros/hooks\.py\]', which creates the pages"):
        events.build_of(config)


def test_after_a_failed_build_the_garbage_collector_is_on_again(config: MkDocsConfig) -> None:
    config.extra["guide"] = "nowhere.yml"
    with pytest.raises(PluginError, match=r"nowhere\.yml:1: cannot be read"):
        events.begin(config)
    assert not gc.isenabled()
    config.plugins.on_build_error(error=PluginError("the build failed"))
    assert gc.isenabled()


def clinic_of(folder: Path) -> Path:
    """Write settings and data in *folder* that name files which are not there; return the settings."""
    text = HAND.read_text(encoding="utf-8")
    media = "    media: {file: own/NAME.jpg, alt: A hand., author: Jo, licence: CC0.}\n    kind:"
    for name in ("one", "two"):
        text = text.replace("\n    kind:", "\n" + media.replace("NAME", name).replace("kind:", "KIND:"), 1)
    (folder / "hand.yml").write_text(text.replace("KIND:", "kind:"), encoding="utf-8")
    settings = folder / "mkdocs.yml"
    extra = "extra:\n  guide: hand.yml\n  clinic:\n    name: Harbour\n    logo: own/logo.png\n"
    settings.write_text(extra, encoding="utf-8")
    (folder / "docs").mkdir()
    return settings


def test_every_photo_and_logo_that_is_not_there_is_reported_at_once_with_its_line(tmp_path: Path) -> None:
    settings = clinic_of(tmp_path)
    lines = (tmp_path / "hand.yml").read_text(encoding="utf-8").splitlines()
    one, two = (1 + next(n for n, line in enumerate(lines) if f"own/{name}.jpg" in line) for name in ("one", "two"))
    expected = [
        f"hand.yml:{one}: exercises.fist.media.file: there is no docs/own/one.jpg; put the file there",
        f"hand.yml:{two}: exercises.spread.media.file: there is no docs/own/two.jpg; put the file there",
        "mkdocs.yml:5: extra.clinic.logo: there is no docs/own/logo.png; put the file there",
    ]
    assert [str(mistake) for mistake in check_settings(settings)] == expected
    extra = {"guide": "hand.yml", "clinic": {"name": "Harbour", "logo": "own/logo.png"}}
    with pytest.raises(GuideError) as caught:
        build_from(settings, extra, "", tmp_path / "docs")
    assert str(caught.value).splitlines()[1:] == expected


@pytest.mark.parametrize("value", ["x", "", "-1", "1e9", "99999999999", "١٢"])
def test_a_wrong_moment_of_the_environment_is_named(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(EnvironmentValueError, match=f"^SOURCE_DATE_EPOCH is '{value}'; allowed: seconds since 1970"):
        last_change(date(2026, 11, 22))


def test_a_given_moment_is_the_time_of_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    assert last_change(date(2027, 1, 1)) == datetime(2026, 11, 22, tzinfo=UTC)


def test_the_time_of_change_is_the_last_day_that_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert last_change(date(2026, 11, 22), date(2026, 12, 1)) == datetime(2026, 12, 1, tzinfo=UTC)


def check(*words: str) -> subprocess.CompletedProcess[str]:
    """Run the command line."""
    command = [sys.executable, "-m", "macros", *words]
    return subprocess.run(command, cwd=ROOT, env=dict(os.environ), check=False, capture_output=True, text=True)


def test_the_command_line_lists_its_commands_and_checks_the_data(tmp_path: Path) -> None:
    assert {"build", "serve", "check", "check-sources", "schema", "pictures"} <= set(check("--help").stdout.split())
    good = check("check", str(HAND))
    assert (good.returncode, good.stderr) == (0, "")
    assert good.stdout.endswith("2 exercises, 2 programmes, no mistake\n")
    file = tmp_path / "bad.yml"
    file.write_text(HAND.read_text(encoding="utf-8").replace("sets: 3", "sets: yes", 1), encoding="utf-8")
    bad = check("check", str(file))
    assert bad.returncode == 1
    assert "'yes' is not a whole number" in bad.stderr


def test_an_impossible_date_in_the_settings_is_named_with_its_line(tmp_path: Path) -> None:
    settings = tmp_path / "own.yml"
    settings.write_text(f"INHERIT: {ROOT / 'mkdocs.yml'}\nextra:\n  clinic:\n    course: {{start: 2026-02-30}}\n")
    bad = check("check", str(HAND), "--settings", str(settings))
    assert bad.returncode == 1
    assert "own.yml:4: " in bad.stderr
    assert "2026-02-30" in bad.stderr
    assert "Traceback" not in bad.stderr
