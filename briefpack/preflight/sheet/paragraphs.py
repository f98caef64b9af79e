"""Paragraphs as they stand on pages: which of their lines are on which page and in which column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefpack.preflight.finding import Unjudged
from briefpack.preflight.proof import Proof
from briefpack.preflight.sheet.lines import Line
from briefpack.preflight.sheet.tagged import Tag

UNTAGGED = "the file has no tags that tell what is a paragraph and what a heading"

RISE = 2.0
"""Points: a line that stands higher than the one before begins another column."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines that stand below each other in one column of one page."""

    page: int
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, heading, item or note, with its stretches in reading order."""

    tag: Tag
    stretches: Sequence[Stretch]

    @property
    def first(self) -> Stretch:
        return self.stretches[0]

    @property
    def last(self) -> Stretch:
        return self.stretches[-1]


def paragraphs(proof: Proof) -> list[Paragraph]:
    """Those of a tagged file, in reading order; `Unjudged` of one without tags."""
    if not proof.tags:
        raise Unjudged(UNTAGGED)
    found: dict[Tag, list[Stretch]] = {}
    for page, tag, line in _tagged(proof):
        stretches = found.get(tag, [])
        if _is_in_the_margin(stretches, line):
            continue
        if not stretches or _breaks(stretches[-1], page, line):
            found.setdefault(tag, stretches).append(Stretch(page))
        if not _is_beside(stretches[-1], line):
            stretches[-1].lines.append(line)
    return [Paragraph(tag, found[tag]) for tag in sorted(found, key=lambda tag: tag.number)]


def _tagged(proof: Proof) -> Iterator[tuple[int, Tag, Line]]:
    for page, lines in enumerate(proof.lines, 1):
        for line in lines:
            tag = proof.tag(page, line.mark)
            if tag and not _is_an_initial(line.words):
                yield page, tag, line


def _is_an_initial(words: str) -> bool:
    """Whether it is the large letter that some lines of a paragraph stand beside."""
    return len(words) == 1 and words.isalpha()


def _is_in_the_margin(stretches: Sequence[Stretch], line: Line) -> bool:
    """Whether it is a number that stands beside its paragraph: that of a page, or its own."""
    if any(letter.isalpha() for letter in line.words):
        return False
    above = stretches[-1].lines[-1].box if stretches else None
    return above is None or line.box[0] >= above[2] or line.box[2] <= above[0]


def _breaks(stretch: Stretch, page: int, line: Line) -> bool:
    return page != stretch.page or line.base > stretch.lines[-1].base + RISE


def _is_beside(stretch: Stretch, line: Line) -> bool:
    """Whether it goes on with the line before, beyond a gap: as one line they are counted."""
    return bool(stretch.lines) and abs(stretch.lines[-1].base - line.base) <= RISE
