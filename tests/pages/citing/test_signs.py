"""Signs: markup that a style cannot touch, and the HTML that it becomes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack.pages.citing import signs

ITALIC, ROMAN = signs.TAGS["i"]
BOLD, LIGHT = signs.TAGS["b"]


def test_signs_become_tags_that_nest() -> None:
    assert signs.html(f"a {ITALIC}b {BOLD}c{ROMAN} d{LIGHT}") == "a <em>b <strong>c</strong></em> d"


def test_italics_within_italics_stand_upright() -> None:
    assert (
        signs.html(f"{ITALIC}a {ITALIC}b{ROMAN}{ROMAN}")
        == '<em>a <span class="upright">b</span></em>'
    )


def test_an_address_is_a_link_without_the_stop_behind_it() -> None:
    html = signs.html("see https://example.org/a.pdf.")
    assert html == (
        'see <a class="address" href="https://example.org/a.pdf">https://example.org/a.pdf</a>.'
    )


def test_a_cite_is_a_link_up_to_its_markup() -> None:
    first = f"{signs.numbered(0)}Roe, {ITALIC}Buses{ROMAN} 4{signs.CITED}"
    text = f"({first}; {signs.numbered(1)}Li{signs.CITED})"
    html = signs.html(text, lambda index, words: f"[{index}:{words}]")
    assert html == "([0:Roe], <em>Buses</em> 4; [1:Li])"


@pytest.mark.parametrize(
    ("made", "right"),
    [
        ("Roe J..", "Roe J."),
        (f"{ITALIC}Who?{ROMAN}. Next", f"{ITALIC}Who?{ROMAN} Next"),
        ("a ,, b", "a, b"),
        ("to be continued...", "to be continued..."),
        ("a  b", "a b"),
        ("p. 4", "p.\u00a04"),
    ],
)
def test_seams_are_mended(made: str, right: str) -> None:
    assert signs.repaired(made) == right


def test_american_stops_stand_inside_quotation_marks() -> None:
    assert signs.repaired("“Buses”, 4", american=True) == "“Buses,” 4"
    assert signs.repaired("“Buses”, 4") == "“Buses”, 4"


def test_a_letter_stands_where_it_is_first_asked_for() -> None:
    letter = f"{signs.LETTER}a{signs.LETTERED}"
    assert signs.once(f"2025{letter}, 4{letter}") == "2025a, 4"


@given(st.text(st.sampled_from([*'ab <&>.,"”', *(chr(0xE000 + n) for n in range(0x20))])))
def test_any_signs_give_html_that_is_whole(text: str) -> None:
    html = str(signs.html(text, lambda _, words: f"<a>{len(words)}</a>"))
    opened: list[str] = []
    for closing, name in re.findall(r"<(/?)([a-z]+)[^>]*>", html):
        if closing:
            assert opened.pop() == name
        else:
            opened.append(name)
    assert not opened
    assert not re.search("[\ue000-\ue0ff]", html)
