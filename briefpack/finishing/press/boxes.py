"""The boxes of a page for a print shop: trim, bleed around it, and the slug where the marks stand.

    +--------------------- media ----------------------+
    |  |        slug: marks, bars, a line           |  |
    |- +----------------- bleed ---------------------+ -|
    |  |  +---------------- trim -----------------+  |  |

Lengths in points, from the corner that the painted page begins at. (ISO 32000-1, 14.11.2.)
"""

from collections.abc import Iterable
from dataclasses import dataclass

import pikepdf

from briefpack.finishing.press.exchange import drop
from briefpack.paper import millimetres, points

SLUG = 14.0
"""Millimetres of paper beyond the bleed."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What marks are drawn on: its size, and where its trimmed page lies, all in millimetres."""

    width: float
    height: float
    left: float
    bottom: float
    bleed: float

    @property
    def right(self) -> float:
        """The trimmed page's right edge."""
        return self.width - self.left

    @property
    def top(self) -> float:
        """The trimmed page's upper edge."""
        return self.height - self.bottom


def widen(document: pikepdf.Pdf) -> list[Sheet]:
    """Give every page its slug, and no other box than these three; the sheets, in order."""
    return [_widen(page) for page in document.pages]


def _widen(page: pikepdf.Page) -> Sheet:
    trim, bleed = box(page.trimbox), box(page.obj.get("/BleedBox", page.trimbox))
    slug = points(SLUG)
    media = (bleed[0] - slug, bleed[1] - slug, bleed[2] + slug, bleed[3] + slug)
    for name, edges in (("/MediaBox", media), ("/BleedBox", bleed), ("/TrimBox", trim)):
        page.obj[name] = pikepdf.Array([round(edge, 4) for edge in edges])
    drop(page.obj, ("/CropBox", "/ArtBox", "/Rotate"))
    left, bottom, right, top = media
    return Sheet(
        width=millimetres(right - left),
        height=millimetres(top - bottom),
        left=millimetres(trim[0] - left),
        bottom=millimetres(trim[1] - bottom),
        bleed=millimetres(trim[0] - bleed[0]),
    )


def box(edges: Iterable[object]) -> Box:
    """A box's left, lower, right and upper edge."""
    one, two, three, four = (float(edge) for edge in edges)  # type: ignore[arg-type]
    return min(one, three), min(two, four), max(one, three), max(two, four)
