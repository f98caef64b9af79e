"""The cache gives what was made before, whole, or has it made."""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from briefpack import cache


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path / "home" / "briefpack" / "things"


def made(*data: bytes) -> Callable[[], bytes]:
    """Gives each of the data once."""
    left = iter(data)
    return lambda: next(left)


def test_a_thing_is_made_once(home: Path) -> None:
    make = made(b"one")
    first = cache.fetch("things", "a key", ".txt", make)
    assert first.read_bytes() == b"one"
    assert first.parent == home
    assert first.suffix == ".txt"
    assert cache.fetch("things", "a key", ".txt", make) == first


def test_another_key_is_another_thing() -> None:
    make = made(b"one", b"two")
    paths = [cache.fetch("things", key, ".txt", make) for key in ("a", "b")]
    assert [path.read_bytes() for path in paths] == [b"one", b"two"]


@pytest.mark.parametrize("damage", [b"", b"on", b"ones"])
def test_what_was_damaged_is_made_again(damage: bytes) -> None:
    make = made(b"one", b"one")
    path = cache.fetch("things", "a", ".txt", make)
    path.write_bytes(damage)
    assert cache.fetch("things", "a", ".txt", make).read_bytes() == b"one"


def test_what_is_no_file_is_passed_over(home: Path) -> None:
    kept = cache.fetch("things", "a", ".txt", made(b"one"))
    kept.rename(home / "elsewhere")
    kept.symlink_to("/dev/zero")
    again = cache.fetch("things", "a", ".txt", made(b"one"))
    assert again.read_bytes() == b"one"


def test_what_fails_leaves_nothing(home: Path) -> None:
    def fail() -> bytes:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        cache.fetch("things", "a", ".txt", fail)
    assert not home.exists()


@pytest.mark.parametrize("place", ["", "not/absolute"])
def test_without_a_folder_named_it_stands_at_home(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", place)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    path = cache.fetch("things", "a", ".txt", made(b"one"))
    assert path.parent == tmp_path / ".cache" / "briefpack" / "things"


def test_where_home_cannot_be_written_it_stands_among_temporary_things(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    make = made(b"one")
    path = cache.fetch("things", "a", ".txt", make)
    assert path.parent.parent.parent == tmp_path
    assert cache.fetch("things", "a", ".txt", make) == path


def test_what_others_may_have_put_there_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "_is_ours", lambda _: False)
    with pytest.raises(PermissionError):
        cache.fetch("things", "a", ".txt", made(b"one"))


def test_what_nobody_asks_for_is_thrown_away() -> None:
    old = cache.fetch("things", "old", ".txt", made(b"one"))
    used = cache.fetch("things", "used", ".txt", made(b"two"))
    long_ago = time.time() - 2 * cache.LONGEST_UNUSED
    for path in (old, used):
        os.utime(path, (long_ago, long_ago))
    assert cache.fetch("things", "used", ".txt", made()) == used
    new = cache.fetch("things", "new", ".txt", made(b"three"))
    assert [path.exists() for path in (old, used, new)] == [False, True, True]


def test_what_is_renewed_stands_alone(home: Path) -> None:
    other = cache.fetch("things", "other", ".txt", made(b"one"))
    for data in (b"one", b"two", b"one"):
        path = cache.renew("things", "a", ".txt", data)
        assert cache.kept("things", "a", ".txt") == path
        assert path.read_bytes() == data
    assert sorted(home.iterdir()) == sorted([other, path])
