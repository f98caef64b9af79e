"""Finds values in curly quotation marks, which YAML does not take for its own."""

import re
from typing import Any

from briefpack.problem import Problem, Severity
from briefpack.words import Words, complaint

EXACT = "words"
"""The key of a quotation, whose marks may be part of it."""

_WRAPPED = re.compile(r"“[^“”]*”|„[^„“”]*[“”]|»[^«»]*«|«[^«»]*»|‘[^‘’]*’|‚[^‚‘’]*[‘’]")


def wrapped(event: Any, words: Words, key: str | None) -> list[Problem]:
    """`value: “487”` prints the marks, which a word processor put there for straight ones.

    `event` is PyYAML's, of a scalar; who writes straight marks around curly ones means these.
    """
    if event.style or key == EXACT or not _WRAPPED.fullmatch(words.strip()):
        return []
    message = "curly quotation marks are printed; use straight ones"
    hint = "where they are to be printed, put straight ones around the whole value"
    return [complaint(words, "quotation-marks", message, hint, Severity.WARNING)]
