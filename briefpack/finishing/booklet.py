"""Booklet: pages two by two on sheets that are printed on both sides, folded once and stapled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from briefpack.finishing import folding
from briefpack.finishing.binding import fold_marks, staple_marks
from briefpack.finishing.form import sizes
from briefpack.finishing.impose import Placed, Size, imposed
from briefpack.finishing.job import Delivery, Job
from briefpack.finishing.label import label
from briefpack.finishing.overlay import lay_over
from briefpack.finishing.pen import Drawing, drawn
from briefpack.finishing.stock import stock

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

FLIPS: Mapping[str, folding.Flip] = {"DuplexFlipShortEdge": "short", "DuplexFlipLongEdge": "long"}


def booklet(delivery: Delivery, job: Job) -> Delivery:
    """The pages on lying sheets, with marks for the fold and for two staples in it.

    Toward the middle of the booklet, pages move to the fold by what their sheet will be pushed out.
    """
    sheet = (job.sheet.height, job.sheet.width)
    sheets = folding.booklet(len(job.folios), FLIPS[job.edition.duplex])
    creep = folding.creep(len(sheets), stock(job.edition.name).caliper)
    sides = _sides(sheets, creep, sheet, sizes(delivery.pdf))
    pdf = imposed(delivery.pdf, sheet, sides, label(job.edition, list(_names(sheets, job.wording))))
    return delivery.then(
        lay_over(pdf, drawn((sheet, marks) for marks in _marks(sheets, sheet))),
        sheets=len(sheets),
        pages_a_side=folding.PAGES_A_SIDE,
        fold="once",
        staples="fold",
        binding="fold",
        creep_mm=round(creep[-1], 2),
    )


def _sides(
    sheets: Sequence[folding.Sheet], creep: Sequence[float], size: Size, pages: Sequence[Size]
) -> Iterator[list[Placed]]:
    for sheet, shift in zip(sheets, creep, strict=True):
        for side in sheet.sides:
            halves = enumerate(side)
            yield [_placed(half, slot, shift, size, pages) for half, slot in halves if slot.page]


def _placed(
    half: int, slot: folding.Slot, shift: float, sheet: Size, pages: Sequence[Size]
) -> Placed:
    """A page against the fold, in the left half (0) or the right one (1).

    What it has of bleed shows but beyond the fold, where the other page's would. A lying page is
    turned so that its head is at the left, on left and right pages alike.
    """
    page = slot.page or 0
    fold, height = sheet[0] / 2, sheet[1]
    lies = pages[page - 1][0] > pages[page - 1][1]
    away = min(pages[page - 1]) / 2 - shift
    return Placed(
        page,
        middle=(fold + (away if half else -away), height / 2),
        window=(fold * half, 0, fold, height),
        turn=(90 if lies else 0) + (180 if slot.turned else 0),
    )


def _names(sheets: Sequence[folding.Sheet], words: Mapping[str, str]) -> Iterator[str]:
    """What each side is called, as "Sheet 1, front"."""
    for number in range(1, len(sheets) + 1):
        yield words["sheet-front"].format(number=number)
        yield words["sheet-back"].format(number=number)


def _marks(sheets: Sequence[folding.Sheet], size: Size) -> Iterator[Drawing]:
    """Fronts, on which stacks of sheets are worked from, have the marks; backs have none."""
    fold, staples = fold_marks(size), staple_marks(size)

    def outermost(canvas: Canvas) -> None:
        fold(canvas)
        staples(canvas)

    def none(_: Canvas) -> None:
        pass

    for number in range(len(sheets)):
        yield fold if number else outermost
        yield none
