"""Drawings for finished pages: in the house's own type, and fit for the archive."""

import io

import pikepdf
import pypdfium2
import pytest

from briefpack.finishing import pen

A5 = (148.5, 210.0)


def words(face: str = "sans") -> bytes:
    def draw(canvas) -> None:  # type: ignore[no-untyped-def]
        canvas.setFont(face, 9)
        canvas.drawString(20 * pen.MM, 30 * pen.MM, "Ægir, Ελένη, Жанна")

    return pen.drawn([(A5, draw), ((210.0, 297.0), lambda _: None)])


def test_each_drawing_is_a_page_of_its_size() -> None:
    with pypdfium2.PdfDocument(words()) as pdf:
        sizes = [tuple(round(side / pen.MM, 1) for side in page.get_size()) for page in pdf]
    assert sizes == [A5, (210.0, 297.0)]


def test_letters_of_several_scripts_can_be_read_back() -> None:
    with pypdfium2.PdfDocument(words()) as pdf:
        assert pdf[0].get_textpage().get_text_range() == "Ægir, Ελένη, Жанна"


@pytest.mark.parametrize("face", pen.FACES)
def test_every_font_is_embedded_and_no_code_means_nothing(face: str) -> None:
    with pikepdf.open(io.BytesIO(words(face))) as document:
        fonts = [one for one in document.objects if isinstance(one, pikepdf.Dictionary)]
        fonts = [one for one in fonts if "/BaseFont" in one]
        assert fonts
        for font in fonts:
            assert "/FontFile2" in font.FontDescriptor
            assert b"<0000>" not in font.ToUnicode.read_bytes()


def test_the_same_drawings_give_the_same_bytes() -> None:
    assert words() == words()


def test_a_width_is_that_of_the_printed_line() -> None:
    assert pen.width("mmmm", "sans", 20) == pytest.approx(2 * pen.width("mmmm", "sans", 10))
    assert pen.width("", "sans", 9) == 0
