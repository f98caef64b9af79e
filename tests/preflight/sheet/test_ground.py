"""Grounds of pages: painted once, and the same when they are asked for again."""

import io

import pypdfium2
import pytest
from reportlab.pdfgen import canvas

from briefpack.preflight.sheet.ground import Ground, Grounds

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


def test_a_ground_asked_for_again_is_not_painted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with pypdfium2.PdfDocument(two_pages()) as document:
        grounds = Grounds(document, 72)
        seen = [grounds.of(number).part(PAGE).getcolors() for number in (1, 2)]
        monkeypatch.delattr(Ground, "__init__")
        again = [grounds.of(number).part(PAGE).getcolors() for number in (1, 2)]
    assert again == seen == [[(20000, (255, 0, 0))], [(20000, (255, 255, 255))]]
