"""A finding: what a check saw in a finished PDF, before it is known whose line is to blame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefpack.problem import Severity
from briefpack.words import Words


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, on which page (from 1; 0 is the file as a whole) and where on it (points).

    `words` are those of the content that are to blame, where a check knows better than the source
    map does.
    """

    message: str
    page: int = 0
    box: Sequence[float] = ()
    hint: str = ""
    words: Words | None = None
    severity: Severity = Severity.ERROR


class Unjudged(Exception):
    """A check cannot judge this file, and says why: "the file has no tags"."""


def fault(
    message: str,
    page: int = 0,
    hint: str = "",
    words: Words | None = None,
    box: Sequence[float] = (),
) -> Finding:
    """What must not leave the building."""
    return Finding(message, page, box, hint, words)


def remark(
    message: str,
    page: int = 0,
    hint: str = "",
    words: Words | None = None,
    box: Sequence[float] = (),
) -> Finding:
    """What can be handed out, but a person has to look."""
    return Finding(message, page, box, hint, words, Severity.WARNING)
