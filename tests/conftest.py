"""What tests share: the sites, each built once in a run, a web server for them, and a browser."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser import FLAGS, browser_path
from tests.sites import GUIDES, SUBPATH, Site, build_once, guide, served


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of this run that all workers share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def sites(shared: Path) -> dict[str, Site]:
    """Return the built site of every guide."""
    for name in GUIDES:
        build_once(name, shared / name)
    return {name: Site(name, shared / name, guide(name)) for name in GUIDES}


@pytest.fixture(scope="session")
def foot(sites: dict[str, Site]) -> Site:
    """Return the site that is shipped."""
    return sites["foot"]


@pytest.fixture(scope="session")
def subpath(shared: Path) -> Site:
    """Return the same site, built to stand under a sub-path of a clinic's address."""
    build_once("foot", shared / "subpath", SUBPATH)
    return Site("foot", shared / "subpath", guide("foot"))


@pytest.fixture(scope="session")
def server(foot: Site) -> Iterator[str]:
    """Serve the site that is shipped."""
    with served(foot.folder) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start a browser, once for each worker."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser_path(), args=list(FLAGS))
        yield started
        started.close()
