"""A table of people, as spreadsheets write it: every cell with its place, whatever parts them."""

from __future__ import annotations

import unicodedata
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from briefpack.manuscript.datasets import SPREADSHEETS, cells, separator_of
from briefpack.manuscript.files import entries
from briefpack.manuscript.sheets import Sheet, controls, read_sheet
from briefpack.nearest import did_you_mean, nearest
from briefpack.problem import Place, Problem, Refused, quoted
from briefpack.words import Words, complaint

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""How a workbook begins, whatever it is called: those of today, and Excel's until 2003."""

_SAVE = "save it as “CSV UTF-8” (in Excel: Save As, and choose that type)"


def folded(text: str) -> str:
    """The text on one line: white space folded, and letters whole that came in pieces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its cells by column, and the place where it begins."""

    cells: Mapping[str, Words]
    start: Words

    def __getitem__(self, column: str) -> Words:
        """The cell of a column, with white space folded; an empty one that the line lacks."""
        cell = self.cells.get(column, self.start.instead(""))
        return cell.instead(folded(cell))


@dataclass(frozen=True, slots=True)
class Table:
    """The columns that a file has, and its lines."""

    columns: Sequence[str]
    rows: Sequence[Row]


def read(
    path: Path,
    columns: Mapping[str, Sequence[str]],
    needed: Sequence[str],
    advice: Mapping[str, str] = MappingProxyType({}),
) -> Table:
    """The table in a CSV file.

    `columns` maps each name of a column to others by which spreadsheets call it, `advice` names
    that are none to what to do about them; case and hyphens do not count. UTF-8, or UTF-16 as
    Excel's “Unicode text”. `Refused` with everything that is wrong: the encoding, an unknown or
    missing column, a line with too many cells.
    """
    sheet = _sheet(path)
    lines = list(cells(sheet, separator_of(sheet)))
    head = [_column(words, columns) for words in lines[0]]
    problems = [*_head_faults(lines[0], head, columns, needed, advice), *_line_faults(lines)]
    if problems:
        raise Refused(problems)
    names = [name or "" for name in head]
    rows = [Row(dict(zip(names, line, strict=False)), line[0].instead("")) for line in lines[1:]]
    return Table(names, rows)


def _sheet(path: Path) -> Sheet:
    name = path.as_posix()
    if path.suffix.lower() in SPREADSHEETS or _begins(path, *_WORKBOOKS):
        message = f"{quoted(name)} is a spreadsheet, expected CSV"
        raise Refused([Problem(Place(name), "encoding", message, _SAVE)])
    if text := _unicode_text(path):
        sheet = Sheet(name, text.replace("\r\n", "\n").replace("\r", "\n"))
        if problems := list(controls(sheet)):
            raise Refused(problems)
        return sheet
    try:
        return read_sheet(path, name)
    except Refused as refused:
        raise Refused(_advised(problem, path) for problem in refused.problems) from None


def _advised(problem: Problem, path: Path) -> Problem:
    """The problem with the way to the right encoding, or to the right file of the folder."""
    if problem.rule == "encoding":
        return replace(problem, hint=_SAVE)
    if problem.rule == "missing-file":
        return replace(problem, hint=nearest(path.name, entries(path.parent)))
    return problem


def _unicode_text(path: Path) -> str:
    """What a file of UTF-16 holds that says so in front; empty for any other."""
    with suppress(OSError, UnicodeDecodeError):
        if _begins(path, BOM_UTF16_BE, BOM_UTF16_LE):
            return path.read_text("utf-16")
    return ""


def _begins(path: Path, *marks: bytes) -> bool:
    """Whether the file begins with one of these."""
    with suppress(OSError):
        if path.is_file():
            with path.open("rb") as file:
                return file.read(max(map(len, marks))).startswith(marks)
    return False


def _column(words: Words, columns: Mapping[str, Sequence[str]]) -> str | None:
    asked = _bare(words)
    for name, others in columns.items():
        if asked in map(_bare, (name, *others)):
            return name
    return None


def _bare(name: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", name).casefold()))


def _head_faults(
    written: Sequence[Words],
    head: Sequence[str | None],
    columns: Mapping[str, Sequence[str]],
    needed: Sequence[str],
    advice: Mapping[str, str],
) -> Iterator[Problem]:
    names = f"the first line names the columns: {', '.join(columns)}"
    advised = {_bare(name): hint for name, hint in advice.items()}
    if not any(head) and not advised.keys() & set(map(_bare, written)):
        yield complaint(written[0], "missing-column", "the first line names no column", names)
        return
    for words, name in zip(written, head, strict=True):
        if name is None:
            message = f"there is no column {quoted(words)}" if words else "a column has no name"
            hint = advised.get(_bare(words)) or did_you_mean(words, columns)
            yield complaint(words, "unknown-column", message, hint)
        elif head.index(name) < written.index(words):
            message = f"two columns are the {name}"
            yield complaint(words, "unknown-column", message, "keep one of them")
    if missing := [name for name in needed if name not in head]:
        message = f"there is no column {' and no column '.join(map(repr, missing))}"
        yield complaint(written[0], "missing-column", message, names)


def _line_faults(lines: Sequence[Sequence[Words]]) -> Iterator[Problem]:
    most = len(lines[0])
    for line in lines[1:]:
        if any(line[most:]):
            message = f"this line has {len(line)} cells, and the first one {most}"
            hint = "put a cell that holds a comma in quotation marks"
            yield complaint(line[most], "too-many-cells", message, hint)
