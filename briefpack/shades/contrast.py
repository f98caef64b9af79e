"""Contrast: how well two colours are told apart, in colour and as greys (WCAG 2.2)."""

from collections.abc import Sequence
from math import floor

from briefpack.charts import legible

LEAST = 3.0
"""Between parts of a picture, and of large letters with their ground (WCAG 2.2, 1.4.11, 1.4.3)."""

TEXT = legible.LEAST
"""Of other text with its ground."""

LUMA = (0.3, 0.59, 0.11)
"""How much red, green and blue count in a grey (ISO 32000-1, 10.3.2)."""

RGB8 = tuple[int, int, int]


def ratio(one: RGB8, other: RGB8) -> float:
    """Contrast, from 1 to 21."""
    return legible.contrast(written(one), written(other))


def told(contrast: float) -> str:
    """ "2.9:1"; what is below the least never reads as if it were not."""
    return f"{floor(contrast * 10) / 10:.1f}:1"


def grey(colour: RGB8) -> RGB8:
    """The colour as the mono proof has it."""
    return (round(255 * luma([part / 255 for part in colour])),) * 3


def written(colour: RGB8) -> str:
    """ "#f0806c"."""
    return "#" + bytes(colour).hex()


def luma(rgb: Sequence[float]) -> float:
    """The grey that a device makes of a colour, on its own scale."""
    return sum(part * weight for part, weight in zip(rgb, LUMA, strict=True))
