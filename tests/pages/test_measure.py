"""How wide words are, and where lines break."""

import fontpkg_spectral
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack.pages import measure
from briefpack.pages.measure import Measure
from briefpack.paper import millimetres

MONOSPACED = Measure({}, 1000)
"""Every character is as wide as the type is high."""


def lines(text: str, characters: int) -> list[str]:
    """Lines of so many characters at most."""
    return MONOSPACED.lines(text, 10, millimetres(10) * (characters + 0.1))


def test_the_width_is_the_sum_of_the_advances() -> None:
    font = Measure({ord("i"): 250, ord("m"): 900}, 500)
    assert font.width("im?", 10) == pytest.approx(millimetres(10 * 1.65))


def test_a_line_takes_the_words_that_fit() -> None:
    assert lines("one two three", 7) == ["one two", "three"]


def test_nothing_takes_no_line() -> None:
    assert lines("", 7) == []
    assert lines("  \n ", 7) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Apollo-Soyuz", ["Apollo-", "Soyuz"]),
        ("1961–1963", ["1961–", "1963"]),
        ("a letter—lost", ["a", "letter—", "lost"]),
        ("minus -44444 C", ["minus", "-44444 C"]),
    ],
)
def test_a_word_breaks_after_a_hyphen_or_dash_within_it(text: str, expected: list[str]) -> None:
    assert lines(text, 8) == expected


def test_a_no_break_space_holds_a_line_together() -> None:
    assert lines("up to 400\u00a0km", 9) == ["up to", "400\u00a0km"]


def test_a_word_too_long_for_any_line_is_cut() -> None:
    assert lines("an unbelievable", 6) == ["an", "unbeli", "evable"]


def test_lines_of_like_length_are_no_more_lines() -> None:
    width = millimetres(10) * 12.1
    narrow = MONOSPACED.balanced("seven and a half", 10, width)
    assert MONOSPACED.lines("seven and a half", 10, width) == ["seven and a", "half"]
    assert MONOSPACED.lines("seven and a half", 10, narrow) == ["seven and", "a half"]


def test_a_real_font_is_read() -> None:
    spectral = measure.of(fontpkg_spectral.ROOT / "files" / "Spectral-Regular.ttf")
    assert spectral.width("iiii", 10) < spectral.width("MMMM", 10) < millimetres(44)
    assert spectral.width("MM", 20) == pytest.approx(spectral.width("MMMM", 10))


@given(st.text(alphabet="ab -–\u00a0", max_size=60), st.integers(1, 20))
def test_no_character_is_lost_and_no_line_is_too_long(text: str, characters: int) -> None:
    broken = lines(text, characters)
    assert "".join(broken).replace(" ", "") == text.replace(" ", "")
    assert all(len(line) <= characters for line in broken)


def test_a_word_too_long_for_its_line_is_set_smaller_but_not_too_small() -> None:
    half_an_em = Measure({}, 500.0)
    assert half_an_em.fitted("ab", 10, 100, least=5) == 10
    smaller = half_an_em.fitted("a" * 20, 20, 50, least=5)
    assert half_an_em.width("a" * 20, smaller) == pytest.approx(50, abs=1)
    assert half_an_em.fitted("a" * 200, 20, 50, least=5) == 5


def test_a_running_head_is_cut_between_words() -> None:
    half_an_em = Measure({}, 500.0)
    assert half_an_em.shortened("a short one", 8, 150) == "a short one"
    cut = half_an_em.shortened("words that go on, and on " * 10, 8, 60)
    assert cut.endswith("…")
    assert half_an_em.width(cut, 8) <= 60
    assert "words that go on, and on".startswith(cut[:-1][:24])
