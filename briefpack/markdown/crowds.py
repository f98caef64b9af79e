"""Crowds: more of something than any reader could follow, which a parser would take minutes for."""

import re
from collections.abc import Iterator

from briefpack.markdown.fences import OPENING
from briefpack.markdown.source import Source
from briefpack.problem import Problem
from briefpack.words import complaint

MARKS = 3000
"""How many marks may stand between two empty lines: the time to pair them grows as their square."""

BLOCKS = 1000
HEADINGS = 2000
"""How many of them a text may have: six hundred pages have fewer."""

_MARK = re.compile(r"[\[\]<*_\"'`]")
_HEADING = re.compile(r"\s*(?:#{1,6}(?:\s|$)|(?:=+|-+)\s*$)")


def crowds(source: Source) -> Iterator[Problem]:
    """What there is too much of, where it becomes too much; the text is then not to be parsed."""
    marks = blocks = headings = 0
    for number, line in enumerate(source.lines):
        marks = marks + len(_MARK.findall(line)) if line.strip() else 0
        blocks += bool(OPENING.match(line.lstrip(" \t>-*+")))
        headings += bool(_HEADING.match(line))
        if marks > MARKS:
            what = f"more than {MARKS:,} brackets, stars and quotation marks without an empty line"
        elif blocks > BLOCKS:
            what = f"more than {BLOCKS:,} blocks in one text"
        elif headings > HEADINGS:
            what = f"more than {HEADINGS:,} headings in one text"
        else:
            continue
        at = source.words("", number, 0)
        yield complaint(at, "crowd", f"here are {what}", "part it into several")
        return
