"""Words in a drawing are set in briefpack's fonts, or the drawing is refused."""

import pytest

from briefpack.manuscript.lettering import faults
from briefpack.manuscript.sheets import Sheet

NAMELESS = "the words of this drawing name no font; expected Spectral or Fira Sans"
ARIAL = "the font 'Arial' is not briefpack's; expected Spectral or Fira Sans"


def told(inside: str, root: str = "") -> list[str]:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" {root}>\n{inside}\n</svg>'
    return [f"{problem.place}: {problem.message}" for problem in faults(Sheet("f", drawing))]


@pytest.mark.parametrize(
    ("root", "inside"),
    [
        ("", "<title>A map</title><text> </text><path d='M0 0'/>"),
        ('font-family="Fira Sans"', "<text>a <tspan>b</tspan></text>"),
        ("font-family=\"'Fira Sans', Arial\"", "<text>a</text>"),
        ("", "<text style='fill: red; font-family: Spectral'>a</text>"),
        ("style='font: 500 12px/1.2 \"Fira Sans\", serif'", "<text>a</text>"),
        ("", "<style>.a { font-family: Spectral; }</style><text class='a'>a</text>"),
    ],
)
def test_words_in_a_font_of_the_house_are_taken(root: str, inside: str) -> None:
    assert told(inside, root) == []


@pytest.mark.parametrize(
    ("root", "inside", "expected"),
    [
        ("", "<text>a</text>\n<text>b</text>", [f"f:2:7: {NAMELESS}"]),
        ("font-family='Arial'", "<text>a</text>", [f"f:2:7: {ARIAL}"]),
        ("font-family='Arial, Fira Sans'", "<text>a</text>", [f"f:2:7: {ARIAL}"]),
        ("font-family='Spectral'", "<text font-family='Arial'>a</text>", [f"f:2:27: {ARIAL}"]),
        ("", "<style>text {\nfont-family: Arial }</style><text>a</text>", [f"f:3:1: {ARIAL}"]),
        ("", "<s:g xmlns:s='x'><s:text>a</s:text></s:g>", [f"f:2:26: {NAMELESS}"]),
    ],
)
def test_other_words_are_told_once_a_font(root: str, inside: str, expected: list[str]) -> None:
    assert told(inside, root) == expected
