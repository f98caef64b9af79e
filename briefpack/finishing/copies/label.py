"""The label: the line that names a copy, on white, so that it shows on full-bleed art too."""

from briefpack.finishing.copies.letters import Widths, shown, width
from briefpack.paper import points

FONT = b"/F"
"""What the stamps call their font."""

INK = b"0.075 0.149 0.231"
"""RGB, the dark blue of the layouts' own furniture (#13263b)."""

_FEED = 1.40625  # of the size: as running heads have it
_ASCENT, _DESCENT = 0.935, 0.265  # of the size: Fira Sans' own
_SIDE = points(2.4)  # of white on both sides of the words

ELLIPSIS = "…"


def height(size: float) -> float:
    """Points from the label's lower edge to its upper one."""
    return size * _FEED


def below(size: float) -> float:
    """Points of it below the line on which the letters stand."""
    return size * (_DESCENT + (_FEED - _ASCENT - _DESCENT) / 2)


def extent(line: str, widths: Widths, size: float) -> float:
    """Points that the label is wide, with the white on its outer side alone."""
    return width(line, widths, size) + _SIDE


def label(line: str, widths: Widths, size: float, flush_right: bool) -> bytes:
    """The drawing. Its origin is where the line of letters begins or, flush right, ends."""
    long = width(line, widths, size)
    start = -long if flush_right else 0.0
    box = (start - _SIDE, -below(size), long + 2 * _SIDE, height(size))
    return b"1 1 1 rg %.2f %.2f %.2f %.2f re f %s rg BT %s %g Tf %.2f 0 Td %s Tj ET" % (
        *box, INK, FONT, size, start, shown(line)
    )  # fmt: skip


def fitted(name: str, rest: str, widths: Widths, size: float, room: float) -> str:
    """The name, and as much of the rest as there is room for; an ellipsis stands for what is cut.

    Empty where there is not even room for the name.
    """
    if width(name, widths, size) > room:
        return ""
    if width(name + rest, widths, size) <= room:
        return name + rest
    for end in range(len(rest) - 1, 2, -1):
        cut = name + rest[:end].rstrip(" ,.;-–") + ELLIPSIS
        if width(cut, widths, size) <= room:
            return cut
    return name
