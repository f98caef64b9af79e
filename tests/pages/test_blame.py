"""Every word of a brief, on every page, is blamed on the line in which it was written."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from briefpack import press
from briefpack.edition import EDITIONS
from briefpack.excerpts import excerpt
from briefpack.pages import makeup
from briefpack.problem import Place
from briefpack.shelf import LAYOUTS
from briefpack.sourcemap import SourceMap
from tests.pages.printed import words
from tests.small import SMALL

SOURCE = SMALL.replace(
    "      A *second* paragraph, <3 of all.\n",
    """\
      A *second* paragraph, <3 of all.[^why]

      [^why]: Because hospitals never close.

      :::{note} Beside
      An aside stands apart.
      :::

      | Line  | Riders |
      |-------|--------|
      | Three | many   |
      | Seven | few    |

      :::{fact} last
      :::
""",
)
MONTHS = {"february", "march", "may", "november"}
"""Content has them as numbers."""
HEAD = "\n".join(SOURCE.split("\n")[:14])
GATHERED = {1, 4}
"""Lines on which the suggested citation and the colophon are blamed, which gather what stands in
the head of the file.
"""
FURNITURE = "Night buses Valley papers How the night was lost Two steps"
"""What running heads and feet print of the brief, and the figure of the timeline."""

PRINTED = (
    *("title:", "subtitle:", "series:", "version:", "status:", "- name:", "issue:"),
    *("- Run", "- Count", "- Decide", "- {id: last", "- {date:", "cut:", "talk:", "- {id: nurse"),
    *("- {id: run", "- {id: count", "- {id: timetable", "- {id: survey"),
    *("# One", "Four in", "## What", "A *second*", "[^why]:", "An aside"),
    *(":::{note}", "| Line", "| Three", "| Seven"),
)
"""How the lines begin that have words on pages."""


@cache
def own() -> str:
    """The layout's own words."""
    folders = [LAYOUTS / "policy" / "words", LAYOUTS / "policy/formats/large/words"]
    files = [yaml.safe_load((folder / "en.yaml").read_text("utf-8")) for folder in folders]
    return " ".join(str(value) for file in files for value in file.values()).casefold()


def pieces(word: str) -> Iterator[str]:
    """The words of a printed word, without numbers: those of sources hang on it, pages follow."""
    return (piece.casefold() for piece in re.findall(r"[^\W\d_]{2,}", word))


@pytest.fixture(params=["screen", "booklet", "large"])
def told(request: pytest.FixtureRequest, tmp_path: Path) -> list[tuple[str, Place | None]]:
    """Each piece of each word that PDFium finds, and the place on which it is blamed."""
    (tmp_path / "brief.yaml").write_text(SOURCE, "utf-8")
    row, brief = EDITIONS[request.param], cache(lambda: press.read(tmp_path))
    galley, _ = makeup.laid_out(brief, None, row, makeup.composed(brief(), None, row))
    blocks = SourceMap(galley.source_map.blocks)  # without the parts, which take all that is left
    return [
        (piece, blocks.of(page, box))
        for page, word, box in words(galley.pdf())
        for piece in pieces(word)
    ]


def test_a_word_that_is_blamed_stands_in_that_line(told: list[tuple[str, Place | None]]) -> None:
    strangers = [
        (word, place)
        for word, place in told
        if place
        and word not in excerpt(place, Path()).casefold()
        and not (place.line in GATHERED and word in HEAD.casefold())
        and word not in own()
        and word not in MONTHS
    ]
    assert strangers == []


def test_a_word_that_nobody_is_blamed_for_is_the_layouts(
    told: list[tuple[str, Place | None]],
) -> None:
    strangers = {word for word, place in told if place is None}
    assert {word for word in strangers if word not in own() + FURNITURE.casefold()} == set()


def test_every_line_that_is_printed_is_blamed_for_some_word(
    told: list[tuple[str, Place | None]],
) -> None:
    lines = {
        place.line for word, place in told if place and word in excerpt(place, Path()).casefold()
    }
    missing = [
        line
        for number, line in enumerate(SOURCE.split("\n"), start=1)
        if line.strip().startswith(PRINTED) and number not in lines
    ]
    assert missing == []
