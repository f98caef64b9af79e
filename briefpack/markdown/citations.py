"""Citations: `[@key]`, `[@key, p. 3]`, `[@first, p. 4; @second]`, and `[-@key]` without author."""

import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from briefpack.brief import Citation
from briefpack.markdown.marks import complain, push
from briefpack.markdown.places import within
from briefpack.markdown.source import Source
from briefpack.words import Words

EXPECTED = "write [@key] or [@key, p. 3], and several as [@one; @two, p. 4]"

_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_MEANT = re.compile(r"^@|(?:^|[\s;])-?@\w")
_LOOSE = re.compile(
    r"`[^`]*`|\[[^\[\]]*@[^\[\]]*\]|(?<![\w@/.])@(?P<bare>[\w-]+)|\[(?P<boxed>[\w-]+)\](?![(\[:])"
)
_ITEM = re.compile(
    r"\s*(?P<bare>-)?@(?P<key>[^\s,;@]+)\s*(?:,\s*(?P<locator>\S.*?)\s*)?", re.DOTALL
)


def use(md: MarkdownIt) -> None:
    """Teach a parser citations."""
    md.inline.ruler.before("link", "citation", citation)


def citation(state: StateInline, silent: bool) -> bool:
    """A token `citation` whose `meta["items"]` are (offset, key, locator, suppressed)."""
    start = state.pos
    if state.src[start] != "[":
        return False
    brackets = _BRACKETS.match(state.src, start, state.posMax)
    if not brackets:
        return _unfinished(state, silent)
    end = brackets.end()
    if not _MEANT.search(brackets[1]) or state.src[end : end + 1] in ("(", "["):
        return False
    if not silent:
        _push(state, start, brackets[1])
    state.pos = end
    return True


def _unfinished(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("[@", state.pos, state.posMax):
        return False
    if not silent:
        complain(state, state.pos, "citation", "this citation has no end", EXPECTED)
    state.pos += 1
    return True


def _push(state: StateInline, start: int, inside: str) -> None:
    items, offset = [], start + 1
    for written in inside.split(";"):
        match = _ITEM.fullmatch(written)
        if not match:
            complain(state, start, "citation", "this citation cannot be read", EXPECTED)
            return
        locator = " ".join((match["locator"] or "").split())
        items.append((offset + match.start("key"), match["key"], locator, bool(match["bare"])))
        offset += len(written) + 1
    push(state, "citation", start, items=items)


def settle(tokens: Iterable[Token], source: Source, prefix: str = "") -> None:
    """Turn the items of each citation into `Citation`s that know their place, and name it.

    A line's `meta["loose"]` are the words that may have been meant for one: `@key` and `[key]`.
    """
    for line in tokens:
        if loose := list(_loose(line, source)):
            line.meta["loose"] = loose
    for number, (line, token) in enumerate(_all(tokens), start=1):
        token.meta["citations"] = [
            Citation(key=within(line, offset, source, key), locator=locator, suppressed=suppressed)
            for offset, key, locator, suppressed in token.meta.pop("items")
        ]
        token.meta["id"] = f"{prefix}--cite--{number}" if prefix else ""


def _loose(line: Token, source: Source) -> Iterator[Words]:
    for match in _LOOSE.finditer(line.content) if line.type == "inline" else ():
        if key := match["bare"] or match["boxed"]:
            yield within(line, match.start(), source, key)


def _all(tokens: Iterable[Token]) -> Iterator[tuple[Token, Token]]:
    """Each citation, after the line that it stands in."""
    for line in tokens:
        for token in line.children or []:
            if token.type == "citation":
                yield line, token
