"""Checks of pages that have nothing, or next to nothing, on them."""

import re
from collections.abc import Iterator

from briefpack.paper import Box
from briefpack.preflight.finding import Finding, remark
from briefpack.preflight.proof import Proof
from briefpack.preflight.sheet.geometry import area
from briefpack.preflight.sheet.leaf import Leaf
from briefpack.preflight.sheet.lines import Line

FURNITURE = 0.1
"""Part of a page's height at its head and at its foot in which running heads and folios stand."""

NEAR = 0.12
"""Part of the height between them that a page fills at the least."""

GAP = 40.0
"""Points between two things that one glance takes together: the lines of a page ruled for notes."""

SIDEWAYS = (90, 270)
"""Degrees by which a viewer turns a page so that its sides become its head and its foot."""

TITLE = 16.0
"""Points from which on type is that of a title."""

FULL = 0.5
"""Part of a page's width from which on a line of smaller type is one of running text."""

_BLANK = re.compile(
    r"(left|intentionally) blank|absichtlich (leer|frei)|intentionnellement (vierge|blanche)"
    r"|intencionadamente|intenzionalmente",
    re.IGNORECASE,
)
"""What publishers print on a page that is to be blank."""

GROUND = 0.9
"""Part of a page from which on an area is its ground, and nothing that stands on it."""


def blank(proof: Proof) -> Iterator[Finding]:
    """A page without anything on it is taken for a fault of the printer's, and sent back."""
    for leaf, lines in zip(proof.leaves, proof.lines, strict=True):
        if leaf.shown and not lines and not _things(leaf):
            hint = "take it out, or say on it what it is for"
            yield remark("there is nothing on this page", leaf.number, hint)


def near_empty(proof: Proof) -> Iterator[Finding]:
    """A page with a few lines costs a sheet, and looks as if the rest had been lost.

    A title page is meant to be, and so is one that says that it is blank.
    """
    for leaf, lines in zip(proof.leaves, proof.lines, strict=True):
        if not (lines or _things(leaf)) or _is_title(leaf, lines) or _is_said_to_be_blank(lines):
            continue
        filled = _filled(leaf, lines)
        if filled < NEAR:
            hint = "shorten what runs over to it, or let more begin here"
            yield remark("there is next to nothing on this page", leaf.number, hint)


def _is_title(leaf: Leaf, lines: list[Line]) -> bool:
    """Whether large letters stand there, and no line of running text."""
    left, right = leaf.box[1::2] if leaf.turned in SIDEWAYS else leaf.box[::2]
    small = [line for line in lines if line.size < TITLE]
    full = [line for line in small if line.box[2] - line.box[0] > FULL * (right - left)]
    return len(small) < len(lines) and not full


def _is_said_to_be_blank(lines: list[Line]) -> bool:
    return any(_BLANK.search(line.words) for line in lines)


def _filled(leaf: Leaf, lines: list[Line]) -> float:
    """The part of the height between head and foot that something stands in."""
    foot, head = (0, 2) if leaf.turned in SIDEWAYS else (1, 3)
    bottom, top = leaf.box[foot], leaf.box[head]
    height = top - bottom
    low, high = bottom + FURNITURE * height, top - FURNITURE * height
    boxes = [*(line.box for line in lines), *_things(leaf)]
    total, end = 0.0, low
    for start, stop in sorted((box[foot], box[head]) for box in boxes):
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
