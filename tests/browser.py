"""Programs that the tests need: `python -m tests.browser` finds browsers and web servers, or installs them, or says what to do."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple


class Program(NamedTuple):
    """A program that the tests need."""

    name: str
    setting: str
    """The variable of the environment that can name it."""
    usual: tuple[str, ...]
    """Its usual names on PATH."""
    package: str
    """What has it on Debian and Ubuntu."""
    elsewhere: str
    """Where it comes from on other systems."""

    @property
    def missing(self) -> str:
        """Return what to say where it was not found."""
        return (
            f"The tests need {self.name}, and none was found. Install it (on Debian and Ubuntu: apt-get install"
            f" {self.package}; elsewhere: {self.elsewhere}), or let {self.setting} name its program."
        )

    def path(self) -> str:
        """Return the program: what its variable names, or the first of the usual names on PATH."""
        named = os.environ.get(self.setting)
        found = next(filter(None, map(shutil.which, [named] if named else self.usual)), None)
        if found is None:
            wrong = f"{self.setting} names '{named}', which is no program that runs."
            raise NoBrowserError(wrong if named else self.missing)
        return found


CHROMIUM = Program(
    "Chromium or Chrome",
    "CHROMIUM",
    ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    "chromium",
    "https://www.google.com/chrome/",
)
WEBKIT = Program(
    "WebKitWebDriver, the engine of Safari",
    "WEBKIT_DRIVER",
    ("WebKitWebDriver",),
    "webkit2gtk-driver",
    "https://webkitgtk.org/",
)
SCREEN = Program("Xvfb, a screen for WebKit", "XVFB", ("Xvfb",), "xvfb", "https://www.x.org/")
NGINX = Program("nginx, a web server", "NGINX", ("nginx", "/usr/sbin/nginx"), "nginx", "https://nginx.org/")
APACHE = Program(
    "Apache, a web server",
    "APACHE",
    ("apache2", "/usr/sbin/apache2", "httpd"),
    "apache2-bin",
    "https://httpd.apache.org/",
)
PROGRAMS = (CHROMIUM, WEBKIT, SCREEN, NGINX, APACHE)

FONTS = "fonts-liberation"
"""The package with the fonts that pages are measured in on Linux: as wide as Arial, which other systems have."""
FONT = "LiberationSans-Regular.ttf"

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Flags that every launch of Chromium has: no window, and no talk of the browser's own with the network."""


class NoBrowserError(Exception):
    """A browser was not found."""


def install(package: str) -> bool:
    """Install with apt-get where that is possible without asking for a password; return whether it worked."""
    apt = shutil.which("apt-get")
    if apt is None:
        return False
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if sudo and (not shutil.which("sudo") or subprocess.run(["sudo", "-n", "true"], check=False).returncode):
        return False
    sys.stderr.write(f"The tests need {package}, which is not on this machine: running apt-get install {package}.\n")
    for command in (["update", "-qq"], ["install", "-qq", "-y", "--no-install-recommends", package]):
        # At this run level Debian starts no server that it installs.
        quiet = {**os.environ, "RUNLEVEL": "1"}
        if subprocess.run([*sudo, apt, *command], check=False, stdout=subprocess.DEVNULL, env=quiet).returncode:
            return False
    return True


def is_here(program: Program) -> bool:
    """Find the program, or install it, or say what to install."""
    try:
        program.path()
    except NoBrowserError as error:
        if os.environ.get(program.setting) or not install(program.package):
            sys.stderr.write(f"{error}\n")
            return False
    return True


def has_fonts() -> bool:
    """Find the fonts, or install them, or say what to install; systems other than Linux have Arial."""
    folder = Path("/usr/share/fonts")
    if not folder.is_dir() or next(folder.rglob(FONT), None) or install(FONTS):
        return True
    sys.stderr.write(f"The tests measure pages in the fonts of {FONTS}. Install it (apt-get install {FONTS}).\n")
    return False


def main() -> int:
    """Return 0 once every program is there, and the fonts."""
    here = [*map(is_here, PROGRAMS), has_fonts()]  # every one is looked for, so that all that lacks is said
    return 0 if all(here) else 1


if __name__ == "__main__":
    sys.exit(main())
