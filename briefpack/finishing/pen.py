"""The pen: drawings for finished pages (marks, rules, slips), in the brief's own type.

reportlab draws, in millimetres from the lower left corner of the page. Same drawings, same bytes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, cast

from briefpack import fonts
from briefpack.finishing.saving import saved
from briefpack.paper import millimetres, points

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

MM = points(1)
ELLIPSIS = "…"

FACES = {"sans": ("Fira Sans", 400), "medium": ("Fira Sans", 500), "semibold": ("Fira Sans", 600),
         "serif": ("Spectral", 400), "title": ("Spectral", 300)}  # fmt: skip
"""The names by which drawings ask for a face -> its family and weight."""

_BFCHARS = re.compile(rb"(\d+) beginbfchar\n(.*?)\nendbfchar", re.DOTALL)

Drawing = Callable[["Canvas"], object]
Size = tuple[float, float]


def drawn(pages: Iterable[tuple[Size, Drawing]]) -> bytes:
    """A PDF with a page of that width and height (mm) for each drawing; fonts are embedded."""
    from reportlab.pdfgen.canvas import Canvas  # an import that only finishing should pay for

    load_faces()
    file = BytesIO()
    # Its own first font would be Helvetica, which nobody embeds; the stubs think it a number.
    canvas = Canvas(file, pageCompression=1, invariant=1, initialFontName="sans")  # type: ignore[arg-type]
    for (width, height), draw in pages:
        canvas.setPageSize((points(width), points(height)))
        canvas.saveState()
        draw(canvas)
        canvas.restoreState()
        canvas.showPage()
    canvas.save()
    return _mended(file.getvalue())


def _mended(pdf: bytes) -> bytes:
    """The PDF without the letters U+0000 that reportlab gives to codes that nothing is set with.

    PDF/UA-1 (ISO 14289-1, 7.21.7) lets no font have such.
    """
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as document:
        for found in document.objects:
            if isinstance(found, pikepdf.Dictionary) and "/ToUnicode" in found:
                found.ToUnicode.write(_BFCHARS.sub(_used, found.ToUnicode.read_bytes()))
        return saved(document)


def _used(block: re.Match[bytes]) -> bytes:
    lines = [line for line in block[2].splitlines() if not line.endswith(b"<0000>")]
    return b"%d beginbfchar\n%s\nendbfchar" % (len(lines), b"\n".join(lines))


@cache
def load_faces() -> None:
    """Make the faces known to reportlab, by their names here."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    for name, face in FACES.items():
        registerFont(TTFont(name, str(fonts.upright(*face))))


def width(text: str, face: str, size: float) -> float:
    """Millimetres that `text` takes on one line in that face, `size` in points."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    load_faces()
    return millimetres(stringWidth(text, face, size))


def shortened(text: str, room: float, width: Callable[[str], float]) -> str:
    """The text, with an ellipsis for what a line of `room`, measured by `width`, does not hold."""
    if width(text) <= room:
        return text
    held = bisect_right(range(1, len(text)), room, key=lambda count: width(text[:count] + ELLIPSIS))
    return text[:held].rstrip() + ELLIPSIS


@cache
def characters(face: str) -> frozenset[int]:
    """The code points that the face has a glyph for."""
    from reportlab.pdfbase.pdfmetrics import getFont

    load_faces()
    font = cast("TTFont", getFont(face))
    return frozenset(font.face.charToGlyph)
