"""Each character is in all of the fonts, and fonts are opened only where there is a doubt."""

from collections.abc import Mapping

import pytest

from briefpack import fonts
from briefpack.copyedit.glyphs import COMMON, check
from briefpack.problem import Place
from briefpack.words import Words


def characters(text: str) -> dict[str, Words]:
    return {letter: Words(letter, Place("f", 1, n)) for n, letter in enumerate(text, start=1)}


def unasked() -> Mapping[str, frozenset[int]]:
    raise AssertionError("no font had to be opened")


def latin_only() -> Mapping[str, frozenset[int]]:
    return {"Serif": frozenset(range(0x250)), "Sans": frozenset(range(0x250)) | {0x2192}}


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, in “quotation marks” – and dashes — and so on … 25 €.\n\t",
        "café, Köln, São Paulo, señor, ½ ° § ±",
        "\u00a0\u00ad\u2002\u2009\u200a\u202f\u200b\u200c\u200d\u2060\u200e\u2066\u3000\ufe0f",
    ],
)
def test_common_characters_and_invisible_ones_open_no_font(text: str) -> None:
    assert not list(check(characters(text), unasked))


def test_a_missing_character_is_named_with_its_place_and_the_fonts() -> None:
    [arrow, moon] = check(characters("a→月"), latin_only)
    assert (
        arrow.message == "the character '→' (U+2192 RIGHTWARDS ARROW) is not in the fonts (Serif)"
    )
    assert str(moon.place) == "f:1:3"
    assert (
        "(U+6708 CJK UNIFIED IDEOGRAPH-6708) is not in the fonts (Sans and Serif)" in moon.message
    )


@pytest.mark.parametrize(
    ("letter", "name"),
    [("\u0301", "(U+0301 COMBINING ACUTE ACCENT)"), ("\ue000", "(U+E000)"), ("\u1680", "(U+1680")],
)
def test_what_cannot_be_shown_is_named_only(letter: str, name: str) -> None:
    [problem] = check(characters(letter), lambda: {"Serif": frozenset()})
    assert f"the character {name}" in problem.message


def test_what_passes_as_common_is_in_every_font() -> None:
    for points in fonts.coverage().values():
        assert {letter for letter in COMMON if ord(letter) not in points} <= set("\n\t\u00ad")
