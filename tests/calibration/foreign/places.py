"""Faults of where things stand: cut off, near the edge, upon each other, over the fold, alone."""

from __future__ import annotations

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from tests.calibration.foreign.canvas import (
    A4,
    DARK,
    WORDS,
    Draw,
    after_text,
    axis,
    drawn,
    nothing,
    page,
    picture,
    text,
    text_line,
)


@page
def off_the_page(canvas: Canvas) -> None:
    canvas.drawString(540, 400, "Runs off the page")


@page
def off_the_crop_box(canvas: Canvas) -> None:
    canvas.setCropBox((0, 0, 450, 842))
    canvas.drawString(420, 400, "Runs out of the crop box")


@page
def clipped_by_a_path(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.moveTo(72, 400)
    path.lineTo(110, 400)
    path.lineTo(110, 420)
    path.lineTo(72, 420)
    path.close()
    canvas.clipPath(path, stroke=0)
    canvas.drawString(72, 405, "Cut in half by a path")


@page
def clipped_by_a_form(canvas: Canvas) -> None:
    canvas.beginForm("frame", 0, 0, 60, 20)
    canvas.setFont("Spectral", 11)
    canvas.drawString(0, 5, "Cut in half by its form")
    canvas.endForm()
    canvas.translate(72, 400)
    canvas.doForm("frame")


@page
def near_the_edge(canvas: Canvas) -> None:
    canvas.drawString(8, 400, "Too near")


@page
def near_the_edge_on_its_side(canvas: Canvas) -> None:
    canvas.translate(14, 300)
    canvas.rotate(90)
    canvas.drawString(0, 0, "Too near, and upright")


@page
def overlapping(canvas: Canvas) -> None:
    canvas.drawString(72, 400, "The upper of two lines")
    canvas.drawString(74, 402, "Another stands in its place")


@page
def overlapping_letter_by_letter(canvas: Canvas) -> None:
    for words, up in (("The upper of two", 0), ("Another in its place", 2)):
        left = 72.0
        for letter in words:
            canvas.drawString(left, 400 + up, letter)
            left += canvas.stringWidth(letter, "Spectral", 11)


@page
def overlapping_in_a_form(canvas: Canvas) -> None:
    canvas.beginForm("one", 0, 0, 300, 30)
    canvas.setFont("Spectral", 22)
    canvas.drawString(0, 8, "The upper of two lines")
    canvas.endForm()
    canvas.drawString(72, 400, "Another stands in its place")
    canvas.transform(0.5, 0, 0, 0.5, 72, 396)
    canvas.doForm("one")


@page
def folio_on_text(canvas: Canvas) -> None:
    canvas.drawString(72, 400, "The foot note runs on to where the number of the page is")
    canvas.drawString(180, 400, "12")


@page
def under_a_box(canvas: Canvas) -> None:
    canvas.drawString(72, 400, "Names of witnesses")
    canvas.setFillColor(DARK)
    canvas.rect(70, 396, 110, 14, stroke=0, fill=1)


@page
def under_a_box_of_lines(canvas: Canvas) -> None:
    canvas.drawString(72, 400, "Names of witnesses")
    path = canvas.beginPath()
    path.moveTo(70, 396)
    for x, y in ((180, 396), (180, 412), (70, 412)):
        path.lineTo(x, y)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


@page
def under_a_picture(canvas: Canvas) -> None:
    canvas.drawString(72, 400, "Names of witnesses")
    canvas.drawImage(picture(), 70, 390, 120, 30)


@page
def under_a_circle(canvas: Canvas) -> None:
    canvas.drawString(72, 400, "Names of witnesses")
    canvas.setFillColorRGB(1, 1, 1)
    canvas.circle(115, 403, 60, stroke=0, fill=1)


def torn() -> bytes:
    return drawn(axis(300, 595, 400), axis(0, 300, 400))


def stepped() -> bytes:
    return drawn(nothing, axis(300, 595, 400), axis(0, 300, 402))


def stepped_lines() -> bytes:
    def half(left: float, right: float, height: float) -> Draw:
        return lambda canvas: canvas.line(left, height, right, height)

    return drawn(nothing, half(300, 595, 400), half(0, 300, 398))


def blank() -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4)
    text(canvas, 760)
    canvas.showPage()
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def blank_but_white() -> bytes:
    def cover(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 1, 1)
        canvas.rect(0, 0, *A4, stroke=0, fill=1)

    return after_text(cover)


def a_few_words_over() -> bytes:
    return after_text(lambda canvas: text_line(canvas, "It ends here.", 740))


def a_few_words_over_under_a_head() -> bytes:
    def draw(canvas: Canvas) -> None:
        text_line(canvas, "Valley Forum: night buses", 800)
        text_line(canvas, "who rides, and how often.", 740)
        text_line(canvas, "2", 40)

    return after_text(draw)


def a_few_words_over_on_a_turned_page() -> bytes:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.rotate(90)
        for number in range(3):
            canvas.drawString(80, -100 - 14 * number, WORDS[number] + " and so on")

    return after_text(draw)
