"""The two ZIPs for whoever puts the guide up: what is in them, that they work as unpacked, and that they come out alike."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from macros.data.load import load
from macros.publishing.notice import REDISTRIBUTED, notice
from macros.publishing.read_me import read_me
from macros.publishing.source import files
from tests.axe import violations
from tests.sites import ROOT, build_once, served, wait_for

PROFILE = """INHERIT: ../../mkdocs.yml
site_name: Hands from Hill
extra:
  guide: ../../tests/data/hand.yml
  clinic: {name: Hill Hands, logo: logo.svg}
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10H0z"/></svg>'
USES = ("web", "folder")


def checkout(folder: Path) -> Path:
    """Return a copy of the project with two clinics, as somebody unpacks it: without Git, and with times of its own."""
    names = (
        *(path.name for path in ROOT.iterdir() if path.is_file()),
        "docs",
        "macros",
        "overrides",
        "tests",
        "clinics",
    )
    folder.mkdir(parents=True)
    for name in names:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(
                source, folder / name, ignore=shutil.ignore_patterns("__pycache__"), copy_function=shutil.copy
            )
        else:
            shutil.copy(source, folder / name)
    for clinic in ("hill", "rival"):
        own = folder / "clinics" / clinic
        own.mkdir()
        (own / "mkdocs.yml").write_text(PROFILE, encoding="utf-8")
        (own / "logo.svg").write_text(LOGO, encoding="utf-8")
    return folder


def make_kits(project: Path, out: Path) -> None:
    """Make both ZIPs of the clinic on the hill, without papers."""
    code = "import sys; from pathlib import Path; from macros.publishing.kit import main; "
    code += f"sys.exit(main(None, Path('clinics/hill'), Path({str(out)!r})))"
    own = {key: value for key, value in os.environ.items() if key not in {"GUIDE", "SITE_URL"}}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=project,
        env={**own, "NO_MKDOCS_2_WARNING": "1", "PAPERS": "false", "PYTHONPATH": str(project)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def kits(shared: Path) -> Path:
    """Return a folder with the ZIPs of one clone in `one`, and of another in `two`."""
    folder = shared / "kits"

    def make(staged: Path) -> None:
        for clone in ("one", "two"):
            make_kits(checkout(staged.with_suffix(f".{clone}")), staged / clone)

    build_once(folder, make)
    wait_for(folder)
    return folder


@pytest.fixture(scope="session")
def unpacked(kits: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which both ZIPs are unpacked."""
    folder = tmp_path_factory.mktemp("unpacked")
    for use in USES:
        with zipfile.ZipFile(kits / "one" / f"hill-{use}.zip") as packed:
            packed.extractall(folder / use)
    return folder


def test_another_clone_makes_the_same_bytes(kits: Path) -> None:
    for use in USES:
        first, second = (kits / clone / f"hill-{use}.zip" for clone in ("one", "two"))
        assert first.read_bytes() == second.read_bytes()
    assert sorted(file.name for file in (kits / "one").iterdir()) == ["hill-folder.zip", "hill-web.zip"]


@pytest.mark.parametrize(("use", "folder"), [("web", "website"), ("folder", "guide")])
def test_a_zip_has_a_read_me_the_licences_and_the_source(kits: Path, use: str, folder: str) -> None:
    with zipfile.ZipFile(kits / "one" / f"hill-{use}.zip") as packed:
        names = packed.namelist()
        top = [name for name in names if not name.startswith(f"{folder}/")]
        assert top == ["READ-ME.html", "LICENSE.txt", "NOTICE.txt", "source.zip"]
        assert f"{folder}/index.html" in names
        assert packed.read("LICENSE.txt") == (ROOT / "LICENSE").read_bytes()
        assert packed.testzip() is None
        assert (f"{folder}/.htaccess" in names) == (use == "web")


def test_the_source_builds_the_clinics_edition_again_and_has_nothing_of_another(unpacked: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(unpacked / "web/source.zip") as packed:
        names = packed.namelist()
        packed.extractall(tmp_path)
    clinics = {name.split("/")[1] for name in names if name.startswith("clinics/")}
    assert clinics == {"example", "hosting", "hill"}
    assert {"mkdocs.yml", "Makefile", "LICENSE", "requirements.txt", "tests/data/hand.yml"} <= set(names)
    assert not [name for name in names if "__pycache__" in name or name.startswith((".git/", "site", "build"))]
    command = [sys.executable, "-m", "macros", "check", "--settings", "clinics/hill"]
    own = {key: value for key, value in os.environ.items() if key != "GUIDE"}
    done = subprocess.run(command, cwd=tmp_path, env=own, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("2 exercises, 2 programmes, no mistake\n")


def test_the_source_of_a_profile_elsewhere_builds_too_and_leaves_out_what_is_hidden(tmp_path: Path) -> None:
    own = tmp_path / "somewhere/harbour"
    (own / ".git").mkdir(parents=True)
    (own / ".git/config").write_text("secret", encoding="utf-8")
    (own / "mkdocs.yml").write_text(f"INHERIT: {ROOT}/mkdocs.yml\nsite_name: Harbour\n", encoding="utf-8")
    found = dict(files(ROOT / "exercises.yml", own / "mkdocs.yml"))
    assert found["clinics/harbour/mkdocs.yml"] == b"INHERIT: ../../mkdocs.yml\nsite_name: Harbour\n"
    assert not [name for name in found if ".git/" in name]


def test_the_zip_for_the_web_works_below_any_address(unpacked: Path, browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "host/feet").mkdir(parents=True)
    shutil.copytree(unpacked / "web/website", tmp_path / "host/feet/guide")
    shutil.copy(tmp_path / "host/feet/guide/404.html", tmp_path / "host/404.html")
    with served(tmp_path / "host", "default-src 'self'") as at:
        context = browser.new_context(service_workers="block")
        page = context.new_page()
        failed, said = list[str](), list[str]()
        page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.goto(f"{at}feet/guide/")
        page.locator("main a[href*='exercises/']").first.click()
        page.locator("[data-search-open]").click()
        page.locator(".search__input").press_sequentially("fist")
        expect(page.locator(".search__results a").first).to_be_visible()
        assert (failed, said) == ([], [])
        context.close()


def test_the_zip_for_a_folder_opens_by_a_double_click(unpacked: Path, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked = list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.goto((unpacked / "folder/guide/index.html").as_uri())
    page.locator("main a[href*='exercises/']").first.click()
    assert page.url.endswith("/index.html")
    page.locator("[data-search-open]").click()
    page.locator(".search__input").press_sequentially("fist")
    expect(page.locator(".search__results a").first).to_be_visible()
    assert {url.partition(":")[0] for url in asked} <= {"file", "data"}
    context.close()


@pytest.mark.parametrize("use", USES)
def test_the_read_me_fits_a_phone_and_a_sheet_and_everyone_can_read_it(
    unpacked: Path, browser: Browser, use: str
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.goto((unpacked / use / "READ-ME.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.locator("li.step svg").count() == page.locator("li.step").count() >= 4
    assert violations(page) == ""
    pdf = BytesIO(page.pdf(format="A4", margin={"top": "15mm", "bottom": "15mm", "left": "15mm", "right": "15mm"}))
    assert len(PdfReader(pdf).pages) == 1
    context.close()


def test_the_read_me_loads_nothing_and_shows_names_as_text() -> None:
    guide = load(ROOT / "tests/data/hand.yml")
    hostile = guide.model_copy(
        update={"guide": guide.guide.model_copy(update={"title": "<script>1</script>{{ 7 * 7 }}"})}
    )
    for html in (read_me(hostile, "web"), read_me(hostile, "folder")):
        assert "<script" not in html
        assert "{{ 7 * 7 }}" in html
        assert not re.findall(r'(?:src|href)="', html)


def test_the_notice_names_everything_that_a_site_redistributes() -> None:
    text = notice()
    for package in REDISTRIBUTED:
        assert f"{package} {version(package)}: " in text
    assert "SIL OPEN FONT LICENSE" in text.upper()
    assert "TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION" in text
    listed = (ROOT / "requirements.in").read_text(encoding="utf-8")
    assert set(re.findall(r"^(fontpkg-[a-z-]+)", listed, re.MULTILINE)) <= set(REDISTRIBUTED)
    frames = [*(ROOT / "overrides").rglob("*.html"), *(ROOT / "macros").rglob("*.html")]
    icons = {found for file in frames for found in re.findall(r"\.icons/(\w+)/", file.read_text(encoding="utf-8"))}
    assert icons <= {"material"}
