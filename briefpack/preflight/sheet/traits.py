"""Traits of one thing on a page, as PDFium tells them: box, matrix, colour, words."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as c

from briefpack.paper import Box
from briefpack.preflight.sheet.geometry import EVERYWHERE, IDENTITY, Matrix, bounds, common, moved
from briefpack.preflight.sheet.leaf import Mark
from briefpack.shades.contrast import RGB8

CLEAR = 250
"""Of 255: pictures that are less opaque somewhere let show what lies beneath."""

NOTHING: Box = (0.0, 0.0, 0.0, 0.0)


def box(thing: Any, matrix: Matrix) -> Box:
    """What a thing covers, in the page's space."""
    edges = [ctypes.c_float() for _ in range(4)]
    if not c.FPDFPageObj_GetBounds(thing, *edges):
        return NOTHING
    left, bottom, right, top = (edge.value for edge in edges)
    if matrix == IDENTITY:
        return _sane((left, bottom, right, top))
    corners = ((left, bottom), (left, top), (right, bottom), (right, top))
    return _sane(bounds(moved(matrix, *corner) for corner in corners))


def _sane(box: Box | None) -> Box:
    """A box as large as a page can be; nothing of one without a size in numbers."""
    return common(box, EVERYWHERE) or NOTHING if box else NOTHING


def matrix(thing: Any) -> Matrix:
    found = c.FS_MATRIX()
    if not c.FPDFPageObj_GetMatrix(thing, found):
        return IDENTITY
    return found.a, found.b, found.c, found.d, found.e, found.f


def clip(thing: Any, matrix: Matrix) -> Box | None:
    """What the thing's clip leaves of the page; none where it has none."""
    clip = c.FPDFPageObj_GetClipPath(thing)
    count = c.FPDFClipPath_CountPaths(clip) if clip else 0
    left: Box | None = None
    for path in range(max(count, 0)):
        box = bounds(moved(matrix, *point) for point in _points(clip, path))
        if box:
            left = (common(left, box) or NOTHING) if left else box
    return left


def _points(clip: Any, path: int) -> Iterator[tuple[float, float]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(max(c.FPDFClipPath_CountPathSegments(clip, path), 0)):
        segment = c.FPDFClipPath_GetPathSegment(clip, path, at)
        if c.FPDFPathSegment_GetPoint(segment, x, y):
            yield x.value, y.value


def mark(thing: Any, outer: Mark, depth: int) -> Mark:
    """The mark of a thing in a form, or on a page: that of the form counts where it is numbered."""
    count = c.FPDFPageObj_CountMarks(thing)
    names = {_name_of(c.FPDFPageObj_GetMark(thing, at)) for at in range(count)}
    artifact = outer.artifact or "Artifact" in names
    if outer.number >= 0:
        return Mark(outer.number, artifact, outer.inner)
    return Mark(c.FPDFPageObj_GetMarkedContentID(thing), artifact, depth > 0)


def _name_of(mark: Any) -> str:
    size = ctypes.c_ulong()
    buffer = ctypes.create_string_buffer(128)
    c.FPDFPageObjMark_GetName(mark, ctypes.cast(buffer, _WIDE), 128, size)
    return buffer.raw[: max(min(size.value, 128) - 2, 0)].decode("utf-16-le", "replace")


_WIDE = ctypes.POINTER(ctypes.c_ushort)


def words(thing: Any, page: Any) -> str:
    size = c.FPDFTextObj_GetText(thing, page, None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    c.FPDFTextObj_GetText(thing, page, ctypes.cast(buffer, _WIDE), size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")


def font(thing: Any) -> str:
    font = c.FPDFTextObj_GetFont(thing)
    size = c.FPDFFont_GetBaseFontName(font, None, 0) if font else 0
    if size < 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    c.FPDFFont_GetBaseFontName(font, buffer, size)
    return buffer.raw[: size - 1].decode("utf-8", "replace")


def number(ask: Callable[[Any, Any], Any], thing: Any) -> float:
    found = ctypes.c_float()
    return found.value if ask(thing, found) else 0.0


def fill(thing: Any) -> tuple[RGB8, float]:
    return _colour(c.FPDFPageObj_GetFillColor, thing)


def stroke(thing: Any) -> tuple[RGB8, float]:
    return _colour(c.FPDFPageObj_GetStrokeColor, thing)


def _colour(ask: Callable[..., Any], thing: Any) -> tuple[RGB8, float]:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not ask(thing, *parts):
        return (0, 0, 0), 1.0
    red, green, blue, alpha = (part.value for part in parts)
    return (red, green, blue), alpha / 255


def sides(matrix: Matrix) -> tuple[float, float]:
    """How wide and high a square of one point becomes."""
    a, b, c, d, *_ = matrix
    return (a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5


def size(size: float, box: Box, placed: Matrix) -> float:
    """The size of type in points, but of type that has none: letters of Type 3 are as large as
    they are drawn, whatever size they are called for in. Ink is half of it at the least.
    """
    a, b, *_ = placed
    ink = box[3] - box[1] if abs(a) >= abs(b) else box[2] - box[0]
    return 2 * ink if size < ink / 3 else size


def is_opaque(document: Any, page: Any, picture: Any) -> bool:
    """Whether nothing shows through it; seen by painting it, with its masks."""
    found = c.FPDFImageObj_GetRenderedBitmap(document.raw, page.raw, picture)
    if not found:
        return False
    bitmap = pypdfium2.PdfBitmap.from_raw(found)  # which frees it when it goes
    alpha: Any = bitmap.to_pil().convert("RGBA").getchannel("A").getextrema()
    return int(alpha[0]) >= CLEAR


def is_rectangle(thing: Any) -> bool:
    """Whether a path goes round a box along its sides, and nowhere else."""
    count = c.FPDFPath_CountSegments(thing)
    if count not in (4, 5):
        return False
    segments = [c.FPDFPath_GetPathSegment(thing, at) for at in range(count)]
    if c.FPDF_SEGMENT_BEZIERTO in map(c.FPDFPathSegment_GetType, segments):
        return False
    xs, ys = zip(*_places(segments), strict=True)
    return len({*xs}) == len({*ys}) == 2 and len({*zip(xs, ys, strict=True)}) == 4


def _places(segments: Iterable[Any]) -> Iterator[tuple[float, float]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    for segment in segments:
        c.FPDFPathSegment_GetPoint(segment, x, y)
        yield round(x.value, 2), round(y.value, 2)
