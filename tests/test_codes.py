"""QR codes on prints: each leads to the page it stands on; where the site's address is unknown there is none."""

from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser

from tests.printing import SCHEMES
from tests.sites import SUBPATH, Site, guide

FOOT = guide("foot")
ADDRESSES = [f"exercises/{exercise.id}/" for exercise in FOOT.exercises]
ADDRESSES += [f"schedule/week-{number}/" for number in range(1, len(FOOT.programme.weeks) + 1)]


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_code_on_a_print_reads_as_the_pages_address(browser: Browser, host: str, address: str) -> None:
    page = browser.new_page()
    page.goto(host + address)
    for scheme in SCHEMES:
        page.emulate_media(media="print", color_scheme=scheme)
        picture = Image.open(BytesIO(page.locator(".qr").screenshot()))
        assert [found.text for found in zxingcpp.read_barcodes(picture)] == [SUBPATH + address]
    page.close()


def test_without_the_sites_address_there_is_no_code(foot: Site) -> None:
    for address in ADDRESSES:
        assert foot.pages[address].all("span", "qr") == []
