"""A link that worked once works for ever."""

import pytest

from tests.addresses import published
from tests.sites import Site


@pytest.mark.parametrize("address", published())
def test_an_address_that_was_published_still_leads_somewhere(address: str, foot: Site) -> None:
    page = foot.folder / address / "index.html"
    assert page.is_file(), f"/{address}/ is gone; keep the id, or put it under former_ids of what took its place"
