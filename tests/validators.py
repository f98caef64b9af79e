"""Ask validators whether a PDF is what it claims to be."""

import os
import shlex
import subprocess
from collections.abc import Iterable
from pathlib import Path

import page
import pytest

FLAVOURS = ("ua1", "3a")
"""PDF/UA-1 and PDF/A-3a, by the names that both validators know."""


def failures(pdf: bytes) -> list[str]:
    """What page-validation finds wrong, for all flavours; empty is well."""
    return [
        f"{flavour} {failure.rule_id}: {failure.message}"
        for flavour in FLAVOURS
        for failure in page.validate_pdf_bytes(pdf, profile=flavour).failures
    ]


def verapdf(flavour: str, files: Iterable[Path]) -> subprocess.CompletedProcess[str]:
    """What veraPDF says of the files; its exit code is 0 where all comply.

    The command stands in the environment variable VERAPDF, with the flags of the official one;
    where it does not, the test is skipped.
    """
    command = os.environ.get("VERAPDF")
    if not command:
        pytest.skip(
            "VERAPDF is not set: say there which command runs veraPDF, to check with it too"
        )
    return subprocess.run(
        [*shlex.split(command), "-f", flavour, *map(str, files)],
        check=False,
        capture_output=True,
        text=True,
    )
