"""Places: where on each page a stamp covers nothing that is to be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from briefpack.finishing.copies import label
from briefpack.paper import points

EDGE = points(8)
"""What an office printer cannot be trusted to print, from the paper's edge."""

_CLEAR = points(2)  # from a stamp to what stands beside it
_ABOVE = (points(1), points(0.2))  # and above or below it: as it should be, and at the least
_MOST = 0.75  # of the pages: a line that is free on so many is the usual one
_STEP = points(1)  # by which a stamp is moved on until it covers nothing
_THINGS = [raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH]
_BACKGROUND = 0.5  # of the page: what takes more is there to be printed upon


class Box(NamedTuple):
    """Left, bottom, right, top in points, as the page's own boxes count."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: Box, above: float = 0.0) -> bool:
        """Whether both share some of the page, or come closer than `above` to one another."""
        return (
            self.left < other.right + _CLEAR
            and other.left < self.right + _CLEAR
            and self.bottom < other.top + above
            and other.bottom < self.top + above
        )

    @property
    def area(self) -> float:
        """Square points."""
        return (self.right - self.left) * (self.top - self.bottom)


class Spot(NamedTuple):
    """Where a label's line begins, or ends where it is flush right."""

    x: float
    y: float
    flush_right: bool


Corner = tuple[float, float]
"""The lower left corner of a stamp, in points."""


class Margins(NamedTuple):
    """What the layout keeps free around its text, and the line of its running heads, in points."""

    top: float
    bottom: float
    inner: float
    outer: float
    head: float


def taken(pdf: bytes) -> list[list[Box]]:
    """The words of each page, its pictures, and what has a ground or a rule, as boxes.

    Drawings made of other drawings are passed over, as their words are not: they reach beyond what
    is seen of them.
    """
    with pypdfium2.PdfDocument(pdf) as document:
        return [list(_taken(page)) for page in document]


def _taken(page: pypdfium2.PdfPage) -> Iterator[Box]:
    whole = Box(*page.get_mediabox()).area
    text = page.get_textpage()
    for index in range(text.count_rects()):
        yield Box(*text.get_rect(index))
    for thing in page.get_objects(_THINGS, max_depth=1):
        box = Box(*thing.get_bounds())
        if box.area < _BACKGROUND * whole:
            yield box


class Page(NamedTuple):
    """A page that is to be stamped: its trimmed edges, its number (from 1), and what is taken."""

    trim: Box
    number: int
    taken: Sequence[Box]


def for_labels(
    pages: Sequence[Page], margins: Margins, size: float, wide: float
) -> list[Spot | None]:
    """Where the label goes on each page; none where there is no room.

    On all pages it is the same line, as far as can be: that of the running heads, at the side where
    the binding is or else at the other one; or another line of the upper or the lower margin. Where
    that is taken, it is whatever line is free, in the end wherever nothing stands.
    """
    found = [list(_spots(page, margins, size, wide)) for page in pages]
    lines = range(min(map(len, found)))
    counts = [sum(spots[line] is not None for spots in found) for line in lines]
    usual = next((line for line in lines if counts[line] >= _MOST * len(pages)), 0)
    return [
        spots[usual] or next(filter(None, spots), None) or _anywhere(page, margins, size, wide)
        for page, spots in zip(pages, found, strict=True)
    ]


def _spots(page: Page, margins: Margins, size: float, wide: float) -> Iterator[Spot | None]:
    """The place on each line of the margins, clear of other words or at least not upon them."""
    tall, (_, bottom, _, top) = label.height(size), page.trim
    lines = [
        top - margins.head - tall,
        *(top - down - tall for down in _steps(EDGE, margins.top - tall)),
        *(bottom + up for up in _steps(EDGE, margins.bottom - tall)),
    ]
    for above in _ABOVE:
        yield from (_on_line(page, line, above, margins, size, wide) for line in lines)


def _anywhere(page: Page, margins: Margins, size: float, wide: float) -> Spot | None:
    tall, (_, bottom, _, top) = label.height(size), page.trim
    for down in _steps(margins.top, top - bottom - margins.bottom):
        spot = _on_line(page, top - down - tall, _ABOVE[-1], margins, size, wide)
        if spot:
            return spot
    return None


def _on_line(
    page: Page, bottom: float, above: float, margins: Margins, size: float, wide: float
) -> Spot | None:
    """The place with that lower edge: at the inner margin, or at the outer one."""
    trim, inner_is_right = page.trim, page.number % 2 == 0
    for flush_right in (inner_is_right, not inner_is_right):
        margin = margins.inner if flush_right == inner_is_right else margins.outer
        x = trim.right - margin if flush_right else trim.left + margin
        left = x - wide if flush_right else x
        box = Box(left, bottom, left + wide, bottom + label.height(size))
        if _free(box, trim, page.taken, above):
            return Spot(x, bottom + label.below(size), flush_right)
    return None


def for_code(page: Page, margins: Margins, size: tuple[float, float]) -> Corner | None:
    """The lower left corner of the code; none where there is no room.

    In the lower margin, as near to its middle and to the edge as may be; else in the upper one, or
    wherever nothing stands.
    """
    (wide, high), trim = size, page.trim
    middle = (trim.left + trim.right - wide) / 2
    lowest = (trim.bottom + EDGE, trim.bottom + margins.bottom - high)
    highest = (trim.top - margins.top, trim.top - EDGE - high)
    for start, end in (lowest, highest, (lowest[1], highest[0])):
        for y in _steps(start, max(start, end)):
            for aside in _steps(0, (trim.right - trim.left - wide) / 2 - EDGE):
                for x in (middle - aside, middle + aside):
                    if _free(Box(x, y, x + wide, y + high), trim, page.taken, _ABOVE[-1]):
                        return x, y
    return None


def _free(box: Box, trim: Box, taken: Iterable[Box], above: float) -> bool:
    on_paper = box.left >= trim.left + EDGE and box.right <= trim.right - EDGE
    return on_paper and not any(box.meets(other, above) for other in taken)


def _steps(start: float, end: float) -> Iterator[float]:
    while start <= end:
        yield start
        start += _STEP
