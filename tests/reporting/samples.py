"""Reports with something of everything, as tests of what shows them need it."""

from dataclasses import replace
from io import BytesIO
from typing import Any

from PIL import Image

from briefpack.preflight import Check, Outcome
from briefpack.preflight.validators import Verdict
from briefpack.problem import Place, Problem, Severity, Spot
from briefpack.reporting import File, Leaf, Report
from tests.acceptance.hostile import none, small

SMALL = Check("small-type", "type can be read", small, ("pages",))
ORDER = Check("reading-order", "tags follow the pages", none, ("pages",))
FONTS = Check("fonts", "fonts are in the file", none, ("pages",))

PDF = Place("build/brief.pdf")
LINE = Place("content/x/argument.md", 41, 3)
BOX = (72.0, 700.0, 200.0, 712.0)

TINY = Problem(
    LINE, "small-type", "page 7: text of 4 pt", "make it 6 pt", "A <b>line</b>", spot=Spot(7, BOX)
)
WIDE = Problem(PDF, "small-type", "page 7: it is wide", severity=Severity.WARNING, spot=Spot(7))
WAIVED = Problem(
    LINE,
    "small-type",
    "page 2: it is pale",
    severity=Severity.WAIVED,
    spot=Spot(2, BOX),
    waiver="a quotation of a leaflet",
)
WHOLE = Problem(PDF, "fonts", "a font is not in the file")
LONG = Problem(
    Place("content/x/brief.yaml", 3), "empty-file", "it is long", severity=Severity.WARNING
)


def leaf(page: int, *boxes: tuple[float, ...], size: tuple[int, int] = (400, 600)) -> Leaf:
    """A white page; every box lies at the same place."""
    file = BytesIO()
    Image.new("RGB", size, "white").save(file, "PNG")
    return Leaf(page, file.getvalue(), *size, dict.fromkeys(boxes, (100.0, 150.0, 200.0, 170.0)))


def report(**changes: Any) -> Report:
    """A report with errors, warnings and something waived, in the file and in its content."""
    made = Report(
        File("build/brief.pdf", 123_456, "ab" * 32, 12),
        (
            Outcome(SMALL, (WIDE, TINY, WAIVED)),
            Outcome(FONTS, (WHOLE,)),
            Outcome(ORDER, unjudged="the file has no tags"),
            Outcome(Check("good", "it is good", small, ("pages",))),
        ),
        (LONG,),
        (leaf(2, BOX), leaf(7, BOX)),
        (
            Verdict("veraPDF", "1.28", "ua1", False, ("7.1: not tagged",)),
            Verdict("veraPDF", "1.28", "3a", False, trouble="it ended with 7"),
            Verdict("page-validation", "", "ua1", True),
        ),
        frozenset({"pages"}),
        "for the screen",
    )
    return replace(made, **changes)
