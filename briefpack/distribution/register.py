"""The ledger of the copies: which number went to whom, in which file, and what that file came to.

It is a CSV file that Excel opens as it is, and that the next run reads again.
"""

from __future__ import annotations

import csv
import re
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

from briefpack.distribution import table
from briefpack.distribution.table import Row
from briefpack.problem import Problem, Refused, quoted
from briefpack.words import complaint

NAME = "copies.csv"
RULE = "copies-ledger"

FIELDS = {
    "number": "number",
    "of": "copies",
    "holder": "name",
    "organisation": "organisation",
    "e-mail": "email",
    "edition": "edition",
    "note": "note",
    "file": "file",
    "SHA-256": "checksum",
    "date": "date",
    "identifier": "identifier",
    "made from": "origin",
    "listed": "listed",
}
"""The columns, and what each is of an `Entry`."""

YES, NO = "yes", "no"
PUT_BACK = "put the ledger back as it was; it says which numbers are given"
_GREATEST = 10**7
_CHECKSUM = re.compile(r"[0-9a-f]{64}")
_FILE = re.compile(r"[^/\\:\0]+\.pdf")
_FORMULA = re.compile(r"'*[=+\-@]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One number, and for good the holder's that it was given to.

    `copies` is how many there were when the copy was made. `file` and `checksum` are empty as long
    as there is no such file. `origin` stands for all that went into the copy. `listed` is "no" for
    somebody whom the recipients no longer name.
    """

    number: int
    name: str
    organisation: str = ""
    email: str = ""
    edition: str = ""
    note: str = ""
    copies: int = 0
    file: str = ""
    checksum: str = ""
    date: str = ""
    identifier: str = ""
    origin: str = ""
    listed: str = YES

    @property
    def key(self) -> tuple[str, str]:
        """As `Recipient.key`."""
        return self.name.casefold(), self.organisation.casefold()

    @property
    def without_file(self) -> Entry:
        """The number and its holder, with nothing made."""
        return replace(self, file="", checksum="", date="", identifier="", origin="", copies=0)


def read(folder: Path) -> list[Entry]:
    """The entries of a folder's ledger, by number; none where there is no ledger.

    `Refused` where it was damaged: to go on could give one number to two people.
    """
    path = folder / NAME
    if not path.exists():
        return []
    rows = _rows(path)
    problems = [problem for row in rows for problem in _faults(row)]
    problems += _twice(rows, "number") + _twice([row for row in rows if row["file"]], "file")
    if problems := problems or list(_gaps(rows)):
        raise Refused(problems)
    return sorted(map(_entry, rows), key=lambda entry: entry.number)


def _rows(path: Path) -> Sequence[Row]:
    """The ledger's lines; whatever is wrong with its columns, nobody is to write them anew."""
    try:
        return table.read(path, dict.fromkeys(FIELDS, ()), list(FIELDS)).rows
    except Refused as refused:
        raise Refused(
            problem if problem.rule == "encoding" else replace(problem, hint=PUT_BACK)
            for problem in refused.problems
        ) from None


def _entry(row: Row) -> Entry:
    values = {field: _plain(row[column]) for column, field in FIELDS.items()}
    numbers = {field: int(values.pop(field) or 0) for field in ("number", "copies")}
    return Entry(**values, **numbers)  # type: ignore[arg-type]


def _faults(row: Row) -> Iterator[Problem]:
    expected = {
        "number": ("a whole number", _is_number(row["number"])),
        "of": ("a whole number", not row["of"] or _is_number(row["of"])),
        "holder": ("a name", bool(row["holder"])),
        "file": ("the name of a PDF in this folder", _fits(_FILE, row["file"])),
        "SHA-256": ("64 digits from 0 to f", _fits(_CHECKSUM, row["SHA-256"])),
        "listed": (f"{YES} or {NO}", row["listed"] in (YES, NO)),
    }
    for column, (kind, good) in expected.items():
        if not good:
            message = f"'{column}' of a copy is {kind}, not {quoted(row[column])}"
            yield complaint(row[column], RULE, message, PUT_BACK)


def _is_number(words: str) -> bool:
    return words.isascii() and words.isdigit() and 0 < int(words[:20]) < _GREATEST


def _fits(pattern: re.Pattern[str], words: str) -> bool:
    return not words or bool(pattern.fullmatch(words))


def _gaps(rows: Sequence[Row]) -> Iterator[Problem]:
    """No number is ever left out or taken back, so that one which is missing was deleted."""
    given = {int(row["number"]): row["number"] for row in rows}
    before = 0
    for number in sorted(given):
        if number - before > 1:
            message = f"number {before + 1} is missing before {number}"
            yield complaint(given[number], RULE, message, PUT_BACK)
        before = number


def _twice(rows: Sequence[Row], column: str) -> list[Problem]:
    counts = Counter(row[column].casefold() for row in rows)
    return [
        complaint(
            row[column], RULE, f"two copies have the {column} {quoted(row[column])}", PUT_BACK
        )
        for row in rows
        if counts[row[column].casefold()] > 1
    ]


def written(entries: Iterable[Entry]) -> bytes:
    """The ledger as a file: UTF-8, and marked as such, since Excel asks for it."""
    text = StringIO()
    lines = csv.writer(text)
    lines.writerow(FIELDS)
    for entry in sorted(entries, key=lambda entry: entry.number):
        lines.writerow([_guarded(str(getattr(entry, field) or "")) for field in FIELDS.values()])
    return BOM_UTF8 + text.getvalue().encode("utf-8")


def _guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: a name may begin with an equals sign."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _plain(cell: str) -> str:
    """The cell as it was before it was guarded."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else str(cell)


def taken(entries: Iterable[Entry]) -> Mapping[str, Entry]:
    """The entries that have a file, by its name."""
    return {entry.file: entry for entry in entries if entry.file}
