"""Reads the waivers of a YAML file: comments that begin with `waive`.

One behind a value speaks of its line. One on a line of its own speaks of the entry directly below:
of all lines until the next key or item of the same level.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import yaml
from yaml.events import ScalarEvent

from briefpack.manuscript.nodes import LOADER
from briefpack.waivers import RULE, Misread, Waiver, comment
from briefpack.words import Words, complaint

if TYPE_CHECKING:
    from briefpack.manuscript.sheets import Sheet
    from briefpack.problem import Problem

Span = tuple[tuple[int, int], tuple[int, int]]
"""Where a value begins and ends: lines and columns from 0."""

_NOTHING: Span = ((0, 0), (0, 0))
_SIGN = re.compile(r"(?:^|(?<=\s))#+\s*")
_MARKS = ("---", "%YA", "%TA")
"""How lines before the content begin that are none of it (YAML 1.2.2, 6.8 and 9.1)."""
_ITEM = re.compile(r"-(?:\s|$)")
_INDENT = re.compile(r" *")


@dataclass
class _Reader:
    """A file, and where its values stand: a `#` within one of them begins no comment."""

    sheet: Sheet
    ends: dict[int, int] = field(default_factory=dict)

    @cached_property
    def spans(self) -> list[Span]:
        """Where each scalar stands."""
        events = yaml.parse(self.sheet.text, Loader=LOADER)
        return [_span(event) for event in events if isinstance(event, ScalarEvent)]

    def begun(self, line: int, column: int) -> int | None:
        """The line on which the value begins that stands at a point; None where none does."""
        index = bisect_right(self.spans, (line, column), key=lambda span: span[0]) - 1
        start, end = self.spans[index] if index >= 0 else _NOTHING
        return start[0] if (line, column) < end else None

    def is_inside(self, line: int, column: int) -> bool:
        """Whether a value stands at that point."""
        return self.begun(line, column) is not None

    def comment(self, number: int) -> re.Match[str] | None:
        """The sign with which the comment of a line begins, if it has one."""
        signs = _SIGN.finditer(self.sheet.lines[number])
        return next((sign for sign in signs if not self.is_inside(number, sign.start())), None)

    def is_bare(self, number: int) -> bool:
        """Whether a line has no content: an empty one, or a comment's own."""
        line = self.sheet.lines[number].strip()
        return not self.is_inside(number, 0) and (not line or line.startswith("#"))

    @cached_property
    def head(self) -> int:
        """How many lines stand above the content."""
        lines = enumerate(self.sheet.lines)
        content = (one for one, line in lines if not self.is_bare(one) and line[:3] not in _MARKS)
        return next(content, len(self.sheet.lines))

    @cached_property
    def below(self) -> list[int | None]:
        """For each line the next one with content, if comments at the most stand between."""
        found: list[int | None] = [None]
        for number in range(len(self.sheet.lines) - 1, 0, -1):
            empty = not self.sheet.lines[number].strip()
            after = None if empty else found[-1] if self.is_bare(number) else number
            found.append(after)
        return found[::-1]

    def end(self, start: int) -> int:
        """The last line of the entry that begins at a line, both from 0."""
        if start not in self.ends:
            self.ends[start] = self._end(start)
        return self.ends[start]

    def _end(self, start: int) -> int:
        last = start
        indent, is_item = self._level(start)
        for number in range(start + 1, len(self.sheet.lines)):
            if self.is_bare(number):
                continue
            here, begins_item = self._level(number)
            level_with = here == indent and (is_item or not begins_item)
            goes_on = self.begun(number, here) not in (None, number)
            if not goes_on and (here < indent or level_with):
                break
            last = number
        return last

    def _level(self, number: int) -> tuple[int, bool]:
        line = self.sheet.lines[number]
        indent = _INDENT.match(line).end()  # type: ignore[union-attr]
        return indent, bool(_ITEM.match(line, indent))


def read(sheet: Sheet) -> tuple[list[Waiver], list[Problem]]:
    """The waivers of a file whose YAML can be parsed, and what is wrong with any."""
    waivers: list[Waiver] = []
    problems: list[Problem] = []
    if "waive" in sheet.text.casefold():
        reader = _Reader(sheet)
        for number, start in _meant(reader):
            try:
                waivers.append(_read(reader, number, start))
            except Misread as misread:
                problems.append(misread.problem)
    return waivers, problems


def _meant(reader: _Reader) -> Iterator[tuple[int, int]]:
    """Line and column, from 0, of each comment that is to be a waiver."""
    for number, line in enumerate(reader.sheet.lines):
        sign = reader.comment(number) if "waive" in line.casefold() else None
        if sign and comment.is_meant(line[sign.end() :]):
            yield number, sign.end()


def _read(reader: _Reader, number: int, start: int) -> Waiver:
    line = reader.sheet.lines[number]

    def spot(text: str, offset: int) -> Words:
        return reader.sheet.words(text, number + 1, start + offset + 1)

    rule, reason = comment.read(line[start:], spot)
    if not line.lstrip().startswith("#"):
        return Waiver(rule, reason, number + 1, number + 1)
    at_head = number < reader.head
    below = reader.below[number]
    if below is None and not at_head:
        message = "this waiver speaks of nothing: no entry stands directly below"
        hint = "put it behind the value, or on the line above the entry"
        raise Misread(complaint(rule, RULE, message, hint))
    last = number if below is None else reader.end(below)
    return Waiver(rule, reason, 1 if at_head else number + 1, last + 1, whole=at_head)


def _span(event: Any) -> Span:
    """Of words below a `|` or `>`: from the next line on, since that line may have a comment."""
    start, end = event.start_mark, event.end_mark
    if event.style in ("|", ">"):
        return (start.line + 1, 0), (end.line, end.column)
    return (start.line, start.column), (end.line, end.column)
