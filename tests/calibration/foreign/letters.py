"""Faults of letters: hyphens, size, contrast, and letters that are not there."""

from __future__ import annotations

import pikepdf
from PIL import Image
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.calibration.foreign.canvas import (
    DARK,
    PALE,
    changed,
    drawn,
    page,
)


@page
def ladder(canvas: Canvas) -> None:
    for number, line in enumerate(("inter-", "nation-", "alisa-", "tion of the")):
        canvas.drawString(72, 400 - 14 * number, line)


@page
def ladder_of_text_lines(canvas: Canvas) -> None:
    lines = canvas.beginText(72, 400)
    lines.setLeading(14)
    lines.textLines("we inter-\nand nation-\nor alisa-\ntion of the")
    canvas.drawText(lines)


def a_lost_glyph() -> bytes:
    """A simple font whose encoding leads a code that is shown to .notdef."""

    def lose(document: pikepdf.Pdf) -> None:
        for font in document.pages[0].Resources.Font.values():
            font.Encoding = pikepdf.Dictionary(
                Differences=pikepdf.Array([88, pikepdf.Name("/.notdef"), pikepdf.Name.Y])
            )

    return changed(drawn(lambda canvas: canvas.drawString(72, 400, "X marks it")), lose)


@page
def tiny(canvas: Canvas) -> None:
    canvas.setFont("Spectral", 6)
    canvas.drawString(72, 400, "Terms and conditions apply")


@page
def tiny_by_its_matrix(canvas: Canvas) -> None:
    canvas.scale(0.5, 0.5)
    canvas.setFont("Spectral", 11)
    canvas.drawString(144, 800, "Terms and conditions apply")


@page
def tiny_in_a_form(canvas: Canvas) -> None:
    canvas.beginForm("small", 0, 0, 300, 30)
    canvas.setFont("Spectral", 11)
    canvas.drawString(0, 8, "Terms and conditions apply")
    canvas.endForm()
    canvas.transform(0.5, 0, 0, 0.5, 72, 400)
    canvas.doForm("small")


@page
def tiny_by_its_text_matrix(canvas: Canvas) -> None:
    line = canvas.beginText()
    line.setFont("Spectral", 1)
    line.setTextTransform(6, 0, 0, 6, 72, 400)
    line.textOut("Terms and conditions apply")
    canvas.drawText(line)


@page
def tiny_on_its_side(canvas: Canvas) -> None:
    canvas.translate(300, 300)
    canvas.rotate(90)
    canvas.setFont("Spectral", 6)
    canvas.drawString(0, 0, "Terms and conditions apply")


@page
def pale(canvas: Canvas) -> None:
    canvas.setFillColor(PALE)
    canvas.drawString(72, 400, "Printed in pale grey")


@page
def pale_in_grey(canvas: Canvas) -> None:
    canvas.setFillGray(0.65)
    canvas.drawString(72, 400, "Printed in pale grey")


@page
def pale_in_inks(canvas: Canvas) -> None:
    canvas.setFillColorCMYK(0, 0.1, 0.9, 0)
    canvas.drawString(72, 400, "Printed in yellow")


@page
def transparent(canvas: Canvas) -> None:
    canvas.setFillColor(Color(0, 0, 0, alpha=0.35))
    canvas.drawString(72, 400, "Black that shines through")


@page
def on_a_tint(canvas: Canvas) -> None:
    canvas.setFillColor(HexColor("#c8d4e0"))
    canvas.rect(60, 390, 200, 30, stroke=0, fill=1)
    canvas.setFillColor(HexColor("#707880"))
    canvas.drawString(72, 400, "Grey on a tint")


@page
def on_a_gradient(canvas: Canvas) -> None:
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(60, 390, 200, 30)
    canvas.clipPath(path, stroke=0)
    canvas.linearGradient(60, 400, 260, 400, (DARK, HexColor("#33475c")))
    canvas.restoreState()
    canvas.setFillColor(HexColor("#55626f"))
    canvas.drawString(72, 400, "Grey on a gradient")


@page
def on_a_picture(canvas: Canvas) -> None:
    sky = Image.linear_gradient("L").resize((600, 120)).point(lambda grey: 110 + grey // 8)
    canvas.drawImage(ImageReader(sky.convert("RGB")), 60, 390, 200, 30)
    canvas.setFillColor(HexColor("#999999"))
    canvas.drawString(72, 400, "Grey on a photograph")


@page
def dark_on_green(canvas: Canvas) -> None:
    canvas.setFillColor(HexColor("#00b000"))
    canvas.rect(60, 390, 200, 30, stroke=0, fill=1)
    canvas.setFillColor(DARK)
    canvas.drawString(72, 400, "Dark on green")


@page
def under_a_veil(canvas: Canvas) -> None:
    """Text is looked at on what lies beneath it; what lies above is not reckoned in."""
    canvas.drawString(72, 400, "Black under a veil")
    canvas.setFillColor(Color(1, 1, 1, alpha=0.75))
    canvas.rect(60, 390, 200, 30, stroke=0, fill=1)
