"""Copies of the small brief, struck as a run strikes them."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import briefpack
from briefpack.finishing.copies import letters
from briefpack.finishing.copies.impression import Impression
from briefpack.finishing.copies.places import Margins
from briefpack.finishing.copies.plate import Plate, Printer
from briefpack.finishing.copies.platemaking import Style, make_plate
from briefpack.paper import points
from tests.small import SMALL

STYLE = Style(8, points(12), Margins(*map(points, (27, 26.5, 20, 20, 13))))
COMMON = set("Copy of 0123456789abcdef-·,… ")


@cache
def painted() -> bytes:
    """The small brief's pages with a link, an outline and full-bleed art, before any stamp."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "brief.yaml").write_text(SMALL, "utf-8")
        return briefpack.build(folder, to=Path(folder) / "a.pdf").path.read_bytes()


def impression(name: str, number: int = 7, watermark: str = "") -> Impression:
    line, short = f"Copy {number} of 40 · {name}", f"Copy {number} of 40"
    remark = f"(copy {number} of 40, {name})"
    return Impression(
        number, f"copy-{number}.pdf", line, short, remark, UUID(int=number), watermark
    )


def plate(*run: Impression, pdf: bytes | None = None) -> Plate:
    """The plate for these copies, of the small brief unless another PDF is given."""
    wanted = COMMON.union(*(one.line + one.watermark for one in run))
    return make_plate(pdf or painted(), run, STYLE, letters.cut(wanted))


def copy(one: Impression, pdf: bytes | None = None) -> bytes:
    """The file of one copy."""
    made = plate(one, pdf=pdf)
    return made.head + Printer(made).strike(one)[0]
