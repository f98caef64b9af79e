"""Areas: a rendered page as a map of what is of one colour, and of which kind."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import reduce
from typing import Any

from PIL import Image, ImageChops

from briefpack.shades.contrast import RGB8

TOLERANCE = 8
"""Colours whose channels differ by no more (of 255) count as one; Pillow looks for the nearest of a
palette in steps of 4, so that less would not do."""

ROUNDED = 2
"""How far off a renderer has a colour that the document gives."""

CHANCE = 4096
"""As many colours as a page may have before the rare ones are not looked at."""


class Kind(IntEnum):
    """What an area is."""

    BROAD = 0
    TEXT = 1
    LINE = 2


KINDS = len(Kind)
MOST = 80
"""Colours of one page that are told apart; a number of a pixel is a colour and a kind."""

OTHER = 255
"""The number of what is not judged: photographs, and colours that shade off."""


@dataclass(frozen=True)
class Map:
    """A page; `numbers` has for each pixel the number of its colour and kind."""

    page: Image.Image
    numbers: Image.Image
    colours: Sequence[RGB8]

    def what(self, number: int) -> tuple[RGB8, Kind]:
        """A number's colour and kind."""
        return self.colours[number // KINDS], Kind(number % KINDS)


def mapped(page: Image.Image, marks: Image.Image, met: Collection[RGB8]) -> Map:
    """The map of a page, rendered without smoothing in colour and in marks (`inks.Marks`).

    `met` are the document's own colours. Where the renderer blends them nonetheless, at an edge
    that runs within a pixel, that pixel goes to the area above or beside it.
    """
    pictured = _where(marks, lambda mark: 120 <= mark <= 136)
    lettered = _where(marks, lambda mark: mark < 120)
    plain = page.copy()
    plain.paste((255, 255, 255), mask=pictured)
    colours = told_apart(plain, met)
    numbers, far = _nearest(plain, colours)
    numbers.paste(ImageChops.add(numbers, Image.new("L", page.size, Kind.TEXT)), mask=lettered)
    blended = ImageChops.lighter(far, _blended(numbers, colours, met))
    for step in ((0, 1), (1, 0)):
        plain, numbers = (_filled(image, blended, step) for image in (plain, numbers))
        blended = ImageChops.darker(blended, _shifted(blended, *step))
    numbers.paste(OTHER, mask=ImageChops.lighter(blended, pictured))
    return Map(plain, _with_lines(numbers), colours)


def _where(image: Image.Image, test: Callable[[int], bool]) -> Image.Image:
    """A mask of the pixels whose values pass a test."""
    return image.point([255 * test(value) for value in range(256)])


def told_apart(page: Image.Image, met: Collection[RGB8] = ()) -> list[RGB8]:
    """The colours of a page, most frequent first; for several that are close, one of `met`."""
    found: Any = page.getcolors(CHANCE)
    if found is None:  # shades without end: those of a few hundred pixels stand for all
        found = page.quantize(MOST, dither=Image.Dither.NONE).convert("RGB").getcolors()
    colours: list[RGB8] = []
    for _, colour in sorted(found, reverse=True):
        own = min(met, key=lambda one: (_apart(one, colour), one), default=colour)
        own = own if close(own, colour, ROUNDED) else colour
        if len(colours) < MOST and not any(close(own, other) for other in colours):
            colours.append(own)
    return colours


def close(one: RGB8, other: RGB8, within: int = TOLERANCE) -> bool:
    """Whether two colours count as one."""
    return _apart(one, other) <= within


def _apart(one: RGB8, other: RGB8) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _nearest(page: Image.Image, colours: Sequence[RGB8]) -> tuple[Image.Image, Image.Image]:
    """For each pixel the number of its colour as an area, and a mask of those that have none."""
    palette = Image.new("P", (1, 1))
    padded = [*colours, *[colours[0]] * (256 - len(colours))]
    palette.putpalette([part for colour in padded for part in colour])
    found = page.quantize(palette=palette, dither=Image.Dither.NONE)
    away = reduce(ImageChops.lighter, ImageChops.difference(page, found.convert("RGB")).split())
    numbers = Image.frombytes("L", found.size, found.tobytes())
    codes = [KINDS * number if number < len(colours) else 0 for number in range(256)]
    return numbers.point(codes), _where(away, lambda most: most > TOLERANCE)


def _blended(numbers: Image.Image, colours: Sequence[RGB8], met: Collection[RGB8]) -> Image.Image:
    """A mask of the areas in a colour that the document has not, and that is nowhere broad."""
    flat = numbers.histogram(_flat(numbers))
    known = {place for place, colour in enumerate(colours) if colour in met}
    return _where(
        numbers,
        lambda number: (
            number % KINDS == Kind.BROAD and not flat[number] and number // KINDS not in known
        ),
    )


def _filled(image: Image.Image, gaps: Image.Image, step: tuple[int, int]) -> Image.Image:
    """The image with what stands a step back in the gaps."""
    filled = image.copy()
    filled.paste(_shifted(image, *step), mask=gaps)
    return filled


def _shifted(image: Image.Image, right: int, down: int) -> Image.Image:
    """The image, moved; its edge stays where nothing moves in."""
    moved = image.copy()
    moved.paste(image, (right, down))
    return moved


def _spread(image: Image.Image, choose: Callable[..., Image.Image]) -> Image.Image:
    """For each pixel the most, or the least, of the nine about it."""
    row = choose(image, choose(_shifted(image, 1, 0), _shifted(image, -1, 0)))
    return choose(row, choose(_shifted(row, 0, 1), _shifted(row, 0, -1)))


def _flat(numbers: Image.Image) -> Image.Image:
    """A mask of the pixels that are like all about them."""
    most, least = _spread(numbers, ImageChops.lighter), _spread(numbers, ImageChops.darker)
    return _where(ImageChops.difference(most, least), lambda apart: apart == 0)


def _with_lines(numbers: Image.Image) -> Image.Image:
    """The numbers, with areas that are nowhere broad told from the others."""
    broad = _spread(_flat(numbers), ImageChops.lighter)
    narrow = numbers.point(
        [number + Kind.LINE * (number % KINDS == 0 and number != OTHER) for number in range(256)]
    )
    narrow.paste(numbers, mask=broad)
    return narrow
