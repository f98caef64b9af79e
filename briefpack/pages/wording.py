"""Dates as a reader of the brief's language writes them."""

import datetime as dt
import re
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_skeleton

from briefpack.dates import Point, When

Length = Literal["long", "short"]
NO_BREAK = "\N{NO-BREAK SPACE}"
_BEFORE_MONTH = re.compile(r"(?<=\d|\.) (?=[^\W\d])")
_BEHIND_MONTH = re.compile(r"(?<=[^\W\d]) (?=\d{1,2}\b)")
_MONTH = {"long": "MMMM", "short": "MMM"}


def locale(language: str) -> Locale:
    """Babel's locale for a BCP 47 tag."""
    return Locale.parse(language, sep="-")


def date(when: When, language: str, about: str, length: Length = "long") -> str:
    """`when` in words, no more exact than it was written; `about` is a pattern as "c. {date}"."""
    there = locale(language)
    if when.end is None:
        text = _point(when.start, there, length)
    else:
        text = _range(when.start, when.end, there, length)
    return about.format(date=_tied(text)) if when.about else _tied(text)


def _tied(text: str) -> str:
    """A date in which no line ends between a day and its month: "15. November", "January 5,"."""
    return _BEHIND_MONTH.sub(NO_BREAK, _BEFORE_MONTH.sub(NO_BREAK, text))


def _point(point: Point, there: Locale, length: Length) -> str:
    if point.day and length == "long":
        return format_date(point.first, "long", locale=there)
    skeleton = "y" + (_MONTH[length] if point.month else "") + ("d" if point.day else "")
    return format_skeleton(skeleton, point.first, locale=there)


def _range(start: Point, end: Point, there: Locale, length: Length) -> str:
    if (bool(start.month), bool(start.day)) != (bool(end.month), bool(end.day)):
        return f"{_point(start, there, length)} – {_point(end, there, length)}"
    skeleton = "yMMMd" if start.day else "yMMM" if start.month else "y"
    changed = "y" if start.year != end.year else "M" if start.month != end.month else "d"
    patterns = there.interval_formats[skeleton].get(changed)
    if not patterns:
        return _point(start, there, length)
    months = [pattern.replace("MMM", _MONTH[length]) for pattern in patterns]
    return "".join(
        format_date(point.first, pattern, locale=there)
        for point, pattern in zip((start, end), months, strict=True)
    )


def machine(when: When) -> str:
    """ISO 8601, for the PDF's metadata: the first day that it can mean."""
    return dt.datetime.combine(when.start.first, dt.time(), dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
