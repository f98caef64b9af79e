"""A brief for the tests of this stage."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

BRIEF = "title: A brief\ndate: 2026-01-05\nstance: neutral\nauthors:\n  - name: A. Author\n"

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a folder with a sound `brief.yaml`, with `more` added to it, and other `files`."""

    def write(more: str = "", files: Mapping[str, str] | None = None, brief: str = BRIEF) -> Path:
        for name, text in {"brief.yaml": brief + more, **(files or {})}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return tmp_path

    return write
