"""Pages for sheets, drawn with a number each; and what is found on the sheets that were made."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from briefpack.edition import EDITIONS
from briefpack.finishing.impose import Size
from briefpack.finishing.job import Job
from briefpack.finishing.pen import MM, Drawing, drawn
from briefpack.pages import layout
from briefpack.paper import PAPERS, millimetres, points
from tests.finishing.tickets.orders import brief

if TYPE_CHECKING:
    from PIL.Image import Image
    from reportlab.pdfgen.canvas import Canvas

A5 = (148.5, 210.0)
COLOURS = ("#c03020", "#2050b0", "#208040", "#b08020")
BLEED = 3.0
WORD = re.compile(r"n\d+|\S+")
"""Numbers of drawn pages are words, though turned ones may follow each other without a space."""


class Word(NamedTuple):
    """A word on a side: where it begins (mm from the lower left), how it is turned, its size."""

    text: str
    x: float
    y: float
    turned: int
    points: float


def numbered(count: int, size: Size = A5) -> bytes:
    """Pages with their numbers, 20 mm from the lower left corner."""
    return drawn((size, _number(number, 20, 20)) for number in range(1, count + 1))


def _number(number: int, x: float, y: float) -> Drawing:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("sans", 30)
        canvas.drawString(x * MM, y * MM, f"n{number}")

    return draw


def bleeding(count: int, size: Size = A5) -> bytes:
    """Pages of one colour each, out to a bleed of 3 mm; their MediaBox begins there, below 0."""
    whole = (size[0] + 2 * BLEED, size[1] + 2 * BLEED)

    def ground(number: int) -> Drawing:
        def draw(canvas: Canvas) -> None:
            canvas.setFillColor(COLOURS[number % len(COLOURS)])
            canvas.rect(0, 0, whole[0] * MM, whole[1] * MM, stroke=0, fill=1)
            canvas.setFillColor("#ffffff")
            _number(number, 20 + BLEED, 20 + BLEED)(canvas)

        return draw

    pdf = drawn((whole, ground(number)) for number in range(1, count + 1))
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            width, height, edge = (points(length) for length in (*size, BLEED))
            page.mediabox = page.bleedbox = [-edge, -edge, width + edge, height + edge]
            page.trimbox = [0, 0, width, height]
            page.contents_add(b"1 0 0 1 %.4f %.4f cm" % (-edge, -edge), prepend=True)
        return resaved(document)


def resaved(document: pikepdf.Pdf) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def changed(pdf: bytes, **entries: Any) -> bytes:
    """The PDF with these entries in each page."""
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            for key, value in entries.items():
                page.obj[f"/{key}"] = value
        return resaved(document)


def words(pdf: bytes) -> list[list[Word]]:
    """The words of each page of the PDF, in its order."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [list(_words(page.get_textpage())) for page in document]


def _words(page: pypdfium2.PdfTextPage) -> Iterator[Word]:
    for match in WORD.finditer(page.get_text_range()):
        word, start = match[0], match.start()
        x, y = pdfium.c_double(), pdfium.c_double()
        pdfium.FPDFText_GetCharOrigin(page, start, x, y)
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(page, start, matrix)
        size = pdfium.FPDFText_GetFontSize(page, start) * math.hypot(matrix.a, matrix.b)
        turned = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360
        yield Word(word, millimetres(x.value), millimetres(y.value), turned, size)


def found(pdf: bytes, *texts: str) -> list[dict[str, Word]]:
    """These words on each side, by what they say."""
    return [{word.text: word for word in side if word.text in texts} for side in words(pdf)]


def seen(pdf: bytes, page: int = 0, dots_a_mm: int = 4) -> Image:
    """The page as it is seen."""
    with pypdfium2.PdfDocument(pdf) as document:
        return document[page].render(scale=dots_a_mm / points(1)).to_pil().convert("RGB")


def colour(picture: Image, x: float, y: float, dots_a_mm: int = 4) -> str:
    """The colour at a place in millimetres from the lower left corner."""
    place = (int(x * dots_a_mm), picture.height - 1 - int(y * dots_a_mm))
    return f"#{bytes(picture.getpixel(place)).hex()}"  # type: ignore[arg-type]


def job(name: str, pages: int, paper: str = "a4", language: str = "en", **fields: str) -> Job:
    """What finishing is told of that edition; `fields` are those of its brief."""
    row, asked = EDITIONS[name], PAPERS[paper]
    page = asked.folded if row.folded else asked
    sheet = asked.doubled if row.doubled else asked
    folios = [str(number) for number in range(1, pages + 1)]
    of, look = brief(language, **fields), layout.find("policy")
    return Job(row, of, look, page, sheet, look.wording(of.language), folios)
