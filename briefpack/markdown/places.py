"""Places: where in the file each token of a parsed text stands."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it.token import Token

from briefpack.markdown.source import Source
from briefpack.problem import Place, Problem
from briefpack.words import Words, complaint

_INDENT = re.compile(r"[ \t]*")


def place(tokens: Sequence[Token], source: Source) -> None:
    """Give `meta["place"]` to every token that begins something.

    A block stands where its line has its first mark; citations, links and the like stand exactly.
    """
    lines: dict[int, Place] = {}
    _link_cells(tokens)
    for token in tokens:
        if token.map:
            line = token.map[0]
            if line not in lines:
                lines[line] = at(token, source).place
            token.meta["place"] = lines[line]
        for child in token.children or ():
            if "offset" in child.meta:
                child.meta["place"] = within(token, child.meta["offset"], source).place


def _link_cells(tokens: Sequence[Token]) -> None:
    """Let each cell of a table know the one before it, since they are looked for one by one."""
    before: Token | None = None
    for opening, line in pairwise(tokens):
        if opening.tag == "tr":
            before = None
        elif line.type == "inline" and opening.tag in ("th", "td"):
            line.meta["after"] = before
            before = line


def at(token: Token, source: Source, words: str = "") -> Words:
    """Words with the place of the line on which a token begins."""
    line = min(token.map[0], len(source.lines) - 1) if token.map else 0
    indent = _INDENT.match(source.lines[line])
    return source.words(words, line, indent.end() if indent else 0)


def within(line: Token, offset: int, source: Source, words: str = "") -> Words:
    """Words with the place of an offset in the content of an inline token."""
    return source.words(words, *locate(line, offset, source))


def locate(line: Token, offset: int, source: Source) -> tuple[int, int]:
    """Line and column of the source, from 0, of an offset in the content of an inline token.

    Columns are found by looking for the words in their line, since the parser takes off
    quotation marks, bullets and indents without a trace.
    """
    if "within" in line.meta:
        outer, start = line.meta["within"]
        return locate(outer, start + offset, source)
    before = line.content[:offset]
    index, begin = before.count("\n"), before.rfind("\n") + 1
    words = line.content[begin:].split("\n", 1)[0]
    number = min((line.map or [0])[0] + index, len(source.lines) - 1)
    column = _column(source.lines[number], words.strip(), line, source)
    return number, max(column + offset - begin - (len(words) - len(words.lstrip())), 0)


def _column(written: str, words: str, line: Token, source: Source) -> int:
    """Where words begin in a line: at its end, or in a table behind the cell before."""
    if "after" not in line.meta:
        written = written.rstrip()
        found = len(written) - len(words) if written.endswith(words) else written.find(words)
        return max(found, 0)
    before = line.meta["after"]
    start = locate(before, 0, source)[1] + len(before.content) if before else 0
    return max(written.find(words, start), start)


def complaints(tokens: Sequence[Token], source: Source) -> Iterator[Problem]:
    """What the rules of the parser complained of; see `marks`."""
    for token in tokens:
        if token.type == "problem":
            yield _problem(token, at(token, source))
        for child in token.children or []:
            if child.type == "problem":
                yield _problem(child, within(token, child.meta["offset"], source))


def _problem(token: Token, there: Words) -> Problem:
    return complaint(there, token.meta["rule"], token.meta["message"], token.meta["hint"])
