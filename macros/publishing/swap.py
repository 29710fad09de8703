"""Replaces one folder by another, in a single step where the system can, so that nobody ever finds it missing."""

import ctypes
import os
import sys
from pathlib import Path

CURRENT_FOLDER = -100
"""Linux's AT_FDCWD: a relative path starts from the current folder."""

EXCHANGE = 2
"""RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS."""


def put_in_place(new: Path, target: Path, old: Path) -> None:
    """Move the folder *new* to *target*; what was there is then at *new* or at *old*, for the caller to delete."""
    if not target.exists():
        new.rename(target)
    elif not exchange(new, target):
        put_in_place_in_two_steps(new, target, old)


def exchange(first: Path, second: Path) -> bool:
    """Exchange two folders in one step; return False, with nothing changed, where that does not work."""
    if sys.platform == "win32":
        return False
    system = ctypes.CDLL(None)
    names = os.fsencode(first), os.fsencode(second)
    try:
        if sys.platform == "darwin":
            failed: int = system.renamex_np(*names, EXCHANGE)
        else:
            failed = system.renameat2(CURRENT_FOLDER, names[0], CURRENT_FOLDER, names[1], EXCHANGE)
    except AttributeError:  # this system has no such call
        return False
    return not failed


def put_in_place_in_two_steps(new: Path, target: Path, old: Path) -> None:
    """Move *target* to *old*, then *new* to *target*; a process killed in between leaves the rest to `recover`."""
    target.rename(old)
    try:
        new.rename(target)
    except OSError:
        old.rename(target)
        raise


def recover(target: Path, old: Path) -> bool:
    """Put *old* back where a process was killed between the two steps; return whether that was so."""
    interrupted = old.exists() and not target.exists()
    if interrupted:
        old.rename(target)
    return interrupted
