"""Painted: one thing on a page, as a press gets it: its colour, its box, its size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import pikepdf

from briefpack.paper import Box


class Colour(NamedTuple):
    """A colour as it is written: its kind of space (as "Separation All"), and its numbers."""

    space: str
    ink: tuple[float, ...] = ()

    @property
    def cmyk(self) -> tuple[float, ...]:
        """Shares of the four inks; empty where the space is none of ink, or for a picture."""
        if self.space == "DeviceGray" and self.ink:
            return (0.0, 0.0, 0.0, 1 - self.ink[0])
        return self.ink if self.space == "DeviceCMYK" else ()


BLACK = Colour("DeviceGray", (0.0,))


@dataclass(frozen=True, slots=True)
class Painted:
    """One thing painted: `kind` is fill, stroke, text, image or shading.

    `page` counts from 1; `box` is what it covers at most, in points of the page; `width` how wide a
    stroke is (points); `image` the picture with its size in pixels and in points; `font` and
    `codes` what text is shown in, and as which bytes. `form` tells the streams apart. A thing in a
    soft mask (`masks`) is no ink.
    """

    page: int
    kind: str
    colour: Colour
    box: Box
    form: int = 0
    width: float = 0.0
    rectangular: bool = False
    masks: bool = False
    image: Any = None
    pixels: tuple[int, int] = (0, 0)
    size: tuple[float, float] = (0.0, 0.0)
    font: Any = None
    codes: tuple[bytes, ...] = ()


def named(space: Any) -> str:
    """What kind of colour space that is: "DeviceCMYK", "Separation All", "ICCBased 3".

    A picture in JPEG 2000 may have none written down: it is within.
    """
    if isinstance(space, pikepdf.Name):
        return str(space).removeprefix("/")
    if not isinstance(space, pikepdf.Array) or not len(space):
        return STRANGE
    family = str(space[0]).removeprefix("/")
    return family + _DETAILS.get(family, lambda _: "")(space)


STRANGE = "unknown"

_DETAILS = {
    "ICCBased": lambda space: f" {int(space[1].N)}",
    "Separation": lambda space: f" {str(space[1]).removeprefix('/')}",
    "Indexed": lambda space: f" {named(space[1])}",
}

INITIAL = {"DeviceGray": (0.0,), "DeviceRGB": (0.0, 0.0, 0.0), "DeviceCMYK": (0.0, 0.0, 0.0, 1.0)}
"""The colour that each space begins with (ISO 32000-1, 8.6.8)."""


def inks_of(function: Any) -> list[tuple[float, ...]]:
    """The colours that a shading goes between, as far as they are written down.

    (ISO 32000-1, 7.10: a function of exponents has two, one of samples has all, one that is
    stitched has those of its pieces.)
    """
    if function is None:
        return []
    if isinstance(function, pikepdf.Array):
        channels = [inks_of(one) for one in function]
        return [tuple(channel[0] for channel in row) for row in zip(*channels, strict=False)]
    kind = int(function.FunctionType)
    if kind == 3:
        return [ink for piece in function.Functions for ink in inks_of(piece)]
    if kind == 2:
        ends = (function.get("/C0", [0]), function.get("/C1", [1]))
        return [tuple(float(share) for share in end) for end in ends]
    return _sampled(function) if kind == 0 else []


def _sampled(function: Any) -> list[tuple[float, ...]]:
    """The samples of a table with whole bytes."""
    if int(function.BitsPerSample) != 8:
        return []
    inks = len(function.Range) // 2
    data = function.read_bytes()
    return [
        tuple(share / 255 for share in data[at : at + inks])
        for at in range(0, len(data) - inks + 1, inks)
    ]
