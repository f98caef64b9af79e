"""Checks of spreads: two pages that are one must face each other, and meet."""

from collections.abc import Iterator
from typing import NamedTuple

from briefpack.paper import Box, millimetres, points
from briefpack.preflight.finding import Finding, fault
from briefpack.preflight.pages.emptiness import FURNITURE
from briefpack.preflight.proof import Proof
from briefpack.preflight.sheet.leaf import Leaf

FLAT = 60.0
"""Points that a band may be high: an axis is a line or a band, not a ground."""

LONG = points(30)
"""Points from which on a line is long enough to lead over to the next page."""

AT_THE_EDGE = points(1)
"""Points from the edge of the page within which a line leads over it."""

MEETS = points(0.3)
"""Points by which two halves may miss each other: what a folding machine does anyway."""

NEAR = points(3)
"""Points beyond which two lines have nothing to do with each other."""


class Band(NamedTuple):
    """A level line or band, by its lower and its upper edge."""

    bottom: float
    top: float
    box: Box


def facing(proof: Proof) -> Iterator[Finding]:
    """A spread that begins on a right-hand page is torn: its second half is overleaf.

    What is a spread, the brief says; in other files it is a line that leads over the edge.
    """
    for first in _spreads(proof):
        if first % 2:
            message = f"the spread of pages {first} and {first + 1} begins on the right"
            hint = "let it begin on an even page"
            yield fault(message, first, hint, box=proof.leaves[first - 1].box)
    if proof.order.map is None:
        for leaf, following in zip(proof.leaves[::2], proof.leaves[1::2], strict=False):
            for band, other in _leading_over(leaf, following):
                if max(abs(step) for step in _steps(band, other)) <= NEAR:
                    message = "a line leads over the edge to the next page, which is overleaf"
                    hint = "let the two pages face each other"
                    yield fault(message, leaf.number, hint, box=band.box)
                    break


def aligned(proof: Proof) -> Iterator[Finding]:
    """A line that crosses the fold is one line: the eye sees a step of a third of a millimetre."""
    pairs = [pair for first in _spreads(proof) if not first % 2 for pair in _axis(proof, first)]
    if proof.order.map is None:
        for leaf, following in zip(proof.leaves[1::2], proof.leaves[2::2], strict=False):
            pairs += [(leaf.number, *pair) for pair in _leading_over(leaf, following)]
    for page, band, other in pairs:
        steps = _steps(band, other)
        if min(map(abs, steps)) > MEETS and max(map(abs, steps)) <= NEAR:
            apart, side = abs(millimetres(steps[0])), "lower" if steps[0] > 0 else "higher"
            message = f"a line goes on {apart:.1f} mm {side} on page {page + 1}"
            yield fault(message, page, "let both halves be at one height", box=band.box)


def _spreads(proof: Proof) -> Iterator[int]:
    """The first page of each spread that the brief has."""
    for part in proof.order.map.parts if proof.order.map else ():
        if part.kind in proof.order.spreads and part.last > part.first <= len(proof.leaves):
            yield part.first


def _axis(proof: Proof, first: int) -> Iterator[tuple[int, Band, Band]]:
    """The longest band of each page of a spread."""
    halves = [
        max(_bands(leaf), key=lambda band: band.box[2] - band.box[0], default=None)
        for leaf in proof.leaves[first - 1 : first + 1]
    ]
    if len(halves) == 2 and halves[0] and halves[1]:
        yield first, halves[0], halves[1]


def _steps(band: Band, other: Band) -> tuple[float, float]:
    """By how much one lies higher than the other: at its foot, and at its head."""
    return band.bottom - other.bottom, band.top - other.top


def _leading_over(leaf: Leaf, following: Leaf) -> Iterator[tuple[Band, Band]]:
    """The lines that reach the right edge of one page, each with those at the left of the next.

    A band that takes the whole width of its page is no axis, nor is one at its head or its foot:
    running heads of facing pages mirror each other.
    """
    ends = [band for band in _bands(leaf) if _reaches(leaf, band.box, right=True)]
    starts = [band for band in _bands(following) if _reaches(following, band.box, right=False)]
    yield from ((band, other) for band in ends for other in starts)


def _bands(leaf: Leaf) -> Iterator[Band]:
    for box in (*(area.box for area in leaf.areas), *(line.box for line in leaf.strokes)):
        left, bottom, right, top = box
        if top - bottom <= FLAT and right - left >= LONG:
            yield Band(bottom, top, box)


def _reaches(leaf: Leaf, box: Box, right: bool) -> bool:
    """Whether it leads over that edge, and not over the other one, between head and foot."""
    furniture = FURNITURE * (leaf.box[3] - leaf.box[1])
    if box[1] < leaf.box[1] + furniture or box[3] > leaf.box[3] - furniture:
        return False
    at_left = box[0] <= leaf.trim[0] + AT_THE_EDGE
    at_right = box[2] >= leaf.trim[2] - AT_THE_EDGE
    return (at_right and not at_left) if right else (at_left and not at_right)
