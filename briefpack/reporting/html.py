"""HTML: the report as one page that opens from a file, with the findings drawn on the pages."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from briefpack import __version__
from briefpack.problem import Severity
from briefpack.reporting import reasons
from briefpack.reporting.burning import frame
from briefpack.reporting.report import Entry, Leaf, Report

TEMPLATES = Path(__file__).with_name("page")
BEGINS = "<!DOCTYPE html>\n<!-- briefpack preflight -->"
"""How a page begins, so that it is known as ours when it is to be written anew."""

VERDICTS = {
    "failed": "This must not leave the building",
    "warned": "This can leave, once a person has looked",
    "passed": "This can leave the building",
    "unjudged": "Nobody has judged this yet",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding on a picture: its entry and where its frame lies, in hundredths of the picture."""

    entry: Entry
    left: float
    top: float
    width: float
    height: float


def html(reports: Sequence[Report]) -> str:
    """The page for one file, or for several below each other; it holds all that it shows."""
    style, script = (_own(name) for name in ("report.css", "report.js"))
    return _template().render(
        reports=reports,
        style=style,
        script=script,
        allowed=_allowed(script),
        verdicts=VERDICTS,
        version=__version__,
        marks=marks,
        embedded=embedded,
        reason=reasons.of,
        summary=summary,
        counts=counts,
    )


def _template() -> Any:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return made.get_template("report.html")


def _own(name: str) -> Markup:
    """A file of ours that goes into the page as it is."""
    return Markup((TEMPLATES / name).read_text("utf-8"))


def _allowed(script: str) -> str:
    """What the page may load and run: its pictures and our script, and nothing a file smuggles in.

    By the script's own hash (Content Security Policy 3, 2.3.1).
    """
    hashed = b64encode(sha256(script.encode("utf-8")).digest()).decode("ascii")
    return (
        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; "
        f"script-src 'sha256-{hashed}'; base-uri 'none'; form-action 'none'"
    )


def marks(leaf: Leaf, entries: Sequence[Entry]) -> list[Mark]:
    """The findings of a page, where they lie on its picture."""
    return [_mark(leaf, entry) for entry in entries if entry.page == leaf.page]


def _mark(leaf: Leaf, entry: Entry) -> Mark:
    left, top, right, bottom = frame(leaf, entry)
    across, down = 100 / leaf.width, 100 / leaf.height
    return Mark(
        entry,
        round(left * across, 3),
        round(top * down, 3),
        round((right - left) * across, 3),
        round((bottom - top) * down, 3),
    )


def embedded(leaf: Leaf) -> str:
    """A picture as a data URL (RFC 2397)."""
    return f"data:image/png;base64,{b64encode(leaf.png).decode('ascii')}"


def counts(report: Report) -> dict[str, int]:
    """How many errors, warnings and waived findings there are."""
    kinds = [problem.severity for problem in report.found]
    return {str(kind): kinds.count(kind) for kind in Severity}


def summary(report: Report) -> dict[str, list[Any]]:
    """The outcomes by what became of them."""
    kinds = ("failed", "warned", "passed", "unjudged")
    return {
        kind: [one for one in report.outcomes if one.verdict == kind] for kind in kinds
    }
