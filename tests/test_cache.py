"""The cache: a file is created once, is complete when it is read, and old files are deleted."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from macros import cache
from macros.cache import cached_file, fingerprint, prune
from tests.sites import ROOT

HOUR = 3600


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty cache of this test's own."""
    monkeypatch.setattr(cache, "CACHE", tmp_path / "cache")
    return tmp_path / "cache"


def counted() -> tuple[Callable[[], bytes], list[int]]:
    """Return a function that creates content, and a list that grows with each call."""
    calls: list[int] = []

    def make() -> bytes:
        calls.append(1)
        return b"content" * 100

    return make, calls


def test_the_same_key_creates_a_file_once() -> None:
    make, calls = counted()
    first, second = cached_file("key", make), cached_file("key", make)
    assert first == second
    assert first.read_bytes() == b"content" * 100
    assert cached_file("other", make) != first
    assert len(calls) == 2


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(file.read_bytes()[:100]),
        lambda file: file.write_bytes(b"X" + file.read_bytes()[1:]),
        lambda file: file.unlink(),
        lambda file: file.rename(file.with_name("0" * 64)),
    ],
    ids=["empty", "cut", "changed", "gone", "renamed"],
)
def test_a_damaged_file_is_created_again(damage: Callable[[Path], object]) -> None:
    make, calls = counted()
    damage(cached_file("key", make))
    again = cached_file("key", make)
    assert again.read_bytes() == b"content" * 100
    assert len(calls) == 2
    assert [file.name for file in again.parent.iterdir()] == [again.name]


def test_an_unfinished_file_of_a_build_that_was_killed_is_never_used(own_cache: Path) -> None:
    make, _ = counted()
    file = cached_file("key", make)
    assert [path.name for path in own_cache.iterdir()] == [file.parent.name]


def aged(key: str, size: int, hours: float) -> Path:
    """Return a cached file of so many bytes that was last used so many hours ago."""
    file = cached_file(key, lambda: key.encode() * size)
    then = time.time() - hours * HOUR
    os.utime(file, (then, then))
    return file


SLOW = """
import sys, time
from pathlib import Path
from macros import cache

def make():
    with open(sys.argv[2], "a") as calls:
        calls.write("made\\n")
    time.sleep(0.3)
    return b"content" * 100

cache.CACHE = Path(sys.argv[1])
print(cache.cached_file("key", make).read_bytes() == b"content" * 100, cache.USE.made, cache.USE.found)
"""
"""A process that takes its time to make an entry."""


def test_of_several_processes_one_makes_an_entry_and_the_others_wait_for_it(own_cache: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", SLOW, str(own_cache), str(tmp_path / "calls")]
    processes = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    said = sorted(process.communicate(timeout=60)[0] for process in processes)
    assert said == ["True 0 1\n", "True 0 1\n", "True 1 0\n"]
    assert (tmp_path / "calls").read_text(encoding="utf-8") == "made\n"
    assert len(list(own_cache.iterdir())) == 1


def test_a_build_may_delete_what_is_old_while_another_makes_and_uses_entries(own_cache: Path) -> None:
    own_cache.mkdir()
    stop = Event()

    def delete() -> None:
        while not stop.is_set():
            prune(limit=0)

    with ThreadPoolExecutor() as pool:
        deleting = [pool.submit(delete) for _ in range(2)]
        try:
            for number in range(300):
                aged(f"key {number % 5}", 10, hours=9)
                assert cached_file(f"key {number % 5}", lambda: b"content").exists()
        finally:
            stop.set()
        assert [one.result() for one in deleting] == [None, None]


def test_the_files_used_longest_ago_go_first() -> None:
    old, older, new = aged("b", 1000, 5), aged("a", 1000, 9), aged("c", 1000, 0)
    prune(limit=2000)
    assert (old.exists(), older.exists(), new.exists()) == (True, False, True)
    assert not older.parent.exists()


def test_a_file_in_use_stays_however_full_the_cache_is() -> None:
    files = [aged(name, 1000, 0.5) for name in "abc"]
    prune(limit=0)
    assert all(file.exists() for file in files)


def test_using_a_file_renews_its_age() -> None:
    old = aged("a", 1000, 9)
    cached_file("a", lambda: b"never made")
    prune(limit=0)
    assert old.exists()


def test_an_empty_cache_can_be_pruned() -> None:
    prune()


def test_a_fingerprint_follows_the_content_of_every_file(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_bytes(b"1")
    two.write_bytes(b"2")
    before = fingerprint([one, two])
    assert fingerprint([two, one]) == before
    two.write_bytes(b"3")
    assert fingerprint([one, two]) != before
