"""The cellar: drawings that were made before, kept by what they were made from.

A drawing that is not there, or not whole, is made again: nothing here ever fails.
"""

import os
import tempfile
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

DAYS = 90
"""How long a drawing is kept that nobody asks for."""

MOST = 2_000
"""Drawings kept at most; the oldest go first."""

_ENDING = ".svg"
_DIGEST = 64


def folder() -> Path:
    """Where drawings are kept (XDG Base Directory Specification)."""
    given = os.environ.get("XDG_CACHE_HOME", "")
    with suppress(RuntimeError):  # a user without a home
        return (
            Path(given) if os.path.isabs(given) else Path.home() / ".cache"
        ) / "briefpack/charts"
    return Path(tempfile.gettempdir()) / "briefpack/charts"


def taken(key: str, home: Path) -> str | None:
    """The drawing of that key; None where there is none that is whole."""
    path = home / (key + _ENDING)
    try:
        data = path.read_bytes()
    except OSError:
        return None
    digest, svg = data[:_DIGEST], data[_DIGEST + 1 :]
    if sha256(svg).hexdigest().encode() != digest:
        return None
    _touch(path)
    return svg.decode("utf-8")


def put(key: str, svg: str, home: Path) -> None:
    """Keep a drawing: killed at any moment, the file is whole or not there."""
    data = svg.encode("utf-8")
    draft = ""
    try:
        home.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=home, prefix=".draft-")
        with open(handle, "wb") as file:
            file.write(sha256(data).hexdigest().encode() + b"\n" + data)
        os.replace(draft, home / (key + _ENDING))
    except OSError:
        if draft:
            with suppress(OSError):
                os.unlink(draft)


def cleared(home: Path) -> None:
    """Throw away what was not asked for in a long time, and the oldest of too many."""
    oldest = time.time() - DAYS * 86_400
    try:
        kept = sorted((entry.stat().st_mtime, entry.path) for entry in os.scandir(home))
    except OSError:
        return
    surplus = max(0, len(kept) - MOST)
    for number, (used, path) in enumerate(kept):
        if number < surplus or used < oldest:
            with suppress(OSError):
                os.unlink(path)


def _touch(path: Path) -> None:
    """Note that it was asked for, once a day at most."""
    with suppress(OSError):
        if time.time() - path.stat().st_mtime > 86_400:
            os.utime(path)
