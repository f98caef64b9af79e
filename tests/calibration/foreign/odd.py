"""Pages that look odd, and are as they should be."""

from __future__ import annotations

import pikepdf
from PIL import Image
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.calibration.foreign.canvas import (
    A4,
    DARK,
    WORDS,
    after_text,
    axis,
    changed,
    drawn,
    nothing,
    page,
    text,
    text_line,
)


@page
def white_on_dark(canvas: Canvas) -> None:
    canvas.setFillColor(DARK)
    canvas.roundRect(60, 390, 200, 30, 6, stroke=0, fill=1)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(72, 400, "White on a dark box")


@page
def an_outline_in_white(canvas: Canvas) -> None:
    canvas.setFillColor(HexColor("#cccccc"))
    canvas.rect(60, 390, 200, 30, stroke=0, fill=1)
    line = canvas.beginText(72, 400)
    canvas.setStrokeColorRGB(1, 1, 1)
    canvas.setFillColorRGB(0, 0, 0)
    for mode in (1, 0):
        line.setTextRenderMode(mode)
        line.setTextOrigin(72, 400)
        line.textOut("Black with an outline")
    canvas.drawText(line)


@page
def printed_twice(canvas: Canvas) -> None:
    for aside in (0, 0.3):
        canvas.drawString(72 + aside, 400, "Bold, since it is printed twice")


@page
def with_a_shadow(canvas: Canvas) -> None:
    canvas.setFont("Spectral-SemiBold", 24)
    for colour, aside in ((HexColor("#cccccc"), 1), (DARK, 0)):
        canvas.setFillColor(colour)
        canvas.drawString(72 + aside, 400 - aside, "A shadow")


@page
def a_watermark(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.translate(150, 300)
    canvas.rotate(45)
    canvas.setFont("Spectral-SemiBold", 90)
    canvas.setFillColor(Color(0, 0, 0, alpha=0.1))
    canvas.drawString(0, 0, "DRAFT")
    canvas.restoreState()


def scanned() -> bytes:
    """A picture of a page, and its words, unseen, upon it."""

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(page_picture(), 0, 0, *A4)
        line = canvas.beginText(72, 762)
        line.setFont("Spectral", 6)
        line.setTextRenderMode(3)
        line.textLines("\n".join(WORDS))
        canvas.drawText(line)

    return after_text(draw)


def scanned_over_text() -> bytes:
    """A picture of a page, and its words, in black, beneath it."""

    def draw(canvas: Canvas) -> None:
        text(canvas, 762)
        canvas.setFont("Spectral", 5)
        canvas.drawString(3, 3, "Recognised at the edge")
        canvas.drawImage(page_picture(), 0, 0, *A4)

    return after_text(draw)


def page_picture() -> ImageReader:
    scan = Image.new("L", (1250, 1768), 250)
    for line in range(12):
        scan.paste(40, (160, 160 + 28 * line, 1000, 176 + 28 * line))
    return ImageReader(scan)


@page
def a_picture_that_lets_through(canvas: Canvas) -> None:
    canvas.drawString(72, 400, "Beneath a picture of glass")
    glass = Image.new("RGBA", (300, 100), (200, 220, 255, 30))
    canvas.drawImage(ImageReader(glass), 70, 390, 120, 30, mask="auto")


@page
def marked_with_a_pen(canvas: Canvas) -> None:
    """A marker is an opaque yellow box that multiplies."""
    canvas.drawString(72, 400, "Marked with a yellow pen")
    canvas.setBlendMode("Multiply")
    canvas.setFillColor(HexColor("#ffee00"))
    canvas.rect(70, 396, 120, 14, stroke=0, fill=1)


@page
def a_triangle_beside(canvas: Canvas) -> None:
    """Its box holds the words, and it does not."""
    canvas.drawString(72, 356, "Beside a triangle")
    path = canvas.beginPath()
    path.moveTo(200, 350)
    path.lineTo(200, 450)
    path.lineTo(60, 450)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


@page
def a_hatch_upon(canvas: Canvas) -> None:
    canvas.drawString(72, 400, "Under thin lines")
    canvas.setLineWidth(0.25)
    for x in range(70, 180, 6):
        canvas.line(x, 395, x + 4, 412)


@page
def an_initial(canvas: Canvas) -> None:
    canvas.setFont("Spectral", 40)
    canvas.drawString(72, 386, "W")
    canvas.setFont("Spectral", 11)
    for number in range(3):
        canvas.drawString(114, 405 - 14 * number, WORDS[number])


@page
def a_table(canvas: Canvas) -> None:
    for row in range(5):
        canvas.line(72, 408 - 18 * row, 400, 408 - 18 * row)
        for column in range(4):
            canvas.drawString(74 + 82 * column, 396 - 18 * row, f"{row * 12},{column}00")


@page
def two_columns(canvas: Canvas) -> None:
    text(canvas, 420, left=72, times=1)
    canvas.setFont("Spectral", 8)
    for number, line in enumerate(WORDS):
        canvas.drawString(390, 420 - 10 * number, line[:40])


@page
def notes_and_formulas(canvas: Canvas) -> None:
    small = ("2", -2), ("th", 4), ("14", 4)
    words = "Carbon dioxide is CO", " and the 5", " of May,", " in all"
    level = ((word, 0) for word in words)
    pieces = [piece for pair in zip(level, (*small, ("", 0)), strict=True) for piece in pair]
    left = 72.0
    for word, up in pieces:
        size = 6.5 if up else 11
        canvas.setFont("Spectral", size)
        canvas.drawString(left, 400 + up, word)
        left += canvas.stringWidth(word, "Spectral", size)


@page
def accents_apart(canvas: Canvas) -> None:
    canvas.drawString(72, 400, "The cafe at the elan")
    canvas.drawString(104, 401, "\u00b4")
    canvas.drawString(148, 401, "\u00b4")
    canvas.drawString(72, 380, "Underlined by a row of signs")
    canvas.drawString(72, 379, "_" * 20)


def turned_landscape() -> bytes:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.rotate(90)
        for number, line in enumerate(3 * WORDS):
            canvas.drawString(80, -100 - 14 * number, line[:14])

    return after_text(draw)


def landscape() -> bytes:
    return drawn(nothing, size=(842, 595))


def cropped() -> bytes:
    """Text and marks beyond the crop box are for the printer."""

    def draw(canvas: Canvas) -> None:
        canvas.setCropBox((40, 40, 555, 802))
        canvas.drawString(72, 20, "brief.indd 7 May")

    return drawn(draw)


def with_labels() -> bytes:
    def label(document: pikepdf.Pdf) -> None:
        document.Root.PageLabels = pikepdf.Dictionary(
            Nums=pikepdf.Array([0, pikepdf.Dictionary(S=pikepdf.Name.r)])
        )

    return changed(drawn(nothing, nothing), label)


def with_boxes_inherited() -> bytes:
    """The size of the pages stands with their parent (ISO 32000-1, 7.7.3.4)."""

    def inherit(document: pikepdf.Pdf) -> None:
        document.Root.Pages.MediaBox = document.pages[0].obj.MediaBox
        for one in document.pages:
            del one.obj["/MediaBox"]

    return changed(drawn(lambda canvas: canvas.drawString(72, 800, "A head")), inherit)


def with_letters_drawn() -> bytes:
    """A font of Type 3, whose size is 1 and whose letters are ten points tall."""

    def add(document: pikepdf.Pdf) -> None:
        square = document.make_stream(b"600 0 0 0 500 700 d1 0 0 500 700 re f")
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type3, FontBBox=[0, 0, 600, 700],
            FontMatrix=[0.01, 0, 0, 0.01, 0, 0], FirstChar=65, LastChar=66, Widths=[600, 600],
            CharProcs=pikepdf.Dictionary(A=square, B=square), Resources=pikepdf.Dictionary(),
            Encoding=pikepdf.Dictionary(Differences=[65, pikepdf.Name.A, pikepdf.Name.B]),
        )  # fmt: skip
        page = document.pages[0]
        name = page.add_resource(document.make_indirect(font), pikepdf.Name.Font)
        page.contents_add(f"BT {name} 1 Tf 72 400 Td (ABBA) Tj ET".encode("ascii"))

    return changed(drawn(nothing), add)


def title_page() -> bytes:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Spectral-SemiBold", 28)
        canvas.drawString(72, 500, "Night buses")
        text_line(canvas, "Valley Forum, May", 470)

    return after_text(draw)


def said_to_be_blank() -> bytes:
    words = "This page is intentionally left blank."
    return after_text(lambda canvas: text_line(canvas, words, 420))


def mirrored_heads() -> bytes:
    return drawn(axis(300, 595, 810), axis(0, 300, 810), axis(300, 595, 810))


def facing_axis() -> bytes:
    return drawn(nothing, axis(300, 595, 400), axis(0, 300, 400))


def wall_chart() -> bytes:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(DARK)
        canvas.rect(400, 600, 2500, 3500, stroke=0, fill=1)

    return drawn(draw, size=(3370, 4768))
