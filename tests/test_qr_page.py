"""QR codes that a page draws itself: the modules of the build's own encoder, and what a phone reads from the picture."""

import io
from collections.abc import Iterator

import pytest
import segno
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Error, Page
from segno import consts

from tests.sites import ROOT

SCRIPT = ROOT / "docs/assets/js/own/qr.js"
LINK = "https://clinic.example/feet/exercises/short-foot/#dose=1;level=2;side=left;sets=2;reps=8;hold=3;days=135;from=A"
QUIET = 4
VERSIONS = {"L": range(1, 41), "M": range(1, 21)}
"""The versions that a page draws, by level of error correction."""

CAPACITY: dict[int, dict[int, int]] = vars(consts)["SYMBOL_CAPACITY"]  # segno gives it no type
"""The bits of data in a version, by level."""

Code = list[str]
"""The rows of a code, with a digit for each module."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Open a blank page that has the encoder."""
    page = browser.new_page()
    page.evaluate("window.guide = {}")
    page.add_script_tag(path=SCRIPT)
    yield page
    page.close()


@pytest.fixture
def _padded_by_the_standard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mend what segno 1.6 does otherwise: it writes an empty codeword before the pad codewords (its issue 123)."""

    def fill_the_codeword(buffer: bytearray, _version: int, length: int) -> None:
        buffer.extend([0] * (-length % 8))

    monkeypatch.setattr("segno.encoder.write_padding_bits", fill_the_codeword)


def text_of(size: int) -> str:
    """Return a text of *size* bytes; each size has another."""
    return (f"{size}" + LINK * 30)[:size]


def room(version: int, level: str) -> int:
    """Return how many bytes a version holds after mode and count."""
    return CAPACITY[version][consts.ERROR_MAPPING[level]] // 8 - (2 if version < 10 else 3)


def codes_of_page(page: Page, texts: list[str], *levels: str) -> list[Code]:
    """Return the code that the page makes of each text, at the level that it chooses or is given."""
    rows = "guide.qr.matrix(text, levels).map((row) => row.map(Number).join(''))"
    draw = f"({{ texts, levels }}) => texts.map((text) => {rows})"
    codes: list[Code] = page.evaluate(draw, {"texts": texts, **({"levels": levels} if levels else {})})
    return codes


def code_of_build(text: str, version: int, level: str, mask: int | None = None) -> Code:
    """Return the code that the build's encoder makes of the same bytes; without a mask it chooses one."""
    code = segno.make(
        text.encode(), version=version, error=level, mask=mask, mode="byte", micro=False, boost_error=False
    )
    return ["".join(map(str, row)) for row in code.matrix]


def version_of(code: Code) -> int:
    """Return the version that a code's size tells."""
    return (len(code) - 17) // 4


def mask_of(code: Code) -> int:
    """Return the mask that a code names in its format information."""
    return int(code[8][2:5], 2) ^ 0b101


@pytest.mark.parametrize("level", VERSIONS)
def test_a_full_code_has_the_modules_of_the_builds_encoder_in_every_version(page: Page, level: str) -> None:
    texts = [text_of(room(version, level)) for version in VERSIONS[level]]
    codes = codes_of_page(page, texts, level)
    builds = [
        code_of_build(text, version, level, mask_of(code))
        for version, text, code in zip(VERSIONS[level], texts, codes, strict=True)
    ]
    assert [version for version, code, build in zip(VERSIONS[level], codes, builds, strict=True) if code != build] == []


@pytest.mark.usefixtures("_padded_by_the_standard")
def test_the_mask_is_the_one_with_the_lowest_penalty(page: Page) -> None:
    texts = [f"{number} {LINK}"[:size] for number in range(20) for size in (0, 2, 14, 40)]
    codes = codes_of_page(page, texts)
    assert codes == [code_of_build(text, version_of(code), "M") for text, code in zip(texts, codes, strict=True)]
    assert {mask_of(code) for code in codes} == set(range(8))
    assert codes_of_page(page, [text_of(1000)]) == [code_of_build(text_of(1000), 22, "L")]


@pytest.mark.parametrize(
    ("size", "version"), [(14, 1), (15, 2), (666, 20), (667, 18), (718, 18), (719, 19), (2953, 40)]
)
def test_a_text_takes_the_smallest_version_at_level_m_and_a_long_one_at_level_l(
    page: Page, size: int, version: int
) -> None:
    [code] = codes_of_page(page, [text_of(size)])
    assert version_of(code) == version


def test_a_text_that_no_version_holds_is_refused(page: Page) -> None:
    with pytest.raises(Error, match="RangeError: No QR code holds 2954 bytes"):
        page.evaluate("(text) => guide.qr(text)", text_of(2954))


SHOW = """(text) => {
    const code = guide.qr(text);
    code.setAttribute("width", 3 * code.dataset.modules);
    code.setAttribute("height", 3 * code.dataset.modules);
    document.documentElement.style.colorScheme = "dark";
    document.body.replaceChildren(code);
}"""


@pytest.mark.parametrize(
    "text",
    [
        "https://clinic.example/",
        LINK,
        f"{LINK};note=Fußgewölbe heben – 足 🦶",
        text_of(666),
        text_of(1000),
        text_of(2953),
    ],
    ids=["short", "dose", "not-ascii", "longest-of-level-m", "plan", "longest"],
)
def test_a_phone_reads_the_text_from_the_drawing_on_a_dark_page(page: Page, text: str) -> None:
    page.evaluate(SHOW, text)
    picture = Image.open(io.BytesIO(page.locator("svg").screenshot()))
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [text]


def test_the_drawing_is_black_on_white_within_its_quiet_zone(page: Page) -> None:
    page.evaluate(SHOW, LINK)
    code = page.locator("svg")
    side = int(code.get_attribute("data-modules") or 0)
    assert side == len(codes_of_page(page, [LINK])[0]) + 2 * QUIET
    assert code.get_attribute("viewBox") == f"0 0 {side} {side}"
    assert code.get_attribute("shape-rendering") == "crispEdges"
    assert code.get_attribute("role") == "img"
    parts = code.evaluate("(code) => [...code.children].map((part) => [part.localName, part.getAttribute('fill')])")
    assert parts == [["rect", "#fff"], ["path", "#000"]]
    box = "(path) => { const { x, y, width, height } = path.getBBox(); return [x, y, width, height]; }"
    assert code.locator("path").evaluate(box) == [QUIET, QUIET, side - 2 * QUIET, side - 2 * QUIET]
