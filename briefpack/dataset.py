"""A data set: what a CSV or JSON file of the brief holds, cell by cell, each with its place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefpack.words import Words

# As long as no measure is; a longer one would take all memory to be written out.
_PLAIN = re.compile(r"[+−-]?\d{1,40}(?:(?P<point>[.,])\d{1,40})?(?:[eE][+-]?\d{1,2})?", re.ASCII)
_PARTED_BY_COMMAS = re.compile(r"(?P<whole>\d{1,3}(?:[,\s'’]\d{3})+)(?P<rest>(?:\.\d+)?)", re.ASCII)
_PARTED_BY_POINTS = re.compile(r"(?P<whole>\d{1,3}(?:[.\s'’]\d{3})+)(?P<rest>(?:,\d+)?)", re.ASCII)


def decimals(number: Decimal) -> int:
    """Places behind the decimal sign, as written."""
    exponent = number.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


@dataclass(frozen=True, slots=True)
class Dataset:
    """Columns and rows, as wide as each other; a cell that is empty holds no words.

    `comma` says that the file writes decimal fractions with a comma. That is so where semicolons
    part its cells, as spreadsheets save them in the languages that do so.
    """

    columns: Sequence[Words]
    rows: Sequence[Sequence[Words]]
    comma: bool = False

    def column(self, name: str) -> list[Words]:
        """The cells of a column, from top to bottom; `KeyError` where there is none."""
        names = [str(column) for column in self.columns]
        if name not in names:
            raise KeyError(name)
        return [row[names.index(name)] for row in self.rows]

    def number(self, cell: str) -> Decimal | None:
        """The number in a cell, exactly as written; None where there is none.

        A number has no spaces and no signs between its thousands, which nobody could tell from a
        decimal sign.
        """
        match = _PLAIN.fullmatch(cell.strip())
        if not match or match["point"] == ("." if self.comma else ","):
            return None
        return Decimal(cell.strip().replace(",", ".").replace("−", "-"))

    def ungrouped(self, cell: str) -> str:
        """How a number is written whose thousands are parted; empty where it is none."""
        match = (_PARTED_BY_POINTS if self.comma else _PARTED_BY_COMMAS).fullmatch(cell.strip())
        plain = re.sub(r"\D", "", match["whole"]) + match["rest"] if match else ""
        return plain if self.number(plain) is not None else ""

    def numeric(self, name: str) -> bool:
        """Whether a column holds numbers and gaps alone, and at least one number."""
        cells = [cell for cell in self.column(name) if cell.strip()]
        return bool(cells) and all(self.number(cell) is not None for cell in cells)
