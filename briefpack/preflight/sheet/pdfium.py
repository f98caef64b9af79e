"""Reads pages through PDFium, which makes something of nearly every file."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

import pypdfium2
import pypdfium2.raw as c

from briefpack.paper import Box
from briefpack.preflight.sheet import traits
from briefpack.preflight.sheet.apart import Letters, is_odd
from briefpack.preflight.sheet.geometry import (
    IDENTITY,
    Matrix,
    area,
    common,
    product,
    scale,
)
from briefpack.preflight.sheet.joining import is_double, joined
from briefpack.preflight.sheet.leaf import Area, Leaf, Mark, Plate, Run, Stroke

DEEPEST = 12
"""Forms within forms that are followed."""

MOST = 200_000
"""Things of one page that are looked at: a map may have more, a brief never has."""

INVISIBLE = (c.FPDF_TEXTRENDERMODE_INVISIBLE, c.FPDF_TEXTRENDERMODE_CLIP)
"""The text rendering modes that paint nothing (ISO 32000-1, table 106)."""

STROKED = (c.FPDF_TEXTRENDERMODE_STROKE, c.FPDF_TEXTRENDERMODE_STROKE_CLIP)

SCAN = 0.5
"""Part of a page from which on a picture that covers text is the scan that it was read off."""

LATELY = 200
"""Pieces of text among which one that is printed twice is looked for."""

Things = Iterator[Any]


def leaf(document: pypdfium2.PdfDocument, number: int) -> Leaf:
    """The page of that number (from 1), with all that is painted on it.

    One that cannot be loaded has nothing on it, and is not `shown`.
    """
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return Leaf(number, traits.NOTHING, traits.NOTHING, 0, (), (), (), (), shown=False)
    box = page.get_bbox()  # that of a page alone knows what it inherits (ISO 32000-1, 7.7.3.4)
    reader = _Reader(document, page, area(box))
    reader.read(page.raw, _of_page, IDENTITY, None, Mark(), 0)
    return Leaf(
        number,
        box,
        common(page.get_trimbox(fallback_ok=False) or box, box) or box,
        page.get_rotation(),
        joined(reader.runs),
        reader.areas,
        reader.strokes,
        reader.plates,
    )


def _of_page(page: Any) -> Things:
    return (c.FPDFPage_GetObject(page, at) for at in range(c.FPDFPage_CountObjects(page)))


def _of_form(form: Any) -> Things:
    return (c.FPDFFormObj_GetObject(form, at) for at in range(c.FPDFFormObj_CountObjects(form)))


@dataclass
class _Reader:
    """Goes through the things of a page; `runs` and so on are what it found."""

    document: pypdfium2.PdfDocument
    page: pypdfium2.PdfPage
    whole: float
    runs: list[Run] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    plates: list[Plate] = field(default_factory=list)
    order: int = 0

    def __post_init__(self) -> None:
        self.text = self.page.get_textpage()
        self.letters = Letters(self.text.raw)
        self.kinds: dict[int, Callable[[Any, Matrix, Box | None, Mark], None]] = {
            c.FPDF_PAGEOBJ_TEXT: self._run,
            c.FPDF_PAGEOBJ_PATH: self._path,
            c.FPDF_PAGEOBJ_IMAGE: self._picture,
            c.FPDF_PAGEOBJ_SHADING: self._shading,
        }

    def read(
        self,
        holder: Any,
        things: Callable[[Any], Things],
        matrix: Matrix,
        clip: Box | None,
        mark: Mark,
        depth: int,
    ) -> None:
        """All that a page or a form holds; `mark` is that of the form itself."""
        for thing in things(holder):
            self.order += 1
            if self.order > MOST:
                return
            own = traits.mark(thing, mark, depth)
            cut = traits.clip(thing, matrix)
            if cut and clip:
                cut = common(cut, clip) or traits.NOTHING
            kind = c.FPDFPageObj_GetType(thing)
            if kind == c.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
                inside = product(traits.matrix(thing), matrix)
                self.read(thing, _of_form, inside, cut or clip, own, depth + 1)
            elif kind in self.kinds:
                self.kinds[kind](thing, matrix, cut or clip, own)

    def _run(self, thing: Any, matrix: Matrix, clip: Box | None, mark: Mark) -> None:
        placed = product(traits.matrix(thing), matrix)
        box = traits.box(thing, matrix)
        size = traits.number(c.FPDFTextObj_GetFontSize, thing)
        colour, opacity = traits.fill(thing)
        mode = c.FPDFTextObj_GetTextRenderMode(thing)
        if mode in STROKED:
            colour, opacity = traits.stroke(thing)
        run = Run(
            traits.words(thing, self.text.raw) or self._again(box),
            box,
            common(box, clip) if clip else box,
            placed[4:],
            traits.size(size * traits.sides(placed)[1], box, placed),
            traits.font(thing),
            colour,
            0.0 if mode in INVISIBLE else opacity,
            placed[:2],
            mark,
            self.order,
        )
        self.runs += self.letters.apart(run, thing) if is_odd(run) else [run]

    def _again(self, box: Box) -> str:
        """The words that were painted there before: of what is printed twice, as a shadow or to be
        bold, PDFium reads the first only.
        """
        if not area(box):  # a space
            return ""
        there = (run for run in islice(reversed(self.runs), LATELY) if is_double(run.box, box))
        return next((run.words for run in there), "")

    def _path(self, thing: Any, matrix: Matrix, clip: Box | None, mark: Mark) -> None:
        box = traits.box(thing, matrix)
        seen = common(box, clip) if clip else box
        filled, stroked = ctypes.c_int(), ctypes.c_int()
        if not seen or not c.FPDFPath_GetDrawMode(thing, filled, stroked):
            return
        if filled.value:
            colour, opacity = traits.fill(thing)
            solid = traits.is_rectangle(thing) and not c.FPDFPageObj_HasTransparency(thing)
            self.areas.append(Area(seen, colour, opacity, solid, mark, self.order))
        if stroked.value:
            width = traits.number(c.FPDFPageObj_GetStrokeWidth, thing) * scale(
                product(traits.matrix(thing), matrix)
            )
            solid = c.FPDFPageObj_GetDashCount(thing) <= 0
            self.strokes.append(
                Stroke(seen, width, traits.stroke(thing)[0], solid, mark, self.order)
            )

    def _picture(self, thing: Any, matrix: Matrix, clip: Box | None, mark: Mark) -> None:
        found = c.FPDF_IMAGEOBJ_METADATA()
        c.FPDFImageObj_GetImageMetadata(thing, self.page.raw, found)
        pixels = found.width, found.height
        self._plate(thing, matrix, clip, mark, pixels, found.bits_per_pixel)
        self._cover(thing)

    def _cover(self, thing: Any) -> None:
        """Text beneath the picture of a whole page is not seen: it was read off that picture.

        Beneath a smaller one that is opaque it is hidden, and the plate says so.
        """
        plate = self.plates[-1] if self.plates else None
        if not plate or plate.order != self.order or not self._lies_on_text(plate):
            return
        if not traits.is_opaque(self.document, self.page, thing):
            return
        if area(plate.box) < SCAN * self.whole:
            self.plates[-1] = replace(plate, solid=True)
            return
        self.runs = [
            replace(run, opacity=0.0) if common(run.box, plate.box) else run for run in self.runs
        ]

    def _lies_on_text(self, plate: Plate) -> bool:
        return any(run.visible and common(run.box, plate.box) for run in self.runs)

    def _shading(self, thing: Any, matrix: Matrix, clip: Box | None, mark: Mark) -> None:
        self._plate(thing, matrix, clip, mark, (0, 0), 0)

    def _plate(
        self,
        thing: Any,
        matrix: Matrix,
        clip: Box | None,
        mark: Mark,
        pixels: tuple[int, int],
        bits: int,
    ) -> None:
        box = traits.box(thing, matrix)
        if seen := common(box, clip) if clip else box:
            size = traits.sides(product(traits.matrix(thing), matrix))
            self.plates.append(Plate(seen, pixels, bits, size, False, mark, self.order))
