"""The line of words below a page for print shops."""

from dataclasses import replace

import pypdfium2

from briefpack.finishing.press import marks
from briefpack.finishing.press.boxes import Sheet
from tests.finishing.tickets import orders

A4 = Sheet(width=244, height=331, left=17, bottom=17, bleed=3)


def told(title: str) -> str:
    """The words in the slug."""
    job = replace(orders.job("press"), brief=orders.brief(title=title))
    with pypdfium2.PdfDocument(marks.drawn([A4], job)) as document:
        words: str = document[0].get_textpage().get_text_range()
    return words


def test_the_title_is_written_without_its_markdown() -> None:
    assert "1 / 1 · press · 2026-03-02 · A4 210 × 297 mm · Night buses" in told("Night *buses*")


def test_a_title_that_is_too_long_ends_before_the_names_of_the_plates() -> None:
    words = told("Night buses for the valley, " * 12)
    assert "297 mm · Night buses for the valley, Night buses" in words
    assert words.index("…") < words.index("Cyan")
    assert words.count("Night") < 12
