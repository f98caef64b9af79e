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

from briefpack.problem import Severity
from briefpack.report import underlined
from briefpack.reporting import lettering, maker, marking, reasons
from briefpack.reporting.report import Entry, Leaf, Report

TEMPLATES = Path(__file__).with_name("page")
BEGINS = "<!DOCTYPE html>\n<!-- briefpack preflight -->"
"""How a page begins, so that it is known as ours when it is to be written anew."""

MOST = 200
"""Findings that are shown of a page, of the file or of the content: more load slowly."""

VERDICTS = {
    "failed": "This must not leave the building",
    "warned": "This can leave, once a person has looked",
    "passed": "This can leave the building",
    "unjudged": "Nobody has judged this yet",
}

OF_CONTENT = {
    "failed": "This cannot be set yet",
    "warned": "This can be set, once a person has looked",
    "passed": "This can be set",
}
"""The same of content, of which there is no page yet."""

OTHERS = {"passed": "passed", "failed": "failed", "unjudged": "no verdict"}
"""What became of a claim that others have judged."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding on a picture, in hundredths: the frame of the picture's width and height, the disc
    with its number of the picture's width, from the frame's upper left corner on.
    """

    entry: Entry
    left: float
    top: float
    width: float
    height: float
    across: float
    down: float
    whole: bool


def html(reports: Sequence[Report]) -> str:
    """The page for one file, or for several below each other; it holds all that it shows."""
    style, script = (_own(name) for name in ("report.css", "report.js"))
    page: str = _template().render(
        reports=reports,
        faces=Markup(lettering.css()),
        style=style,
        script=script,
        allowed=_allowed(script),
        headline=headline,
        others=OTHERS,
        version=maker.VERSION,
        marks=marks,
        embedded=embedded,
        excerpt=excerpt,
        reason=reasons.of,
        summary=summary,
        counts=counts,
        most=MOST,
    )
    return page


def headline(report: Report) -> str:
    """What a report comes to, in one line."""
    return (OF_CONTENT if report.unset else VERDICTS)[report.verdict]


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
        "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; "
        f"script-src 'sha256-{hashed}'; base-uri 'none'; form-action 'none'"
    )


def marks(leaf: Leaf, entries: Sequence[Entry]) -> list[Mark]:
    """The findings of a page, where they lie on its picture."""
    return [_mark(leaf, one) for one in marking.marks(leaf, entries)]


def _mark(leaf: Leaf, mark: marking.Mark) -> Mark:
    left, top, right, bottom = mark.frame
    across, down = 100 / leaf.width, 100 / leaf.height
    return Mark(
        mark.entry,
        left=round(left * across, 3),
        top=round(top * down, 3),
        width=round((right - left) * across, 3),
        height=round((bottom - top) * down, 3),
        across=round((mark.disc[0] - left) * across, 3),
        down=round((mark.disc[1] - top) * across, 3),
        whole=mark.whole,
    )


def excerpt(entry: Entry) -> tuple[str, str, str]:
    """The line that it is about: what stands before the words that are meant, these, and the rest.

    Without its indent; nothing is marked where the column is not known.
    """
    line, column = entry.problem.excerpt.rstrip(), entry.problem.place.column
    words = underlined(line, column - 1) if 0 < column <= len(line) else ""
    if not words:
        return "", "", line.lstrip()
    end = column - 1 + len(words)
    return line[: column - 1].lstrip(), words, line[end:]


def embedded(leaf: Leaf) -> str:
    """A picture as a data URL (RFC 2397)."""
    return f"data:image/png;base64,{b64encode(leaf.png).decode('ascii')}"


def counts(report: Report) -> dict[str, int]:
    """How many errors, warnings and waived findings there are."""
    kinds = [entry.problem.severity for entry in report.entries]
    return {str(kind): kinds.count(kind) for kind in Severity}


def summary(report: Report) -> dict[str, list[Any]]:
    """The outcomes by what became of them."""
    kinds = ("failed", "warned", "passed", "unjudged")
    return {kind: [one for one in report.outcomes if one.verdict == kind] for kind in kinds}
