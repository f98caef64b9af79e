"""Filing: pictures and reports are written, and nothing that is not ours is written over."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from briefpack.reporting.burning import MARK, burnt
from briefpack.reporting.report import Report
from briefpack.writing import write_all

Pictures = Mapping[int, Path]
"""A page's number -> the file with its picture."""


class Taken(OSError):
    """Where something was to be written stands a file that is none of ours."""


def pictured(report: Report, folder: Path) -> Pictures:
    """Write a picture of each page with findings into a folder; what an earlier run left there goes.

    `Taken` where a file is in the way that is none of ours; then nothing is written.
    """
    entries = report.entries
    pages = sorted({one.page for one in entries if one.problem.severity != "waived"})
    digits = max(2, len(str(report.file.pages)))
    found = {
        leaf.page: (folder / f"page-{leaf.page:0{digits}}.png", burnt(leaf, entries))
        for leaf in report.leaves
        if leaf.page in pages
    }
    for file, _ in found.values():
        if file.exists() and not _is_ours(file):
            raise Taken(0, "it is there already, and is no picture of a page with findings", file)
    write_all(dict(found.values()))
    _clear(folder, {file for file, _ in found.values()})
    return {page: file for page, (file, _) in found.items()}


def _is_ours(picture: Path) -> bool:
    if not picture.is_file():
        return False
    with picture.open("rb") as file:
        start = file.read(256)
    return MARK in start


def _clear(folder: Path, new: set[Path]) -> None:
    """Remove our pictures of an earlier run, and the folder where nothing else is in it."""
    if not folder.is_dir():
        return
    for file in folder.glob("page-*.png"):
        if file not in new and _is_ours(file):
            file.unlink()
    if not any(folder.iterdir()):
        folder.rmdir()
