"""The source map: which line of the content stands where on which page.

Laying out makes it, preflight and proof ask it: what was found on page 7 is `argument.md:41`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefpack.paper import Box
from briefpack.problem import Place


@dataclass(frozen=True, slots=True)
class Block:
    """What came of some lines of the content on one page.

    `page` counts from 1, `box` is in points of that page. A block that a page break splits is
    several, one for each page (and column) that it stands on.
    """

    place: Place
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the composed HTML that a page must show, and the pages that its block stands on.

    `pages` is empty where no page has any of it.
    """

    place: Place
    words: str
    pages: Sequence[int]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the brief: its element id, its kind ("timeline"), its first and its last page."""

    id: str
    kind: str
    place: Place
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class SourceMap:
    """All of it: `blocks` and `passages` in the order of the HTML, `parts` in that of the pages.

    `blanks` are the pages that were left blank on purpose, so that the next falls on its side.
    """

    blocks: Sequence[Block] = field(default=(), repr=False)
    passages: Sequence[Passage] = field(default=(), repr=False)
    parts: Sequence[Part] = ()
    blanks: Sequence[int] = ()

    def at(self, page: int, x: float, y: float) -> Place | None:
        """Where the content comes from that stands at a point; the innermost block counts.

        In points of the page; `None` where nothing of the content stands there.
        """
        return self.of(page, (x, y, x, y))

    def of(self, page: int, box: Sequence[float]) -> Place | None:
        """Where the content comes from that a box holds most of; the innermost block counts."""
        found = [
            (_shared(block.box, box), -_area(block.box), number)
            for number, block in enumerate(self.blocks)
            if block.page == page and _meets(block.box, box)
        ]
        return self.blocks[max(found)[2]].place if found else self._part_on(page)

    def _part_on(self, page: int) -> Place | None:
        return next((part.place for part in self.parts if part.first <= page <= part.last), None)


def _meets(one: Sequence[float], other: Sequence[float]) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _shared(one: Sequence[float], other: Sequence[float]) -> float:
    """The area that two boxes share, in tenths of the second one's, at the most all of it."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    whole = _area(other)
    return round(10 * max(width, 0) * max(height, 0) / whole) if whole else 10


def _area(box: Iterable[float]) -> float:
    left, bottom, right, top = box
    return max(right - left, 0) * max(top - bottom, 0)
