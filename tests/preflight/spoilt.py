"""A brief that preflight has nothing to say of, and what is planted in its PDF."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array

from briefpack import preflight, press
from briefpack.preflight import Order
from briefpack.problem import Place, Severity
from tests import pressed

Breaking = Callable[[pikepdf.Pdf], object]

EVERY = ("pages", "reading", "mail", "paper")

ROOM = {"whole": 50}
"""More pages than any of the briefs has."""

TABLE = """\
      A *second* paragraph, <3 of all. It is as long as it takes to fill more than one line of the
      column, since a line by itself could be a label, which stands where it likes.

      A third paragraph follows it. It is as long as it takes to fill more than one line of the
      column as well, so that the order of both is plain to see for everybody who looks at them.

      :::{table}
      :caption: What a night costs

      | Line | Cost |
      | --- | --- |
      | 3 | 800 |
      | 7 | 950 |
      :::

"""


def sample(folder: Path) -> bytes:
    """The screen edition of a small brief with photographs and a table."""
    old = "      A *second* paragraph, <3 of all.\n\n"
    return press.build(
        pressed.brief(folder / "brief", (old, TABLE)), to=folder / "a.pdf"
    ).path.read_bytes()


def spoilt(pdf: bytes, breaking: Breaking, **saving: Any) -> bytes:
    """The file with one thing broken."""
    with pikepdf.open(BytesIO(pdf)) as document:
        breaking(document)
        file = BytesIO()
        document.save(file, fix_metadata_version=False, **saving)
        return file.getvalue()


def found(pdf: bytes, *groups: str, **order: Any) -> dict[str, list[str]]:
    """What each rule has to say of a file; a warning begins with "(w)"."""
    outcomes = preflight.inspect(pdf, Order(Place("a.pdf"), frozenset(groups or EVERY), **order))
    return {
        outcome.check.rule: [_told(problem) for problem in outcome.problems]
        for outcome in outcomes
        if outcome.problems
    }


def _told(problem: Any) -> str:
    mark = "(w) " if problem.severity is Severity.WARNING else ""
    return mark + problem.message


def unjudged(pdf: bytes, *groups: str, **order: Any) -> set[str]:
    """The rules by which a file cannot be judged."""
    outcomes = preflight.inspect(pdf, Order(Place("a.pdf"), frozenset(groups or EVERY), **order))
    return {outcome.check.rule for outcome in outcomes if outcome.unjudged}


def elements(document: pikepdf.Pdf, kind: str) -> list[Any]:
    """The elements of the structure with that tag, in order."""
    return [one for one in _all(document.Root.StructTreeRoot) if one.get("/S") == f"/{kind}"]


def _all(element: Any) -> Iterator[Any]:
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, Array | list) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _all(kid)
