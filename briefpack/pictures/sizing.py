"""How large a picture is printed: what its place leaves room for."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from briefpack.paper import Paper, column_widths, millimetres

Grid = Mapping[str, float]
"""A layout's lengths across a page and its margins, in millimetres; see `layout.yaml`."""

LETTER = 1.5
"""Millimetres that a letter of a caption takes, rather more than less: 8 pt Fira Sans."""

CAPTION_FEED = millimetres(11.25)
WHITE = 2 * millimetres(15) + 1.4
"""Millimetres of white above and below a figure, and between it and its caption."""

_SHARES = {"text": 0.75, "wide": 0.75, "side": 0.6}
"""How much of a page's height a picture takes at most where it has no page of its own."""

_INCH = 25.4


@dataclass(frozen=True, slots=True)
class Size:
    """Millimetres."""

    width: float
    height: float


def room(place: str, grid: Grid, paper: Paper, captions: tuple[str, ...] = ()) -> Size:
    """The most that a figure may take where it is placed, its captions (a line or more each) apart.

    What is taller than a page is lost when it is set, so a picture and its captions always fit one;
    and where text is to stand on it as well, there is room for some.
    """
    there = column_widths(grid)
    width = there.get(place, there["wide"])
    measure = min(width, there["text"])  # a caption is no wider than the text
    scale = grid.get("scale", 1.0)
    lines = sum(ceil(len(caption) * LETTER * scale / measure) for caption in captions) * scale
    page = paper.height - grid["top"] - grid["bottom"]
    return Size(width, page * _SHARES.get(place, 1.0) - WHITE - lines * CAPTION_FEED)


def size(ratio: float, within: Size, width: float | None = None) -> Size:
    """The size at which a picture of that ratio (width to height) is printed.

    It is as wide as its place, or `width` (mm) where that is less, unless it would become too high.
    """
    widest = min(within.width, width or within.width, within.height * ratio)
    return Size(round(widest, 2), round(widest / ratio, 2))


def dots_per_inch(pixels: float, millimetres: float) -> float:
    """The resolution at which so many pixels are printed over that length."""
    return pixels * _INCH / millimetres


def pixels_at(millimetres: float, dots_per_inch: float) -> int:
    """The pixels that a length takes at that resolution."""
    return max(1, int(millimetres * dots_per_inch / _INCH))
