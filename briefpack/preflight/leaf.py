"""A leaf: what PDFium sees on one page, in the order in which it is painted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefpack.paper import Box
from briefpack.preflight.geometry import common

RGB = tuple[int, int, int]


class Mark(NamedTuple):
    """Marked content (ISO 32000-1, 14.6): its number on the page (-1: none), and whether it says to
    be an artifact.
    """

    number: int = -1
    artifact: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Text that is painted in one go.

    `box` is that of its ink, `seen` what of that no clip takes away; empty where nothing is left.
    `base` is where its base line begins, `size` the height of its type as it is printed, both in
    points. `opacity` is 0 for text that is not painted, as that of a scanned page.
    """

    words: str
    box: Box
    seen: Box | None
    base: tuple[float, float]
    size: float
    font: str
    colour: RGB
    opacity: float
    upright: bool
    mark: Mark
    order: int

    @property
    def visible(self) -> bool:
        """Whether there is anything to be read."""
        return self.opacity > 0 and self.seen is not None and bool(self.words.strip())


@dataclass(frozen=True, slots=True)
class Area:
    """A filled path: `box` is what no clip takes away of it; `solid` says that its box is full, and
    that it lets nothing shine through but by its `opacity`.
    """

    box: Box
    colour: RGB
    opacity: float
    solid: bool
    mark: Mark
    order: int


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line that is drawn: its width in points, its path's box; a `solid` one has no dashes."""

    box: Box
    width: float
    colour: RGB
    solid: bool
    mark: Mark
    order: int


@dataclass(frozen=True, slots=True)
class Plate:
    """A picture of pixels, or a shading without a size of its own (`pixels` 0 × 0).

    `solid` says of a picture that lies upon text that it hides it.
    """

    box: Box
    pixels: tuple[int, int]
    solid: bool
    mark: Mark
    order: int


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page: its number from 1, the box that is shown of it, and what is painted there.

    Boxes are in points of the page's own space (ISO 32000-1, 8.3.2.3). `turned` is by how many
    degrees a viewer turns the page.
    """

    number: int
    box: Box
    trim: Box
    turned: int
    runs: Sequence[Run]
    areas: Sequence[Area]
    strokes: Sequence[Stroke]
    plates: Sequence[Plate]

    @property
    def read(self) -> Iterator[Run]:
        """The text that is seen on the trimmed page; what stands in its slug is cut away."""
        return (run for run in self.runs if run.visible and common(run.box, self.trim))
