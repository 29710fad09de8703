"""The cache: a file is created once, is complete when it is read, and old files are deleted."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from macros import cache
from macros.cache import cached_file, fingerprint, prune

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
