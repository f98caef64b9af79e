"""Lines of text, put together from what was painted in pieces: words, letters, raised numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefpack.paper import Box
from briefpack.preflight.sheet.geometry import hull
from briefpack.preflight.sheet.joining import SPACE
from briefpack.preflight.sheet.leaf import Mark, Run

GAP = 2.0
"""Of the size of type: a gap beyond which a line ends, and another column begins."""

LEVEL = 0.15
"""Of the size of type: how far off the base line pieces of one line may be."""

HYPHENS = ("-", "\u2010", "\u00ad", "\u0002")
"""What ends a broken line; PDFium gives U+0002 for a hyphen that it takes for one."""


@dataclass(frozen=True)
class Line:
    """Pieces of text on one base line, from left to right as they were painted."""

    runs: Sequence[Run]

    @cached_property
    def words(self) -> str:
        """What is to be read, a space where there is room for one."""
        words, end = "", None
        for run in self.runs:
            if end is not None and run.box[0] - end > SPACE * run.size and not words[-1:].isspace():
                words += " "
            words += run.words
            end = run.box[2]
        return words.strip()

    @cached_property
    def box(self) -> Box:
        """What its ink covers."""
        return hull(run.box for run in self.runs if run.words.strip()) or self.runs[0].box

    @property
    def size(self) -> float:
        """The size of most of its type, in points."""
        return max(run.size for run in self.runs)

    @property
    def base(self) -> float:
        """How high its base line is, by its largest type."""
        return next(run.base[1] for run in self.runs if run.size == self.size)

    @property
    def mark(self) -> Mark:
        """The marked content that it begins in."""
        return self.runs[0].mark

    @property
    def broken(self) -> bool:
        """Whether it ends with a hyphen behind a letter."""
        return self.words.endswith(HYPHENS) and self.words[-2:-1].isalpha()


def lines(runs: Iterable[Run]) -> list[Line]:
    """The lines of text that is seen, in the order in which it was painted."""
    return [Line(pieces) for pieces in _gathered(runs)]


def _gathered(runs: Iterable[Run]) -> Iterator[list[Run]]:
    line: list[Run] = []
    for run in runs:
        if line and not _goes_on(line, run):
            yield line
            line = []
        line.append(run)
    if line:
        yield line


def _goes_on(line: Sequence[Run], run: Run) -> bool:
    """Whether a run stands on the line, right behind it; or raised above it."""
    last = line[-1]
    if not (last.upright and run.upright) or last.mark.artifact != run.mark.artifact:
        return False
    size = max(last.size, run.size)
    gap = run.box[0] - last.box[2]
    if not -0.5 * size < gap < GAP * size:
        return False
    level = abs(run.base[1] - last.base[1]) <= LEVEL * size
    small, large = sorted((last, run), key=lambda one: one.size)
    raised = -0.3 * size < small.base[1] - large.base[1] < 0.8 * size
    return level or (small.size < 0.95 * size and raised)
