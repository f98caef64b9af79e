"""Particulars: what the house's own list of sources says of one behind its author and title."""

import re
from collections.abc import Callable, Mapping

from briefpack.brief import Source
from briefpack.dates import When

_RANGE = re.compile(r"(?<=\d)\s*(?:--?|–)\s*(?=[^\W\d]?\d)")
_SEVERAL = re.compile(r"\d\s*[-–,;&]\s*[^\W\d]?\d")
_EDITION = re.compile(r"(\d+)(?:\.|st|nd|rd|th|e)?")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def particulars(source: Source, words: Mapping[str, str], date: Callable[[When], str]) -> list[str]:
    """The edition; the journal or book, with volume, issue and pages; the number, the publisher,
    the place and the date: those that there are, in this order. `words` are the layout's.
    """
    found = [
        _edition(source, words),
        source.container,
        _volume(source, words),
        _pages(source, words),
        _numbered(source.number, words),
        source.publisher,
        source.place,
        date(source.date) if source.date else "",
    ]
    return [str(one) for one in found if one]


def _edition(source: Source, words: Mapping[str, str]) -> str:
    """A number becomes "2nd edition"; other words are printed as they are."""
    written = str(source.edition or "").strip()
    match = _EDITION.fullmatch(written)
    if not match:
        return written
    return words["edition"].format(number=match[1], ordinal=_ordinal(int(match[1])))


def _ordinal(number: int) -> str:
    """An English ordinal: 1st, 2nd, 11th."""
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else _ENDINGS.get(number % 10, 'th')}"


def _volume(source: Source, words: Mapping[str, str]) -> str:
    """Of a journal or series "12(3)"; what stands alone says what it is."""
    volume, issue = source.volume, source.issue
    if volume and issue:
        return f"{volume}({_dashed(issue)})"
    if volume:
        return str(volume) if source.container else words["volume"].format(number=volume)
    return _numbered(issue, words)


def _pages(source: Source, words: Mapping[str, str]) -> str:
    """Behind the volume of a journal bare, else "pp. 45–67"."""
    if not source.pages:
        return ""
    pages = _dashed(source.pages)
    if source.container and (source.volume or source.issue):
        return pages
    return words["pages" if _SEVERAL.search(pages) else "page"].format(number=pages)


def _numbered(number: str | None, words: Mapping[str, str]) -> str:
    """A bare number says that it is one; "HR 12" does by itself."""
    if not number:
        return ""
    return words["number"].format(number=_dashed(number)) if number[:1].isdigit() else str(number)


def _dashed(range_: str) -> str:
    """With an en dash between the numbers of a range."""
    return _RANGE.sub("–", range_.strip())
