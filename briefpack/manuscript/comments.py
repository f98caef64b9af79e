"""Finds words that were meant to be printed, and that YAML takes for a comment."""

import re
from collections.abc import Iterator
from typing import Any

from briefpack.manuscript.sheets import Sheet
from briefpack.problem import Problem, Severity
from briefpack.words import complaint

_CUT_OFF = re.compile(r"\s+#(?=\w)(?!waive\s)", re.IGNORECASE)


def words_lost(event: Any, sheet: Sheet) -> Iterator[Problem]:
    """Words without quotation marks end at ` #`: `title: Plan #9 in brief`.

    The rest would be lost in silence. A comment that is meant has a space behind its sign.
    `event` is PyYAML's, of a scalar.
    """
    end = event.end_mark
    line = sheet.lines[end.line] if end.line < len(sheet.lines) else ""
    if not event.style and (cut := _CUT_OFF.match(line, end.column)):
        message = "the words from '#' on are a comment, and will not be printed"
        hint = "put the whole value in quotation marks, or a space behind the '#'"
        words = sheet.words("", end.line + 1, cut.end())
        yield complaint(words, "comment", message, hint, Severity.WARNING)
