"""Reasons: why there is a rule, in the words of the function that checks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from inspect import cleandoc, getmodule, isfunction
from types import CodeType
from typing import Any

from briefpack.reporting.report import Report


def of_checks(report: Report) -> dict[str, str]:
    """The reason of each check that was made, by its rule."""
    return {one.check.rule: _told(one.check.look) for one in report.outcomes}


@cache
def of_content() -> dict[str, str]:
    """The reasons of the rules for content, by the rules that their functions name.

    Rules that are named elsewhere, while the content is read, have none.
    """
    from briefpack import copyedit

    found: dict[str, str] = {}
    for look in copyedit.RULES:
        reason = _told(look)
        for word in _constants(look):
            found.setdefault(word, reason)
    return found


def of(rule: str, report: Report) -> str:
    """The reason of one rule; nothing where none is known."""
    return of_checks(report).get(rule) or of_content().get(rule, "")


def _told(look: Callable[..., Any]) -> str:
    """A docstring as one run of words."""
    return " ".join(cleandoc(look.__doc__ or "").split())


def _constants(look: Callable[..., Any]) -> Iterator[str]:
    """The strings in a function, and in those of its module that it calls, that may be rules."""
    module = getmodule(look)
    seen: set[CodeType] = set()
    left = [look.__code__] if isfunction(look) else []
    while left:
        code = left.pop()
        if code in seen:
            continue
        seen.add(code)
        yield from (one for one in code.co_consts if isinstance(one, str) and " " not in one)
        left += [one for one in code.co_consts if isinstance(one, CodeType)]
        called = (getattr(module, name, None) for name in code.co_names)
        left += [one.__code__ for one in called if isfunction(one) and getmodule(one) is module]
