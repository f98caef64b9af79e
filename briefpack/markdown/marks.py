"""Marks: what the parser's rules leave in the tokens for the passes that come after them."""

from collections.abc import Callable
from typing import Any

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

InlineRule = Callable[[StateInline, bool], bool]


def push(state: StateInline, kind: str, offset: int, **meta: Any) -> None:
    """Leave a token that begins at an offset of the line."""
    state.push(kind, "", 0).meta = {"offset": offset, **meta}


def complain(state: StateInline, offset: int, rule: str, message: str, hint: str = "") -> None:
    """Leave a complaint about what begins at an offset of the line."""
    push(state, "problem", offset, rule=rule, message=message, hint=hint)


def complain_of_line(state: StateBlock, line: int, rule: str, message: str, hint: str = "") -> None:
    """Leave a complaint about a whole line."""
    token = state.push("problem", "", 0)
    token.map = [line, line + 1]
    token.meta = {"rule": rule, "message": message, "hint": hint}
