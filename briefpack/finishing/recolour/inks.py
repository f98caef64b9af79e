"""Inks: what colours become, asked once for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, Protocol

import pikepdf
from pikepdf import ContentStreamInstruction, Name, Operator
from PIL import Image

from briefpack.shades.contrast import LUMA, luma

RGB = tuple[float, float, float]
Role = Literal["text", "fill", "stroke"]

BLACK: RGB = (0.0, 0.0, 0.0)
OPERATORS = {(1, False): "g", (1, True): "G", (4, False): "k", (4, True): "K"}
"""Numbers of a colour, and whether it strokes -> the operator that sets it."""

DEVICES = {1: Name.DeviceGray, 4: Name.DeviceCMYK}
PLACES = 4


class CannotRecolour(ValueError):
    """A PDF has colours of a kind that cannot be rewritten; the message says which."""


class Inks(Protocol):
    """What each colour is printed with.

    Colours are sRGB from 0 to 1; one number is DeviceGray, four are DeviceCMYK. `text` is what
    letters are filled and stroked with. A picture comes as RGB and goes as L or CMYK.
    """

    def colour(self, rgb: RGB, role: Role) -> tuple[float, ...]: ...

    def picture(self, image: Image.Image) -> Image.Image: ...


class Greys:
    """What a device with one ink makes of colours: 0.3 red + 0.59 green + 0.11 blue, not linear.

    That is how ISO 32000-1 (10.3.2), and PostScript before it, have such a device see DeviceRGB,
    and what printers' drivers do or nearly do. It is not the grey of the same luminance: that would
    keep every contrast as it is, and hide what paper will show. Soft masks become such greys too,
    since nothing but their light counts.
    """

    def colour(self, rgb: RGB, role: Role) -> tuple[float, ...]:  # noqa: ARG002
        return (luma(rgb),)

    def picture(self, image: Image.Image) -> Image.Image:
        return image.convert("L", (*LUMA, 0))


class Inkwell:
    """Inks at hand: each colour is mixed once, and its instruction is kept."""

    def __init__(self, inks: Inks) -> None:
        self.inks = inks
        self._mixed: dict[tuple[RGB, Role], tuple[float, ...]] = {}
        self._instructions: dict[tuple[tuple[float, ...], bool], ContentStreamInstruction] = {}
        self.device = DEVICES[len(self.mixed((1.0, 0.0, 0.0), "fill"))]

    def mixed(self, rgb: RGB, role: Role) -> tuple[float, ...]:
        """The colour in ink, as precise as it is written."""
        if (rgb, role) not in self._mixed:
            numbers = self.inks.colour(rgb, role)
            if len(numbers) not in DEVICES:
                raise ValueError(f"a colour of {len(numbers)} numbers is neither grey nor CMYK")
            self._mixed[rgb, role] = tuple(round(clipped(number), PLACES) for number in numbers)
        return self._mixed[rgb, role]

    def instruction(self, ink: tuple[float, ...], stroking: bool) -> ContentStreamInstruction:
        """The operator that sets a colour in ink."""
        if (ink, stroking) not in self._instructions:
            operator = Operator(OPERATORS[len(ink), stroking])
            self._instructions[ink, stroking] = ContentStreamInstruction(numbers(ink), operator)
        return self._instructions[ink, stroking]


def numbers(values: Iterable[float]) -> list[int | float]:
    """Numbers as a PDF has them written shortest."""
    return [int(value) if value == int(value) else round(value, PLACES) for value in values]


def array(values: Iterable[float]) -> pikepdf.Array:
    """An array of numbers."""
    return pikepdf.Array(numbers(values))


def widened(ink: Sequence[float], components: int) -> tuple[float, ...]:
    """A grey as a CMYK colour, where four numbers are asked for (ISO 32000-1, 10.3.3)."""
    return (0.0, 0.0, 0.0, 1 - ink[0]) if len(ink) < components else tuple(ink)


def clipped(value: float) -> float:
    """The value, no less than 0 and no more than 1."""
    return min(max(value, 0.0), 1.0)
