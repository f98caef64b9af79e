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
    """Words of the composed HTML that pages must show, and the pages that their block stands on.

    `pages` is empty where no page has any of it. `words` are as the HTML has them, with the
    layout's own words and the numbers of sources that stand in the same block, and without blocks
    within that have a place of their own: what stands on two of its lines may stand apart. Whoever
    looks for them on the pages has to allow for what a layout does to words: capitals
    (`text-transform`), hyphens at the ends of lines, ligatures, spaces that come and go (raised
    numbers stand close to their word), and what style sheets put before and behind.
    """

    place: Place
    words: str
    pages: Sequence[int]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the brief: its element id, its kind ("timeline"), its first and its last page.

    What fills a page that would stay blank is a part too, of the kind "filler", and so are "notes".
    `place` is where its content begins; where it has none of its own, where the brief begins.
    """

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
        """Where the content comes from that a box holds most of; the innermost block counts.

        Where no block has a twentieth of the box (it is a whole page, or white), that is the part.
        """
        found = [
            (_shared(block.box, box), -_area(block.box), number)
            for number, block in enumerate(self.blocks)
            if block.page == page and _meets(block.box, box)
        ]
        shared, _, number = max(found, default=(0, 0.0, 0))
        return self.blocks[number].place if shared else self._part_on(page)

    def _part_on(self, page: int) -> Place | None:
        on_page = (part.place for part in self.parts if part.first <= page <= part.last)
        return next((place for place in on_page if place.file), None)


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
