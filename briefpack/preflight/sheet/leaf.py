"""A leaf: what PDFium sees on one page, in the order in which it is painted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefpack.paper import Box
from briefpack.preflight.sheet.geometry import common
from briefpack.shades.contrast import RGB8

RIGHT_ANGLED = 0.02
"""How far off text may be from the level or the upright, in parts of its length."""


class Mark(NamedTuple):
    """Marked content (ISO 32000-1, 14.6): its number on the page (-1: none), and whether it says to
    be an artifact. One of a form's own (`inner`) is not told apart from those of other forms.
    """

    number: int = -1
    artifact: bool = False
    inner: bool = False

    @property
    def loose(self) -> bool:
        """Whether what has it is neither tagged nor an artifact."""
        return self.number < 0 and not self.artifact


@dataclass(frozen=True, slots=True)
class Run:
    """Text that is painted in one go.

    `box` is that of its ink, `seen` what of that no clip takes away; empty where nothing is left.
    `base` is where its base line begins, `size` the height of its type as it is printed, both in
    points. `opacity` is 0 for text that is not painted, as that of a scanned page. `along` is where
    its letters go: so far to the right, and so far up.
    """

    words: str
    box: Box
    seen: Box | None
    base: tuple[float, float]
    size: float
    font: str
    colour: RGB8
    opacity: float
    along: tuple[float, float]
    mark: Mark
    order: int

    @property
    def upright(self) -> bool:
        """Whether it runs along a side of the page: only then is its box all ink."""
        right, up = map(abs, self.along)
        return min(right, up) <= RIGHT_ANGLED * max(right, up)

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
    colour: RGB8
    opacity: float
    solid: bool
    mark: Mark
    order: int


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line that is drawn: its width in points, its path's box; a `solid` one has no dashes."""

    box: Box
    width: float
    colour: RGB8
    solid: bool
    mark: Mark
    order: int


@dataclass(frozen=True, slots=True)
class Plate:
    """A picture of pixels, or a shading without a size of its own (`pixels` 0 × 0).

    `bits` is how many each of its pixels has, `size` how wide and high it is printed, in points;
    `solid` says of a picture that lies upon text that it hides it.
    """

    box: Box
    pixels: tuple[int, int]
    bits: int
    size: tuple[float, float]
    solid: bool
    mark: Mark
    order: int


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page: its number from 1, the box that is shown of it, and what is painted there.

    Boxes are in points of the page's own space (ISO 32000-1, 8.3.2.3). `turned` is by how many
    degrees a viewer turns the page. One that is not `shown`, since PDFium cannot load it, has
    nothing on it that could be judged.
    """

    number: int
    box: Box
    trim: Box
    turned: int
    runs: Sequence[Run]
    areas: Sequence[Area]
    strokes: Sequence[Stroke]
    plates: Sequence[Plate]
    shown: bool = True

    @property
    def read(self) -> Iterator[Run]:
        """The text that is seen on the trimmed page; what stands in its slug is cut away."""
        return (run for run in self.runs if run.visible and common(run.box, self.trim))
