"""Writing: files that are whole at any moment, alone or several together."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

BEGUN = 40
"""Letters of a target's name that are in that of its draft."""


def write_whole(target: Path, data: bytes) -> None:
    """Write a file so that, killed at any moment, either the old one or the new one is whole."""
    write_all({target: data})


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write files that belong together, in their order.

    All of them are on the disk before the first takes its place, so that a full disk leaves the
    old ones, and only a kill in the midst of renaming some of each. `OSError` names the target.
    """
    drafts: dict[Path, Path] = {}
    try:
        for target, data in files.items():
            drafts[target] = _draft(target, data)
        for target, draft in drafts.items():
            os.replace(draft, target)
    except OSError as fault:
        fault.filename = fault.filename or str(target)
        raise
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)


def _draft(target: Path, data: bytes) -> Path:
    """The data on the disk, beside the target."""
    target.parent.mkdir(parents=True, exist_ok=True)
    begun = target.name[:BEGUN]  # all of a long name, and more, would be too long a name
    handle, draft = tempfile.mkstemp(dir=target.parent, prefix=f".{begun}.")
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(draft, 0o644)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    return Path(draft)
