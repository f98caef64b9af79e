"""Files that are whole at any moment."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefpack import writing
from briefpack.writing import write_all, write_whole


def full_at_the(monkeypatch: pytest.MonkeyPatch, which: int) -> None:
    """The disk is full when that file is written."""
    calls: list[int] = []

    def fsync(handle: int) -> None:
        calls.append(handle)
        if len(calls) == which:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", fsync)


def test_a_full_disk_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"the old one")
    full_at_the(monkeypatch, 1)
    with pytest.raises(OSError, match="No space"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [target]


def test_of_files_that_belong_together_none_is_new_unless_all_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf, ticket = tmp_path / "a.pdf", tmp_path / "a-ticket.json"
    pdf.write_bytes(b"the old one")
    full_at_the(monkeypatch, 2)
    with pytest.raises(OSError, match="No space") as caught:
        write_all({pdf: b"new", ticket: b"{}"})
    assert caught.value.filename == str(ticket)
    assert pdf.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [pdf]


def test_killed_while_writing_the_old_file_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"the old one")
    code = (
        "import os, pathlib, briefpack.writing as writing\n"
        "os.replace = lambda *_: os.kill(os.getpid(), 9)\n"
        f"writing.write_whole(pathlib.Path({str(target)!r}), b'new' * 100000)"
    )
    killed = subprocess.run([sys.executable, "-c", code], check=False, env=dict(os.environ))
    assert killed.returncode == -9
    assert target.read_bytes() == b"the old one"


def test_a_name_may_be_as_long_as_the_system_allows(tmp_path: Path) -> None:
    target = tmp_path / ("ä" * 123 + ".pdf")
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]
