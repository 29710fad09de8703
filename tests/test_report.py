"""A reader who finds an error can say so, where the host wants to hear it."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from macros.data.model.clinic import Clinic
from macros.edition import Edition
from macros.pages.report import report_link
from tests.sites import Site, guide, text_of

SITE = "https://clinic.example/hand/"


def edition(report: str | None, site: str = SITE) -> Edition:
    """Return an edition of the small guide whose host is told about errors at *report*."""
    return Edition(guide("hand"), Clinic(report=report), site)


def test_an_e_mail_has_the_page_and_the_version() -> None:
    link = report_link(edition("feet@clinic.example"), "exercises/fist/")
    assert link
    assert link.startswith(
        "mailto:feet@clinic.example?subject=Hand%20Guide%2C%20version%200.1.0%2C%2022%20November%202026"
    )
    assert unquote(link).endswith(f"body=The page: {SITE}exercises/fist/")


@pytest.mark.parametrize("address", ["https://clinic.example/report", "https://clinic.example/report?form=3"])
def test_a_web_address_gets_the_page_and_the_version(address: str) -> None:
    link = report_link(edition(address), "safety/")
    assert link
    assert link.startswith(address)
    fields = parse_qs(urlsplit(link).query)
    assert (fields["page"], fields["version"]) == ([f"{SITE}safety/"], ["0.1.0"])


def test_the_page_is_named_where_the_site_does_not_know_its_address() -> None:
    link = report_link(edition("feet@clinic.example", ""), "safety/")
    assert link
    assert unquote(link).endswith("The page: /safety/")


def test_without_a_contact_there_is_no_link(foot: Site) -> None:
    assert report_link(edition(None), "safety/") is None
    for page in foot.pages.values():
        assert "Report an error" not in page.text


@pytest.mark.parametrize(
    "wrong", ["feet@clinic", "javascript:alert(1)", "a b@clinic.example", "feet@clinic.example?cc=x"]
)
def test_only_an_e_mail_or_a_web_address_is_a_contact(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"is not (an e-mail address|a web address)"):
        Clinic(report=wrong)


def test_the_link_is_in_the_foot_of_every_page(hosted: Site) -> None:
    for page in hosted.pages.values():
        links = [link for link in page.one("footer", "guide-foot").iter("a") if text_of(link) == "Report an error"]
        assert [page.address.removesuffix("404.html") in unquote(link.get("href", "")) for link in links] == [True]
