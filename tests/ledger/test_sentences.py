"""Lines are cut into sentences, and what readers do not see is blotted out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack.ledger.sentences import sentences


def said(line: str, language: str = "en") -> list[str]:
    return [" ".join(one.words.split()) for one in sentences(line, language)]


@pytest.mark.parametrize(
    ("line", "language", "cut"),
    [
        ("One. Two! Three?", "en", ["One.", "Two!", "Three?"]),
        ("In the U.S. Senate, 3.5 of 7.", "en", ["In the U.S. Senate, 3.5 of 7."]),
        ("One counted 7; another 8.", "en", ["One counted 7;", "another 8."]),
        ("Am 29. Mai waren es 7. Dann 8.", "de", ["Am 29. Mai waren es 7. Dann 8."]),
        ("Es waren 137. Dann 8.", "de", ["Es waren 137.", "Dann 8."]),
        ("There were 39 of them.[@a, p. 3] In 2025 more.", "en", None),
        ("“One.” *Two.* **3** more.", "en", ["“One.”", "Two.", "3 more."]),
    ],
)
def test_a_line_is_cut(line: str, language: str, cut: list[str] | None) -> None:
    if cut is not None:
        assert said(line, language) == cut
    else:
        assert len(said(line, language)) == 1 or "[@" not in "".join(said(line, language))


@pytest.mark.parametrize(
    "markup",
    ["[@key, p. 77]", "{ref map-77}", "`77`", "<https://example.org/77>", "[^77]", "^[Of 77.]"],
)
def test_what_is_not_said_is_left_out(markup: str) -> None:
    assert said(f"One {markup} two.") == ["One two."]


def test_the_words_of_a_link_are_said_and_its_address_is_not() -> None:
    assert said("See [the 12 maps](https://example.org/77_(7)) now.") == ["See [the 12 maps now."]


def test_numbers_of_the_ledger_are_known_where_they_stand() -> None:
    first, second = sentences("One {n a} and {n b-c bare}. Two {n d}.", "en")
    assert (first.called, second.called) == ({"a", "b-c"}, {"d"})


@given(st.text(alphabet="ab .;!?\n*_[]{}()@^`<>0123456789", max_size=80))
def test_every_sentence_stands_where_it_says(line: str) -> None:
    for sentence in sentences(line, "de"):
        there = line[sentence.start : sentence.start + len(sentence.words)]
        pairs = zip(there, sentence.words, strict=True)
        assert all(written == read or read == " " for written, read in pairs)
