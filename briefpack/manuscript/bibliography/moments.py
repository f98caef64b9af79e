"""Dates as libraries write them, in CSL's parts."""

import calendar
import re
from typing import Any

_MONTHS = {name.lower()[:3]: number for number, name in enumerate(calendar.month_name) if name}
_ISO = re.compile(r"(~|c\. ?)?(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?\s*([?~%])?")
_ENGLISH = re.compile(r"(?:(\d{1,2})\s+)?([A-Za-z]{3,9})\.?\s+(?:(\d{1,2}),\s*)?(\d{4})")
_NUMERIC = re.compile(r"[\d\s/.-]+")


class NoDate(ValueError):
    """What was written is meant for a date, and there is none such."""


def read(written: str) -> dict[str, Any] | None:
    """CSL's `date-parts`, or a `literal` where words stand for the date ("forthcoming").

    A range is written with a solidus, as in ISO 8601-1. `NoDate` says what is wrong.
    """
    text = written.strip()
    if not text:
        return None
    if "/" in text and not re.fullmatch(r"\d{4}/\d{1,2}/\d{1,2}/?|\d{4}/\d{1,2}|\d{4}/*", text):
        ends = [end for end in text.split("/", 1) if end.strip(" .")]
        points = [_point(end) for end in ends]
        if len(points) == 2 and all(points):
            return {"date-parts": points}
        text = ends[0] if len(ends) == 1 else text
    text = text.rstrip("/")
    if point := _point(text):
        circa = bool(re.match(r"(~|c\.)", text) or text.endswith(("~", "?", "%")))
        return {"date-parts": [point], **({"circa": 1} if circa else {})}
    if _NUMERIC.fullmatch(text):
        raise NoDate("expected a date as 2025, 2025-03 or 2025-03-14")
    return {"literal": text}


def of_parts(year: str, month: str, day: str) -> dict[str, Any] | None:
    """A date from BibTeX's fields; the month is a number, or its name in English."""
    number = _MONTHS.get(month.strip().lower()[:3], 0) if month.strip() else 0
    if not number and month.strip().isdigit():
        number = int(month)
    if not re.fullmatch(r"\d{4}", year.strip()):
        return read(year)
    written = year.strip() + (f"-{number}" if number else "")
    return read(written + (f"-{day.strip()}" if number and day.strip().isdigit() else ""))


def _point(text: str) -> list[int] | None:
    text = text.strip()
    if match := _ISO.fullmatch(text):
        return _checked(match[2], match[3], match[4])
    if (match := _ENGLISH.fullmatch(text)) and (month := _MONTHS.get(match[2].lower()[:3])):
        return _checked(match[4], str(month), match[1] or match[3])
    return None


def _checked(year: str, month: str | None, day: str | None) -> list[int]:
    """Its numbers, as exact as they were written; 0 counts as unknown."""
    numbers = [int(year), int(month or 0), int(day or 0)]
    if not numbers[0]:
        raise NoDate("there is no year 0")
    if numbers[1] > 12:
        raise NoDate(f"there is no month {numbers[1]}")
    if numbers[1] and numbers[2] > calendar.monthrange(numbers[0], numbers[1])[1]:
        raise NoDate(f"{calendar.month_name[numbers[1]]} {year} has no day {numbers[2]}")
    if not numbers[1]:
        return numbers[:1]
    return numbers if numbers[2] else numbers[:2]
