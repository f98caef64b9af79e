"""Tabulation: the columns and rows of a file of data that a table shows, and what each holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal

from briefpack.blocks.columns import Column, Format, Kind, Reckoned, Reckoning, Stretch, heading
from briefpack.dataset import Dataset, decimals
from briefpack.words import Words

_YEARS = re.compile(r"1[5-9]\d\d|20\d\d|2100")
_YEARLY = re.compile(r"\b(?:years?|fy|jahr(?:e|gang)?|ann[ée]es?|ans?|exercice)\b", re.IGNORECASE)
_EXACT = Context(prec=200)


@dataclass(frozen=True, slots=True)
class Shown:
    """A column as it is shown: its name in the file, what stands over it, and its cells.

    `format` is the author's, if any.
    """

    name: Words
    heading: str
    unit: str
    kind: Kind
    format: Format | None
    cells: Sequence[Words]
    numbers: Sequence[Decimal | None]

    @property
    def places(self) -> int:
        """The most places that any of its numbers has behind the decimal sign."""
        return max((decimals(number) for number in self.numbers if number is not None), default=0)

    @property
    def numeric(self) -> bool:
        """Whether what it holds is printed as numbers."""
        return self.kind in ("number", "plain")

    @property
    def adds_up(self) -> bool:
        """Whether a sum of it means something: it holds numbers, and these are no shares."""
        return self.kind == "number" and not (self.format and self.format.percent)

    def reckon(self, kind: Reckoned) -> Decimal | None:
        """The sum or the mean of its numbers, exactly; None where there is none.

        A mean has one place more than the numbers, unless a format says how many.
        """
        numbers = [number for number in self.numbers if number is not None]
        if not numbers:
            return None
        total = Decimal(0)
        for number in numbers:
            total = _EXACT.add(total, number)
        if kind == "sum":
            return total
        mean = _EXACT.divide(total, Decimal(len(numbers)))
        return _EXACT.quantize(mean, Decimal(1).scaleb(-self.places - 1))


def shown(
    data: Dataset, columns: Sequence[Column], formats: Sequence[Format], rows: Stretch | None
) -> list[Shown]:
    """The columns that a table shows, in its order: those it chooses, or all.

    A column that the file lacks is left out.
    """
    written = {str(format_.column): format_ for format_ in formats}
    there = {str(name) for name in data.columns}
    chosen = columns or [Column(column=name) for name in data.columns]
    chosen = [column for column in chosen if column.column in there]
    return [
        _shown(data, column, written.get(column.column), rows, is_first=not at)
        for at, column in enumerate(chosen)
    ]


def _shown(
    data: Dataset, column: Column, format_: Format | None, rows: Stretch | None, *, is_first: bool
) -> Shown:
    cells = data.column(column.column)[rows.rows if rows else slice(None)]
    over = heading(column.heading or column.column)
    kind = format_.kind if format_ else _kind(data, column, is_first)
    numbers = [data.number(cell) if kind in ("number", "plain") else None for cell in cells]
    return Shown(column.column, *over, kind, format_, cells, numbers)


def _kind(data: Dataset, column: Column, is_first: bool) -> Kind:
    """What a column holds of which the author says nothing.

    Whole numbers from 1500 to 2100 are years where they stand in the first column, or where its
    name says so.
    """
    if not data.numeric(column.column):
        return "text"
    cells = [cell for cell in data.column(column.column) if cell]
    named = is_first or _YEARLY.search(f"{column.column} {column.heading or ''}".replace("_", " "))
    return "plain" if named and all(_YEARS.fullmatch(cell) for cell in cells) else "number"


def reckonings(
    columns: Sequence[Shown], total: Sequence[Reckoning]
) -> Iterator[tuple[Reckoned, list[Decimal | None]]]:
    """The rows below a table: the sums, then the means; a column without one has None.

    The first column names them, and has none.
    """
    for kind in ("sum", "mean"):
        asked = {str(item.column or "") for item in total if item.kind == kind}
        if asked:
            yield (
                kind,
                [
                    column.reckon(kind)
                    if at and (str(column.name) in asked or ("" in asked and column.adds_up))
                    else None
                    for at, column in enumerate(columns)
                ],
            )
