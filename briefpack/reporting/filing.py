"""Filing: pictures and reports are written, and nothing that is not ours is written over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from briefpack.problem import Severity
from briefpack.reporting import data
from briefpack.reporting.burning import MARK, burnt
from briefpack.reporting.data import Pictures
from briefpack.reporting.report import Report
from briefpack.writing import write_all


class Taken(Exception):
    """Where a picture was to be written stands a file that is none of ours."""


def pictured(report: Report, folder: Path) -> Pictures:
    """Write the pages with findings into a folder as pictures; those of an earlier run go.

    Findings that are waived get no picture. `Taken` where a file is in the way that is none of
    ours, `OSError` where one cannot be written: then the old ones are all there.
    """
    entries = report.entries
    pages = {one.page for one in entries if one.problem.severity is not Severity.WAIVED}
    leaves = [leaf for leaf in report.leaves if leaf.page in pages]
    digits = max(2, len(str(report.file.pages)))
    found = {leaf.page: folder / f"page-{leaf.page:0{digits}}.png" for leaf in leaves}
    if found and folder.exists() and not folder.is_dir():
        raise Taken(f"{folder} is there already, and is no folder for pictures of pages")
    for file in found.values():
        if file.exists() and not _is_ours(file):
            raise Taken(f"{file} is there already, and is no picture of a page with findings")
    write_all({found[leaf.page]: burnt(leaf, entries) for leaf in leaves})
    _clear(folder, found.values())
    return found


def _is_ours(picture: Path) -> bool:
    if not picture.is_file():
        return False
    with picture.open("rb") as file:
        return MARK in file.read(256)


def _clear(folder: Path, new: Iterable[Path]) -> None:
    """Remove our pictures of an earlier run, and the folder where nothing else is in it."""
    if not folder.is_dir():
        return
    for file in {*folder.glob("page-*.png")} - {*new}:
        if _is_ours(file):
            file.unlink()
    if not any(folder.iterdir()):
        folder.rmdir()


def filed(
    reports: Sequence[Report], paths: Iterable[Path], pictures: Sequence[Pictures] = ()
) -> None:
    """Write the reports to each of the paths, as its ending says: .html, .json or .sarif.

    All of them or none; `OSError` where one cannot be written.
    """
    texts = {path: KINDS[path.suffix.lower()](reports, pictures) for path in paths}
    # A name that is no Unicode (PEP 383) is shown as an escape, which JSON reads as such.
    write_all({path: text.encode("utf-8", "backslashreplace") for path, text in texts.items()})


def _html(reports: Sequence[Report], pictures: Sequence[Pictures]) -> str:  # noqa: ARG001
    from briefpack.reporting.html import html

    return html(reports)


def _sarif(reports: Sequence[Report], pictures: Sequence[Pictures]) -> str:  # noqa: ARG001
    from briefpack.reporting.sarif import sarif

    return sarif(reports)


KINDS: dict[str, Callable[[Sequence[Report], Sequence[Pictures]], str]] = {
    ".html": _html,
    ".json": data.as_json,
    ".sarif": _sarif,
}
"""The ending of a report's name -> what writes it."""
