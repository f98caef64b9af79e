"""Excerpts: the line that stands at a place, for who has the place and not the words."""

import stat
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from briefpack.problem import Place, Problem

LARGEST = 2_000_000
"""The most bytes of a file that is looked into: as many as a text of a brief may have."""


def with_excerpts(problems: Iterable[Problem], root: Path) -> list[Problem]:
    """The problems, those that bring no line of their own with the one at their place."""
    return [replace(one, excerpt=one.excerpt or excerpt(one.place, root)) for one in problems]


def excerpt(place: Place, root: Path) -> str:
    """The line of the source at a place whose file is relative to `root`, without its line end.

    Empty where the place names no line, or where the file is gone, has fewer lines, is too large,
    or is no text in UTF-8. A file is read once as long as nobody changes it.
    """
    path = root / place.file
    try:
        status = path.stat()
    except (OSError, ValueError):
        return ""
    if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST or place.line < 1:
        return ""
    lines = _lines(path, status.st_mtime_ns, status.st_size)
    return lines[place.line - 1] if place.line <= len(lines) else ""


@lru_cache(maxsize=64)
def _lines(path: Path, _changed: int, _size: int) -> Sequence[str]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, ValueError):
        return ()
    if "\0" in text:
        return ()
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
