"""Lanes: the heights of cards, and how the rows of a spread share the height of the stage."""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.brief import Event
from briefpack.pages.timeline.stage import Density, Faces

LEAST_ZONE = 9.0
"""Between the band and the near lane, where leaders turn."""
LEAST_GAP = 6.0
"""Between the near lane and the far one."""
MOST_ZONE = 24.0
MOST_GAP = 18.0
ABOVE_TURN = 2.4
"""From the outermost turn of a leader to the near lane."""


@dataclass(frozen=True, slots=True)
class Height:
    """A card's lines of date, title and text, and the height that they take in millimetres."""

    lines: tuple[int, int, int]
    mm: float


@dataclass(frozen=True, slots=True)
class Rows:
    """The top of each lane, and of the band."""

    above_far: float
    above_near: float
    band: float
    below_near: float
    below_far: float


@dataclass(frozen=True, slots=True)
class Need:
    """What one side of the axis needs: the tallest card of each lane, and the leaders' zone."""

    far: float
    near: float
    zone: float

    @property
    def gap(self) -> float:
        """The least white between the lanes."""
        return LEAST_GAP if self.far and self.near else 0.0

    @property
    def total(self) -> float:
        """The least height of the side."""
        return self.far + self.gap + self.near + self.zone


def height(
    event: Event, date: str, density: Density, faces: Faces, width: float, calls: str = ""
) -> Height:
    """How high a card of that width is; the `calls` of its sources follow its last words."""
    room = width - density.indent
    title, text = str(event.title), str(event.text or "")
    title, text = (title, text + calls) if text else (title + calls, "")
    lines = (
        len(faces.date.lines(date, density.date.points, room)),
        len(faces.title.lines(title, density.title.points, room)),
        len(faces.text.lines(text, density.text.points, room)),
    )
    sizes = (density.date, density.title, density.text)
    mm = sum(count * size.line for count, size in zip(lines, sizes, strict=True))
    return Height(lines, mm + density.gap * bool(lines[2]))


def rows(above: Need, below: Need, band: float, top: float, bottom: float) -> Rows | None:
    """The rows, spread over the height: first the white within grows, then that at both ends."""
    spare = bottom - top - band - above.total - below.total
    if spare < 0:
        return None
    grow = [
        (MOST_GAP - LEAST_GAP) * bool(above.gap),
        max(MOST_ZONE - above.zone, 0.0),
        max(MOST_ZONE - below.zone, 0.0),
        (MOST_GAP - LEAST_GAP) * bool(below.gap),
    ]
    share = min(spare / (sum(grow) or 1.0), 1.0)
    gap_above, zone_above, zone_below, gap_below = (share * most for most in grow)
    y = top + (spare - share * sum(grow)) / 2
    above_near = y + above.far + above.gap + gap_above
    band_top = above_near + above.near + above.zone + zone_above
    below_near = band_top + band + below.zone + zone_below
    below_far = below_near + below.near + below.gap + gap_below
    return Rows(y, above_near, band_top, below_near, below_far)
