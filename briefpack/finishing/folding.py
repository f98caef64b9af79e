"""Folding: which page lands where on which side of which sheet, and how sheets read once folded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

PAGES_A_SIDE = 2
PAGES_A_SHEET = 4

Flip = Literal["short", "long"]
"""The edge of the sheet over which a printer turns it to print its back."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a page (from 1), or for none; `turned` ones stand on their head."""

    page: int | None = None
    turned: bool = False


Side = tuple[Slot, ...]
"""The slots of one side of a sheet as it is printed: from left to right, or from the top down."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Both sides of a sheet; a back without slots is not printed."""

    front: Side
    back: Side = ()

    @property
    def sides(self) -> list[Side]:
        """The printed sides, the front first."""
        return [side for side in (self.front, self.back) if side]


def booklet(pages: int, flip: Flip = "short") -> list[Sheet]:
    """The sheets of a booklet that is folded once and stapled in the fold, the outermost first.

    8 | 1   is the front of a sheet, and   2 | 7   its back: printed over the short edge, both read
    upright. Over the long edge a back would stand on its head, so its pages are turned, and
    change places. What is missing to a multiple of four stays blank at the end.
    """
    slots = _slots(pages, PAGES_A_SHEET)
    halves = len(slots) // 2
    leaves = zip(range(0, halves, 2), range(len(slots) - 1, halves - 1, -2), strict=True)
    return [
        Sheet((slots[last], slots[first]), _back((slots[first + 1], slots[last - 1]), flip))
        for first, last in leaves
    ]


def _back(side: Side, flip: Flip) -> Side:
    if flip == "short":
        return side
    return tuple(Slot(slot.page, not slot.turned) for slot in reversed(side))


def handout(pages: int) -> list[Sheet]:
    """Sheets with two pages a side, one below the other, that are read as they lie.

    What is missing to a whole side stays blank; a back without any page is not printed.
    """
    slots = _slots(pages, PAGES_A_SIDE)
    sides = [tuple(slots[at : at + PAGES_A_SIDE]) for at in range(0, len(slots), PAGES_A_SIDE)]
    return [Sheet(*sides[at : at + 2]) for at in range(0, len(sides), 2)]


def _slots(pages: int, multiple: int) -> list[Slot]:
    """A slot for each page, and empty ones up to the multiple; `ValueError` for no page at all."""
    if pages < 1:
        raise ValueError(f"{pages} pages cannot be put on sheets")
    count = pages + -pages % multiple
    return [Slot(page if page <= pages else None) for page in range(1, count + 1)]


def folded(sheets: Sequence[Sheet], flip: Flip = "short") -> list[Slot]:
    """The slots in the order in which the folded and nested sheets are read.

    The inverse of `booklet`, by another way: the leaves are laid on one another as hands do it.
    Turned slots are those that the reader would find on their head.
    """
    first_half: list[Slot] = []
    second_half: list[Slot] = []
    for sheet in sheets:
        back = _back(sheet.back, flip)  # as it lies when the sheet is turned like a leaf of a book
        first_half += [sheet.front[1], back[0]]
        second_half += [sheet.front[0], back[1]]
    return [*first_half, *reversed(second_half)]


def creep(sheets: int, caliper: float) -> list[float]:
    """How far (mm) the pages of each sheet are moved toward the fold, the outermost sheet first.

    Each sheet is pushed out of the one around it by the paper's thickness `caliper` (mm), and the
    trimmer takes off what looks out: without the shift, inner pages would lose it of their outer
    margins. That is for folds pressed flat; loose ones push up to half as far again.
    """
    return [sheet * caliper for sheet in range(sheets)]
