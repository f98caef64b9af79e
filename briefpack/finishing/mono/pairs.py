"""Pairs: colours that lie side by side in a document, and how well greys tell them apart."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2

from briefpack.finishing.mono.inks import Marks
from briefpack.finishing.recolour import recolour
from briefpack.finishing.saving import saved
from briefpack.shades.areas import Map, mapped
from briefpack.shades.borders import AREAS, LINE, TEXT, Border, borders, place
from briefpack.shades.contrast import LEAST, RGB8, grey, ratio, written
from briefpack.shades.raster import raster

DPI = 150
"""A pixel is a sixth of a millimetre: what is nowhere three broad (half a millimetre) is a line."""

MM = 25.4 / DPI
SHORT = 2.0
"""Millimetres: what is shorter, on all pages together, is a corner that two areas share."""

KEY = tuple[str, tuple[RGB8, RGB8]]


@dataclass(slots=True)
class Pair:
    """Two colours side by side: text first, then its ground, or else the darker first.

    `length` (mm) is of all their borders; they are first met on page `pages[0]`, so far (mm) from
    its left and upper edge.
    """

    kind: str
    colours: tuple[RGB8, RGB8]
    at: tuple[float, float]
    length: float = 0.0
    pages: list[int] = field(default_factory=list)

    @property
    def contrast(self) -> float:
        """In colour."""
        return ratio(*self.colours)

    @property
    def contrast_in_grey(self) -> float:
        one, other = self.colours
        return ratio(grey(one), grey(other))

    def told(self) -> dict[str, Any]:
        """What the ticket says of it."""
        left, top = self.at
        return {
            "kind": self.kind,
            "colours": [written(colour) for colour in self.colours],
            "contrast_in_grey": round(self.contrast_in_grey, 2),
            "contrast_in_colour": round(self.contrast, 2),
            "pages": self.pages,
            "at": {"page": self.pages[0], "left_mm": round(left, 1), "top_mm": round(top, 1)},
        }


def weak(pdf: bytes) -> list[Pair]:
    """The pairs of a document that greys do not tell apart as they should, the weakest first.

    Photographs are not judged, nor what shades off within a pair of colours.
    """
    found: dict[KEY, Pair] = {}
    for number, page in enumerate(_maps(pdf), 1):
        for border, count in borders(page).items():
            if _is_weak(border.colours):
                _note(found, page, number, border, count * MM)
    kept = [pair for pair in found.values() if pair.length >= SHORT and not _told(pair, found)]
    return sorted(kept, key=lambda pair: (pair.contrast_in_grey, pair.colours))


def _told(pair: Pair, found: Mapping[KEY, Pair]) -> bool:
    """Whether a line's two colours are told of already: grounds are narrow, too, within letters
    and hatches.
    """
    twins = ((AREAS, pair.colours), (TEXT, pair.colours), (TEXT, pair.colours[::-1]))
    broad = (found[twin].length for twin in twins if twin in found)
    return pair.kind == LINE and any(length >= SHORT for length in broad)


def _note(found: dict[KEY, Pair], page: Map, number: int, border: Border, length: float) -> None:
    key = (border.kind, border.colours)
    if key not in found:
        left, top = place(page, border)
        found[key] = Pair(*key, (left * MM, top * MM))
    pair = found[key]
    pair.length += length
    if number not in pair.pages:
        pair.pages.append(number)


def _is_weak(colours: tuple[RGB8, RGB8]) -> bool:
    one, other = colours
    return ratio(grey(one), grey(other)) < LEAST


def _maps(pdf: bytes) -> Iterator[Map]:
    marks, met = _marked(pdf)
    with pypdfium2.PdfDocument(pdf) as colours, pypdfium2.PdfDocument(marks) as kinds:
        for page, twin in zip(colours, kinds, strict=True):
            yield mapped(raster(page, DPI), raster(twin, DPI).convert("L"), met)


def _marked(pdf: bytes) -> tuple[bytes, Collection[RGB8]]:
    """The document in marks of what is where, and its colours."""
    marks = Marks()
    with pikepdf.open(BytesIO(pdf)) as document:
        recolour(document, marks)
        return saved(document), marks.met
