"""A drawing is kept, and made again where it is not whole."""

import os
import time
from pathlib import Path

import pytest

from briefpack.charts import cellar


def test_what_was_put_is_taken(tmp_path: Path) -> None:
    cellar.put("key", "<svg>ä</svg>", tmp_path / "new")
    assert cellar.taken("key", tmp_path / "new") == "<svg>ä</svg>"


def test_what_was_never_put_is_not_there(tmp_path: Path) -> None:
    assert cellar.taken("key", tmp_path) is None


@pytest.mark.parametrize("damage", [b"", b"<svg", b"0" * 64 + b"\n<svg/>", b"\xff\xfe"])
def test_a_broken_file_is_not_taken(tmp_path: Path, damage: bytes) -> None:
    cellar.put("key", "<svg/>", tmp_path)
    [file] = tmp_path.iterdir()
    file.write_bytes(damage)
    assert cellar.taken("key", tmp_path) is None


def test_where_nothing_can_be_written_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cellar.put("key", "<svg/>", tmp_path / "file")
    cellar.cleared(tmp_path / "file")
    assert cellar.taken("key", tmp_path / "file") is None


def test_what_nobody_asks_for_goes(tmp_path: Path) -> None:
    for name in ("old", "new"):
        cellar.put(name, "<svg/>", tmp_path)
    long_ago = time.time() - 100 * 86_400
    os.utime(tmp_path / "old.svg", (long_ago, long_ago))
    cellar.cleared(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["new.svg"]


def test_the_oldest_of_too_many_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cellar, "MOST", 2)
    for age, name in enumerate("abc"):
        cellar.put(name, "<svg/>", tmp_path)
        os.utime(tmp_path / f"{name}.svg", (time.time() - age, time.time() - age))
    cellar.cleared(tmp_path)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.svg", "b.svg"]


def test_the_folder_is_where_the_user_wants_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cellar.folder() == tmp_path / "briefpack" / "charts"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cellar.folder() == tmp_path / ".cache" / "briefpack" / "charts"
