"""Addresses: the names of files as references."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from urllib.parse import quote


def uri(file: str) -> str:
    """A file's name as a reference (RFC 3986, 4.1), relative where the name is."""
    path = PurePath(file)
    if path.is_absolute():
        return Path(file).as_uri()
    return quote(os.fsencode(path.as_posix()))
