"""Fences: the lines that open and end a directive, and what stands between them.

Three colons or more open one, or backticks before a name in braces. A fence that holds another
may be longer, but need not: every opening fence has an end of its own.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from briefpack.markdown.marks import complain_of_line

OPENING = re.compile(
    r"(?P<fence>:{3,}[ \t]*\{?|`{3,}[ \t]*\{)"
    r"[ \t]*(?P<name>[\w-]+)[ \t]*\}?[ \t]*(?P<argument>.*?)[ \t]*$"
)
_CLOSING = re.compile(r"(?P<fence>:{3,}|`{3,})[ \t]*$")
_OPTION = re.compile(r":[A-Za-z]")


def use(md: MarkdownIt) -> None:
    """Teach a parser fenced directives."""
    ends = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    md.block.ruler.before("fence", "directive", _directive, ends)  # type: ignore[arg-type]


def _directive(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Tokens `directive_open` and `directive_close`, with the tokens of the body between them."""
    if state.is_code_block(start):
        return False
    line = _line(state, start)
    opening = OPENING.match(line)
    if not opening and not (_CLOSING.match(line) and line.startswith(":")):
        return False
    if silent:
        return True
    if opening:
        _push(state, start, end, _fence(opening))
    else:
        hint = "each ':::' ends the block that was opened last"
        complain_of_line(state, start, "directive", "this fence ends nothing", hint)
        state.line = start + 1
    return True


def _push(state: StateBlock, start: int, end: int, fence: str) -> None:
    """A directive that never ends has no body: what follows is read as if it had ended at once."""
    last = _end(state, start, end, fence)
    stop = start + 1 if last is None else last
    options = _options_end(state, start + 1, stop)
    token = state.push("directive_open", "", 1)
    token.map = [start, stop]
    token.meta = {"options": range(start + 1, options), "closed": last is not None}
    parent, state.parentType = state.parentType, "directive"
    bottom, state.lineMax = state.lineMax, stop
    state.md.block.tokenize(state, options, stop)
    state.parentType, state.lineMax = parent, bottom
    state.push("directive_close", "", -1)
    state.line = stop if last is None else stop + 1


def _end(state: StateBlock, start: int, end: int, fence: str) -> int | None:
    """The line on which the fence ends, if it does."""
    still_open = [fence]
    for number in range(start + 1, end):
        line = _line(state, number)
        if line and state.sCount[number] < state.blkIndent:
            return None
        if opening := OPENING.match(line):
            still_open.append(_fence(opening))
        elif closing := _CLOSING.match(line):
            still_open = _after(still_open, closing["fence"])
        if not still_open:
            return number
    return None


def _after(still_open: list[str], fence: str) -> list[str]:
    """What is still open after a closing fence: it ends the last of its length, or the last one."""
    if fence in still_open:
        return still_open[: len(still_open) - 1 - still_open[::-1].index(fence)]
    longer = fence[0] == still_open[-1][0] and len(fence) > len(still_open[-1])
    return still_open[:-1] if longer else still_open


def _options_end(state: StateBlock, start: int, end: int) -> int:
    """The first line that is neither an option nor goes on, indented, with one."""
    number = start
    while number < end and (
        _OPTION.match(_line(state, number))
        or (number > start and _line(state, number) and state.tShift[number])
    ):
        number += 1
    return number


def _fence(opening: re.Match[str]) -> str:
    return opening["fence"].rstrip("{ \t")


def _line(state: StateBlock, number: int) -> str:
    """A line without what stands before its first word: indent, bullet, quotation mark."""
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]
