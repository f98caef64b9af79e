"""Records: a table as a list of its rows, for type in which its columns do not fit side by side."""

from collections.abc import Iterator

from markupsafe import Markup, escape

from briefpack.pages.tabular.grid import Cell, Grid, Head, Row


def records(grid: Grid) -> Markup:
    """Each row below the words that name it: what stands over each column, and the row's own."""
    at = f' data-at="{escape(grid.at)}"' if grid.at else ""
    rows = "".join(line for row in grid.rows for line in _row(row, grid))
    return Markup(f'<div class="records"{at}>\n{rows}</div>')


def _row(row: Row, grid: Grid) -> Iterator[str]:
    at = f' data-at="{escape(row.at)}"' if row.at else ""
    yield f'<div class="record{" total" if row.total else ""}"{at}>\n'
    yield f'<p class="record-name">{_name(grid.heads[0], row.cells[0])}</p>\n'
    pairs = zip(grid.heads[1:], row.cells[1:], strict=True)
    items = "".join(_item(head, cell) for head, cell in pairs if cell.text)
    yield f'<dl class="sans">\n{items}</dl>\n</div>\n' if items else "</div>\n"


def _name(head: Head, cell: Cell) -> str:
    """The row's name; what does not head it says of what kind it is."""
    if cell.heads or not head.text:
        return str(cell.markup)
    return f'<span class="record-head">{_heading(head)}:</span> {cell.markup}'


def _item(head: Head, cell: Cell) -> str:
    return f"<div><dt>{_heading(head)}</dt><dd>{cell.markup}</dd></div>\n"


def _heading(head: Head) -> str:
    """What stands over a column, with its unit on the same line."""
    return f"{head.markup}, {escape(head.unit)}" if head.unit else str(head.markup)
