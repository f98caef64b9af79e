"""What a line's end swallowed or added."""

from xml.etree.ElementTree import Element, fromstring

import pytest

from briefpack.pages.structure import lines
from briefpack.pages.structure.node import HYPHEN, SPACE, Node, Piece


def endings(html: str, *texts: str) -> list[str]:
    """The endings of a paragraph's lines, each one piece."""
    owner: Element = fromstring(html)
    pieces = [
        Piece(0, number, owner, text=text, line=number, owner=owner)
        for number, text in enumerate(texts)
    ]
    lines.mend(Node("Document", [Node("P", list(pieces))]))
    return [piece.ending for piece in pieces]


@pytest.mark.parametrize(
    ("html", "first", "second", "ending"),
    [
        ("<p>one two</p>", "one", "two", SPACE),
        ("<p>one two</p>", "one ", "two", ""),
        ("<p>one<br/>two</p>", "one", "two", SPACE),
        ("<p>cooperation</p>", "coop-", "eration", HYPHEN),
        ("<p>cooperation</p>", "coop‐", "eration", HYPHEN),
        ("<p>co&#173;operation</p>", "co-", "operation", HYPHEN),
        ("<p>long-term</p>", "long-", "term", ""),
        ("<p>long‐term</p>", "long‐", "term", ""),
        ("<p>long- and short-term</p>", "long-", "and short-term", SPACE),
        ("<p>1962–1963</p>", "1962–", "1963", ""),
        ("<p>then – now</p>", "then –", "now", SPACE),
        ("<p>and/or</p>", "and/", "or", ""),
        ("<p>extraordinary  line</p>", "EXTRA-", "ORDINARY LINE", HYPHEN),
        ("<p>a <em>b</em>\n c</p>", "a b", "c", SPACE),
    ],
)
def test_a_line_ends_as_the_html_says(html: str, first: str, second: str, ending: str) -> None:
    assert endings(html, first, second) == [ending, ""]


def test_two_broken_words_in_a_row_are_both_mended() -> None:
    html = "<p>internationalisation of characteristics</p>"
    assert endings(html, "internation-", "alisation of charac-", "teristics") == [
        HYPHEN,
        HYPHEN,
        "",
    ]


def test_paragraphs_do_not_run_into_each_other() -> None:
    owner = Element("div")
    first, second = (Piece(0, n, owner, text="x", line=n, owner=owner) for n in (1, 2))
    lines.mend(Node("Document", [Node("P", [first]), Node("P", [second])]))
    assert (first.ending, second.ending) == ("", "")
