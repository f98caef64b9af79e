"""Contrast: how well two colours are told apart, in colour and as greys (WCAG 2.2)."""

from briefpack.charts import legible
from briefpack.finishing.recolour.inks import RGB, luma

LEAST = 3.0
"""Between parts of a picture, and of large letters with their ground (WCAG 2.2, 1.4.11, 1.4.3)."""

RGB8 = tuple[int, int, int]


def ratio(one: RGB8, other: RGB8) -> float:
    """Contrast, from 1 to 21."""
    return legible.contrast(written(one), written(other))


def grey(colour: RGB8) -> RGB8:
    """The colour as the mono proof has it."""
    red, green, blue = (part / 255 for part in colour)
    unit: RGB = (red, green, blue)
    return (round(255 * luma(unit)),) * 3


def written(colour: RGB8) -> str:
    """ "#f0806c"."""
    return "#" + bytes(colour).hex()
