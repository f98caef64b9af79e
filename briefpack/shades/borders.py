"""Borders: which areas of a page lie side by side, how long, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import reduce
from typing import Any, NamedTuple

from PIL import Image, ImageChops

from briefpack.shades.areas import OTHER, TOLERANCE, Kind, Map, close
from briefpack.shades.contrast import RGB8

STEPS = ((1, 0), (0, 1))
"""To the neighbour on the right, and to the one below."""

TEXT, AREAS, LINE = "text on its ground", "areas side by side", "line"
"""The kinds of pair."""


class Border(NamedTuple):
    """Two colours that meet: what they are, and the numbers of the two areas."""

    kind: str
    colours: tuple[RGB8, RGB8]
    numbers: tuple[int, int]


def borders(page: Map) -> Counter[Border]:
    """The borders of a page, each with its length in pixels; the text's colour stands first."""
    found: Counter[Border] = Counter()
    for step in STEPS:
        here, there = _neighbours(page.numbers, step)
        pairs: Any = Image.merge("RGB", (here, there, _edges(page, step))).getcolors(256 * 256 * 2)
        for count, (one, other, edge) in pairs:
            if edge and OTHER not in (one, other) and (border := _border(page, one, other)):
                found[border] += count
    return found


def _neighbours(numbers: Image.Image, step: tuple[int, int]) -> tuple[Image.Image, Image.Image]:
    right, down = step
    width, height = numbers.size
    here = numbers.crop((0, 0, width - right, height - down))
    return here, numbers.crop((right, down, width, height))


def _edges(page: Map, step: tuple[int, int]) -> Image.Image:
    """A mask of the pixels whose neighbour differs by more than a gradient does from one to one."""
    apart = ImageChops.difference(*_neighbours(page.page, step)).split()
    most = reduce(ImageChops.lighter, apart)
    return most.point([255 * (value > TOLERANCE) for value in range(256)])


def _border(page: Map, one: int, other: int) -> Border | None:
    """The border between two areas, unless they are one to the eye, or both are text."""
    (colour, kind), (second, its_kind) = page.what(one), page.what(other)
    if close(colour, second) or kind == its_kind == Kind.TEXT:
        return None
    kinds = {kind, its_kind}
    what = LINE if Kind.LINE in kinds else TEXT if Kind.TEXT in kinds else AREAS
    sides = [(colour, one), (second, other)]
    sides.sort(key=lambda side: (what == TEXT and page.what(side[1])[1] != Kind.TEXT, side))
    (first, number), (last, its_number) = sides
    return Border(what, (first, last), (number, its_number))


def place(page: Map, border: Border) -> tuple[int, int]:
    """Where the border is first met: pixels from the left and from the top."""
    return min(_met(page, border), key=lambda at: (at[1], at[0]))


def _met(page: Map, border: Border) -> Iterator[tuple[int, int]]:
    for step in STEPS:
        here, there = _neighbours(page.numbers, step)
        for one, other in (border.numbers, border.numbers[::-1]):
            both = ImageChops.darker(_only(here, one), _only(there, other))
            if box := both.getbbox():
                top = box[1]
                line = both.crop((0, top, both.width, top + 1)).getbbox()
                yield (line[0] if line else box[0]), top


def _only(numbers: Image.Image, number: int) -> Image.Image:
    return numbers.point([255 * (value == number) for value in range(256)])
