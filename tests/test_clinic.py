"""A clinic's own settings: its name on every page and sheet, and its country's numbers alone where help is called."""

import pytest

from tests.sites import HOST, SUBPATH, Site, guide


def text(site: Site, address: str) -> str:
    """Return a page as written."""
    return (site.folder / address / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("address", ["", "exercises/short-foot", "schedule/week-1", "evidence"])
def test_every_page_has_the_clinics_name_phone_and_address(hosted: Site, address: str) -> None:
    page = text(hosted, address)
    for own in ("Feet from Harbour", HOST.name, HOST.phone, HOST.url):
        assert own
        assert own in page


def test_the_sheet_has_the_clinics_name_and_the_pages_address(hosted: Site) -> None:
    sheet = text(hosted, "schedule/week-1").split('<div class="week-sheet">')[1]
    assert "Harbour Physiotherapy" in sheet
    assert "01632 960 123" in sheet
    assert 'src="../../own/logo.png"' in sheet
    assert f"{SUBPATH}schedule/week-1/" in sheet


@pytest.mark.parametrize("address", ["exercises/short-foot", "schedule/week-1"])
def test_the_stop_rules_call_the_clinics_country_and_name_it(hosted: Site, address: str) -> None:
    box = text(hosted, address).split('<aside class="stop"')[1].split("</aside>")[0]
    country = next(place for place in guide("foot").safety.countries if place.id == "new-zealand")
    assert country.emergency in box
    assert "New Zealand" in box
    assert "999" not in box
