"""Which pages a print room must print in colour."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from briefpack.finishing.pen import MM, drawn
from briefpack.finishing.tickets.colours import chroma, coloured, tinted

A6 = (105.0, 148.0)


def square(fill: Callable[[Canvas], None]) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        fill(canvas)
        canvas.rect(10 * MM, 10 * MM, 20 * MM, 20 * MM, stroke=0, fill=1)

    return draw


def hairline(canvas: Canvas) -> None:
    canvas.setStrokeColorRGB(0.7, 0.2, 0.1)
    canvas.setLineWidth(0.1)
    canvas.line(0, 0, 100 * MM, 140 * MM)


def words(canvas: Canvas) -> None:
    canvas.setFillColor("#b9371f")
    canvas.setFont("sans", 6)
    canvas.drawString(10 * MM, 10 * MM, "red")


PAGES = {
    "nothing": (lambda _: None, "grey"),
    "black": (square(lambda canvas: canvas.setFillColorRGB(0, 0, 0)), "grey"),
    "grey": (square(lambda canvas: canvas.setFillGray(0.6)), "grey"),
    "process black": (square(lambda canvas: canvas.setFillColorCMYK(0, 0, 0, 0.5)), "grey"),
    "ink": (square(lambda canvas: canvas.setFillColor("#13263b")), "tint"),
    "red": (square(lambda canvas: canvas.setFillColor("#b9371f")), "colour"),
    "process cyan": (square(lambda canvas: canvas.setFillColorCMYK(1, 0, 0, 0)), "colour"),
    "a hairline": (hairline, "colour"),
    "small words": (words, "colour"),
}


@pytest.fixture(scope="module")
def strengths() -> list[int]:
    return chroma(drawn((A6, draw) for draw, _ in PAGES.values()))


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_carries(strengths: list[int], page: str) -> None:
    number = [*PAGES].index(page) + 1
    found = "tint" if number in tinted(strengths) else "colour"
    assert (found if number in coloured(strengths) else "grey") == PAGES[page][1]


def test_what_is_trimmed_off_has_no_colour() -> None:
    pdf = drawn([(A6, PAGES["red"][0])])
    assert coloured(chroma(pdf)) == [1]
    with pikepdf.open(BytesIO(pdf)) as document:
        document.pages[0].trimbox = pikepdf.Array([40 * MM, 40 * MM, 100 * MM, 140 * MM])
        document.save(trimmed := BytesIO())
    assert coloured(chroma(trimmed.getvalue())) == []
