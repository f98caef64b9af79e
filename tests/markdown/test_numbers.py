"""`{n its-id}` in Markdown: tokens that know their place, and lines that know what was written."""

from markdown_it.token import Token

from briefpack import reading
from briefpack.markdown import parse, parse_inline
from briefpack.problem import Place
from briefpack.words import Words


def numbers(text: str) -> list[Token]:
    tokens, _ = parse(Words(text, Place("x.md", 1, 1)), language="en", first_id="text")
    return [token for token in reading.walk(tokens) if token.type == "number"]


def test_a_number_knows_its_id_its_form_and_its_place() -> None:
    plain, bare = numbers("# T\n\nOf **{n a-1}** and\n{n b bare}.")
    assert (plain.meta["number"], plain.meta["form"]) == ("a-1", "")
    assert plain.meta["number"].place == Place("x.md", 3, 9)
    assert (bare.meta["number"], bare.meta["form"]) == ("b", "bare")
    assert bare.meta["number"].place == Place("x.md", 4, 4)


def test_numbers_stand_in_headings_tables_footnotes_and_blocks() -> None:
    text = """# The {n a}

| x | y |
|---|---|
| 1 | {n b} |

Words.[^1] ^[Of {n d}.]

[^1]: Of {n c}.

:::{note} About {n e}
Of {n f}, and [{n g}](#x).
:::
"""
    assert {token.meta["number"] for token in numbers(text)} == set("abcdefg")


def test_no_space_stands_between_a_number_and_its_source() -> None:
    [tokens] = [
        token.children
        for token in parse(Words("# T\n\nOf {n a} [@key]."), language="en", first_id="t")[0]
        if token.type == "inline" and "key" in token.content
    ]
    words = [token.content for token in tokens or () if token.type != "citation"]
    assert words == ["Of ", "{n a}", "", "."]


def test_code_shows_what_it_says() -> None:
    assert numbers("# T\n\nWrite `{n a}`.") == []


def test_a_line_knows_how_it_was_written() -> None:
    tokens, _ = parse_inline(Words("Of *327* attempts", Place("x.yaml", 3, 8)), language="en")
    written = tokens[0].meta["written"]
    assert written.content == "Of *327* attempts"
    assert written.words(4, "327").place == Place("x.yaml", 3, 12)
