"""The boxes of a page for a print shop: trim, bleed around it, and the slug where the marks stand.

    +--------------------- media ----------------------+
    |  |        slug: marks, bars, a line           |  |
    |- +----------------- bleed ---------------------+ -|
    |  |  +---------------- trim -----------------+  |  |

Lengths in points, from the corner that the painted page begins at. (ISO 32000-1, 14.11.2.)
"""

from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary

from briefpack.finishing.form import Form
from briefpack.finishing.press.exchange import drop
from briefpack.paper import Box, box, millimetres, points

SLUG = 14.0
"""Millimetres of paper beyond the bleed."""


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
    return [_widen(document, page) for page in document.pages]


def _widen(document: pikepdf.Pdf, page: pikepdf.Page) -> Sheet:
    trim, bleed = _upright(document, page)
    slug = points(SLUG)
    media = (bleed[0] - slug, bleed[1] - slug, bleed[2] + slug, bleed[3] + slug)
    for name, edges in (("/MediaBox", media), ("/BleedBox", bleed), ("/TrimBox", trim)):
        page.obj[name] = Array([round(edge, 4) for edge in edges])
    drop(page.obj, ("/CropBox", "/ArtBox", "/Rotate"))
    left, bottom, right, top = media
    return Sheet(
        width=millimetres(right - left),
        height=millimetres(top - bottom),
        left=millimetres(trim[0] - left),
        bottom=millimetres(trim[1] - bottom),
        bleed=millimetres(trim[0] - bleed[0]),
    )


def _upright(document: pikepdf.Pdf, page: pikepdf.Page) -> tuple[Box, Box]:
    """Trim and bleed of a page that stands; one that lies is turned, its head at the left.

    Print shops impose pages of one size. The page was painted out to the end of its bleed, and no
    further; its BleedBox is not asked, since WeasyPrint lets that be 10 points wide at most. It is
    turned as a form, whose patterns turn with it.
    """
    trim, bleed = box(page.trimbox), box(page.mediabox)
    near, low, far, high = trim
    if far - near <= high - low:
        return trim, bleed
    page.obj.BleedBox = Array(bleed)
    form = document.make_indirect(Form(page).stream)
    form.write(form.read_bytes())  # until now it has no bytes but the page's own
    page.obj.Resources = Dictionary(XObject=Dictionary(Lying=form))
    page.obj.Contents = document.make_stream(b"q 0 1 -1 0 %.4f %.4f cm /Lying Do Q" % (high, -near))
    left, bottom, right, top = bleed
    turned = (high - top, left - near, high - bottom, right - near)
    return (0.0, 0.0, high - low, far - near), turned
