"""Origin: where a colour is written down, in the layout or in the brief's own files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from briefpack.finishing.job import Job
from briefpack.problem import Place
from briefpack.shades.contrast import RGB8, written

SHEETS = ("*.yaml", "*.css")
"""What of a layout gives colours."""

DRAWINGS = ("*.yaml", "*.svg", "*.json")
"""What of a brief does."""

LARGEST = 5_000_000
"""Bytes of a file beyond which it is data, not a drawing."""

PAPER = "#ffffff"


def origin(job: Job, colours: Iterable[RGB8]) -> tuple[Place, str]:
    """Where one of the colours is given first, and that line; white is looked for last.

    Where none is, as in a photograph or a mixture, the brief as a whole.
    """
    wanted = sorted((written(colour) for colour in colours), key=PAPER.__eq__)
    for name in wanted:
        for file, shown in _files(job):
            for number, line in enumerate(_lines(file), 1):
                if match := re.search(_pattern(name), line, re.IGNORECASE):
                    return Place(shown, number, match.start() + 1), line
    return job.place, ""


def _files(job: Job) -> Iterator[tuple[Path, str]]:
    for folder in job.layout.folders:
        for ending in SHEETS:
            yield from ((file, str(file)) for file in sorted(folder.glob(ending)))
    beside = Path(job.place.file).parent
    for ending in DRAWINGS:
        for file in sorted([*job.folder.glob(ending), *job.folder.glob(f"*/{ending}")]):
            yield file, (beside / file.relative_to(job.folder)).as_posix()


def _lines(file: Path) -> list[str]:
    """The lines of a file; none, where it is no file, cannot be read, or is too large."""
    try:
        if not file.is_file() or file.stat().st_size > LARGEST:
            return []
        return file.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return []


def _pattern(name: str) -> str:
    """The colour as a style sheet may write it: "#ffeedd", or "#fed" for short."""
    red, green, blue = name[1:3], name[3:5], name[5:]
    doubled = all(part[0] == part[1] for part in (red, green, blue))
    short = f"|#{red[0]}{green[0]}{blue[0]}" if doubled else ""
    return rf"(?:{name}{short})\b"
