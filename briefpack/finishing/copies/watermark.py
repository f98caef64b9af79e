"""The watermark: one large word, or a name, across a page, pale enough to read what is below it."""

from math import atan2, cos, hypot, sin

from briefpack.finishing.copies.label import FONT
from briefpack.finishing.copies.letters import Widths, shown, width

STATE = b"/G"
"""What the stamps call the graphics state that lets the page show through."""

OPACITY = 0.18
INK = b"0.878 0.345 0.247"
"""RGB, a red of the layouts (#e0583f), which shows on white and on a dark ground alike."""

LEAST = 14.0
"""Points: what is smaller is no watermark but a line of text in the way of others."""

_FILLED = 0.72  # of the diagonal, by the longest words
_TALLEST = 0.2  # of the page's shorter side, for the shortest
_SPACING = 0.04  # of the size, between letters
_CAPITALS = 0.691  # of the size: Fira Sans' own


def watermark(words: str, widths: Widths, page: tuple[float, float]) -> bytes:
    """The drawing on a page of that width and height in points, from its lower left corner."""
    across, up = page
    slope = atan2(up, across)
    high = size(words, widths, page)
    right, rise = cos(slope), sin(slope)
    along, aside = -_long(words, widths) * high / 2, -_CAPITALS * high / 2
    start = (across / 2 + along * right - aside * rise, up / 2 + along * rise + aside * right)
    return b"%s gs %s rg BT %s %.2f Tf %.2f Tc %.4f %.4f %.4f %.4f %.2f %.2f Tm %s Tj ET" % (
        STATE, INK, FONT, high, _SPACING * high, right, rise, -rise, right, *start, shown(words)
    )  # fmt: skip


def size(words: str, widths: Widths, page: tuple[float, float]) -> float:
    """The points that the letters are high, on a page of that width and height."""
    return min(hypot(*page) * _FILLED / _long(words, widths), min(page) * _TALLEST)


def _long(words: str, widths: Widths) -> float:
    """How long the words are, by the size of their letters."""
    return width(words, widths, 1.0) + _SPACING * (len(words) - 1)
