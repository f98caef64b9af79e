"""Boxes of pages for a print shop, seen in drawn pages."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from briefpack.finishing.pen import MM, drawn
from briefpack.finishing.press import boxes
from briefpack.finishing.saving import saved
from briefpack.paper import points

RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)


def painted(width: float, height: float, bleed: float) -> pikepdf.Pdf:
    """A page as it is painted: the upper half red and the lower one blue, out through the bleed."""

    def halves(canvas: Canvas) -> None:
        for colour, bottom in ((BLUE, 0.0), (RED, height / 2 + bleed)):
            canvas.setFillColorRGB(*(part / 255 for part in colour))
            size = (width + 2 * bleed) * MM, (height / 2 + bleed) * MM
            canvas.rect(0, bottom * MM, *size, stroke=0, fill=1)

    document = pikepdf.open(BytesIO(drawn([((width + 2 * bleed, height + 2 * bleed), halves)])))
    page, far = document.pages[0], points(bleed)
    right, top = points(width) + far, points(height) + far
    page.obj.TrimBox = Array([far, far, right, top])
    short = min(10.0, far)  # as WeasyPrint has it
    page.obj.BleedBox = Array([far - short, far - short, right + short, top + short])
    return document


def seen(document: pikepdf.Pdf) -> Image.Image:
    """The page, a millimetre a pixel."""
    with pypdfium2.PdfDocument(saved(document)) as opened:
        return opened[0].render(scale=1 / MM).to_pil().convert("RGB")


@pytest.mark.parametrize("bleed", [0.0, 3.0, 5.0, 12.0])
def test_the_bleed_is_as_wide_as_it_was_painted(bleed: float) -> None:
    [sheet] = boxes.widen(document := painted(100, 140, bleed))
    page = document.pages[0]
    assert sheet.bleed == pytest.approx(bleed, abs=0.001)
    assert float(page.trimbox[0]) - float(page.bleedbox[0]) == pytest.approx(
        points(bleed), abs=0.01
    )
    assert sheet.width == pytest.approx(100 + 2 * bleed + 2 * boxes.SLUG)


def test_a_lying_page_stands_with_its_head_at_the_left() -> None:
    [sheet] = boxes.widen(document := painted(140, 100, 3))
    assert (sheet.right - sheet.left, sheet.top - sheet.bottom) == pytest.approx((100, 140))
    picture, middle = seen(document), round(sheet.height / 2)
    edge = boxes.SLUG + 3  # left of the trimmed page
    found = [picture.getpixel((round(x), middle)) for x in (5, edge - 2, edge + 20, edge + 80)]
    assert found == [WHITE, RED, RED, BLUE]
    assert picture.getpixel((round(sheet.width - edge + 2), middle)) == BLUE
