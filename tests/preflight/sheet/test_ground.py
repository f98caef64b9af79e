"""Grounds of pages: what is left without text, and painted once for all checks of contrast."""

import io

import pypdfium2
import pytest
from reportlab.pdfgen import canvas

from briefpack.preflight.pages import contrasts
from briefpack.preflight.proof import Order, laid_open
from briefpack.preflight.sheet.ground import Ground
from briefpack.problem import Place

PAGE = (0, 0, 200, 100)


def two_pages() -> bytes:
    """Words on a red page, and words on a white one."""
    file = io.BytesIO()
    paper = canvas.Canvas(file, pagesize=PAGE[2:], invariant=1)
    paper.setFillColorRGB(1, 0, 0)
    paper.rect(0, 0, 200, 100, stroke=0, fill=1)
    for _ in range(2):
        paper.setFillGray(0)
        paper.drawString(20, 40, "Words")
        paper.showPage()
    paper.save()
    return file.getvalue()


def test_a_ground_has_no_words() -> None:
    with pypdfium2.PdfDocument(two_pages()) as document:
        seen = [
            Ground(document, number, 72, smooth=True).part(PAGE).getcolors() for number in (1, 2)
        ]
    assert seen == [[(20000, (255, 0, 0))], [(20000, (255, 255, 255))]]


def test_a_page_is_painted_once_for_colour_and_for_grey(monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[int] = []

    def counted(document: pypdfium2.PdfDocument, number: int, dpi: float, smooth: bool) -> Ground:
        painted.append(number)
        return Ground(document, number, dpi, smooth)

    monkeypatch.setattr(contrasts, "Ground", counted)
    with laid_open(two_pages(), Order(Place("a.pdf"))) as proof:
        for check in (contrasts.legible, contrasts.legible_in_grey, contrasts.legible):
            list(check(proof))
    assert painted == [1, 2]
