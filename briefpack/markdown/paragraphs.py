"""Paragraph marks: `{p 12A}` at the end of a paragraph is the number that was issued to it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from briefpack import paragraphs
from briefpack.markdown.places import within
from briefpack.markdown.source import Source
from briefpack.problem import Problem, quoted
from briefpack.words import Words, complaint

RULE = "paragraph-number"

_MARK = re.compile(r"(?<!\\)\{p(?P<number>(?=[\s\d}])[^{}]*)\}$")
_STRAY = re.compile(r"`[^`]*`|(?<!\\)(?P<stray>\{p\s+[\dA-Z]+\s*\})")


def use(md: MarkdownIt) -> None:
    """Let a parser take `{p 12}` off the end of a paragraph."""
    md.core.ruler.after("block", "paragraph_mark", _take)


def _take(state: StateCore) -> None:
    for opening, line in pairwise(state.tokens):
        if opening.type == "paragraph_open" and (mark := _MARK.search(line.content.rstrip())):
            opening.meta["written"] = mark["number"]
            line.content = line.content[: mark.start()].rstrip()


def settle(tokens: Sequence[Token], source: Source) -> Iterator[Problem]:
    """Give each paragraph its `meta["mark"]`, the number with its place, where it carries one, and
    its `meta["last"]`, the number of its last line in the file.

    Which number it has in the end the whole brief must be known for: see `manuscript.paragraphs`.
    """
    for opening, line in pairwise(tokens):
        if line.type == "inline":
            yield from _strays(line, source)
        if opening.type == "paragraph_open" and opening.map:
            last = min(opening.map[1], len(source.lines)) - 1
            opening.meta["last"] = source.words("", last, 0).place.line
        if "written" in opening.meta:
            yield from _settle(opening, line, source)


def _settle(opening: Token, line: Token, source: Source) -> Iterator[Problem]:
    written = opening.meta.pop("written")
    mark = _placed(opening, written.strip(), source)
    number = paragraphs.parse(mark)
    if opening.level or [child.type for child in line.children or ()] == ["image"]:
        message = "only paragraphs at the margin have numbers"
        yield complaint(mark, RULE, message, "take the mark away")
    elif not line.content.strip():
        hint = "take its mark away too: its number will not be given to another"
        yield complaint(mark, RULE, "this paragraph has no words", hint)
    elif number is None or not written[0].isspace():
        likely = paragraphs.parse(mark.upper())
        hint = f"write {{p {likely}}}" if likely else f"expected {paragraphs.EXPECTED}"
        message = f"{quoted('{p' + written + '}')} is no mark of a paragraph"
        yield complaint(mark, RULE, message, hint)
    else:
        opening.meta["mark"] = mark


def _placed(opening: Token, number: str, source: Source) -> Words:
    """A mark, with the place of its brace: in the last line of the paragraph that has one."""
    start, end = opening.map or (0, 1)
    for index in range(min(end, len(source.lines)) - 1, start - 1, -1):
        if (column := source.lines[index].rfind("{p")) >= 0:
            return source.words(number, index, column)
    return source.words(number, start, 0)


def _strays(line: Token, source: Source) -> Iterator[Problem]:
    for match in _STRAY.finditer(line.content):
        if match["stray"]:
            mark = within(line, match.start(), source)
            message = f"{quoted(match['stray'])} is the mark of a paragraph, and stands within one"
            yield complaint(mark, RULE, message, "put it at the end of a paragraph")
