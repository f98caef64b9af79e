"""Reasons: why there is a rule, in the words of the function that checks it."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator
from functools import cache
from inspect import cleandoc, getsource
from typing import Any

from briefpack.reporting.report import Report


def of(rule: str, report: Report) -> str:
    """The reason of one rule; nothing where none is known."""
    checks = {one.check.rule: one.check.look for one in report.outcomes}
    return _told(checks[rule]) if rule in checks else of_content().get(rule, "")


@cache
def of_content() -> dict[str, str]:
    """The reasons of the rules for content, by the rules that their functions complain of.

    A rule that several complain of has none, nor has one that is named while content is read.
    """
    from briefpack import copyedit

    found: dict[str, set[str]] = {}
    for look in copyedit.RULES:
        for rule in _complained_of(look):
            found.setdefault(rule, set()).add(_told(look))
    return {rule: "".join(reasons) for rule, reasons in found.items() if len(reasons) == 1}


def _told(look: Callable[..., Any]) -> str:
    """A docstring as one run of words."""
    return " ".join(cleandoc(look.__doc__ or "").split())


def _complained_of(look: Callable[..., Any]) -> Iterator[str]:
    """The rules in a function's complaints, and in those of its module's that it calls."""
    functions = _functions(look.__module__)
    left, seen = [look.__name__], set[str]()
    while left:
        name = left.pop()
        if name in functions and name not in seen:
            seen.add(name)
            for node in ast.walk(functions[name]):
                if isinstance(node, ast.Call):
                    yield from _rule(node)
                elif isinstance(node, ast.Name):
                    left.append(node.id)


@cache
def _functions(module: str) -> dict[str, ast.FunctionDef]:
    """The functions of a module, parsed; none where its source did not come along."""
    try:
        tree = ast.parse(getsource(sys.modules[module]))
    except OSError:
        return {}
    return {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}


def _rule(call: ast.Call) -> Iterator[str]:
    match call:
        case ast.Call(
            func=ast.Name(id="complaint" | "Problem"),
            args=[_, ast.Constant(value=str(rule)), *_],
        ):
            yield rule
