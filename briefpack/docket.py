"""The docket: which briefs a command line means, and where the PDF of each goes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from briefpack.edition import ALL, DEFAULT, EDITIONS, Edition
from briefpack.exits import Exit, Stopped

PDF = ("PDF", b"%PDF-")
KINDS = {".pdf": PDF, ".json": ("ticket", b'{\n  "edition": "')}
"""What is written, by the end of its name, and how such a file begins."""

REPORTS = {
    ".html": ("report of a preflight", b"<!DOCTYPE html>\n<!-- briefpack preflight -->"),
    ".json": ("report of a preflight", b'{\n  "report": "briefpack preflight"'),
    ".sarif": ("report of a preflight", b'{\n  "version": "2.1.0",\n  "$schema": "https://docs'),
}
"""The same of reports."""


def briefs(named: Sequence[str]) -> list[Path]:
    """The briefs that are meant: those named, else the current folder, else all in content/."""
    paths = [Path(name) for name in named]
    for path in paths:
        if not path.exists():
            raise Stopped(Exit.USAGE, f"there is no file or folder {path}")
    if paths or Path("brief.yaml").is_file():
        return paths or [Path()]
    found = sorted(file.parent for file in Path("content").glob("*/brief.yaml"))
    if not found:
        raise Stopped(
            Exit.USAGE, "no brief here: expected a brief.yaml in this folder or in one in content/"
        )
    return found


def editions(named: Sequence[str] | None) -> list[Edition]:
    """The editions that are meant, each once: those named, or the one for the screen."""
    names = named or [DEFAULT]
    return [row for row in EDITIONS.values() if row.name in names or ALL in names]


def targets(
    named: Sequence[Path], to: str | None, rows: Sequence[Edition]
) -> list[dict[str, Path]]:
    """For each brief the file of each edition, in `to` (a file, or a folder) or build/.

    No two are the same.
    """
    from briefpack.press import proper_name

    if to and len(named) == len(rows) == 1 and not _is_folder(to):
        return [_spared({rows[0].name: Path(to)})]
    folder = Path(to or "build")
    if to and _is_folder(to) and folder.is_file():
        raise Stopped(Exit.USAGE, f"{folder} is a file, not a folder")
    if folder.is_file() or (folder.suffix == ".pdf" and not _is_folder(str(to))):
        many = f"{len(named)} briefs" if len(named) > 1 else f"{len(rows)} editions"
        raise Stopped(Exit.USAGE, f"--to names one file for {many}: expected a folder")
    found = [
        {row.name: folder / f"{proper_name(path)}{row.suffix}.pdf" for row in rows}
        for path in named
    ]
    files = [file for one in found for file in written(one)]
    twice = next((file for file in files if files.count(file) > 1), None)
    if twice:
        raise Stopped(Exit.USAGE, f"two of the briefs would be written to {twice}")
    return [_spared(one) for one in found]


def written(targets: Mapping[str, Path]) -> list[Path]:
    """Every file that is written where these editions go there: PDFs and tickets."""
    return [file for name, target in targets.items() for file in EDITIONS[name].files(target)]


def pdfs(named: Sequence[str]) -> dict[Path, Path]:
    """The files to be judged, each with the folder for the pictures of its pages, in build/."""
    found = {Path(name): Path("build") / f"{_stem(Path(name))}-preflight" for name in named}
    for file, folder in found.items():
        if not file.exists():
            raise Stopped(Exit.USAGE, f"there is no file {file}")
        if file.is_dir():
            raise Stopped(Exit.USAGE, f"{file} is a folder: expected PDF files")
        if not file.is_file():  # a device may have no end
            raise Stopped(Exit.USAGE, f"{file} is no file that has an end: expected PDF files")
        if [*found.values()].count(folder) > 1:
            told = "two of the files have the same name, and pictures of their pages would too"
            raise Stopped(Exit.USAGE, f"{told}: expected one {file.name} at a time")
    return found


def _stem(file: Path) -> str:
    return file.stem if file.suffix.lower() == ".pdf" else file.name


def pictures(target: Path, unfinished: bool) -> Path:
    """The folder for pictures of an edition's pages, beside its file."""
    return target.with_name(f"{_stem(target)}{'-pages' * unfinished}-preflight")


def reports(named: Sequence[str] | None) -> list[Path]:
    """The reports that are meant, each of a kind that its ending names."""
    paths = [Path(name) for name in dict.fromkeys(named or [])]
    for path in paths:
        if path.suffix.lower() not in REPORTS:
            raise Stopped(Exit.USAGE, f"--report {path}: expected a name in {_or(REPORTS)}")
        _spare(path, *REPORTS[path.suffix.lower()])
    return paths


def _or(names: Iterable[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} or {last}"


def _spared(targets: dict[str, Path]) -> dict[str, Path]:
    """The targets, unless writing there would put an end to something that is none of ours."""
    for file in written(targets):
        _spare(file, *(PDF if file in targets.values() else KINDS[file.suffix]))
    return targets


def _spare(file: Path, kind: str, start: bytes) -> None:
    try:
        if file.exists() and not _is_replaceable(file, start):
            raise Stopped(Exit.USAGE, f"{file} is there already, and is no {kind}")
    except OSError as fault:
        raise Stopped(Exit.OUTPUT, f"cannot write {file}: {fault.strerror}") from fault


def _is_replaceable(target: Path, start: bytes) -> bool:
    """Whether it begins so, or is empty; never a device: to replace it would break the system."""
    if not target.is_file():
        return False
    with target.open("rb") as file:
        return file.read(len(start)) in (start, b"")


def _is_folder(name: str) -> bool:
    """A folder that is there, or one to be made: what ends in a slash."""
    return os.path.isdir(name) or name.endswith(("/", os.sep))


def concerns(fault: OSError, targets: Sequence[Path]) -> bool:
    """Whether the fault is about writing one of the targets, and so none of briefpack's own."""
    if fault.filename is None:  # a full disk names no file
        return True
    place = Path(os.fsdecode(fault.filename)).resolve()
    folders = [target.resolve().parent for target in targets]
    return any(place.is_relative_to(f) or f.is_relative_to(place) for f in folders)
