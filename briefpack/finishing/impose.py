"""Impose: pages become forms on the sheets of a new PDF; text stays text, and bleed stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Matrix, Name

from briefpack.finishing.form import Form
from briefpack.finishing.saving import saved
from briefpack.finishing.sheets import describe
from briefpack.paper import points

Size = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, bottom, width and height: millimetres from the lower left corner of the sheet."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A page (from 1) on a sheet.

    `middle` is where (mm) the middle of the trimmed page lies; around it the page is scaled, and
    turned by degrees counterclockwise. The page and its bleed show as far as `window` reaches.
    """

    page: int
    middle: tuple[float, float]
    window: Box
    scale: float = 1.0
    turn: int = 0


def imposed(
    pdf: bytes, sheet: Size, sides: Iterable[Sequence[Placed]], catalogue: Mapping[str, Any]
) -> bytes:
    """A PDF with a page of the sheet's size (mm) for each side; on it, the pages of the other.

    What belongs to a page as a page (structure, links, outline) is left behind, since forms have
    none; `sheets.describe` says what the file keeps. The time grows as the number of pages does,
    and no faster.
    """
    with pikepdf.open(BytesIO(pdf)) as source, pikepdf.new() as document:
        forms = [Form(page) for page in source.pages]
        for side in sides:
            page = document.add_blank_page(page_size=_points(sheet))
            for placed in side:
                form = document.copy_foreign(forms[placed.page - 1].stream)
                page.add_resource(form, Name.XObject, Name(f"/P{placed.page}"))
            calls = [_call(placed, forms[placed.page - 1]) for placed in side]
            page.obj.Contents = document.make_stream(b"\n".join(calls))
        describe(document, source, catalogue)
        return saved(document)


def _call(placed: Placed, form: Form) -> bytes:
    """The operators that print a form through its window."""
    x, y = form.middle
    matrix = (
        Matrix()
        .translated(*_points(placed.middle))
        .rotated(placed.turn)
        .scaled(placed.scale, placed.scale)
        .translated(-x, -y)
    )
    window = b" ".join(b"%.4f" % points(mm) for mm in placed.window)
    return b"q %b re W n %b cm /P%d Do Q" % (window, matrix.encode(), placed.page)


def _points(pair: tuple[float, float]) -> tuple[float, float]:
    return points(pair[0]), points(pair[1])
