"""Reads pages through PDFium, which makes something of nearly every file."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

import pypdfium2
import pypdfium2.raw as c

from briefpack.paper import Box
from briefpack.preflight.apart import Letters, is_odd
from briefpack.preflight.finding import Unjudged
from briefpack.preflight.geometry import (
    EVERYWHERE,
    IDENTITY,
    Matrix,
    area,
    bounds,
    common,
    moved,
    product,
    scale,
)
from briefpack.preflight.joining import is_double, joined
from briefpack.preflight.leaf import RGB, Area, Leaf, Mark, Plate, Run, Stroke

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

CLEAR = 250
"""Of 255: pictures that are less opaque somewhere let show what lies beneath."""

RIGHT_ANGLED = 0.02
"""How far off text may be from the level or the upright, in parts of its length."""

NOTHING: Box = (0.0, 0.0, 0.0, 0.0)

Things = Iterator[Any]


def leaf(document: pypdfium2.PdfDocument, number: int) -> Leaf:
    """The page of that number (from 1), with all that is painted on it.

    `Unjudged` where PDFium makes nothing of it.
    """
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError as error:
        raise Unjudged(f"page {number} cannot be read") from error
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
            own = _mark(thing) or mark
            cut = _clip(thing, matrix)
            if cut and clip:
                cut = common(cut, clip) or NOTHING
            kind = c.FPDFPageObj_GetType(thing)
            if kind == c.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
                inside = product(_matrix(thing), matrix)
                self.read(thing, _of_form, inside, cut or clip, own, depth + 1)
            elif kind in self.kinds:
                self.kinds[kind](thing, matrix, cut or clip, own)

    def _run(self, thing: Any, matrix: Matrix, clip: Box | None, mark: Mark) -> None:
        placed = product(_matrix(thing), matrix)
        box = _box(thing, matrix)
        size = _number(c.FPDFTextObj_GetFontSize, thing)
        colour, opacity = _fill(thing)
        mode = c.FPDFTextObj_GetTextRenderMode(thing)
        if mode in STROKED:
            colour, opacity = _stroke(thing)
        run = Run(
            _words(thing, self.text.raw) or self._again(box),
            box,
            common(box, clip) if clip else box,
            placed[4:],
            _size(size * _height(placed), box, placed),
            _font(thing),
            colour,
            0.0 if mode in INVISIBLE else opacity,
            _upright(placed),
            mark,
            self.order,
        )
        self.runs += self.letters.apart(run, thing) if is_odd(run) else [run]

    def _again(self, box: Box) -> str:
        """The words that were painted there before: of what is printed twice, as a shadow or to be
        bold, PDFium reads the first only.
        """
        there = (run for run in islice(reversed(self.runs), LATELY) if is_double(run.box, box))
        return next((run.words for run in there), "")

    def _path(self, thing: Any, matrix: Matrix, clip: Box | None, mark: Mark) -> None:
        box = _box(thing, matrix)
        seen = common(box, clip) if clip else box
        filled, stroked = ctypes.c_int(), ctypes.c_int()
        if not seen or not c.FPDFPath_GetDrawMode(thing, filled, stroked):
            return
        if filled.value:
            colour, opacity = _fill(thing)
            solid = _is_rectangle(thing) and not c.FPDFPageObj_HasTransparency(thing)
            self.areas.append(Area(seen, colour, opacity, solid, mark, self.order))
        if stroked.value:
            width = _number(c.FPDFPageObj_GetStrokeWidth, thing) * scale(
                product(_matrix(thing), matrix)
            )
            solid = c.FPDFPageObj_GetDashCount(thing) <= 0
            self.strokes.append(Stroke(seen, width, _stroke(thing)[0], solid, mark, self.order))

    def _picture(self, thing: Any, matrix: Matrix, clip: Box | None, mark: Mark) -> None:
        width, height = ctypes.c_uint(), ctypes.c_uint()
        c.FPDFImageObj_GetImagePixelSize(thing, width, height)
        self._plate(thing, matrix, clip, mark, (width.value, height.value))
        self._cover(thing)

    def _cover(self, thing: Any) -> None:
        """Text beneath the picture of a whole page is not seen: it was read off that picture.

        Beneath a smaller one that is opaque it is hidden, and the plate says so.
        """
        plate = self.plates[-1] if self.plates else None
        if not plate or plate.order != self.order or not self._lies_on_text(plate):
            return
        if not _is_opaque(self.document, self.page, thing):
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
        self._plate(thing, matrix, clip, mark, (0, 0))

    def _plate(
        self, thing: Any, matrix: Matrix, clip: Box | None, mark: Mark, pixels: tuple[int, int]
    ) -> None:
        box = _box(thing, matrix)
        if seen := common(box, clip) if clip else box:
            self.plates.append(Plate(seen, pixels, False, mark, self.order))


def _box(thing: Any, matrix: Matrix) -> Box:
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


def _matrix(thing: Any) -> Matrix:
    found = c.FS_MATRIX()
    if not c.FPDFPageObj_GetMatrix(thing, found):
        return IDENTITY
    return found.a, found.b, found.c, found.d, found.e, found.f


def _clip(thing: Any, matrix: Matrix) -> Box | None:
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


def _mark(thing: Any) -> Mark | None:
    count = c.FPDFPageObj_CountMarks(thing)
    if count < 1:
        return None
    names = {_name_of(c.FPDFPageObj_GetMark(thing, at)) for at in range(count)}
    return Mark(c.FPDFPageObj_GetMarkedContentID(thing), "Artifact" in names)


def _name_of(mark: Any) -> str:
    size = ctypes.c_ulong()
    buffer = ctypes.create_string_buffer(128)
    c.FPDFPageObjMark_GetName(mark, ctypes.cast(buffer, _WIDE), 128, size)
    return buffer.raw[: max(min(size.value, 128) - 2, 0)].decode("utf-16-le", "replace")


_WIDE = ctypes.POINTER(ctypes.c_ushort)


def _words(thing: Any, page: Any) -> str:
    size = c.FPDFTextObj_GetText(thing, page, None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    c.FPDFTextObj_GetText(thing, page, ctypes.cast(buffer, _WIDE), size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")


def _font(thing: Any) -> str:
    font = c.FPDFTextObj_GetFont(thing)
    size = c.FPDFFont_GetBaseFontName(font, None, 0) if font else 0
    if size < 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    c.FPDFFont_GetBaseFontName(font, buffer, size)
    return buffer.raw[: size - 1].decode("utf-8", "replace")


def _number(ask: Callable[[Any, Any], Any], thing: Any) -> float:
    found = ctypes.c_float()
    return found.value if ask(thing, found) else 0.0


def _fill(thing: Any) -> tuple[RGB, float]:
    return _colour(c.FPDFPageObj_GetFillColor, thing)


def _stroke(thing: Any) -> tuple[RGB, float]:
    return _colour(c.FPDFPageObj_GetStrokeColor, thing)


def _colour(ask: Callable[..., Any], thing: Any) -> tuple[RGB, float]:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not ask(thing, *parts):
        return (0, 0, 0), 1.0
    red, green, blue, alpha = (part.value for part in parts)
    return (red, green, blue), alpha / 255


def _height(matrix: Matrix) -> float:
    """How much taller type becomes."""
    _, _, along, up, *_ = matrix
    return float((along * along + up * up) ** 0.5)


def _size(size: float, box: Box, placed: Matrix) -> float:
    """The size of type in points, but of type that has none: letters of Type 3 are as large as
    they are drawn, whatever size they are called for in. Ink is half of it at the least.
    """
    a, b, *_ = placed
    ink = box[3] - box[1] if abs(a) >= abs(b) else box[2] - box[0]
    return 2 * ink if size < ink / 3 else size


def _is_opaque(document: Any, page: Any, picture: Any) -> bool:
    """Whether nothing shows through it; seen by painting it, with its masks."""
    found = c.FPDFImageObj_GetRenderedBitmap(document.raw, page.raw, picture)
    if not found:
        return False
    bitmap = pypdfium2.PdfBitmap.from_raw(found)  # which frees it when it goes
    alpha: Any = bitmap.to_pil().convert("RGBA").getchannel("A").getextrema()
    return int(alpha[0]) >= CLEAR


def _upright(matrix: Matrix) -> bool:
    """Whether text runs along a side of the page: only then is its box all ink."""
    a, b, *_ = matrix
    return min(abs(a), abs(b)) <= RIGHT_ANGLED * max(abs(a), abs(b))


def _is_rectangle(thing: Any) -> bool:
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
