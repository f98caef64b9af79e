"""A page that reportlab draws, sound but for what is drawn on it."""

from __future__ import annotations

import functools
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from PIL import Image
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from briefpack import fonts

for name, weight in (("Spectral", 400), ("Spectral-SemiBold", 600)):
    registerFont(TTFont(name, fonts.upright("Spectral", weight)))

A4 = (595.0, 842.0)
DARK, PALE = HexColor("#13263b"), HexColor("#a5a5a5")

WORDS = (
    "The last bus leaves at twenty to ten. Whoever works a late",
    "shift drives, or does not take the post. Two lines would reach",
    "four in ten of these jobs, and a year is long enough to count",
    "who rides. The depot has drivers for one line today, and could",
    "have them for two by autumn. Everything else can wait until",
    "the first figures are there, which will be in November.",
)

Draw = Callable[[Canvas], None]


def page(draw: Draw) -> Callable[[], bytes]:
    """One sound page, with what is drawn on it below its text, from 500 pt on."""

    @functools.wraps(draw)
    def make() -> bytes:
        return drawn(draw)

    return make


def drawn(*draw: Draw, size: tuple[float, float] = A4, **settings: Any) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=size, invariant=True, **settings)
    for one in draw:
        text(canvas, size[1] - 80)
        one(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def text(canvas: Canvas, top: float, left: float = 72, times: int = 3) -> None:
    canvas.setFont("Spectral", 11)
    for number, line in enumerate(WORDS * times):
        canvas.drawString(left, top - 14 * number, line)


def nothing(canvas: Canvas) -> None:
    """The page is as it is."""


def axis(left: float, right: float, height: float) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(DARK)
        canvas.rect(left, height, right - left, 12, stroke=0, fill=1)

    return draw


def picture(colour: str = "#456789", size: tuple[int, int] = (300, 100)) -> ImageReader:
    return ImageReader(Image.new("RGB", size, colour))


def after_text(draw: Draw) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, initialFontName="Spectral")
    text(canvas, 760)
    canvas.showPage()
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def text_line(canvas: Canvas, words: str, height: float) -> None:
    canvas.setFont("Spectral", 11)
    canvas.drawString(72, height, words)


def changed(pdf: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as document:
        change(document)
        file = BytesIO()
        document.save(file)
        return file.getvalue()
