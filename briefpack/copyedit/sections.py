"""Sections: each heading is followed by words, and is worded as one.

That no level is skipped is told while the text is read.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it.token import Token

from briefpack import reading
from briefpack.brief import Manuscript
from briefpack.problem import Problem, Severity, quoted
from briefpack.words import Words, complaint

_STOP = re.compile(r"(?<!\b[A-Z])(?<!\betc)(?<!\bInc)(?<!\b\d)(?<!\.)\.$")


def check_empty(manuscript: Manuscript) -> Iterator[Problem]:
    """Below a heading there is something to read before the next of its kind, or the end."""
    for text in manuscript.prose.values():
        tokens = text.tokens
        starts = [at for at, one in enumerate(tokens) if one.type == "heading_open"]
        for start, end in pairwise([*starts, len(tokens)]):
            if end - start == 3 and not _is_above(tokens, start, end):
                title = reading.text([tokens[start + 1]])
                message = f"nothing stands below the heading {quoted(title)}"
                hint = "write the section, or take its heading out"
                there = tokens[start].meta["id"]
                yield complaint(there, "empty-section", message, hint, Severity.WARNING)


def check_repeated(manuscript: Manuscript) -> Iterator[Problem]:
    """No heading says what the one before it says: a reader would think to have turned back."""
    for (_, before), (there, title) in pairwise(_headings(manuscript)):
        if reading.bare(before) and reading.bare(before) == reading.bare(title):
            message = f"the heading before this one is {quoted(before)} as well"
            hint = "say what this section has that the other has not"
            yield complaint(there, "repeated-heading", message, hint, Severity.WARNING)


def check_stops(manuscript: Manuscript) -> Iterator[Problem]:
    """A heading ends without a full stop: it is a name, and in the contents stands before dots."""
    for there, title in _headings(manuscript):
        if _STOP.search(title):
            message = "this heading ends with a full stop"
            yield complaint(there, "heading-stop", message, "take it out", Severity.WARNING)


def _is_above(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether what follows is a heading below that which begins at `start`."""
    return end < len(tokens) and tokens[end].tag > tokens[start].tag


def _headings(manuscript: Manuscript) -> Iterator[tuple[Words, str]]:
    """The id of each heading, which has its place, and its words."""
    for _, text in sorted(manuscript.prose.items()):
        for opening, line in pairwise(text.tokens):
            if opening.type == "heading_open":
                yield opening.meta["id"], reading.text([line])
