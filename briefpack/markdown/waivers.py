"""Waivers in Markdown: comments on lines of their own, taken out before anything is parsed.

    <!-- waive long-sentence: the treaty's own words -->
    The exploration and use of outer space shall be carried out…

One speaks of the lines below it up to the next empty one, or of the whole block where it stands
above the fence of one. A line within code is code. What is taken out leaves no trace: paragraphs
and lists are what they would be without it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it.token import Token

from briefpack.markdown.crowds import crowds
from briefpack.markdown.grammar import parser
from briefpack.markdown.source import Source
from briefpack.problem import Problem
from briefpack.waivers import Misread, Waiver, comment
from briefpack.words import Words

_LINE = re.compile(r"\s*<!--\s*(?P<says>waive(?![\w-])(?:(?!-->).)*)-->\s*", re.IGNORECASE)
_CODE = ("fence", "code_block")


@dataclass(frozen=True, slots=True)
class _Found:
    """The lines (from 0) that are waivers, and those that remain; how many lines are the file's
    head, what stands below each, and where that ends which begins there.
    """

    lines: frozenset[int]
    rest: Sequence[int]
    head: int = 0
    below: Sequence[int] = ()
    ends: Sequence[int] = ()


def is_waiver(line: str) -> bool:
    """Whether a line is a comment that is to be a waiver."""
    return "<!--" in line and bool(_LINE.fullmatch(line))


def without(source: Source) -> Source:
    """The source without its waivers; every other line keeps its place."""
    found = _find(source)
    if not found.lines:
        return source
    lines = [source.lines[number] for number in found.rest]
    return replace(source, lines=lines, rows=[source.rows[number] for number in found.rest])


def read(text: Words) -> tuple[list[Waiver], list[Problem]]:
    """The waivers of a text or a short field, and what is wrong with any."""
    waivers: list[Waiver] = []
    problems: list[Problem] = []
    if "<!--" not in text:
        return waivers, problems
    source = Source.of(text)
    found = _find(source)
    for number in sorted(found.lines):
        try:
            waivers.append(_waiver(source, found, number))
        except Misread as misread:
            problems.append(misread.problem)
    return waivers, problems


def _find(source: Source) -> _Found:
    """What is a waiver: a comment above a line that is not empty, or at the head of the file."""
    numbers = range(len(source.lines))
    meant = {one for one in numbers if is_waiver(source.lines[one])} if source.rows else set()
    if not meant or any(crowds(source)):
        return _Found(frozenset(), numbers)
    head, below = _head(source), _below(source, meant)
    meant = {one for one in meant if below[one] or one < head}
    rest = [number for number in numbers if number not in meant]
    blocks = _blocks([source.lines[number] for number in rest])
    code = set(_in_code(source, blocks, meant, rest))
    if code:
        meant -= code
        rest = [number for number in numbers if number not in meant]
        blocks = _blocks([source.lines[number] for number in rest])
    return _Found(frozenset(meant), rest, head, below, _ends(source, blocks, rest))


def _below(source: Source, meant: Collection[int]) -> list[int]:
    """For each line the one that a waiver there stands directly above; 0 where it is empty."""
    found = [0]
    for number in range(len(source.lines) - 1, 0, -1):
        empty = not source.lines[number].strip()
        found.append(0 if empty else found[-1] if number in meant else number)
    return found[::-1]


def _head(source: Source) -> int:
    """How many lines stand above the first block of the file; 0 where it begins before the text."""
    place = source.text.place
    if max(place.line, place.column) > 1:
        return 0
    lines = enumerate(source.lines)
    content = (one for one, line in lines if line.strip() and not is_waiver(line))
    return next(content, len(source.lines))


def _blocks(lines: Sequence[str]) -> list[Token]:
    tokens: list[Token] = []
    md = parser("en")  # blocks are the same in any language
    md.block.parse("\n".join(lines), md, {}, tokens)
    return [token for token in tokens if token.map]


def _ends(source: Source, blocks: Sequence[Token], rest: Sequence[int]) -> list[int]:
    """For each line the last one before an empty one; where a fence opens, that of its end."""
    ends = list(range(len(source.lines)))
    for number in range(len(ends) - 2, -1, -1):
        if source.lines[number + 1].strip():
            ends[number] = ends[number + 1]
    for token in blocks:
        if token.type == "directive_open" and token.map:
            first, last = token.map
            ends[rest[first]] = rest[min(last, len(rest) - 1)]
    return ends


def _in_code(
    source: Source, blocks: Sequence[Token], meant: set[int], rest: Sequence[int]
) -> Iterator[int]:
    """The lines that stand within code, and are indented as it is."""
    spans = [
        (rest[token.map[0]], rest[token.map[1] - 1])
        for token in blocks
        if token.type in _CODE and token.map
    ]
    for first, last in spans:
        indent = _indent(source.lines[first])
        for number in range(first + 1, last):
            if number in meant and _indent(source.lines[number]) >= indent:
                yield number


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _waiver(source: Source, found: _Found, number: int) -> Waiver:
    line = source.lines[number]
    says = _LINE.fullmatch(line)
    if says is None:
        raise ValueError("this line was a waiver a moment ago")

    def spot(text: str, offset: int) -> Words:
        return source.words(text, number, says.start("says") + offset)

    rule, reason = comment.read(says["says"], spot)
    at_head = number < found.head
    first = 1 if at_head else rule.place.line
    last = found.ends[found.below[number]] if found.below[number] else number
    return Waiver(rule, reason, first, source.rows[last].number, whole=at_head)
