"""The grid: a table as it will be printed, wherever it came from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

Align = Literal["left", "center", "right"]

SHORT = 10
"""A table of no more rows is not parted by the end of a page."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What is printed, and its words alone, by which it is measured.

    Of a number, `behind` is what stands behind its units, as ".5 %"; None where it is no number.
    `heads` says that it names its row.
    """

    markup: Markup
    text: str
    behind: str | None = None
    heads: bool = False
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over a column, the unit of its numbers, and where its cells stand."""

    markup: Markup
    text: str
    unit: str = ""
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `at` is its place in the source as "file:line"; a `total` closes the table."""

    cells: Sequence[Cell]
    at: str = ""
    total: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: as many heads as each of its rows has cells."""

    heads: Sequence[Head]
    rows: Sequence[Row]
    at: str = ""

    @property
    def short(self) -> bool:
        """Whether it stays on one page."""
        return len(self.rows) <= SHORT

    def column(self, number: int) -> Iterator[Cell]:
        """The cells of a column, from top to bottom."""
        return (row.cells[number] for row in self.rows)
