"""Dates as people know them: a year, a month, a day, a range, or "c. 1962"."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass, field, replace
from typing import Any, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError, core_schema

from briefpack.words import Words

_POINT = r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?"
_DATE = re.compile(rf"(?P<about>c\.?\s*|~\s*)?{_POINT}(?:\s*(?:/|\.\.|to|–)\s*{_POINT})?")
JSON_PATTERN = (
    r"^(c\.? ?|~ ?)?\d{4}(-\d{1,2}(-\d{1,2})?)?( ?(/|\.\.|to|–) ?\d{4}(-\d{1,2}(-\d{1,2})?)?)?$"
)
EXPECTED = "a date as 1962, 1962-10, 1962-10-16, 1962-10-16/1962-10-28 or c. 1962"


@dataclass(frozen=True, order=True, slots=True)
class Point:
    """A year, a month or a day; `month` and `day` are 0 where unknown."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def first(self) -> dt.date:
        """The first day that it can mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        """The last day that it can mean."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


@dataclass(frozen=True, order=True, slots=True)
class When:
    """A date of stated precision, or a range of two, perhaps approximate.

    Follows ISO 8601-1:2019 for the points and the solidus of a range. It is never made more
    exact than it was written: "1962-10" prints as a month. `midpoint` is where a timeline marks it.
    `written` is the date as it stands in the content, with its place; it plays no part in
    comparing.
    """

    start: Point
    end: Point | None = None
    about: bool = False
    written: Words = field(default=Words(), compare=False, repr=False)

    @property
    def midpoint(self) -> float:
        """The middle of the days it may mean, as a proleptic Gregorian ordinal (days).

        A day is marked at its own ordinal, a month or a year at its middle, a range at the
        middle between its first and its last day.
        """
        first, last = self.start.first, (self.end or self.start).last
        return (first.toordinal() + last.toordinal()) / 2

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a date; `ValueError` says what is wrong with it."""
        match = _DATE.fullmatch(text.strip())
        if not match:
            raise ValueError(f"expected {EXPECTED}")
        about, *numbers = match.groups()
        start = _point(numbers[:3])
        end = _point(numbers[3:]) if numbers[3] else None
        if end and end.last < start.first:
            raise ValueError("the range ends before it begins")
        return cls(start, end, bool(about))

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(_validate)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": JSON_PATTERN, "description": EXPECTED}


def _point(numbers: list[str | None]) -> Point:
    year, month, day = (int(number or 0) for number in numbers)
    if numbers[1] is not None and not 1 <= month <= 12:
        raise ValueError(f"there is no month {numbers[1]}")
    if numbers[2] is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise ValueError(f"{calendar.month_name[month]} {year} has no day {numbers[2]}")
    if year < 1:
        raise ValueError("there is no year 0")
    return Point(year, month, day)


def _validate(value: Any) -> When:
    if isinstance(value, When):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("date", "expected {expected}", {"expected": EXPECTED})
    try:
        written = value if isinstance(value, Words) else Words(value)
        return replace(When.parse(value), written=written)
    except ValueError as fault:
        raise PydanticCustomError("date", "{fault}", {"fault": str(fault)}) from None
