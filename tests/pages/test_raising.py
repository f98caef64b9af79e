"""A box of the side column that would not end on its page is moved before an earlier paragraph."""

from pathlib import Path

import pytest

from briefpack import press
from briefpack.pages.raising import raise_blocks
from briefpack.reading import text
from tests.small import SMALL, small

FILL = "\n\n      ".join("The night is long and the bus is late. " * 9 for _ in range(9))


def kinds(tokens) -> list[str]:
    """The blocks and the first words of the paragraphs, in order."""
    return [
        "QUOTE" if token.type == "block" else text([token]).split()[0]
        for token in tokens
        if token.type in ("block", "inline")
    ]


def test_a_block_stands_before_the_paragraph_that_is_named(tmp_path: Path) -> None:
    manuscript = small(tmp_path)
    [(index, prose)] = manuscript.prose.items()
    assert kinds(prose.tokens) == ["One", "Four", "What", "QUOTE", "A"]
    places = [(token.type, token.meta["place"]) for token in prose.tokens if token.meta]
    file, block = next((at.file, at.line) for kind, at in places if kind == "block")
    four = next(at.line for kind, at in places if kind == "paragraph_open")
    moved = raise_blocks(manuscript, {f"{file}:{block}": f"{file}:{four}"})
    assert kinds(moved.prose[index].tokens) == ["One", "QUOTE", "Four", "What", "A"]


def test_nothing_to_raise_leaves_the_manuscript_as_it_is(tmp_path: Path) -> None:
    manuscript = small(tmp_path)
    assert raise_blocks(manuscript, {}) is manuscript


@pytest.mark.parametrize("lines", range(0, 40, 8))
def test_a_quotation_beside_the_last_lines_of_a_page_stays_whole(
    tmp_path: Path, lines: int
) -> None:
    """Wherever the page ends, the quotation stands on one page, or a warning names its place."""
    filling = " ".join(["A line of about this length fills the measure once."] * (40 + lines))
    brief = SMALL.replace("Four in ten", filling + " Four in ten").replace(
        ":style: measure", ":style: side"
    )
    file = tmp_path / "brief.yaml"
    file.write_text(brief, "utf-8")
    built = press.build(file, to=tmp_path / "a.pdf")
    told = [problem.rule for problem in built.problems if problem.rule != "near-empty-page"]
    assert told == []  # where lines run over to a page of their own, that is true
