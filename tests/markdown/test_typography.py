"""Text is set with the marks of its language, and code and addresses as they are."""

import pytest

from briefpack import markdown, reading
from briefpack.markdown.typography import QUOTES
from briefpack.words import Words


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "“It’s ‘so’”, he said"),
        ("en-GB", "“It’s ‘so’”, he said"),
        ("de", "„It’s ‚so‘“, he said"),
        ("de-CH", "«It’s ‹so›», he said"),
        ("fr", "«\u202fIt’s “so”\u202f», he said"),
        ("es-MX", "«It’s “so”», he said"),
        ("pl", "„It’s «so»”, he said"),
        ("sv", "”It’s ’so’”, he said"),
        ("zh", "“It’s ‘so’”, he said"),
    ],
)
def test_quotation_marks_are_those_of_the_language(language: str, expected: str) -> None:
    assert markdown.typographic("\"It's 'so'\", he said", language) == expected


@pytest.mark.parametrize("language", QUOTES)
def test_marks_that_are_there_already_stay(language: str) -> None:
    assert markdown.typographic("".join(QUOTES["en"]), language) == "".join(QUOTES["en"])


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("1958--1961", "1958–1961"),
        ("so---or not", "so—or not"),
        ("a ---- b", "a ---- b"),
        ("and so on ...", "and so on …"),
        ("the '60s and the states' rights", "the ’60s and the states’ rights"),
        ("(c) the third, (r) and +- 3", "(c) the third, (r) and +- 3"),
        ('a 3.5" disk', 'a 3.5" disk'),
        ("*no* `markdown` [here](x)", "*no* `markdown` [here](x)"),
        ("", ""),
    ],
)
def test_plain_text_gets_its_dashes_and_ellipses(typed: str, set_: str) -> None:
    assert markdown.typographic(typed, "en") == set_


def test_french_spaces_do_not_break() -> None:
    set_ = markdown.typographic("Quoi ! Ceci : « oui » ; 12:30 ?", "fr")
    assert set_ == "Quoi\u202f! Ceci\u00a0: «\u202foui\u202f»\u202f; 12:30\u202f?"


def test_code_addresses_and_escapes_stay_as_they_are() -> None:
    text = Words('`a--b` "c" <https://e.org/a--b> \\"d\\"')
    tokens, _ = markdown.parse_inline(text, language="en")
    assert reading.text(tokens) == 'a--b “c” https://e.org/a--b "d"'


def test_footnotes_and_options_are_set_like_the_text() -> None:
    text = Words('# T\n\nA^["b"]\n\n:::{note} "c"\n"d"\n:::\n')
    tokens, _ = markdown.parse(text, language="de", first_id="text")
    words = [token.content for token in reading.walk(tokens) if token.type == "text"]
    assert words == ["T", "A", "„b“", "„c“", "„d“"]
