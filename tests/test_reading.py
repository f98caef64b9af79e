"""What stands in a text can be told without looking at its tokens."""

from markdown_it.token import Token

from briefpack import markdown, reading
from briefpack.blocks import Block
from briefpack.brief import Citation
from briefpack.words import Words

SOURCE = """\
# The *whole* story {#story}

Words [@one] with `code`, a [link](#map) and a note.[^1]

## Two
windows

[^1]: Noted [@two].

:::{quote} moon-1963
:::

:::{figure} figures/map.svg
:id: map
:alt: A map
Caption [@four].
:::

The end.
"""


def parsed() -> list[Token]:
    tokens, problems = markdown.parse(Words(SOURCE), language="en", first_id="text")
    assert problems == []
    return tokens


def test_headings_come_with_level_id_and_words() -> None:
    assert list(reading.headings(parsed())) == [
        (1, "story", "The whole story"),
        (2, "text--two", "Two"),
    ]


def test_blocks_come_in_order() -> None:
    assert [block.name for block in reading.blocks(parsed())] == ["quote", "figure"]


def test_a_block_brings_the_sources_of_what_it_names() -> None:
    def brought(block: Block) -> list[Citation]:
        return [Citation.model_validate("three")] if block.name == "quote" else []

    keys = [citation.key for citation in reading.citations(parsed(), brought)]
    assert keys == ["one", "two", "three", "four"]


def test_ids_and_links_can_be_compared() -> None:
    assert list(reading.ids(parsed())) == ["story", "text--two", "map"]
    [link] = reading.internal_links(parsed())
    assert (link, link.place.line, link.place.column) == ("map", 3, 29)


def test_text_is_words_alone() -> None:
    assert reading.text(parsed()).startswith(
        "The whole story Words with code, a link and a note. Two windows The end."
    )
