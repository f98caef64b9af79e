"""Copies are written side by side, or not at all."""

import errno
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefpack.finishing.copies import striking
from briefpack.finishing.copies.plate import Plate
from tests.finishing.copies import struck

RUN = [struck.impression("Anna", number) for number in range(1, 13)]


@pytest.fixture(scope="module")
def plate() -> Plate:
    return struck.plate(*RUN)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(striking, "FEW", 3)
    monkeypatch.setattr(striking, "processors", lambda: 3)


def test_several_processes_write_the_same_files(plate: Plate, tmp_path: Path, few: None) -> None:
    one, many = tmp_path / "one", tmp_path / "many"
    one.mkdir()
    many.mkdir()
    alone = dict(striking.strike(plate, RUN, one))
    together = dict(striking.strike_side_by_side(plate, RUN, many))
    assert alone == together
    for copy in RUN:
        data = (many / copy.file).read_bytes()
        assert data == (one / copy.file).read_bytes()
        assert hashlib.sha256(data).hexdigest() == together[copy.number]


def test_what_stops_one_process_stops_all(plate: Plate, tmp_path: Path, few: None) -> None:
    (tmp_path / RUN[5].file).write_bytes(b"")  # so that it cannot be made
    with pytest.raises(FileExistsError) as fault:
        list(striking.strike_side_by_side(plate, RUN, tmp_path))
    assert fault.value.errno == errno.EEXIST
    assert Path(fault.value.filename).name == RUN[5].file


def test_a_run_that_is_given_up_leaves_nobody_at_work(
    plate: Plate, tmp_path: Path, few: None
) -> None:
    work: Iterator[striking.Struck] = striking.strike_side_by_side(plate, RUN, tmp_path)
    next(work)
    work.close()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_a_disk_that_takes_a_part_first_gets_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = bytearray()

    def write(handle: int, data: memoryview) -> int:
        taken.extend(data[:3])
        return min(3, len(data))

    monkeypatch.setattr(os, "write", write)
    striking.write_all(1, b"seven letters")
    assert taken == b"seven letters"
