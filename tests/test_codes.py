"""QR codes: where the site's address is unknown there is none. tests/test_print.py reads them from the prints."""

from tests.sites import Site, guide

FOOT = guide("foot")
ADDRESSES = [f"exercises/{exercise.id}/" for exercise in FOOT.exercises]
ADDRESSES += [f"schedule/week-{number}/" for number in range(1, len(FOOT.programme.weeks) + 1)]


def test_without_the_sites_address_there_is_no_code(foot: Site) -> None:
    for address in ADDRESSES:
        assert foot.pages[address].all("span", "qr") == []
