"""Finds the files of a brief: none outside its folder, and none that is not a regular file."""

import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath

from briefpack.nearest import did_you_mean
from briefpack.problem import Refused, quoted
from briefpack.words import Words, complaint

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def enclosed(folder: Path, name: Words) -> Path:
    """The path of a regular file that the content names, relative to the folder and inside it.

    Raises `Refused`, at the place of the name. A symbolic link counts as what it leads to.
    """
    _refuse_ways_out(folder, name)
    path = folder / name
    check_regular(path, name, _files_in(folder), folder)
    return path


def check_regular(path: Path, asked: Words, known: Iterable[str], within: Path) -> None:
    """Refuse what is not a regular file, spelled exactly as it is named below `within`.

    `known` are the names among which the nearest is looked for where there is no such file.
    """
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise _missing(asked, known) from None
    except (OSError, RuntimeError) as fault:
        raise unreadable(asked, fault) from None
    if not _spelled(path, within):
        raise _missing(asked, known)
    for is_kind, kind in _KINDS:
        if is_kind(mode):
            message = f"{quoted(asked or asked.place.file)} is {kind}, not a file"
            raise Refused([complaint(asked, "not-a-file", message)])


def _missing(asked: Words, known: Iterable[str]) -> Refused:
    """The refusal for a name behind which there is nothing."""
    name = str(asked) or asked.place.file
    hint = did_you_mean(name, known)
    return Refused([complaint(asked, "missing-file", f"there is no file {quoted(name)}", hint)])


def unreadable(asked: Words, fault: Exception) -> Refused:
    """The refusal for a file or folder that the system does not hand out."""
    reason = getattr(fault, "strerror", None) or "it cannot be opened"
    message = f"{quoted(str(asked) or asked.place.file)} cannot be read: {reason.lower()}"
    return Refused([complaint(asked, "unreadable-file", message)])


def entries(folder: Path) -> list[str]:
    """The names in a folder, sorted; none where the folder cannot be listed."""
    try:
        return sorted(os.listdir(folder))
    except (OSError, ValueError):
        return []


def _refuse_ways_out(folder: Path, name: Words) -> None:
    if "://" in name:
        message = f"{quoted(name)} is a web address; a file in the brief's folder is expected"
        raise Refused([complaint(name, "outside-folder", message)])
    if "\\" in name:
        hint = "write '/' between the names"
        message = "a backslash stands in a file's name"
        raise Refused([complaint(name, "outside-folder", message, hint)])
    if _leads_out(folder, name):
        message = f"{quoted(name)} leads out of the brief's folder"
        hint = "put the file into the folder, and name it from there"
        raise Refused([complaint(name, "outside-folder", message, hint)])


def _leads_out(folder: Path, name: str) -> bool:
    if PurePosixPath(name).is_absolute() or PureWindowsPath(name).drive or name.startswith("~"):
        return True
    try:
        return not (folder / name).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # a loop of links, or a name that cannot be one
        return False


def _files_in(folder: Path) -> Iterator[str]:
    """The names of the folder's files, as the content would write them; some thousand at most."""
    count = 0
    for top, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            yield (Path(top) / name).relative_to(folder).as_posix()
            count += 1
        if count > 1000:
            return


def _spelled(path: Path, within: Path) -> bool:
    """Whether every letter is as on disk: some systems ignore case, and other machines do not."""
    parts = path.relative_to(within).parts
    for number, part in enumerate(parts):
        names = [_composed(name) for name in entries(within.joinpath(*parts[:number]))]
        if names and part != ".." and _composed(part) not in names:
            return False
    return True


def _composed(name: str) -> str:
    """A name in the one spelling of its accents: some file systems take them apart."""
    return unicodedata.normalize("NFC", name)
