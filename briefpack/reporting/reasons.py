"""Reasons: why there is a rule, in the words of the function that checks it."""

from __future__ import annotations

from functools import cache
from inspect import getdoc

from briefpack.reporting.report import Report


def of(rule: str, report: Report) -> str:
    """The reason of one rule; nothing where none is known."""
    looks = {one.check.rule: one.check.look for one in report.outcomes}
    reason = getdoc(looks[rule]) if rule in looks else of_content().get(rule)
    return " ".join((reason or "").split())


@cache
def of_content() -> dict[str, str]:
    """The reasons of the rules for content; those of what is read amiss have none."""
    from briefpack import copyedit

    return copyedit.reasons(copyedit.RULES)
