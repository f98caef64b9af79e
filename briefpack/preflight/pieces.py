"""Pieces: what stands on pages as PDFium sees it, each with the mark that ties it to a tag."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from briefpack.paper import Box
from briefpack.preflight.geometry import IDENTITY, Matrix, bounds, moved, product

KINDS = {
    pdfium.FPDF_PAGEOBJ_TEXT: "text",
    pdfium.FPDF_PAGEOBJ_PATH: "path",
    pdfium.FPDF_PAGEOBJ_IMAGE: "image",
    pdfium.FPDF_PAGEOBJ_SHADING: "shading",
}

DEEPEST = 20
"""Forms within forms that are followed."""

LONGEST = 64
"""Bytes of a mark's name that are read: "Artifact" has 18 of them."""

NO_MARK = -1


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing on a page: text, path, image or shading, with its box in points of the page.

    `mark` is the number that ties it to the structure, -1 where it has none; one of a form's own is
    not told apart from those of others (`inner`). An `artifact` is no content. `matrix` places it.
    Of an image, `pixels` is how many it has each way, `bits` how many each of them has.
    """

    page: int
    kind: str
    box: Box
    mark: int
    inner: bool
    artifact: bool
    matrix: Matrix
    pixels: tuple[int, int] = (0, 0)
    bits: int = 0

    @property
    def loose(self) -> bool:
        """Whether it is neither tagged nor an artifact."""
        return self.mark == NO_MARK and not self.artifact

    @property
    def size(self) -> tuple[float, float]:
        """How large an image is printed, in points."""
        a, b, c, d, *_ = self.matrix
        return (a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5

    @property
    def upright(self) -> bool:
        """Whether its lines run from left to right, as the page is written."""
        a, b, *_ = self.matrix
        return a > 0 and abs(b) < a / 10


def pieces(pages: pypdfium2.PdfDocument) -> Iterator[Piece]:
    """Everything on all pages, in the order in which it is painted; a broken page has nothing."""
    for number in range(len(pages)):
        try:
            page = pages[number]
        except pypdfium2.PdfiumError:
            continue
        reader = _Reader(number + 1, page.raw)
        count, get = pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject
        yield from reader.read(page.raw, count, get, IDENTITY, NO_MARK, False, 0)


class _Reader:
    """Reads one page; the cells that PDFium writes its answers to are kept, for there are many."""

    def __init__(self, number: int, page: Any) -> None:
        self.number = number
        self.page = page
        self.edges = [ctypes.c_float() for _ in range(4)]
        self.matrix = pdfium.FS_MATRIX()
        self.name = ctypes.create_string_buffer(LONGEST)
        self.letters = ctypes.cast(self.name, ctypes.POINTER(pdfium.FPDF_WCHAR))
        self.size = ctypes.c_ulong()
        self.metadata = pdfium.FPDF_IMAGEOBJ_METADATA()

    def read(
        self,
        parent: Any,
        count: Callable[[Any], int],
        get: Callable[[Any, int], Any],
        outer: Matrix,
        mark: int,
        artifact: bool,
        depth: int,
    ) -> Iterator[Piece]:
        """The things of a page, or of a form: its own mark counts where theirs do not."""
        for index in range(count(parent)):
            thing = get(parent, index)
            own = pdfium.FPDFPageObj_GetMarkedContentID(thing)
            here = own if mark == NO_MARK else mark
            apart = artifact or self._is_artifact(thing)
            kind = pdfium.FPDFPageObj_GetType(thing)
            matrix = product(self._matrix(thing), outer)
            if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
                inside = pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject
                yield from self.read(thing, *inside, matrix, here, apart, depth + 1)
            elif kind in KINDS:
                inner = depth > 0 and mark == NO_MARK
                box = self._box(thing, outer)
                piece = Piece(self.number, KINDS[kind], box, here, inner, apart, matrix)
                yield self._with_pixels(piece, thing) if piece.kind == "image" else piece

    def _box(self, thing: Any, outer: Matrix) -> Box:
        cells = self.edges
        if not pdfium.FPDFPageObj_GetBounds(thing, *cells):
            return (0.0, 0.0, 0.0, 0.0)
        left, bottom, right, top = (cell.value for cell in cells)
        if outer is IDENTITY:
            return left, bottom, right, top
        corners = ((left, bottom), (right, bottom), (left, top), (right, top))
        return bounds([moved(outer, *corner) for corner in corners]) or (0.0, 0.0, 0.0, 0.0)

    def _matrix(self, thing: Any) -> Matrix:
        found = self.matrix
        if not pdfium.FPDFPageObj_GetMatrix(thing, found):
            return IDENTITY
        return found.a, found.b, found.c, found.d, found.e, found.f

    def _with_pixels(self, piece: Piece, thing: Any) -> Piece:
        found = self.metadata
        if not pdfium.FPDFImageObj_GetImageMetadata(thing, self.page, found):
            return piece
        return replace(piece, pixels=(found.width, found.height), bits=found.bits_per_pixel)

    def _is_artifact(self, thing: Any) -> bool:
        for index in range(max(pdfium.FPDFPageObj_CountMarks(thing), 0)):
            mark = pdfium.FPDFPageObj_GetMark(thing, index)
            named = pdfium.FPDFPageObjMark_GetName(mark, self.letters, LONGEST, self.size)
            length = self.size.value
            if named and length <= LONGEST and self.name.raw[: length - 2] == ARTIFACT:
                return True
        return False


ARTIFACT = "Artifact".encode("utf-16-le")
