"""WebKit, the engine of every browser on iPhones: driven over W3C WebDriver, on a screen of its own."""

import base64
import io
import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from pydantic import JsonValue, TypeAdapter

from tests.browser import SCREEN, WEBKIT

BOX: TypeAdapter[tuple[float, float, float, float]] = TypeAdapter(tuple[float, float, float, float])
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key of an element, by the standard."""
PATIENCE = 60
"""Seconds to wait for the driver."""
KEYS = {"Enter": "\ue007", "Space": " ", "ArrowRight": "\ue014"}
"""Keys by their names in browsers, as the standard sends them."""
CALM = "[Settings]\ngtk-enable-animations=0\n"
"""The settings of a device whose owner asks for less motion."""


class WebKit:
    """A window of WebKit."""

    def __init__(self, driver: str) -> None:
        """Open a window through the *driver* at an address."""
        self._driver = driver
        created = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": {}}})
        assert isinstance(created, dict)
        self._session = f"/session/{created['sessionId']}"
        self._ask("POST", f"{self._session}/window/rect", {"width": 700, "height": 900})

    def _ask(self, method: str, path: str, body: JsonValue = None) -> JsonValue:
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(f"{self._driver}{path}", data, headers, method=method)  # noqa: S310 - our driver
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 - our driver
                value: JsonValue = json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(error.read().decode()) from error
        return value

    def open(self, address: str) -> None:
        """Open a page and wait until it has loaded."""
        self._ask("POST", f"{self._session}/url", {"url": address})

    def run(self, script: str, *arguments: JsonValue) -> JsonValue:
        """Return what a *script* with `return` gives."""
        return self._ask("POST", f"{self._session}/execute/sync", {"script": script, "args": list(arguments)})

    def _element(self, selector: str) -> str:
        found = self._ask("POST", f"{self._session}/element", {"using": "css selector", "value": selector})
        assert isinstance(found, dict)
        return f"{self._session}/element/{found[ELEMENT]}"

    def click(self, selector: str) -> None:
        """Click the first element of a selector."""
        self._ask("POST", f"{self._element(selector)}/click", {})

    def press(self, selector: str, key: str) -> None:
        """Send a key to the first element of a selector."""
        self._ask("POST", f"{self._element(selector)}/value", {"text": KEYS[key]})

    def picture(self, selector: str) -> Image.Image:
        """Return how an element looks; the driver's own picture of an element shows another part of the page."""
        box = self.run(
            "const box = document.querySelector(arguments[0]).getBoundingClientRect();"
            "return [box.left, box.top, box.right, box.bottom]",
            selector,
        )
        drawn = "requestAnimationFrame(() => requestAnimationFrame(arguments[0]));"
        self._ask("POST", f"{self._session}/execute/async", {"script": drawn, "args": []})
        png = self._ask("GET", f"{self._session}/screenshot")
        return Image.open(io.BytesIO(base64.b64decode(str(png)))).convert("RGB").crop(BOX.validate_python(box))

    def close(self) -> None:
        """Close the window."""
        self._ask("DELETE", self._session)


@contextmanager
def webkit(folder: Path, *, less_motion: bool = False) -> Iterator[WebKit]:
    """Start WebKit with its settings in *folder*, and end it and its screen afterwards."""
    (folder / "gtk-3.0").mkdir(parents=True)
    (folder / "gtk-3.0/settings.ini").write_text(CALM if less_motion else "", encoding="utf-8")
    with _screen() as display, _driver(display, folder) as address:
        window = WebKit(address)
        try:
            yield window
        finally:
            window.close()


@contextmanager
def _screen() -> Iterator[str]:
    """Start a screen without a monitor; yield its name."""
    reading, writing = os.pipe()
    command = [SCREEN.path(), "-displayfd", str(writing), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as screen:
        os.close(writing)
        try:
            with os.fdopen(reading) as said:
                name = said.readline().strip()
            assert name, "Xvfb did not start"
            yield f":{name}"
        finally:
            screen.terminate()


@contextmanager
def _driver(display: str, folder: Path) -> Iterator[str]:
    """Start the driver; yield its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {name: str(folder) for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")}
    environment = {**os.environ, **own, "DISPLAY": display, "GSETTINGS_BACKEND": "memory"}
    command = [WEBKIT.path(), f"--port={port}"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as driver:
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            driver.terminate()


def _wait_for(port: int) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            assert time.monotonic() < end, "WebKitWebDriver did not start"
            time.sleep(0.05)
        else:
            return
