"""Checks of pages that have nothing, or next to nothing, on them."""

from collections.abc import Iterator

from briefpack.paper import Box
from briefpack.preflight.finding import Finding, remark
from briefpack.preflight.geometry import area
from briefpack.preflight.leaf import Leaf
from briefpack.preflight.lines import Line
from briefpack.preflight.proof import Proof

FURNITURE = 0.1
"""Part of a page's height at its head and at its foot in which running heads and folios stand."""

NEAR = 0.12
"""Part of the height between them that a page fills at the least."""

GAP = 40.0
"""Points between two things that one glance takes together: the lines of a page ruled for notes."""

GROUND = 0.9
"""Part of a page from which on an area is its ground, and nothing that stands on it."""


def blank(proof: Proof) -> Iterator[Finding]:
    """A page without anything on it is taken for a fault of the printer's, and sent back."""
    for leaf, lines in zip(proof.leaves, proof.lines, strict=True):
        if not lines and not _things(leaf):
            hint = "take it out, or say on it what it is for"
            yield remark("there is nothing on this page", leaf.number, hint)


def near_empty(proof: Proof) -> Iterator[Finding]:
    """A page with a few lines costs a sheet, and looks as if the rest had been lost."""
    for leaf, lines in zip(proof.leaves, proof.lines, strict=True):
        if not lines and not _things(leaf):
            continue
        filled = _filled(leaf, lines)
        if filled < NEAR:
            hint = "shorten what runs over to it, or let more begin here"
            yield remark("there is next to nothing on this page", leaf.number, hint)


def _filled(leaf: Leaf, lines: list[Line]) -> float:
    """The part of the height between head and foot that something stands in."""
    _, bottom, _, top = leaf.box
    height = top - bottom
    low, high = bottom + FURNITURE * height, top - FURNITURE * height
    boxes = [*(line.box for line in lines), *_things(leaf)]
    total, end = 0.0, low
    for start, stop in sorted((box[1], box[3]) for box in boxes):
        start, stop = max(start, low), min(stop, high)
        if stop <= end or start >= high:
            continue
        total += stop - (end if start - end < GAP and end > low else max(start, end))
        end = stop
    return total / (high - low) if high > low else 1.0


def _things(leaf: Leaf) -> list[Box]:
    """The boxes of what is drawn there, but for the page's own ground; a picture is no ground."""
    whole = area(leaf.box)
    drawn = [*(one.box for one in leaf.areas), *(one.box for one in leaf.strokes)]
    pictures = [plate.box for plate in leaf.plates if plate.pixels != (0, 0)]
    return [*(box for box in drawn if area(box) < GROUND * whole), *pictures]
