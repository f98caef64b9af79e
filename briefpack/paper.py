"""Paper: lengths, sizes and the boxes of a page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

POINTS_PER_MM = 72 / 25.4

Box = tuple[float, float, float, float]
"""Left, lower, right and upper edge, in points."""


def points(mm: float) -> float:
    """Millimetres as PDF points (1/72 inch)."""
    return mm * POINTS_PER_MM


def millimetres(points: float) -> float:
    """PDF points (1/72 inch) as millimetres."""
    return points / POINTS_PER_MM


def box(edges: Iterable[object]) -> Box:
    """A box of a page of a PDF, whichever corners it names (ISO 32000-1, 7.9.5)."""
    one, two, three, four = (float(edge) for edge in edges)  # type: ignore[arg-type]
    return min(one, three), min(two, four), max(one, three), max(two, four)


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet size: its name, width and height in millimetres, portrait.

    `key` is the name by which content and layouts ask for it.
    """

    name: str
    width: float
    height: float
    key: str

    @property
    def folded(self) -> "Paper":
        """A page of this paper folded once; layouts measure it under the paper's own name."""
        return Paper(HALVES[self.name], self.height / 2, self.width, self.key)

    @property
    def doubled(self) -> "Paper":
        """The sheet that has this size when it is folded once."""
        name = next(name for name, half in HALVES.items() if half == self.name)
        return Paper(name, self.height, self.width * 2, self.key)


def column_widths(grid: Mapping[str, float]) -> dict[str, float]:
    """How wide (mm) the text column, the side column and both of them are, by a layout's grid.

    Where pages have one column (`side: 0`), what is made for the side stands in the text, as wide
    as the text or as `inset`.
    """
    text, side = grid["text"], grid["side"]
    beside = side or grid.get("inset", text)
    return {"text": text, "side": beside, "wide": text + grid["gap"] + side}


HALVES = {"A3": "A4", "A4": "A5", "Tabloid": "Letter", "Letter": "Half Letter"}
"""The name of a sheet -> that of what it is when folded once."""

PAPERS = {
    "a4": Paper("A4", 210.0, 297.0, "a4"),  # ISO 216
    "letter": Paper("Letter", 215.9, 279.4, "letter"),  # ANSI/ASME Y14.1, size A
}
"""What the pages of a brief may be laid out on."""
