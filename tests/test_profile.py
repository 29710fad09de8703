"""A clinic's profile: what it may change and what it may not, its colours, its own files, and the example clinic."""

import re
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PIL import Image
from playwright.sync_api import Browser
from pydantic import ValidationError
from pypdfium2 import PdfDocument

from macros import addresses
from macros.assets import brand_rules
from macros.data import messages
from macros.data.model.brand import GROUNDS, Brand, Scheme
from macros.data.settings import check_settings, guide_named, settings
from macros.edition import Edition
from macros.papers.make import Papers
from macros.pictures import Pictures
from macros.publishing.profile import profile_file, profile_name
from tests.axe import violations
from tests.printing import PAPERS, SCHEMES, Paper
from tests.sites import GUIDES, ROOT, Site, guide, served
from tests.test_builds import PATIENCE, copy_project, start
from tests.test_figures import contrast
from tests.test_tokens import COLOURS

BOOKING = "https://harbour.example/book/"
EXAMPLE = ROOT / "clinics/example/mkdocs.yml"
HOSTILE = '<script>alert(1)</script> {{ 7*7 }} {% raw %} <b>"x"</b>'
SHOWN = 5
"""Times that it is on each page at least: name, phone, address, line of its own, licence; the site's name is one more."""

TEXT, CONTROL = 4.5, 3.0
"""Least contrast of text and of controls, WCAG 2.2 AA."""

PALETTES: dict[str, dict[str, str]] = {
    "navy": {"main": "#1f4e8c", "accent": "#b3446c"},
    "plum": {"main": "#6a1b6d"},
    "red": {"main": "#b3122b", "accent": "#00776b", "dark": "#ff9aa5"},
    "black": {"main": "#000000"},
    "green": {"main": "#0b6b2e", "accent": "#7a5c00"},
}


def profile(folder: Path, text: str, *, data: Path = GUIDES["hand"]) -> Path:
    """Write a profile with *text* into *folder*, on top of the guide's own settings; return its file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "mkdocs.yml"
    own = "" if "guide:" in text or "extra:" in text else f"extra: {{guide: {data}}}\n"
    file.write_text(f"INHERIT: {ROOT / 'mkdocs.yml'}\n{text}\n{own}", encoding="utf-8")
    return file


def problems(file: Path) -> list[str]:
    """Return the mistakes in a profile, each without the name of its file."""
    return [str(mistake).removeprefix(f"{file.name}:") for mistake in check_settings(file)]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "use_directory_urls: false",
            (
                "use_directory_urls: addresses of the guide end in a slash, and never change; for a folder that is opened by a "
                "double click, say 'folder: true' under extra"
            ),
        ),
        ("copyright: Us", "copyright: is shown nowhere; say extra.clinic.footer, or extra.clinic.licence"),
        ("theme: {logo: a.svg}", "theme.logo: is shown nowhere; say extra.clinic.logo"),
        ("theme: {favicon: a.ico}", "theme.favicon: is not the way here; say extra.clinic.favicon"),
        (
            "theme: {palette: {primary: teal}}",
            "theme.palette: takes the switch between light and dark colours away; say extra.clinic.colours",
        ),
        (
            "theme: {palette: [{scheme: light}]}",
            "theme.palette: takes the switch between light and dark colours away; say extra.clinic.colours",
        ),
        ("theme: {name: readthedocs}", "theme.name: cannot be changed; the frame of the guide is its own"),
        ("theme: {custom_dir: own}", "theme.custom_dir: cannot be changed; the frame of the guide is its own"),
        (
            "theme: {langauge: de}",
            "theme.langauge: unknown key 'langauge'; did you mean 'language'?; allowed: language, direction",
        ),
        ("clinic: {name: Us}", "clinic: belongs under extra: write it as extra.clinic"),
        ("phone: 1", "phone: belongs under extra: write it as extra.clinic.phone"),
        ("plugins: [search]", "plugins: belongs to the guide; its pages would be empty"),
        ("hooks: [own.py]", "hooks: belongs to the guide; they make its pages"),
        ("markdown_extensions: [toc]", "markdown_extensions: belongs to the guide; its pages rest on it"),
        ("nav: [index.md]", "nav: is made from the data"),
        ("docs_dir: own", "docs_dir: belongs to the guide; own files are in the folder of this file"),
        ("strict: false", "strict: belongs to the guide; a warning has to end the build"),
        ("site_name: No", 'site_name: put it in quotes, or it is not read as text: site_name: "No"'),
        ("site_name: [Feet]", "site_name: is not one line of text; allowed: text"),
        (
            "site_url: feet.example",
            "site_url: 'feet.example' is not a web address that starts with https:// or http://",
        ),
        (
            "sitename: Feet",
            (
                "sitename: cannot be changed here; did you mean 'site_name'?; allowed: INHERIT, site_name, site_url, "
                "site_description, repo_url, theme, extra, extra_css, extra_javascript"
            ),
        ),
        (
            "extra: {clinc: {}}",
            "extra.clinc: unknown key 'clinc'; did you mean 'clinic'?; allowed: clinic, guide, papers, folder, kit",
        ),
        (
            "extra: {on_demand: {}}",
            "extra.on_demand: unknown key 'on_demand'; allowed: clinic, guide, papers, folder, kit",
        ),
        ("extra_css: [none.css]", "extra_css.1: there is no none.css; put the file there"),
        ("extra_css: none.css", "extra_css: is not a list; write each file in a line of its own, after a '-'"),
        (
            "extra_css: ['https://cdn.example/a.css']",
            "extra_css.1: 'https://cdn.example/a.css' is on another host; save the file next to mkdocs.yml",
        ),
        (
            "extra_javascript: [{defer: true}]",
            "extra_javascript.1: names no file; allowed: a path, or a map with the key 'path'",
        ),
        ("extra_javascript: [{path: none.js}]", "extra_javascript.1: there is no none.js; put the file there"),
        ("extra: {clinic: {logo: none.svg}}", "extra.clinic.logo: there is no none.svg; put the file there"),
        (
            'extra: {clinic: {colours: {main: "#ffd200"}}}',
            (
                "extra.clinic.colours.main: '#ffd200' has a contrast of 1.25 on light pages; allowed: 4.5 or more (WCAG 2.2 AA); "
                "the nearest that passes is '#826a07'"
            ),
        ),
        (
            "extra: {clinic: {colours: {main: teal}}}",
            "extra.clinic.colours.main: 'teal' is not a colour like \"#1d6b78\": # and six digits from 0 to 9 and a to f",
        ),
        (
            "extra: {clinic: {country: germany}}",
            "extra.clinic.country: no country 'germany'{near}; allowed: {countries}",
        ),
        ("extra: {clinic: {country: England}}", "extra.clinic.country: no country 'England'; did you mean 'england'?"),
    ],
)
def test_what_breaks_the_guide_is_refused_with_its_line_and_the_right_way(
    tmp_path: Path, text: str, problem: str
) -> None:
    file = profile(tmp_path / "clinic", text)
    known = sorted(country.id for country in guide("foot").safety.countries)
    near = messages.did_you_mean("germany", known)
    wanted = problem.replace("{near}", near).replace("{countries}", ", ".join(known))
    (found,) = problems(file)
    assert found.startswith(f"2: {wanted}")


def test_every_mistake_is_reported_at_once_with_the_profile_s_own_name_and_nothing_is_written(tmp_path: Path) -> None:
    text = """site_name: No
use_directory_urls: false
extra_css:
  - ours.css
  - own.css
extra:
  clinic:
    phone: 01632 960 123
    fone: 1
    logo: logo.svg
    country: germany
    colours: {main: "#ffd200", accent: "#eeeeee", dark: "#112233"}
    footer: [Fine, ""]"""
    file = profile(tmp_path / "harbour-of-mistakes", text)
    (file.parent / "own.css").write_text("a { background: url(pictures/none.png) }", encoding="utf-8")
    before = sorted(path.name for path in ROOT.iterdir())
    command = [sys.executable, "-m", "macros", "build", "--settings", str(file.parent)]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("mkdocs.yml cannot be used, 11 mistakes:\n")
    assert "Traceback" not in done.stderr
    name = re.escape(f"{file.parent.name}/mkdocs.yml")
    lines = [int(line) for line in re.findall(rf"{name}:(\d+): ", done.stderr)]
    assert lines == [2, 3, 5, 6, 10, 11, 12, 13, 13, 13, 14]
    assert sorted(path.name for path in ROOT.iterdir()) == before
    checked = subprocess.run(
        [*command[:3], "check", *command[4:]], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert checked.returncode == 1
    assert checked.stderr.splitlines() == done.stderr.splitlines()[1:]


def test_a_profile_has_to_build_on_the_guide(tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text("site_name: Alone\n", encoding="utf-8")
    command = [sys.executable, "-m", "macros", "check", "--settings", str(file)]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert f"mkdocs.yml:1: does not build on the guide; begin it with the line 'INHERIT: {'../' * 2}" in done.stderr


@pytest.mark.parametrize(
    ("content", "name", "problem"),
    [
        (b"BM\x00\x00", "logo.png", "logo.png is not PNG inside; save it again as png"),
        (b"\x89PNG\r\n", "logo.jpg", "logo.jpg is not JPG inside; save it again as jpg"),
        (b"<html></html>", "logo.svg", "logo.svg is not SVG inside; save it again as svg"),
    ],
)
def test_a_picture_that_is_not_what_its_name_says_is_refused(
    tmp_path: Path, content: bytes, name: str, problem: str
) -> None:
    file = profile(tmp_path / "clinic", f"extra: {{clinic: {{logo: {name}}}}}")
    (file.parent / name).write_bytes(content)
    assert problems(file) == [f"2: extra.clinic.logo: {problem}"]


@pytest.mark.parametrize(
    ("rule", "problem"),
    [
        ("src: url(fonts/a.woff2)", "there is no fonts/a.woff2; put the file there"),
        ("src: url('../../a.woff2?v=1')", "'../../a.woff2' is not in this folder; put the file there"),
        ("src: url(//cdn.example/a)", "own.css loads '//cdn.example/a' from another host; save the file next to it"),
    ],
)
def test_a_style_sheet_of_a_clinic_names_files_of_its_folder_alone(tmp_path: Path, rule: str, problem: str) -> None:
    file = profile(tmp_path / "clinic", "extra_css: [own.css]")
    (file.parent / "own.css").write_text(f"@font-face {{ {rule} }}", encoding="utf-8")
    assert problems(file) == [f"2: extra_css.1: {problem}"]


def test_the_language_of_the_frame_can_be_changed(tmp_path: Path) -> None:
    assert problems(profile(tmp_path, "theme: {language: de}")) == []


def test_a_profile_is_named_by_its_folder_or_by_its_file(tmp_path: Path) -> None:
    assert profile_file(EXAMPLE.parent) == profile_file(EXAMPLE) == EXAMPLE
    assert profile_file(ROOT) is profile_file(ROOT / "mkdocs.yml") is None
    assert (profile_name(EXAMPLE), profile_name(tmp_path / "harbour.yml")) == ("example", "harbour")


def test_the_data_file_is_seen_from_the_profile_that_names_it_and_guide_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GUIDE", raising=False)
    file = profile(tmp_path, "extra: {guide: own.yml}")
    assert guide_named(file) == tmp_path / "own.yml"
    assert guide_named(EXAMPLE) == ROOT / "exercises.yml"
    monkeypatch.setenv("GUIDE", "tests/data/hand.yml")
    assert guide_named(file) == guide_named(EXAMPLE) == GUIDES["hand"]


def test_the_backgrounds_of_the_check_are_those_of_the_pages() -> None:
    for scheme in SCHEMES:
        grounds = tuple(COLOURS[name][scheme] for name in ("paper", "mist", "stop-background"))
        assert grounds == GROUNDS[scheme]


def tokens(brand: Brand, scheme: Scheme) -> dict[str, str]:
    """Return the colours that a page has with a *brand*: its rules, over those of tokens.css."""
    rules = re.findall(r"--([\w-]+):var\(--if-light,(#\w+)\) var\(--if-dark,(#\w+)\)", brand_rules(brand))
    own = {name: {"light": light, "dark": dark}[scheme] for name, light, dark in rules}
    assert own.keys() == {"teal", "teal-mist", "accent"}
    return {name: colours[scheme] for name, colours in COLOURS.items()} | own


def faint(brand: Brand) -> list[str]:
    """Return what is hard to see on pages with a *brand*."""
    found = []
    for scheme in SCHEMES:
        has = tokens(brand, scheme)
        grounds = [has[name] for name in ("paper", "mist", "teal-mist", "stop-background")]
        found += [f"text {scheme} {ground}" for ground in grounds if contrast(has["teal"], ground) < TEXT]
        found += [f"accent {scheme} {ground}" for ground in grounds if contrast(has["accent"], ground) < CONTROL]
        found += [f"ink {scheme}"] if contrast(has["ink"], has["teal-mist"]) < TEXT else []
    return found


@pytest.mark.parametrize("name", PALETTES)
def test_brand_colours_have_contrast_enough_in_light_and_in_dark(name: str) -> None:
    assert faint(Brand.model_validate(PALETTES[name])) == []


hexes = some.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(main=hexes, accent=hexes, dark=some.none() | hexes)
def test_any_colour_passes_or_the_nearest_that_is_named_does(main: str, accent: str, dark: str | None) -> None:
    colours = {"main": main, "accent": accent, "dark": dark}
    for _ in range(2):
        try:
            assert faint(Brand.model_validate(colours)) == []
        except ValidationError as error:
            refused = {str(detail.path[0]): detail.what for detail in messages.details(error, Brand)}
            colours |= {key: what.split("'")[-2] for key, what in refused.items()}
    assert faint(Brand.model_validate(colours)) == []


def test_a_brand_changes_no_colour_of_what_is_urgent() -> None:
    brand = Brand.model_validate(PALETTES["red"])
    for scheme in SCHEMES:
        changed = tokens(brand, scheme)
        assert {name for name in changed if changed[name] != COLOURS[name][scheme]} <= {"teal", "teal-mist", "accent"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project with the sites of three clinics, all built at once."""
    folder = copy_project(tmp_path_factory.mktemp("clinics") / "guide")
    one = f"""site_name: {HOSTILE!r}
extra:
  guide: ../../tests/data/hand.yml
  clinic:
    name: {HOSTILE!r}
    phone: {HOSTILE!r}
    urgent: {HOSTILE!r}
    address: [{HOSTILE!r}]
    licence: {HOSTILE!r}
    footer: [{HOSTILE!r}]
    logo: one logo.png"""
    two = """extra_css: [looks/own.css]
extra_javascript: [{path: own.js, defer: true}]
extra:
  guide: ../../tests/data/hand.yml
  clinic: {name: Two, logo: two.jpg, favicon: two.png, colours: {main: "#6a1b6d"}}"""
    for name, text in (("one", one), ("two", two)):
        file = profile(folder / "clinics" / name, text)
        file.write_text(file.read_text("utf-8").replace(str(ROOT / "mkdocs.yml"), "../../mkdocs.yml"), encoding="utf-8")
    Image.new("L", (400, 130), 90).save(folder / "clinics/one/one logo.png")
    Image.new("L", (400, 130), 90).save(folder / "clinics/two/two.jpg")
    Image.new("L", (32, 32), 90).save(folder / "clinics/two/two.png")
    (folder / "clinics/two/looks").mkdir()
    (folder / "clinics/two/looks/own.css").write_text(".own{background:url(../ground.png)}", encoding="utf-8")
    Image.new("L", (8, 8), 90).save(folder / "clinics/two/ground.png")
    (folder / "clinics/two/own.js").write_text('document.body.dataset.two = "here";', encoding="utf-8")
    builds = [start(folder, "site", f"PROFILE=clinics/{name}", data="") for name in ("example", "one", "two")]
    for build in builds:
        output, _ = build.communicate(timeout=PATIENCE * 2)
        assert build.returncode == 0, output
    return folder


def owned(project: Path, name: str) -> set[str]:
    """Return the clinic's own files on its site."""
    site = project / f"site-{name}"
    return {file.relative_to(site / "assets/clinic").as_posix() for file in (site / "assets/clinic").rglob("*.*")}


def test_each_site_has_its_own_files_alone_and_nothing_is_left_behind(project: Path) -> None:
    assert owned(project, "example") == {"logo.svg", "icon.svg"}
    assert owned(project, "one") == {"one logo.png"}
    assert owned(project, "two") == {"two.jpg", "two.png", "ground.png"}
    assert list(project.glob(".site-*.yml")) == []


def style_of(project: Path, name: str) -> str:
    """Return the style sheet of a clinic's pages."""
    (file,) = (project / f"site-{name}/assets/css").glob("guide-*.css")
    return file.read_text(encoding="utf-8")


def test_own_style_sheets_and_scripts_follow_the_guides_own(project: Path) -> None:
    style = style_of(project, "two")
    assert style.index("--stop-edge") < style.index("#6a1b6d") < style.index(".own{")
    assert 'url("../clinic/ground.png")' in style or "url(../clinic/ground.png)" in style
    (script,) = (project / "site-two/assets/js").glob("guide-*.js")
    text = script.read_text(encoding="utf-8")
    assert text.index("guide-colours") < text.index("dataset.two")
    assert ".own{" not in style_of(project, "one")


@pytest.mark.parametrize("address", ["", "exercises/fist/", "schedule/week-1/", "safety/", "404.html"])
def test_hostile_text_is_shown_as_it_is_written(project: Path, address: str) -> None:
    pages = Site("hand", project / "site-one", guide("hand")).pages
    page = pages[address]
    assert page.errors == []
    assert "alert(1)" not in [script.text for script in page.all("script")]
    assert '"x"' not in [bold.text for bold in page.all("b")]
    assert page.text.count(" ".join(HOSTILE.split())) >= SHOWN


def test_logo_and_icon_are_on_every_page(project: Path) -> None:
    site = Site("foot", project / "site-example", guide("foot"))
    for address, page in site.pages.items():
        logo = page.one("img", "guide-bar__logo")
        assert logo.get("alt") == "Harbour Physiotherapy"
        assert page.target(str(logo.get("src")))[0] == "assets/clinic/logo.svg"
        (icon,) = [link for link in page.all("link") if link.get("rel") == "icon"]
        assert page.target(str(icon.get("href")))[0] == "assets/clinic/icon.svg", address
    assert not (site.folder / "assets/images").exists()


def test_every_page_has_the_contact_the_booking_link_and_the_clinics_own_foot(project: Path) -> None:
    for page in Site("foot", project / "site-example", guide("foot")).pages.values():
        foot = page.one("footer", "guide-foot")
        text = " ".join("".join(foot.itertext()).split())
        for own in ("Harbour Physiotherapy", "01632 960 123", "1 Quay Street, Harbourton", "Our physios are"):
            assert own in text
        assert BOOKING in [link.get("href") for link in foot.iter("a")]


def test_the_clinics_urgent_words_follow_the_countrys_and_no_number_goes(project: Path) -> None:
    page = Site("foot", project / "site-example", guide("foot")).pages[addresses.SAFETY]
    safety = guide("foot").safety
    england = next(country for country in safety.countries if country.id == "england")
    own = "Harbour Physiotherapy: Call our physio line on 01632 960 124"
    cards = [card for card in safety.cards if card.grade == "urgent"]
    assert page.text.count(own) == len(cards) + 1  # and once in the list of countries
    assert page.text.count(f"England: {england.urgent} {own}") == len(cards)
    for country in safety.countries:
        assert country.emergency in page.text
        assert country.urgent in page.text


def test_the_example_has_few_lines_and_uses_what_a_clinic_wants() -> None:
    assert len(EXAMPLE.read_text(encoding="utf-8").splitlines()) <= 18
    assert check_settings(EXAMPLE, ROOT) == []


def colours_of(picture: Image.Image) -> set[object]:
    """Return every colour in *picture*."""
    return {colour for _, colour in picture.getcolors(picture.width * picture.height) or []}


def test_papers_have_the_logo_the_colour_and_the_address_of_the_profile() -> None:
    read = settings(EXAMPLE, {"guide": str(ROOT / "exercises.yml")}, ROOT / "docs")
    clinic = read.clinic.model_copy(update={"colours": Brand(main="#0b6b2e")})  # which the logo lacks
    edition = Edition(read.guide, clinic, "https://feet.harbour.example/", ROOT / "docs", own_files=read.own_files)
    papers = Papers(edition, Pictures(read.guide))
    wanted = {"reverse-tandem-gait", "vele-forward-lean"}  # the fullest
    handouts = [paper for paper in papers.all() if paper.kind.name == "handout" and paper.about in wanted]
    small = [paper for paper in handouts if not paper.large]
    assert len(small) == len(wanted) * 2
    for paper in small:
        content = papers.file(paper).read_bytes()
        printed = Paper(content)
        assert printed.sheets == 2  # the two sides of one
        assert printed.lacks("Harbour Physiotherapy", "01632 960 123", "1 Quay Street, Harbourton", BOOKING) == []
        with PdfDocument(content) as document:
            picture = document[0].render(scale=3).to_pil().convert("RGB")
        width, height = picture.size
        title = colours_of(picture.crop((0, 0, width // 2, height // 9)))
        logo = colours_of(picture.crop((width // 2, 0, width, height // 9)))
        foot = colours_of(picture.crop((0, height * 8 // 9, width, height)))
        assert (0x0B, 0x6B, 0x2E) in title & foot
        assert {(0x1F, 0x4E, 0x8C), (0xB3, 0x44, 0x6C)} <= logo


def test_the_pages_of_the_example_pass_axe_in_light_and_dark(project: Path, browser: Browser) -> None:
    with served(project / "site-example") as address:
        for scheme, width in product(SCHEMES, (390, 1280)):
            page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 900})
            for way in ("", "exercises/short-foot/", "safety/", "schedule/week-1/", "plan/"):
                page.goto(address + way)
                assert violations(page) == "", (scheme, width, way)
                assert page.evaluate("document.documentElement.scrollWidth") <= width
            page.close()


def test_a_week_of_the_example_prints_on_one_sheet_with_its_logo(project: Path, browser: Browser) -> None:
    with served(project / "site-example") as address:
        page = browser.new_page()
        page.goto(f"{address}schedule/week-1/")
        logo = page.locator(".week-sheet__clinic img")
        button = page.get_by_role("link", name="Book an appointment").first
        assert (logo.is_visible(), button.get_attribute("href")) == (False, BOOKING)  # the logo is in the bar
        page.emulate_media(media="print")
        assert (logo.is_visible(), button.is_visible()) == (True, False)
        for paper in PAPERS:
            printed = Paper(page.pdf(format=paper))
            assert printed.sheets == 1
            assert printed.lacks("Harbour Physiotherapy", "1 Quay Street, Harbourton", BOOKING) == []
        page.close()
