"""Passages: what a reader reads of a line, and where each word of it stands."""

import pytest

from briefpack import markdown
from briefpack.copyedit.passages import CALL, THING, Passage, words_in
from briefpack.copyedit.passages import passage as read
from briefpack.problem import Place
from briefpack.words import Words


def of_line(line: str) -> Passage:
    text = Words(line, Place("a.md", 1, 1), line, [line])
    tokens, problems = markdown.parse_inline(text, language="en")
    assert not [problem for problem in problems if "footnote" not in problem.rule]
    [written] = [one.meta["written"] for one in tokens if "written" in one.meta]
    return read(written, "line", "text")


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("plain words", "plain words"),
        ("some *stressed* and **strong** words", "some stressed and strong words"),
        ("a snake_case and 2 * 3", "a snake_case and 2 * 3"),
        ("said [@a, p. 3], then", f"said{CALL}, then"),
        ("[a link](https://a.org/b_(c)) here", "a link here"),
        ("see `x , y` there", f"see {THING} there"),
        ("see <https://a.org> there", f"see {THING} there"),
        ("see {ref here} there", f"see {THING} there"),
        (r"a \* star", "a * star"),
        ("a &amp; b", "a & b"),
    ],
)
def test_marks_are_not_read(line: str, plain: str) -> None:
    assert of_line(line).plain == plain


@pytest.mark.parametrize(
    "line",
    [
        "*one* two three WORD four",
        "one [@a], [two](https://a.org) `x` WORD",
        r"\*one\* &amp; {ref here} <https://a.org> WORD",
        "WORD",
        "**WORD**",
    ],
)
def test_a_word_is_placed_where_it_stands(line: str) -> None:
    found = of_line(line)
    there = found.at(found.plain.index("WORD"), "WORD")
    assert there.place.column == line.index("WORD") + 1


@pytest.mark.parametrize(
    "line",
    ["he said “x y” there", 'he said "x y" there', "er sagte „x y“ da", "il dit « x y » ici"],
)
def test_quotations_are_not_the_author_s_own(line: str) -> None:
    own = Passage(Words(line), line, "line", "text").own
    assert "x" not in own
    assert len(own) == len(line)


def test_words_are_counted_between_spaces() -> None:
    assert words_in(f"Two – words, {THING} and 3 % … more") == 6
