"""Dating: days are written in one way, and in one that cannot be misread."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from briefpack.copyedit.passages import Copy, every
from briefpack.problem import Problem, Severity, quoted
from briefpack.words import complaint

STYLES: Mapping[str, tuple[str, str, str]] = {
    "5 January 2026": ("en", "{day} {month} {year}", "{day} {month}"),
    "January 5, 2026": ("en", "{month} {day}, {year}", "{month} {day}"),
    "5. Januar 2026": ("de", "{day}. {month} {year}", "{day}. {month}"),
    "05.01.2026": ("de", "{day:02}.{number:02}.{year}", "{day:02}.{number:02}."),
    "5 janvier 2026": ("fr", "{day} {month} {year}", "{day} {month}"),
}
"""Each style of the house: its language, and how it writes a day with its year and without."""

_SLASHED = re.compile(r"(?<![\w/.])(?P<one>\d{1,2})/(?P<other>\d{1,2})/(?:\d{4}|\d{2})(?![\w/])")
_SAYS_MORE = ("prose", "heading", "line", "term", "spoken")


def check_ambiguous(copy: Copy) -> Iterator[Problem]:
    """In English, 01/05/2026 is a day in May or in January, as the reader was brought up."""
    if copy.language != "en":
        return
    for passage in copy.passages:
        for match in _SLASHED.finditer(passage.own):
            if int(match["one"]) <= 12 and int(match["other"]) <= 12:
                message = f"{quoted(match[0])} is one day in London and another in Washington"
                there = passage.at(match.start(), match[0])
                hint = "write the month as a word"
                yield complaint(there, "ambiguous-date", message, hint, Severity.WARNING)


def check_style(copy: Copy) -> Iterator[Problem]:
    """Days are written in the house's way; those in tables may be shorter, in quotations not."""
    asked = [style for style in copy.manuscript.house.dates if STYLES[style][0] == copy.language]
    if not asked:
        return
    for passage in every(copy.passages, *_SAYS_MORE):
        if passage.part == "sources":
            continue
        for day in _days(passage.own, copy.language):
            ways = [day.written_as(style) for style in asked]
            if " ".join(day.written.split()) not in ways:
                message = f"the house writes days as '{asked[0]}'"
                there = passage.at(day.start, day.written)
                yield complaint(there, "date-style", message, f"write {ways[0]}", Severity.WARNING)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it is written, from `start` on; `year` is empty where it has none."""

    start: int
    written: str
    day: int
    number: int
    year: str
    language: str

    def written_as(self, style: str) -> str:
        """The day in one of the styles; the first of a French month is the premier."""
        _, whole, short = STYLES[style]
        month = _months(self.language)[self.number - 1]
        form = whole if self.year else short
        found = form.format(day=self.day, number=self.number, month=month, year=self.year)
        return f"1er{found[1:]}" if self.language == "fr" and self.day == 1 else found


def _days(plain: str, language: str) -> Iterator[Day]:
    months = [name.casefold().rstrip(".") for name in _names(language)]
    for match in _pattern(language).finditer(plain):
        found = {key: value for key, value in match.groupdict().items() if value}
        day = found.get("d") or found.get("d2") or found.get("d3") or found["d4"]
        name = found.get("m") or found.get("m2")
        if name is not None:
            number = months.index(name.casefold().rstrip(".")) % 12 + 1
        else:
            number = int(found.get("n3") or found["n4"])
        year = next((found[key] for key in ("y", "y2", "y3", "y4") if key in found), "")
        if 1 <= int(day) <= 31 and 1 <= number <= 12:
            yield Day(match.start(), match[0], int(day), number, year, language)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """A day in any of the ways in which people write one."""
    names = "|".join(map(re.escape, sorted(_names(language), key=len, reverse=True)))
    dotted = r"|(?<![\w.])(?P<d4>\d{1,2})\.(?P<n4>\d{1,2})\.(?P<y4>\d{4})\b"
    return re.compile(
        rf"(?<![\w.,–/-])(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.)?(?:\s+of)?\s+(?:the\s+)?"
        rf"(?P<m>{names})\b(?:\.(?=\s[12]\d{{3}}))?(?:,?\s+(?P<y>[12]\d{{3}})\b)?"
        rf"|\b(?P<m2>{names})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?"
        rf"(?:,?\s+(?P<y2>[12]\d{{3}})\b|(?=[,.;:)]|$))"
        rf"|(?<![\w-])(?P<y3>[12]\d{{3}})-(?P<n3>\d\d)-(?P<d3>\d\d)(?![\w-])"
        + (dotted if language == "de" else "")
    )


@cache
def _names(language: str) -> list[str]:
    """The names of the months, long ones first, then as they are cut short."""
    short = _months(language, "abbreviated")
    return [*_months(language), *(name.rstrip(".") for name in short)]


@cache
def _months(language: str, width: str = "wide") -> list[str]:
    from babel import Locale

    names = Locale.parse(language).months["format"][width]
    return [str(names[number]) for number in range(1, 13)]
