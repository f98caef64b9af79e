"""Everything that may be wrong can be pointed at, wherever the text was written."""

from collections.abc import Sequence

import pytest

from briefpack import markdown, reading
from briefpack.brief import Citation
from briefpack.problem import Place
from briefpack.words import Words


def written(file: str, text: str, line: int, column: int) -> Words:
    """Words at that place of a file's lines."""
    lines = file.split("\n")
    return Words(text, Place("b/brief.yaml", line, column), lines[line - 1], lines[line - 1 :])


def shown(words: Words) -> str:
    """The line of the words, with a mark before the first."""
    return words.excerpt[: words.place.column - 1] + "»" + words.excerpt[words.place.column - 1 :]


def cited(text: Words) -> Sequence[Citation]:
    tokens, problems = markdown.parse(text, language="en", first_id="text")
    assert problems == []
    return list(reading.citations(tokens))


SOURCE = """\
# Title

As *shown* [@first; @second,
p. 3] before.^[A note [@third].]

- one
  - two [@fourth]

> quoted
> [@fifth]

| a | b | b |
|---|---|---|
| [@sixth] | \\| | [@sixth] |

Term
: [@seventh]

[^note]: In a footnote[@eighth].

The end.[^note]

:::{table}
:caption: A caption [@ninth]
:source: tenth, p. 1; eleventh
| a |
|---|
| [@twelfth] |
:::
"""


def test_every_citation_of_a_text_knows_where_it_stands() -> None:
    text = written(SOURCE, SOURCE, 1, 1)
    for citation in cited(text):
        line = SOURCE.split("\n")[citation.key.place.line - 1]
        assert line[citation.key.place.column - 1 :].startswith(citation.key)
        assert citation.key.excerpt == line


def test_citations_come_in_the_order_in_which_they_are_read() -> None:
    keys = [citation.key for citation in cited(written(SOURCE, SOURCE, 1, 1))]
    assert keys[:5] == ["first", "second", "third", "fourth", "fifth"]
    assert keys[5:] == [
        *("sixth", "sixth", "seventh", "eighth", "ninth", "twelfth", "tenth", "eleventh"),
    ]


BLOCK = "parts:\n  - text: |\n      # Title\n\n      Words [@key].\n"
FOLDED = "ask:\n  - >-\n    First words\n    and [@key] more\n"
QUOTED = 'title: "A \\"quoted\\" title [@key]"\n'
PLAIN = "title: A title [@key]\n"


@pytest.mark.parametrize(
    ("file", "text", "line", "column", "expected"),
    [
        (BLOCK, "# Title\n\nWords [@key].\n", 2, 11, "      Words [@»key]."),
        (FOLDED, "First words and [@key] more", 2, 5, "    and [@»key] more"),
        (QUOTED, 'A "quoted" title [@key]', 1, 8, 'title: "A \\"quoted\\" title [@»key]"'),
        (PLAIN, "A title [@key]", 1, 8, "title: A title [@»key]"),
    ],
    ids=["block", "folded", "quoted", "plain"],
)
def test_places_are_right_in_every_style_of_yaml(
    file: str, text: str, line: int, column: int, expected: str
) -> None:
    [citation] = cited(written(file, text, line, column))
    assert shown(citation.key) == expected


def test_a_short_field_knows_its_places_and_names_no_calls() -> None:
    words = written(PLAIN, "A title [@key]", 1, 8)
    tokens, problems = markdown.parse_inline(words, language="en")
    [token] = [token for token in tokens if token.type == "citation"]
    assert (shown(token.meta["citations"][0].key), token.meta["id"]) == (
        "title: A title [@»key]",
        "",
    )
    assert problems == []


def test_a_short_field_has_no_footnotes_and_pictures() -> None:
    field = "One^[note] ![two](a.png) [^3]"
    words = written(f"title: {field}", field, 1, 8)
    tokens, problems = markdown.parse_inline(words, language="en")
    assert [problem.message for problem in problems] == [
        "a footnote cannot stand here",
        "a picture cannot stand here",
        "a footnote cannot stand here",
    ]
    assert reading.text(tokens) == "One"


def test_words_without_a_place_can_be_parsed() -> None:
    _, problems = markdown.parse(Words("# T\n\n<b>"), language="en", first_id="text")
    assert [(problem.place, problem.excerpt) for problem in problems] == [(Place("", 3, 1), "<b>")]


def test_line_ends_of_any_system_count() -> None:
    text = Words("# T\r\n\r\nA [@key].", Place("b/body.md", 1, 1))
    assert [str(citation.key.place) for citation in cited(text)] == ["b/body.md:3:5"]
