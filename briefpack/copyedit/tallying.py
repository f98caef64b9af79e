"""Tallying: the data hold what the ledger says that they hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from briefpack import reading
from briefpack.blocks import TableBlock
from briefpack.brief import Cell, Manuscript, Number
from briefpack.copyedit.ledger import contradiction
from briefpack.dataset import Dataset
from briefpack.nearest import did_you_mean
from briefpack.problem import Problem, quoted
from briefpack.words import Words, complaint

RULE = "number"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a file or a table of the text holds: its columns, and its rows by their first cell."""

    called: str
    columns: Sequence[str]
    rows: Mapping[str, Sequence[Words]]


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """Where the ledger says that a number stands in the data, it does.

    The chart or the table that is made of them would show something else than the text beside it.
    """
    ledger = manuscript.brief.numbers
    if ledger is None or {"numbers", "text"} & manuscript.gaps:
        return
    tables = {str(block.id): block for block in _tables(manuscript) if block.id}
    for number in ledger.numbers:
        if number.data:
            yield from _check(number, number.data, tables, manuscript)


def _check(
    number: Number, cell: Cell, tables: Mapping[str, TableBlock], manuscript: Manuscript
) -> Iterator[Problem]:
    language = str(manuscript.brief.language)
    if cell.file is not None and cell.table is None:
        data = manuscript.data.get(str(cell.file))
        if data is not None:
            yield from _look(number, cell, _of_file(cell.file, data), _Reader(language, data))
    elif cell.table is None or cell.file is not None:
        message = f"does {quoted(number.id)} stand in a file, or in a table of the text?"
        yield complaint(cell.row, RULE, message, "write either 'file: …' or 'table: …'")
    elif str(cell.table) not in tables:
        message = f"no text has a table {quoted(cell.table)}"
        hint = did_you_mean(cell.table, tables, "give the table an id: ':id: launches'")
        yield complaint(cell.table, RULE, message, hint)
    elif tables[str(cell.table)].argument is not None:
        message = f"the table {quoted(cell.table)} is made of a file"
        hint = f"write 'file: {tables[str(cell.table)].argument}'"
        yield complaint(cell.table, RULE, message, hint)
    else:
        sheet = _of_table(cell.table, tables[str(cell.table)])
        yield from _look(number, cell, sheet, _Reader(language))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads a cell: as data have numbers, or as readers of the brief's language write them."""

    language: str
    data: Dataset | None = None

    def agrees(self, number: Number, cell: Words) -> bool:
        """Whether the cell holds the number."""
        from briefpack.ledger import filling, judging, literals

        call = filling.CALL.fullmatch(cell.strip())
        if call is not None:
            return call["id"] == number.id
        if self.data is None:
            found = literals.find(cell, self.language)
            return any(judging.agrees(one, number, self.language) for one in found)
        value = self.data.number(cell)
        scaled = judging.values(number, self.language)
        return value is not None and any(
            abs(value - amount) <= number.slack * factor for amount, factor in scaled
        )


def _look(number: Number, cell: Cell, sheet: Sheet, reader: _Reader) -> Iterator[Problem]:
    if str(cell.column) not in sheet.columns:
        message = f"{sheet.called} has no column {quoted(cell.column)}"
        yield complaint(cell.column, RULE, message, did_you_mean(cell.column, sheet.columns))
    elif str(cell.row) not in sheet.rows:
        message = f"{sheet.called} has no row that begins with {quoted(cell.row)}"
        yield complaint(cell.row, RULE, message, did_you_mean(cell.row, sheet.rows))
    else:
        there = sheet.rows[str(cell.row)][sheet.columns.index(str(cell.column))]
        if not reader.agrees(number, there):
            found = quoted(there) if there.strip() else "nothing"
            yield contradiction(there, number, found, reader.language)


def _of_file(name: Words, data: Dataset) -> Sheet:
    rows = {str(row[0]): row for row in reversed(data.rows)}
    return Sheet(str(name), [str(column) for column in data.columns], rows)


def _of_table(name: Words, block: TableBlock) -> Sheet:
    rows: list[list[Words]] = []
    for token in block.body:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows:
            rows[-1].append(_cell(token))
    head = [str(cell) for cell in rows[0]] if rows else []
    return Sheet(
        f"the table {quoted(name)}", head, {str(row[0]): row for row in reversed(rows[1:]) if row}
    )


def _cell(line: Token) -> Words:
    """The words of a cell without markup, at their place; of the ledger's numbers, their calls."""
    lines = (one.meta["written"] for one in line.children or () if "written" in one.meta)
    written = next(lines, None)
    said = "".join(
        f"{{n {one.meta['number']}}}" if one.type == "number" else reading.word(one)
        for one in line.children or ()
    ).strip()
    return written.words(0, said) if written else Words(said)


def _tables(manuscript: Manuscript) -> Iterator[TableBlock]:
    blocks = reading.blocks(manuscript.tokens)
    return (block for block in blocks if isinstance(block, TableBlock))
