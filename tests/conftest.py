"""What tests share: the sites, each built once in a run, a web server for them, and a browser."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser import CHROMIUM, FLAGS
from tests.readers import Opens
from tests.sites import GUIDES, Site, build, build_hosted, build_once, guide, served, wait_for

settings.register_profile("untimed", deadline=None)  # machines are busy; speed is in make bench
settings.load_profile("untimed")

SLOW = frozenset(
    {
        "browser",
        "opens",
        "window",
        "edition",
        "kits",
        "sites",
        "foot",
        "hosted",
        "server",
        "host",
        "project",
        "preview",
        "harmless",
        "harmed",
    }
)
"""Fixtures that need a browser or a whole build; `make test-quick` leaves out what uses them."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is slow, so that it need not be marked by hand."""
    for item in items:
        if isinstance(item, pytest.Function) and SLOW & set(item.fixturenames):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of this run that all workers share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def sites(shared: Path, request: pytest.FixtureRequest) -> dict[str, Site]:
    """Return the built site of every guide; one worker builds the next site while another is at the first."""
    for name in GUIDES:
        build_once(shared / name, partial(build, name))
    if any(isinstance(item, pytest.Function) and "hosted" in item.fixturenames for item in request.session.items):
        build_once(shared / "hosted", build_hosted)
    for name in GUIDES:
        wait_for(shared / name)
    return {name: Site(name, shared / name, guide(name)) for name in GUIDES}


@pytest.fixture(scope="session")
def foot(sites: dict[str, Site]) -> Site:
    """Return the site that is shipped."""
    return sites["foot"]


@pytest.fixture(scope="session")
def hosted(shared: Path) -> Site:
    """Return the same guide as a clinic hosts it: under a sub-path, with its name, logo, country and course."""
    build_once(shared / "hosted", build_hosted)
    wait_for(shared / "hosted")
    return Site("foot", shared / "hosted", guide("foot"))


@pytest.fixture(scope="session")
def host(hosted: Site) -> Iterator[str]:
    """Serve the site that a clinic hosts."""
    with served(hosted.folder) as address:
        yield address


@pytest.fixture(scope="session")
def server(foot: Site) -> Iterator[str]:
    """Serve the site that is shipped."""
    with served(foot.folder) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start a browser, once for each worker."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM.path(), args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture
def opens(browser: Browser) -> Iterator[Opens]:
    """Return what opens a page in a fresh browser: nothing is kept from another."""
    contexts: list[BrowserContext] = []

    def fresh(**options: Any) -> Page:
        contexts.append(browser.new_context(reduced_motion="reduce", **options))
        return contexts[-1].new_page()

    yield fresh
    for context in contexts:
        context.close()
