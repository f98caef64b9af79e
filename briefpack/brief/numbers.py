"""The ledger: the numbers that a brief rests on, each declared once."""

import calendar
import datetime as dt
import re
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from briefpack.brief.citation import Citations
from briefpack.brief.model import Id, MarkdownLine, Model, listed
from briefpack.dates import When
from briefpack.words import Words

NEVER = "never"

_AMOUNT = re.compile(r"[+−-]?\d{1,40}(?:\.\d{1,40})?(?:[eE][+-]?\d{1,2})?", re.ASCII)
_TOLERANCE = re.compile(r"(?P<amount>\d{1,40}(?:\.\d{1,40})?)\s*(?P<percent>%)?", re.ASCII)
_LIMIT = re.compile(r"(?P<count>\d{1,4}) (?P<unit>day|week|month|year)s?", re.ASCII)
_PLACES = re.compile(r"\d", re.ASCII)


def _proper_value(words: Words) -> Words:
    if _AMOUNT.fullmatch(words):
        return words
    bare = re.sub(r"[,\s'’](?=\d{3})", "", words)
    hint = f": write {bare}, without signs between the thousands" if _AMOUNT.fullmatch(bare) else ""
    raise ValueError(f"expected a plain number, as 14132, 59.5 or 1.2e6{hint}")


def _proper_tolerance(words: Words) -> Words:
    if not _TOLERANCE.fullmatch(words):
        raise ValueError("expected a tolerance as 5, 0.5 or 2 %")
    return words


def _proper_limit(words: Words) -> Words:
    if words != NEVER and not _LIMIT.fullmatch(words):
        raise ValueError("expected a length of time as 18 months, 2 years or 90 days, or 'never'")
    return words


def _proper_places(words: Words) -> Words:
    if not _PLACES.fullmatch(words):
        raise ValueError("expected how many digits stand behind the decimal sign: 0 to 9")
    return words


Limit = Annotated[Words, AfterValidator(_proper_limit)]
"""A length of time, as "18 months", or "never"."""


class Cell(Model):
    """Where a number stands in the data: in a file, or in a table of the text."""

    file: Words | None = None
    """A CSV or JSON file of the folder."""
    table: Words | None = None
    """Instead of a file: the id of a table in the text."""
    row: Words
    """What stands in the first column of its row."""
    column: Words
    """The name of its column."""


class Number(Model):
    """A number that the brief rests on: what it is, where it comes from, and of when it is."""

    id: Id
    """What texts call it by: `{n launches-2025}`."""
    value: Annotated[Words, AfterValidator(_proper_value)]
    """The number in plain digits, as 14132, 59.5 or 1.2e6."""
    unit: Words | None = None
    """What stands behind it, as "%", "km" or "billion"."""
    before: Words | None = None
    """What stands before it, as "$" or "US$"."""
    label: MarkdownLine
    """What it is, as "orbital launch attempts in the world, 2025"."""
    source: Citations = []
    as_of: When | None = None
    """The date for which it holds."""
    tolerance: Annotated[Words, AfterValidator(_proper_tolerance)] | None = None
    """How far texts and data may differ from it, as "5" or "2 %"."""
    places: Annotated[Words, AfterValidator(_proper_places)] | None = None
    """How many digits are printed behind the decimal sign; as many as `value` has otherwise."""
    says: Annotated[list[Words], BeforeValidator(listed)] = []
    """The words that a sentence about it has, all of them, as `[launch attempts, 2025]`."""
    data: Cell | None = None
    """Where it stands in the data."""
    stale_after: Limit | None = None
    """The limit of its age, instead of that of all numbers; "never" for what is history."""

    @property
    def amount(self) -> Decimal:
        """Its value, exactly as written."""
        return Decimal(self.value.replace("−", "-"))

    @property
    def slack(self) -> Decimal:
        """By how much a text may differ from it: the tolerance as an amount, 0 without one."""
        match = _TOLERANCE.fullmatch(self.tolerance or "")
        if not match:
            return Decimal(0)
        share = Decimal(match["amount"])
        return abs(self.amount) * share / 100 if match["percent"] else share


class Claim(Model):
    """Something that the brief says of its numbers, and the sum that it follows from."""

    says: Words
    """The words of the brief, as "more than four in every five"."""
    holds: Words
    """What must be true for that, as "(launches-us + launches-china) / launches > 0.8"."""


class Ledger(Model):
    """The ledger of numbers, and what the brief says of them together."""

    stale_after: Limit | None = None
    """How old a number may be on the day of publication, as "18 months"."""
    numbers: Annotated[list[Number], Field(min_length=1)]
    """The numbers, in the order in which the annex lists them."""
    claims: list[Claim] = []
    """What the brief says of several numbers together."""


def end_of(limit: str, since: dt.date) -> dt.date | None:
    """The last day on which something is not yet older than the limit; None for "never".

    Months are those of the calendar: a month behind 31 January is the last day of February.
    """
    match = _LIMIT.fullmatch(limit)
    if not match:
        return None
    count, unit = int(match["count"]), match["unit"]
    if unit in ("day", "week"):
        return since + dt.timedelta(days=count * (7 if unit == "week" else 1))
    months = since.year * 12 + since.month - 1 + count * (12 if unit == "year" else 1)
    year, month = months // 12, months % 12 + 1
    if year > dt.MAXYEAR:
        return None
    return dt.date(year, month, min(since.day, calendar.monthrange(year, month)[1]))
