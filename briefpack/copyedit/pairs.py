"""Pairs: brackets and quotation marks that open are closed."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from briefpack.copyedit.passages import Copy, Passage
from briefpack.problem import Problem, Severity
from briefpack.words import complaint

_QUOTES = {"en": "“”", "de": "„“", "fr": "«»"}
"""Marks that are told apart in a language; straight ones are set as these."""
_POINT = re.compile(r"(?:^|(?<=\s))(?:\w{1,3}|[ivx]{1,5})\)")
_INCHES = re.compile(r"(?<=\d)[\"″]")


class Mark(NamedTuple):
    """A mark, where it stands, and which would be its other half."""

    sign: str
    offset: int
    other: str


def check(copy: Copy) -> Iterator[Problem]:
    """What opens in a paragraph closes in it: else nobody knows how far the aside, or the words of
    somebody else, go.

    A quotation of several paragraphs opens in each of them. A bracket behind a letter or a number
    counts points, as 1) and a).
    """
    for passage, after in zip_longest(copy.passages, copy.passages[1:]):
        for mark in _odd(passage, copy.language):
            if not _goes_on(mark, after):
                message = f"'{mark.sign}' has no '{mark.other}'"
                there = passage.at(mark.offset, mark.sign)
                yield complaint(there, "unpaired-mark", message, severity=Severity.WARNING)


def _odd(passage: Passage, language: str) -> Iterator[Mark]:
    """Marks without their other half, one of each pair."""
    plain = _INCHES.sub(" ", passage.plain)
    yield from filter(None, (_left(plain, pair) for pair in _pairs(language)))


def _pairs(language: str) -> Iterator[str]:
    yield from ("()", "[]", '""')
    if language in _QUOTES:
        yield _QUOTES[language]


def _left(plain: str, pair: str) -> Mark | None:
    opening, closing = pair[0], pair[1]
    if opening not in plain and closing not in plain:
        return None
    opened: list[int] = []
    points = {match.end() - 1 for match in _POINT.finditer(plain)}
    for offset, sign in enumerate(plain):
        if sign == closing and opened:
            opened.pop()
        elif sign == opening:
            opened.append(offset)
        elif sign == closing and offset not in points:
            return Mark(closing, offset, opening)
    return Mark(opening, opened[-1], closing) if opened else None


def _goes_on(mark: Mark, after: Passage | None) -> bool:
    """Whether a quotation goes on in the next paragraph."""
    return mark.sign in '“„«"' and after is not None and after.plain.startswith(mark.sign)
