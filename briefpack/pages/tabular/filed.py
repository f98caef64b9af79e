"""Filed: the grid of a table that a CSV or JSON file of the brief holds."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from markupsafe import escape

from briefpack.blocks import TableBlock
from briefpack.blocks.tabulation import Shown, reckonings
from briefpack.dataset import Dataset
from briefpack.dates import When
from briefpack.pages.tabular.figures import figure, plain
from briefpack.pages.tabular.grid import Cell, Grid, Head, Row
from briefpack.words import Words

GAP = "–"
"""What stands where the file has nothing."""


def grid(
    block: TableBlock,
    data: Dataset,
    language: str,
    words: Mapping[str, str],
    date: Callable[[When], str],
) -> Grid:
    """The chosen columns of the data in the brief's language, with what they add up to.

    `words` are the layout's own, for the name of a total; `date` writes a date.
    """
    columns = block.shown(data)
    named = block.names_rows(columns)
    written = [
        [
            _number(column, number, language, heads=named and not at)
            if number is not None
            else _words(column, cell, date, heads=named and not at)
            for cell, number in zip(column.cells, column.numbers, strict=True)
        ]
        for at, column in enumerate(columns)
    ]
    rows = [
        Row(cells, _at(columns[0].cells[at])) for at, cells in enumerate(zip(*written, strict=True))
    ]
    for kind, values in reckonings(columns, block.total):
        rows.append(Row([*_total(words[kind], columns, values, language)], total=True))
    return Grid([_head(column, is_first=not at) for at, column in enumerate(columns)], rows)


def _head(column: Shown, *, is_first: bool) -> Head:
    words = not column.numeric or (is_first and column.kind == "plain")
    return Head(escape(column.heading), column.heading, column.unit, "left" if words else "right")


def _words(column: Shown, cell: Words, date: Callable[[When], str], *, heads: bool) -> Cell:
    """Words, a date, or a gap, which stands below the units of a column of numbers."""
    text = date(When.parse(cell)) if cell and column.kind == "date" else cell or GAP
    return Cell(escape(text), text, "" if column.numeric else None, heads, gap=not cell)


def _number(column: Shown, number: Decimal, language: str, *, heads: bool) -> Cell:
    if column.kind == "plain":
        return _printed(plain(number), "", heads)
    return _printed(*figure(number, column.format, language), heads)


def _printed(whole: str, behind: str, heads: bool) -> Cell:
    return Cell(escape(whole + behind), whole + behind, behind, heads)


def _total(
    name: str, columns: Sequence[Shown], values: Sequence[Decimal | None], language: str
) -> Iterator[Cell]:
    """The name of the total in the first column, and below each other one what it comes to."""
    yield Cell(escape(name), name, heads=True)
    for column, value in zip(columns[1:], values[1:], strict=True):
        if value is None:
            yield Cell(escape(""), "", "")
        else:
            yield _printed(*figure(value, column.format, language), heads=False)


def _at(cell: Words) -> str:
    """Where a row begins in its file."""
    return f"{cell.place.file}:{cell.place.line}" if cell.place.file else ""
