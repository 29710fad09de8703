"""The browser of the tests: `python -m tests.browser` finds Chromium, or installs it, or says what to install."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
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
"""Flags that every launch has: no window, and no talk of the browser's own with the network."""

MISSING = (
    "The tests need Chromium or Chrome, and none was found. Install it (on Debian and Ubuntu: apt-get install chromium;"
    " elsewhere: https://www.google.com/chrome/), or let CHROMIUM name its program."
)


class NoBrowserError(Exception):
    """No browser was found."""


def browser_path() -> str:
    """Return the program of the browser: what CHROMIUM names, or the first of the usual names on PATH."""
    named = os.environ.get("CHROMIUM")
    path = next(filter(None, map(shutil.which, [named] if named else NAMES)), None)
    if path is None:
        raise NoBrowserError(f"CHROMIUM names '{named}', which is no program that runs." if named else MISSING)
    return path


def install() -> bool:
    """Install Chromium with apt-get where that is possible without asking for a password; return whether it worked."""
    apt = shutil.which("apt-get")
    if apt is None or os.environ.get("CHROMIUM"):
        return False
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if sudo and (not shutil.which("sudo") or subprocess.run(["sudo", "-n", "true"], check=False).returncode):
        return False
    sys.stderr.write("No Chromium on this machine; the tests need one: running apt-get install chromium.\n")
    for command in (["update", "-qq"], ["install", "-qq", "-y", "--no-install-recommends", "chromium"]):
        if subprocess.run([*sudo, apt, *command], check=False, stdout=subprocess.DEVNULL).returncode:
            return False
    return True


def main() -> int:
    """Return 0 once there is a browser."""
    try:
        browser_path()
    except NoBrowserError as error:
        if not install():
            sys.stderr.write(f"{error}\n")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
