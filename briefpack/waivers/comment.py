"""What a comment says that is to be a waiver: the rule and the reason, or what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefpack.problem import Problem
from briefpack.words import Words, complaint

RULE = "waiver"
"""The rule of complaints about waivers that cannot be read."""

SHORTEST = 8
"""Letters of a reason, at the least: "ok" and "known" are none."""

HINT = "write 'waive RULE: reason', as 'waive long-sentence: the treaty's own words'"

_MEANT = re.compile(r"waive(?![\w-])", re.IGNORECASE)
_SAYS = re.compile(r"waive\s+(?P<rule>[\w-]+)\s*:\s*(?P<reason>.*)", re.IGNORECASE)

Spot = Callable[[str, int], Words]
"""Gives words of a comment, which begin at an offset of it, their place."""


class Misread(Exception):
    """A waiver that cannot be read; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.message)


def is_meant(comment: str) -> bool:
    """Whether a comment, without its signs, is to be a waiver."""
    return bool(_MEANT.match(comment))


def read(comment: str, spot: Spot) -> tuple[Words, Words]:
    """The rule and the reason; `Misread` where one of them is missing."""
    says = _SAYS.fullmatch(comment.rstrip())
    if says is None:
        raise _misread(spot(comment, 0), "a waiver names a rule, and behind a colon the reason")
    rule = spot(says["rule"], says.start("rule"))
    reason = spot(says["reason"], says.start("reason"))
    letters = sum(map(str.isalnum, reason))
    if letters < SHORTEST:
        what = "is too short to say why" if letters else "is missing"
        message = f"the reason of this waiver {what}"
        raise _misread(reason if letters else rule, message)
    return rule, reason


def _misread(at: Words, message: str) -> Misread:
    return Misread(complaint(at, RULE, message, HINT))
