"""Dispatch: finished copies come into their folder all at once, and the ledger never lies.

Copies are written into a folder of drafts first. Only when all are there do they get their names,
so that a full disk, or somebody who loses patience, leaves everything as it was.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from hashlib import file_digest
from pathlib import Path

from briefpack.distribution import register
from briefpack.distribution.register import Entry
from briefpack.edition import EDITIONS
from briefpack.problem import Place, Problem, Refused, quoted

_DRAFTS = ".copies-"


@contextmanager
def in_hand(folder: Path) -> Iterator[None]:
    """Keep other runs away from the folder, which is made if need be.

    The lock is the system's own, on the folder itself, and goes with this process. What a run that
    was killed left behind is thrown away. `Refused` where another run is at work.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder)) from None
    with _locked(folder):
        for drafts in folder.glob(f"{_DRAFTS}*"):
            shutil.rmtree(drafts, ignore_errors=True)
        yield


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    try:
        import fcntl
    except ImportError:  # on Windows nothing locks a folder
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        message = "another run is writing copies into this folder"
        raise Refused([Problem(Place(folder.as_posix()), register.RULE, message)]) from None
    finally:
        os.close(handle)


@contextmanager
def drafts(folder: Path) -> Iterator[Path]:
    """A folder within the folder, for files that are not ready to be seen; gone afterwards."""
    inside = Path(tempfile.mkdtemp(dir=folder, prefix=_DRAFTS))
    try:
        yield inside
    finally:
        shutil.rmtree(inside, ignore_errors=True)


def release(folder: Path, inside: Path, before: Sequence[Entry], after: Sequence[Entry]) -> None:
    """Give the drafts their names in the folder, and enter them in the ledger.

    The ledger is written twice. First without what is about to be replaced: were the machine to
    stop in between, it would name no file that is not there, and every number would be known. And
    last with all copies, when the disk has them: they are not flushed one by one, which would take
    longer than to make them, since they can be made again and a wrong ledger cannot be told from a
    right one.
    """
    from briefpack.writing import write_whole

    ledger, fresh = folder / register.NAME, {file.name for file in inside.iterdir()}
    stale = [entry for entry in before if entry.file and entry.file not in register.taken(after)]
    interim = [entry.without_file if entry.file in fresh else entry for entry in after]
    write_whole(ledger, register.written(interim))
    for name in sorted(fresh):
        os.replace(inside / name, folder / name)
    if hasattr(os, "sync"):
        os.sync()
    write_whole(ledger, register.written(after))
    for entry in stale:
        if is_whole(folder, entry):
            (folder / entry.file).unlink()


def is_whole(folder: Path, entry: Entry) -> bool:
    """Whether the entry's file is there as it was written."""
    if not entry.file:
        return False
    with suppress(OSError), open(folder / entry.file, "rb") as file:
        return file_digest(file, "sha256").hexdigest() == entry.checksum
    return False


def verified(folder: Path, entries: Sequence[Entry]) -> list[Entry]:
    """The entries, those whose file is gone or was changed without one."""
    return [
        entry if is_whole(folder, entry) else replace(entry, file="", checksum="")
        for entry in entries
    ]


def refuse_strangers(folder: Path, names: Sequence[str]) -> None:
    """`Refused` where a copy would take the place of something that is no PDF."""
    for name in names:
        path = folder / name
        if path.exists() and not _is_pdf(path):
            message = f"{quoted(name)} is there already, and is no PDF"
            place = Place(path.as_posix())
            raise Refused([Problem(place, register.RULE, message, "move it out of the way")])


def refuse_unknown(folder: Path, stem: str, entries: Sequence[Entry]) -> None:
    """`Refused` where a copy lies in the folder whose number the ledger does not know.

    The ledger was deleted, or lost its last lines: to go on could give a number a second time.
    """
    suffixes = "|".join(re.escape(row.suffix) for row in EDITIONS.values())
    named = re.compile(rf"{re.escape(stem)}(?:{suffixes})-copy-(\d{{1,7}})(?:-[^/]*)?\.pdf")
    last = max((entry.number for entry in entries), default=0)
    found = [
        match for path in sorted(folder.glob("*.pdf")) if (match := named.fullmatch(path.name))
    ]
    beyond = [match[0] for match in found if int(match[1]) > last]
    if unknown := [name for name in beyond if _is_pdf(folder / name)]:
        what = "has no such number" if (folder / register.NAME).exists() else "is not there"
        message = f"{quoted(unknown[0])} is a copy, and the ledger {register.NAME} {what}"
        hint = "put the ledger back as it was; to begin anew, clear the folder"
        place = Place((folder / unknown[0]).as_posix())
        raise Refused([Problem(place, register.RULE, message, hint)])


def _is_pdf(path: Path) -> bool:
    with suppress(OSError), path.open("rb") as file:
        return path.is_file() and file.read(5) in (b"%PDF-", b"")
    return False
