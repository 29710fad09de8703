"""A clinic's own settings: its name on every page and sheet, and its country's numbers alone where help is called."""

import os
import shutil
import subprocess
import sys

import pytest
from PIL import Image

from tests.sites import ROOT, Site, guide

SETTINGS = """
INHERIT: mkdocs.yml
site_name: Feet from Harbour
site_url: https://harbour.example/feet/
extra:
  clinic: {name: Harbour Physiotherapy, phone: 01632 960 123, url: "https://harbour.example/", country: new-zealand,
           logo: own/logo.png}
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of a clinic in New Zealand, built from a project of its own with one file added."""
    folder = tmp_path_factory.mktemp("clinic")
    for name in ("macros", "overrides", "mkdocs.yml", "exercises.yml"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "docs", folder / "docs")
    (folder / "docs/own").mkdir()
    Image.new("L", (400, 130), 90).save(folder / "docs/own/logo.png")
    (folder / "harbour.yml").write_text(SETTINGS, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(folder / "harbour.yml")]
    environment = {key: value for key, value in os.environ.items() if key not in {"GUIDE", "SITE_URL"}}
    done = subprocess.run(
        command,
        env={**environment, "NO_MKDOCS_2_WARNING": "1", "PAPERS": "false"},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return Site("foot", folder / "site", guide("foot"))


def text(site: Site, address: str) -> str:
    """Return a page as written."""
    return (site.folder / address / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("address", ["", "exercises/short-foot", "schedule/week-1", "evidence"])
def test_every_page_has_the_clinics_name_phone_and_address(harbour: Site, address: str) -> None:
    page = text(harbour, address)
    for own in ("Feet from Harbour", "Harbour Physiotherapy", "01632 960 123", "https://harbour.example/"):
        assert own in page


def test_the_sheet_has_the_clinics_name_and_the_pages_address(harbour: Site) -> None:
    sheet = text(harbour, "schedule/week-1").split('<div class="week-sheet">')[1]
    assert "Harbour Physiotherapy" in sheet
    assert "01632 960 123" in sheet
    assert 'src="../../own/logo.png"' in sheet
    assert "https://harbour.example/feet/schedule/week-1/" in sheet


@pytest.mark.parametrize("address", ["exercises/short-foot", "schedule/week-1"])
def test_the_stop_rules_call_the_clinics_country_and_name_it(harbour: Site, address: str) -> None:
    box = text(harbour, address).split('<aside class="stop"')[1].split("</aside>")[0]
    country = next(place for place in guide("foot").safety.countries if place.id == "new-zealand")
    assert country.emergency in box
    assert "New Zealand" in box
    assert guide("foot").safety.anywhere.emergency not in box
