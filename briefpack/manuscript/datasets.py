"""Reads the data that charts, tables and numbers rest on: CSV and JSON files of the brief."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from briefpack.dataset import Dataset
from briefpack.manuscript import nodes
from briefpack.manuscript.files import enclosed
from briefpack.manuscript.nodes import Record, Series
from briefpack.manuscript.sheets import Sheet, read_sheet
from briefpack.problem import Problem, Refused, quoted
from briefpack.words import Words, complaint

MOST_ROWS = 5_000
MOST_COLUMNS = 60
RULE = "data"
ENDINGS = (".csv", ".tsv", ".json")
"""The files that hold data, by their names."""

SPREADSHEETS = (".xlsx", ".xls", ".ods", ".numbers")

_SEPARATORS = (",", ";", "\t")
_QUOTED = re.compile(r'"[^"]*"')


def read(
    names: Iterable[Words], folder: Path, shown: Path
) -> tuple[Mapping[str, Dataset], list[Problem]]:
    """The data of each file that the content names, by that name; and what was wrong with any."""
    found: dict[str, Dataset] = {}
    problems: list[Problem] = []
    tried: set[str] = set()
    for name in names:
        if name in tried:
            continue
        tried.add(str(name))
        try:
            found[str(name)] = _read(name, folder, shown)
        except Refused as refused:
            problems += refused.problems
    return found, problems


def _read(name: Words, folder: Path, shown: Path) -> Dataset:
    path = enclosed(folder, name)
    if path.suffix.lower() not in ENDINGS:
        message = f"{quoted(name)} is no file of data by its name"
        hint = f"expected {', '.join(ENDINGS)}"
        if path.suffix.lower() in SPREADSHEETS:
            hint = "save the sheet as CSV (UTF-8), and name that file"
        raise Refused([complaint(name, RULE, message, hint)])
    sheet = read_sheet(path, (shown / name).as_posix(), name)
    data = _json(sheet) if path.suffix.lower() == ".json" else _csv(sheet)
    if problems := list(_faults(data, sheet)):
        raise Refused(problems)
    return data


def _csv(sheet: Sheet) -> Dataset:
    """RFC 4180, and what spreadsheets make of it: semicolons or tabs between the cells."""
    separator = separator_of(sheet)
    rows = list(cells(sheet, separator))
    if not rows:
        raise Refused([complaint(sheet.words("", 1, 1), RULE, "the file holds nothing")])
    return Dataset(rows[0], rows[1:], comma=separator == ";")


def separator_of(sheet: Sheet) -> str:
    """What parts the cells, by the line of their names."""
    head = _QUOTED.sub("", sheet.lines[0])
    return max(_SEPARATORS, key=head.count)


def cells(sheet: Sheet, separator: str) -> Iterator[list[Words]]:
    """The cells of each line that is not empty."""
    reader = csv.reader(StringIO(sheet.text), delimiter=separator, strict=True)
    line = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield list(_placed(sheet, row, line, separator))
            line = reader.line_num + 1
    except csv.Error as fault:
        here = sheet.words("", min(reader.line_num, len(sheet.lines)), 1)
        raise Refused([complaint(here, RULE, f"this line cannot be read: {fault}")]) from None


def _placed(sheet: Sheet, row: Sequence[str], line: int, separator: str) -> Iterator[Words]:
    """Each cell where it is found in its line; one that goes on below, where the row begins."""
    written = sheet.lines[line - 1]
    column = 0
    for cell in row:
        at = written.find(cell, column)
        column = at if at >= 0 else column
        yield sheet.words(cell.strip(), line, column + len(cell) - len(cell.lstrip()) + 1)
        column = max(column, written.find(separator, column + len(cell)) + 1)


def _json(sheet: Sheet) -> Dataset:
    """A list of records with the same keys, or a list of lists of which the first names columns."""
    tree = nodes.parse(sheet)
    if tree.problems:
        raise Refused(tree.problems)
    rows = tree.value if isinstance(tree.value, Series) else Series()
    if rows and all(isinstance(row, Record) for row in rows):
        return _records(rows)
    if rows and all(isinstance(row, Series) for row in rows):
        marked = zip(rows, rows.marks, strict=True)
        lists = [[_cell(cell, mark) for cell in row] for row, mark in marked]
        return Dataset(lists[0], lists[1:])
    message = "expected a list of records with the same keys, or a list of lists"
    hint = 'as [{"year": 2024, "launches": 259}, …] or [["year", "launches"], [2024, 259], …]'
    raise Refused([complaint(sheet.words("", 1, 1), RULE, message, hint)])


def _records(rows: Sequence[Record]) -> Dataset:
    """The columns are the keys of the first; no other may have one that it lacks."""
    columns = list(rows[0])
    for row in rows:
        if odd := [key for key in row if key not in columns]:
            message = f"this record has a key that the first one lacks: {quoted(odd[0])}"
            raise Refused([complaint(row.key(odd[0]), RULE, message)])
    cells = [[_cell(row.get(name), row.start) for name in columns] for row in rows]
    return Dataset([rows[0].key(name) for name in columns], cells)


def _cell(value: Any, otherwise: Words) -> Words:
    """A scalar; a gap where there is nothing; a list or a mapping is refused."""
    if isinstance(value, Words):
        return value
    if value is None:
        return otherwise.instead("")
    message = "a cell holds a number or words, and no list or mapping"
    raise Refused([complaint(otherwise, RULE, message)])


def _faults(data: Dataset, sheet: Sheet) -> Iterator[Problem]:
    start = sheet.words("", 1, 1)
    if len(data.columns) > MOST_COLUMNS or len(data.rows) > MOST_ROWS:
        message = f"the file has {len(data.columns)} columns and {len(data.rows)} rows"
        hint = f"at most {MOST_COLUMNS} and {MOST_ROWS:,}; a brief shows a summary of them"
        yield complaint(start, RULE, message, hint)
        return
    if not data.columns:
        yield complaint(start, RULE, "the file holds nothing")
        return
    if not data.rows:
        yield complaint(start, RULE, "the file has a head and no rows")
    seen: set[str] = set()
    for name in data.columns:
        if not name:
            yield complaint(name, RULE, "a column has no name")
        elif name in seen:
            yield complaint(name, RULE, f"two columns are called {quoted(name)}")
        seen.add(str(name))
    for row in data.rows:
        if len(row) != len(data.columns):
            cells = f"{len(row)} cell{'' if len(row) == 1 else 's'}"
            message = f"this row has {cells}, and the head {len(data.columns)}"
            hint = "put a cell that holds a comma in quotation marks"
            yield complaint(row[0] if row else start, RULE, message, hint)
