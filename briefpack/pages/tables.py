"""Tables: each one's grid, the place where it fits, and what a template needs to print it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token
from markupsafe import Markup

from briefpack import reading
from briefpack.blocks import TableBlock
from briefpack.brief import Manuscript
from briefpack.charts.spoken import Rows
from briefpack.dates import When
from briefpack.pages.apparatus import Desk
from briefpack.pages.layout import Layout
from briefpack.pages.tabular import filed, markup, records, told, written
from briefpack.pages.tabular.grid import Grid
from briefpack.pages.tabular.placing import LEAST, STACKED, Place, Placed, placed, rooms
from briefpack.pages.tabular.written import Line, Marks
from briefpack.paper import Paper, column_widths
from briefpack.problem import Problem
from briefpack.words import Words, complaint

PADDING = 10.0
"""Millimetres that the edges of a box take of the text column, at most."""


@dataclass(frozen=True, slots=True)
class Tables:
    """What the tables of a brief are set with; those too wide for any page add to `problems`.

    `words` are the layout's own; `rooms` the widths (mm) of the places that a table may have;
    `holders` the names of the blocks that hold a table, by its identity.
    """

    manuscript: Manuscript
    words: Mapping[str, str]
    rooms: Mapping[Place, float]
    holders: Mapping[int, str]
    side: float
    marks: Marks
    date: Callable[[When], str]
    problems: list[Problem]

    def of_block(self, block: TableBlock, line: Line) -> dict[str, Any]:
        """The view of a table block: its caption, its table, its place, and whether it is short."""
        view: dict[str, Any] = {"caption": line(block.caption)}
        grid = self._grid(block, line)
        asked = None if id(block) in self.holders else block.place
        at = block.argument if block.argument is not None else _opening(block.body)
        fit = self._placed(grid, block, asked, at)
        return view | {"table": _markup(grid, fit), "place": fit.place, "short": grid.short}

    def of_rows(self, rows: Rows) -> Markup:
        """The numbers of a chart as a table."""
        grid = told.grid(rows)
        return _markup(grid, placed(grid, self.rooms, None))

    def in_text(self, tokens: Sequence[Token], line: Line) -> Markup:
        """A table that stands in a text without a directive."""
        grid = written.grid(tokens, self._language, line, False, self.marks)
        fit = self._placed(grid, tokens[0], None, _opening(tokens))
        table = _markup(grid, fit)
        if fit.place in ("text", "held"):
            return table
        return Markup('<div class="table {}">\n{}\n</div>').format(fit.place, table)

    @property
    def _language(self) -> str:
        return str(self.manuscript.brief.language)

    def _grid(self, block: TableBlock, line: Line) -> Grid:
        if block.argument is None:
            named = bool(block.row_headers)
            return written.grid(block.body, self._language, line, named, self.marks)
        data = self.manuscript.data[str(block.argument)]
        return filed.grid(block, data, self._language, self.words, self.date)

    def _placed(self, grid: Grid, table: object, asked: Place | None, at: Words) -> Placed:
        holder = self.holders.get(id(table)) or _level(table)
        room = self.side if holder == "note" else self.rooms["text"] - PADDING
        rooms: dict[Place, float] = {"held": room, **_last_resort(self.rooms)}
        fit = placed(grid, rooms if holder else self.rooms, asked)
        if fit.excess:
            self.problems.append(_too_wide(fit, at, holder))
        return fit


def tables(
    manuscript: Manuscript,
    layout: Layout,
    paper: Paper,
    words: Mapping[str, str],
    desk: Desk,
    date: Callable[[When], str],
    problems: list[Problem],
) -> Tables:
    """The tables of a brief in its layout, on its paper, with citations of `desk` and dates."""
    grid = layout.lengths("grid", paper)
    marks, holders = _marks(desk, enlarged="scale" in grid), dict(_held(manuscript))
    there, side = rooms(grid, paper), column_widths(grid)["side"] / grid.get("scale", 1.0)
    return Tables(manuscript, words, there, holders, side, marks, date, problems)


def _marks(desk: Desk, *, enlarged: bool) -> Marks:
    """How citations look: in type that is enlarged they are as large as the rest, in brackets."""
    if enlarged and desk.raised:
        return Marks(lambda citations: f" [{desk.room(citations)}]", hang=False)
    return Marks(desk.room, desk.raised)


def _markup(grid: Grid, fit: Placed) -> Markup:
    return records.records(grid) if fit.place == STACKED else markup.table(grid, fit)


def _last_resort(rooms: Mapping[Place, float]) -> Mapping[Place, float]:
    return {STACKED: rooms[STACKED]} if STACKED in rooms else {}


def _held(manuscript: Manuscript) -> Iterator[tuple[int, str]]:
    """The tables that stand in a block which is no table itself, and what that is called."""
    for block in reading.blocks(manuscript.tokens):
        if not isinstance(block, TableBlock):
            for token in reading.walk(getattr(block, "body", ())):
                table = token.meta["block"] if token.type == "block" else token
                yield id(table), block.name


def _level(table: object) -> str:
    """What holds a table that does not begin at the margin: no block, but a quotation."""
    return "quotation" if isinstance(table, Token) and table.level else ""


def _opening(tokens: Sequence[Token]) -> Words:
    place = tokens[0].meta.get("place")
    return Words("", place) if place else Words("")


def _too_wide(fit: Placed, at: Words, holder: str) -> Problem:
    """A table that no type of a legible size brings to the width that it may have."""
    where = f"the {holder} that holds it" if holder else _WHERE[fit.place]
    message = (
        f"this table is {max(fit.excess, 0.1):.1f} mm wider than {where}, in {LEAST:g} pt type"
    )
    hint = "leave out columns, shorten their longest words, or turn columns into rows"
    return complaint(at, "wide-table", message, hint)


_WHERE: Mapping[Place, str] = {
    "text": "the text column",
    "wide": "both columns",
    "turned": "a turned page",
    "held": "what holds it",
    STACKED: "the text column",
}
