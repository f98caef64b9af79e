"""Check of pictures: whether they have dots enough for the size that they are printed at."""

from collections.abc import Iterator
from math import floor

from briefpack.paper import points
from briefpack.preflight.finding import Finding, fault, remark
from briefpack.preflight.proof import Proof
from briefpack.preflight.sheet.leaf import Plate

GOOD, BAD = 150, 75
"""Dots per inch: below the one pictures look soft in print, below the other they fall to squares.

An office printer shows a screen of some 75 to 100 lines per inch, and twice as many dots.
"""

LEAST = points(10)
"""Points that a picture has each way, to be looked at as one."""

FLAT = 8
"""Pixels each way up to which a picture is an area of colour, or a run of colours."""


def fine(proof: Proof) -> Iterator[Finding]:
    """With too few dots at its printed size a picture is soft, and its small letters unreadable.

    Masks of one bit are left out: they have edges, and no tones. A press wants 300.
    """
    for page, one in _pictures(proof):
        dots = min(px * 72 / pt for px, pt in zip(one.pixels, one.size, strict=True))
        if floor(dots + 0.5) >= GOOD:
            continue
        told = fault if floor(dots + 0.5) < BAD else remark
        message = f"a picture has {floor(dots + 0.5)} dots per inch, where {GOOD} are wanted"
        hint = "take a larger one, or print it smaller"
        yield told(message, page, hint, proof.order.pictures.get(one.pixels), one.box)


def _pictures(proof: Proof) -> Iterator[tuple[int, Plate]]:
    for leaf in proof.leaves:
        yield from ((leaf.number, plate) for plate in leaf.plates if _counts(plate))


def _counts(plate: Plate) -> bool:
    return plate.bits > 1 and min(plate.size) >= LEAST and min(plate.pixels) > FLAT
