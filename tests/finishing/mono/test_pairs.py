"""Pairs of colours, found in real pages."""

import io
from collections.abc import Callable

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from briefpack.finishing import pen
from briefpack.finishing.mono.pairs import weak
from briefpack.finishing.pen import MM
from briefpack.shades.borders import AREAS, LINE, TEXT
from briefpack.shades.contrast import LEAST

SIZE = (60.0, 60.0)
RED, TEAL = "#d0402a", "#0f9476"
"""Far apart in hue, and of the same grey."""

Draw = Callable[[Canvas], object]


def found(*pages: Draw) -> dict[tuple[str, ...], list[int]]:
    """The weak pairs of drawn pages, as kind and colours, with their pages."""
    pairs = weak(pen.drawn((SIZE, page) for page in pages))
    return {(pair.kind, *pair.told()["colours"]): pair.pages for pair in pairs}


def bars(left: str, right: str) -> Draw:
    """Two bars side by side."""

    def draw(canvas: Canvas) -> None:
        for place, colour in ((10, left), (30, right)):
            canvas.setFillColor(colour)
            canvas.rect(place * MM, 10 * MM, 20 * MM, 40 * MM, stroke=0, fill=1)

    return draw


def words(colour: str, ground: str, size: float = 9) -> Draw:
    """Words on a ground that fills the page."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(ground)
        canvas.rect(0, 0, 60 * MM, 60 * MM, stroke=0, fill=1)
        canvas.setFillColor(colour)
        canvas.setFont("sans", size)
        canvas.drawString(10 * MM, 30 * MM, "Six steps, each for itself")

    return draw


def rule(width: float, colour: str) -> Draw:
    """A line across the page, so many points thick."""

    def draw(canvas: Canvas) -> None:
        canvas.setLineWidth(width)
        canvas.setStrokeColor(colour)
        canvas.line(0, 30 * MM, 60 * MM, 30 * MM)

    return draw


def test_bars_that_differ_in_hue_alone_are_found() -> None:
    (pair,) = weak(pen.drawn([(SIZE, bars(RED, TEAL))]))
    assert (pair.kind, set(pair.told()["colours"]), pair.pages) == (AREAS, {RED, TEAL}, [1])
    assert pair.contrast_in_grey < 1.1
    assert pair.length == pytest.approx(40, abs=0.5)
    assert pair.at == (pytest.approx(30, abs=0.4), pytest.approx(10, abs=0.4))


def test_black_beside_white_is_not() -> None:
    assert found(bars("#000000", "#ffffff")) == {}


def test_bars_that_differ_enough_are_not() -> None:
    assert found(bars("#13263b", "#8fb0c9")) == {(AREAS, "#8fb0c9", "#ffffff"): [1]}


def test_pale_words_on_a_tint_are_found_as_text() -> None:
    assert found(words("#b9c5d0", "#f4f1ea")) == {(TEXT, "#b9c5d0", "#f4f1ea"): [1]}


def test_small_and_large_words_are_text_alike() -> None:
    for size in (5, 60):
        assert found(words("#b9c5d0", "#f4f1ea", size)) == {(TEXT, "#b9c5d0", "#f4f1ea"): [1]}


def test_words_that_only_colour_sets_off_are_found() -> None:
    (pair,) = (pair for pair in weak(pen.drawn([(SIZE, words("#ff0000", "#000000"))])))
    assert pair.contrast > LEAST > pair.contrast_in_grey


def test_dark_words_on_paper_are_not() -> None:
    assert found(words("#1c2733", "#ffffff")) == {}


def test_a_thin_rule_is_a_line_and_a_thick_one_an_area() -> None:
    assert found(rule(0.75, "#c3cad0")) == {(LINE, "#c3cad0", "#ffffff"): [1]}
    assert found(rule(4, "#c3cad0")) == {(AREAS, "#c3cad0", "#ffffff"): [1]}


def test_a_pair_is_found_once_with_all_its_pages() -> None:
    pages = [bars(RED, TEAL), bars("#000000", "#000000"), bars(TEAL, RED)]
    assert [*found(*pages).values()] == [[1, 3]]


def test_what_shines_through_has_the_colour_that_is_seen() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor("#000000", alpha=0.2)
        canvas.rect(10 * MM, 10 * MM, 20 * MM, 20 * MM, stroke=0, fill=1)

    assert found(draw) == {(AREAS, "#cccccc", "#ffffff"): [1]}


def test_a_gradient_and_a_photograph_are_not_judged() -> None:
    soft = Image.radial_gradient("L").resize((64, 64))
    file = io.BytesIO()
    Image.merge("RGB", [soft, soft.rotate(90), soft]).save(file, "PNG")

    def photograph(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(io.BytesIO(file.getvalue())), 0, 0, 60 * MM, 60 * MM)

    def gradient(canvas: Canvas) -> None:
        canvas.linearGradient(0, 0, 60 * MM, 0, ("#13263b", "#ffffff"))

    assert found(photograph, gradient) == {}


def test_the_weakest_is_told_first() -> None:
    pairs = weak(pen.drawn((SIZE, words(colour, "#ffffff")) for colour in ("#a0a0a0", "#d0d0d0")))
    assert [pair.told()["colours"][0] for pair in pairs] == ["#d0d0d0", "#a0a0a0"]
