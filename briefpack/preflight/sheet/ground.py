"""The ground of a page: what is left of it when all text is taken away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pypdfium2
import pypdfium2.raw as c
from PIL import Image

from briefpack.paper import Box
from briefpack.preflight.sheet.pdfium import DEEPEST
from briefpack.shades.contrast import RGB8

LARGEST = 6_000_000
"""Pixels of a page that are looked at: a wall chart is looked at more coarsely."""

COLOURS = 256
"""Colours of a part that are looked at one by one; a photograph is taken coarser."""


class Ground:
    """A page without its text, as pixels; boxes are in points of the page's own space."""

    def __init__(self, document: pypdfium2.PdfDocument, number: int, dpi: float, smooth: bool):
        page = document[number - 1]
        page.set_rotation(0)  # the page's own space knows no turning (ISO 32000-1, 7.7.3.3)
        _silence(page.raw, c.FPDFPage_CountObjects, c.FPDFPage_GetObject, 0)
        left, bottom, right, top = page.get_bbox()
        area = max((right - left) * (top - bottom), 1.0)
        self.scale = min(dpi / 72, (LARGEST / area) ** 0.5)
        self.left, self.top = left, top
        rough = {} if smooth else dict.fromkeys(("no_smoothimage", "no_smoothpath"), True)
        self.picture: Image.Image = page.render(scale=self.scale, **rough).to_pil().convert("RGB")
        self._counted: dict[Box, list[tuple[int, RGB8]]] = {}

    def part(self, box: Sequence[float]) -> Image.Image:
        """What lies in a box: one pixel at the least."""
        left, bottom, right, top = box
        edges = (left - self.left, self.top - top, right - self.left, self.top - bottom)
        x1, y1, x2, y2 = (round(edge * self.scale) for edge in edges)
        width, height = self.picture.size
        x1, y1 = min(max(x1, 0), width - 1), min(max(y1, 0), height - 1)
        return self.picture.crop(
            (x1, y1, min(max(x2, x1 + 1), width), min(max(y2, y1 + 1), height))
        )

    def colours(self, box: Box) -> list[tuple[int, RGB8]]:
        """How many pixels of which colours lie in a box; of many colours, a coarser picture's."""
        if box not in self._counted:
            part = self.part(box)
            found: Any = part.getcolors(COLOURS)
            if found is None:
                found = part.resize((12, 12), Image.Resampling.BOX).getcolors(144)
            self._counted[box] = list(found)
        return self._counted[box]


def _silence(holder: Any, count: Any, get: Any, depth: int) -> None:
    """Let no text of a page or form be painted."""
    for at in range(count(holder)):
        thing = get(holder, at)
        kind = c.FPDFPageObj_GetType(thing)
        if kind == c.FPDF_PAGEOBJ_TEXT:
            c.FPDFPageObj_SetIsActive(thing, False)
        elif kind == c.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            _silence(thing, c.FPDFFormObj_CountObjects, c.FPDFFormObj_GetObject, depth + 1)
