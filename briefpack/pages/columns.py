"""Two columns of entries a page, decided before typesetting.

CSS columns would balance themselves, but the typesetter then sets every entry again for each height
that it tries: two thirds of the time of a whole brief.
"""

from collections.abc import Mapping, Sequence

from briefpack.paper import column_widths

Column = range
Spread = tuple[Column, Column]


def half_width(grid: Mapping[str, float], sources: Mapping[str, float]) -> float:
    """The width (mm) of one of two columns across the page, with the gutter of `sources` between.

    Both are lengths of a layout.
    """
    return round((column_widths(grid)["wide"] - sources["gutter"]) / 2, 2)


def two_columns(heights: Sequence[float], first: float, room: float) -> list[Spread]:
    """The entries (by index) of the left and the right column of each page.

    `heights` of the entries, the room on the `first` page and on each later one, all in one unit.
    Columns of the last page are as even as the order allows, the left never shorter by choice.
    """
    pages: list[Spread] = []
    start = 0
    while start < len(heights):
        space = room if pages else first
        if sum(heights[start:]) <= 2 * space:
            space = min(space, _even(heights[start:]))
        middle = _filled(heights, start, space)
        end = _filled(heights, middle, space)
        pages.append((range(start, middle), range(middle, end)))
        start = end
    return pages


def _filled(heights: Sequence[float], start: int, space: float) -> int:
    """The index after the last entry that fits, at least one entry on."""
    used, index = 0.0, start
    while index < len(heights) and (index == start or used + heights[index] <= space + 1e-6):
        used += heights[index]
        index += 1
    return index


def _even(heights: Sequence[float]) -> float:
    """The least height of a left column with which the right one is no longer than the left."""
    total, left = sum(heights), 0.0
    for height in heights:
        left += height
        if left >= total - left:
            break
    return left
