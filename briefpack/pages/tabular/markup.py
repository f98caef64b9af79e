"""Markup: the HTML of a table, with its columns measured or left to the typesetter."""

from collections.abc import Iterator

from markupsafe import Markup, escape

from briefpack.pages.tabular.grid import Cell, Grid, Head, Row
from briefpack.pages.tabular.measuring import TIGHT, deepest, ems
from briefpack.pages.tabular.placing import FULL, Placed


def table(grid: Grid, placed: Placed | None = None) -> Markup:
    """The `table` element alone.

    A cell that holds a number says in `--tail` how far (ems) its right edge is from that of the
    column, so that decimal marks stand below each other: the number itself stays one word.
    """
    tails = [deepest(grid.column(at)) for at in range(len(grid.heads))]
    rows = "".join(line for row in grid.rows for line in _row(row, grid, tails))
    heads = "".join(map(_head, grid.heads))
    body = f"<tbody>{rows}</tbody>\n" if rows else ""
    at = f' data-at="{escape(grid.at)}"' if grid.at else ""
    start = f"<table{at}{_style(placed, grid)}>{_columns(placed)}"
    return Markup(f"{start}<thead><tr>{heads}</tr>\n</thead>\n{body}</table>")


def _style(placed: Placed | None, grid: Grid) -> str:
    if placed is None:
        return ""
    size = f"; --size: {placed.points:g}pt" if placed.points != FULL else ""
    gutter = f"; --gutter: {TIGHT:g}mm" if placed.tight else ""
    names = "measured short" if grid.short else "measured"
    return f' class="{names}" style="width: {sum(placed.shares):.2%}{size}{gutter}"'


def _columns(placed: Placed | None) -> str:
    """The width of each column but the last, which takes the rest.

    Were their rounded widths to come to a little more than the whole, WeasyPrint would find the
    table too wide for its place, and set it below all that stands beside it.
    """
    if placed is None:
        return ""
    whole = sum(placed.shares)
    columns = "".join(f'<col style="width: {share / whole:.2%}">' for share in placed.shares[:-1])
    return f"<colgroup>{columns}<col></colgroup>"


def _head(head: Head) -> str:
    unit = f'<br><span class="unit">{escape(head.unit)}</span>' if head.unit else ""
    return f'<th scope="col"{_class(head.align)}>{head.markup}{unit}</th>'


def _row(row: Row, grid: Grid, tails: list[float]) -> Iterator[str]:
    at = f' data-at="{escape(row.at)}"' if row.at else ""
    yield f"<tr{_class('total' if row.total else '')}{at}>"
    for cell, head, tail in zip(row.cells, grid.heads, tails, strict=True):
        name, scope = ("th", ' scope="row"') if cell.heads else ("td", "")
        yield f"<{name}{scope}{_attributes(cell, head, tail)}>{cell.markup}</{name}>"
    yield "</tr>\n"


def _attributes(cell: Cell, head: Head, tail: float) -> str:
    is_number = cell.behind is not None and head.align == "right"
    names = [head.align if head.align != "left" else "", "num" if is_number else ""]
    names += ["gap" if cell.gap else ""]
    lack = tail - ems(cell.behind or "") if is_number else 0.0
    style = f' style="--tail: {lack:.3f}em"' if lack > 0.0005 else ""
    return _class(" ".join(name for name in names if name)) + style


def _class(names: str) -> str:
    return f' class="{names}"' if names and names != "left" else ""
