"""Paper: lengths, sizes and the boxes of a page."""

from collections.abc import Mapping
from dataclasses import dataclass

POINTS_PER_MM = 72 / 25.4


def points(mm: float) -> float:
    """Millimetres as PDF points (1/72 inch)."""
    return mm * POINTS_PER_MM


def millimetres(points: float) -> float:
    """PDF points (1/72 inch) as millimetres."""
    return points / POINTS_PER_MM


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet size: its CSS name, width and height in millimetres, portrait."""

    name: str
    width: float
    height: float

    @property
    def key(self) -> str:
        """The name by which content and layouts ask for it."""
        return self.name.lower()


def column_widths(grid: Mapping[str, float]) -> dict[str, float]:
    """How wide (mm) the text column, the side column and both of them are, by a layout's grid."""
    text, side = grid["text"], grid["side"]
    return {"text": text, "side": side, "wide": text + grid["gap"] + side}


PAPERS = {
    "a4": Paper("A4", 210.0, 297.0),  # ISO 216
    "letter": Paper("letter", 215.9, 279.4),  # ANSI/ASME Y14.1, size A
}
