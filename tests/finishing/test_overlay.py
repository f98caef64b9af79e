"""Drawings upon finished pages."""

import io

import pikepdf
import pypdfium2
import pytest

from briefpack.finishing import overlay, pen

SIZE = (100.0, 150.0)


def page_with(words: str, x: float = 10, y: float = 10) -> bytes:
    def draw(canvas) -> None:  # type: ignore[no-untyped-def]
        canvas.scale(2, 2)
        canvas.setFont("sans", 9)
        canvas.drawString(x * pen.MM / 2, y * pen.MM / 2, words)

    return pen.drawn([(SIZE, draw)])


def moved(pdf: bytes, left: float, bottom: float) -> bytes:
    """The page with its lower left corner elsewhere, as one with a bleed has it."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        page = document.pages[0]
        page.mediabox = [left, bottom, left + SIZE[0] * pen.MM, bottom + SIZE[1] * pen.MM]
        file = io.BytesIO()
        document.save(file)
        return file.getvalue()


def place(pdf: bytes, words: str) -> tuple[float, float]:
    """Where words begin, in millimetres from the page's lower left corner."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        text = page.get_textpage()
        index, _ = text.search(words).get_next()
        left, bottom, *_ = text.get_charbox(index)
        edges = page.get_mediabox()
    return (left - edges[0]) / pen.MM, (bottom - edges[1]) / pen.MM


def test_what_was_there_stays_and_the_drawing_is_upon_it() -> None:
    both = overlay.lay_over(page_with("below"), page_with("upon", y=40))
    assert place(both, "below")[1] == pytest.approx(10, abs=0.5)
    assert place(both, "upon")[1] == pytest.approx(40, abs=0.5)


def test_a_drawing_is_laid_upon_the_corner_of_a_page_with_a_bleed() -> None:
    both = overlay.lay_over(moved(page_with("below"), -8.5, -8.5), page_with("upon", 30, 40))
    assert place(both, "upon") == pytest.approx((30, 40), abs=0.8)


def test_a_drawing_is_an_artifact_and_may_be_followed_by_another() -> None:
    both = overlay.lay_over(page_with("below"), page_with("upon"))
    thrice = overlay.lay_over(both, page_with("above", y=60))
    with pikepdf.open(io.BytesIO(thrice)) as document:
        page = document.pages[0]
        assert sorted(page.Resources.XObject.keys()) == ["/Overlay0", "/Overlay1"]
        content = b"".join(part.read_bytes() for part in page.Contents)
    assert content.count(b"/Artifact <</Type /Pagination>> BDC") == 2
    assert content.split().count(b"q") == content.split().count(b"Q")


def test_there_is_a_drawing_for_each_page() -> None:
    with pytest.raises(ValueError, match="1 drawings for 2 pages"):
        overlay.lay_over(
            pen.drawn([(SIZE, lambda _: None), (SIZE, lambda _: None)]), page_with("upon")
        )


def test_the_same_pages_give_the_same_bytes() -> None:
    one, other = page_with("below"), page_with("upon")
    assert overlay.lay_over(one, other) == overlay.lay_over(one, other)
