"""The source map blames a line for a place on a page."""

import pytest

from briefpack.paper import Box
from briefpack.problem import Place
from briefpack.sourcemap import Block, Part, SourceMap
from briefpack.words import NOWHERE

CHAPTER, TABLE, ROW, OTHER = (Place("body.md", line) for line in (1, 10, 12, 30))


def drawn(*parts: Part) -> SourceMap:
    """A chapter with a table in it, of which one row is known; another block stands beside."""
    blocks = [
        Block(CHAPTER, 1, (0, 0, 100, 200)),
        Block(TABLE, 1, (0, 50, 100, 100)),
        Block(ROW, 1, (0, 70, 100, 80)),
        Block(OTHER, 1, (120, 0, 200, 200)),
        Block(OTHER, 2, (0, 0, 100, 100)),
    ]
    return SourceMap(blocks, parts=parts)


@pytest.mark.parametrize(
    ("x", "y", "place"),
    [(50, 75, ROW), (50, 60, TABLE), (50, 150, CHAPTER), (150, 75, OTHER), (110, 75, None)],
)
def test_the_innermost_block_at_a_point_counts(x: float, y: float, place: Place | None) -> None:
    assert drawn().at(1, x, y) == place


@pytest.mark.parametrize(
    ("box", "place"),
    [
        ((10, 71, 90, 79), ROW),
        ((10, 69.8, 90, 80.2), ROW),  # letters reach a little beyond their line
        ((10, 55, 90, 95), TABLE),
        ((10, 20, 90, 120), CHAPTER),
        ((80, 71, 180, 79), OTHER),  # 60 of 100 points
        ((50, 75, 50, 75), ROW),
    ],
)
def test_the_block_that_has_most_of_a_box_counts(box: Box, place: Place) -> None:
    assert drawn().of(1, box) == place


def test_a_block_counts_on_its_own_page_alone() -> None:
    assert drawn().at(2, 50, 75) == OTHER
    assert drawn().at(3, 50, 75) is None


def test_where_no_block_stands_the_part_on_the_page_counts() -> None:
    glance = Part("glance", "glance", Place("brief.yaml", 35, 10), 1, 1)
    text = Part("text", "text", CHAPTER, 2, 4)
    assert drawn(glance, text).at(1, 110, 75) == glance.place
    assert drawn(glance, text).at(4, 0, 0) == CHAPTER
    assert drawn(glance, text).at(5, 0, 0) is None


def test_a_box_of_which_no_block_has_enough_is_blamed_on_the_part() -> None:
    part = Part("text", "text", Place("text.md", 5), 3, 3)
    small = SourceMap([Block(ROW, 3, (0, 0, 10, 10))], parts=[part])
    assert small.of(3, (0, 0, 400, 600)) == part.place


def test_a_part_without_a_place_is_not_blamed() -> None:
    assert drawn(Part("notes-1", "notes", NOWHERE, 7, 7)).at(7, 0, 0) is None
