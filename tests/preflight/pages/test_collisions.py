"""Text upon text: what is set so, and what is a mistake."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from briefpack import preflight
from briefpack.preflight import CHECKS, Order
from briefpack.problem import Place

OVERLAP = [check for check in CHECKS if check.rule == "text-overlap"]
ORDER = Order(Place("in.pdf"), frozenset({"pages"}))


def told(*pieces: tuple[str, float, float, float]) -> list[str]:
    """What is said of words, each with where they begin and in which size."""
    file = io.BytesIO()
    canvas = Canvas(file)
    for words, x, y, size in pieces:
        canvas.setFont("Times-Roman", size)
        canvas.drawString(x, y, words)
    canvas.save()
    [outcome] = preflight.inspect(file.getvalue(), ORDER, OVERLAP)
    return [problem.message for problem in outcome.problems]


def test_a_letter_that_is_raised_into_the_one_before_is_a_name() -> None:
    assert told(("set by L", 72, 400, 10), ("A", 100.5, 402, 7), ("T", 105, 400, 10)) == []


@pytest.mark.parametrize(
    "other",
    [
        ("A", 80, 402, 7),  # upon letters further back
        ("A", 100.5, 402, 10),  # as large as what it lies on
        ("A", 100.5, 399, 7),  # lowered
        ("Another", 100.5, 402, 7),
    ],
)
def test_what_else_lies_upon_the_end_of_a_word_is_a_mistake(
    other: tuple[str, float, float, float],
) -> None:
    [message] = told(("set by L", 72, 400, 10), other)
    assert "lies on 'set by L'" in message
