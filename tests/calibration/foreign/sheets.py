"""Faults of what pages are made of: fonts, pictures, lines, sizes."""

from reportlab.pdfgen.canvas import Canvas

from tests.calibration.foreign.canvas import A4, drawn, nothing, page, picture


@page
def a_font_left_out(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 11)
    canvas.drawString(72, 400, "In a font that readers were to have")


@page
def a_coarse_picture(canvas: Canvas) -> None:
    canvas.drawImage(picture(), 72, 300, 300, 100)


@page
def a_rather_coarse_picture(canvas: Canvas) -> None:
    canvas.drawImage(picture(), 72, 300, 180, 60)


@page
def a_hair(canvas: Canvas) -> None:
    canvas.setLineWidth(0.05)
    canvas.line(72, 400, 300, 400)


def two_sizes() -> bytes:
    def turn(canvas: Canvas) -> None:
        canvas.setPageSize((500, A4[1]))

    return drawn(nothing, turn, nothing)


@page
def a_font_that_paints_nothing(canvas: Canvas) -> None:
    """As beneath a scan."""
    words = canvas.beginText(72, 400)
    words.setFont("Helvetica", 11)
    words.setTextRenderMode(3)
    words.textOut("Unseen")
    canvas.drawText(words)
