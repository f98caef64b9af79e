"""The date that was meant by one that is written as in a letter or a newspaper."""

import calendar
import re
from collections.abc import Callable, Mapping

from briefpack.dates import When

_MONTHS = {name.lower()[:3]: number for number, name in enumerate(calendar.month_name) if name}
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?P<year>\d{4})"

_WAYS: Mapping[str, Callable[[re.Match[str]], str]] = {
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+{_YEAR}": lambda m: (
        f"{_month(m)}-{_day(m)}"
    ),
    rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}": lambda m: (
        f"{_month(m)}-{_day(m)}"
    ),
    rf"{_MONTH},?\s+{_YEAR}": lambda m: _month(m),
    rf"(?P<day>\d{{1,2}})\.\s?(?P<number>\d{{1,2}})\.\s?{_YEAR}": lambda m: (
        f"{_month(m)}-{_day(m)}"
    ),
    rf"(?:circa|about|around|ca\.?)\s+{_YEAR}": lambda m: f"c. {m['year']}",
    r"(?P<year>\d{3}0)['’]?s": lambda m: f"{m['year']}/{int(m['year']) + 9}",
}


def nearest_date(written: str) -> str:
    """The hint that names the date as it is to be written; empty where it is not known.

    `03/04/2026` stays unexplained: which number is the month depends on the country.
    """
    for way, date in _WAYS.items():
        if match := re.fullmatch(way, written.strip(), re.IGNORECASE):
            return _hint(date(match))
    return ""


def _hint(date: str) -> str:
    try:
        When.parse(date)
    except ValueError:
        return ""
    return f"write it as {date}"


def _month(match: re.Match[str]) -> str:
    found = match.groupdict()
    month = found.get("number") or _MONTHS[found["month"].lower()]
    return f"{found['year']}-{int(month):02}"


def _day(match: re.Match[str]) -> str:
    return f"{int(match['day']):02}"
