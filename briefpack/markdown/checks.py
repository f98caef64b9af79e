"""Checks of a parsed text: links, tables and lists that Markdown allows and print does not."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from markdown_it.token import Token

from briefpack import reading
from briefpack.markdown.places import at, within
from briefpack.markdown.source import Source
from briefpack.problem import Problem, quoted
from briefpack.words import complaint

SCHEMES = ("http", "https", "mailto")
IN_A_LIST = frozenset(
    ("inline", "paragraph", "bullet_list", "ordered_list", "list_item", "directive", "problem")
)

_NO_SPACE = re.compile(r"(?P<signs>#{2,6})[^\s#]")
_BAR = re.compile(r"(?<!\\)\|")
_LINK = "a link leads to https, http, mailto or #a-heading"
_SAID = {"blockquote": "quotation", "dl": "definition list", "code_block": "code", "fence": "code"}


def links(tokens: Sequence[Token], source: Source) -> Iterator[Problem]:
    """A link leads into the brief, to the web or to a mailbox, and has words to click on.

    Everything else is refused, so that no reader runs a script or opens a local file by a click.
    Each link gets its address as `meta["target"]`, with its place; a refused one loses its `href`.
    """
    for line in tokens:
        for index, token in enumerate(line.children or []):
            if token.type == "link_open":
                address = str(token.attrs["href"])
                target = within(line, token.meta["offset"], source, address)
                token.meta["target"] = target
                if fault := _unsafe(address):
                    del token.attrs["href"]
                    yield complaint(target, "unsafe-link", *fault)
                if not _label(line.children or [], index):
                    yield complaint(target, "empty-link", "this link has no words to click on")


def _unsafe(target: str) -> tuple[str, str] | None:
    """What is wrong with an address, and a hint."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return f"{quoted(target)} is not an address", ""
    if target.startswith("#"):
        return None if parts.fragment else (_LINK, "write the heading's id after the '#'")
    if parts.scheme not in SCHEMES:
        hint = f"did you mean 'https://{target}'?" if target.startswith("www.") else ""
        return f"{_LINK}, not to {quoted(target)}", hint
    return None


def _label(tokens: Sequence[Token], opening: int) -> str:
    rest = tokens[opening + 1 :]
    end = next(index for index, token in enumerate(rest) if token.type == "link_close")
    return reading.text(rest[:end])


def rows(tokens: Sequence[Token], source: Source) -> Iterator[Problem]:
    """A table's rows have as many cells as its head.

    Markdown drops what is too much and fills up what is too little: the first loses content, and
    both hide a mistake.
    """
    columns, in_head = 0, False
    for token in tokens:
        if token.type in ("thead_open", "thead_close"):
            in_head = token.type == "thead_open"
            columns = 0 if in_head else columns
        elif token.type == "th_open":
            columns += 1
        elif token.type == "tr_open" and token.map and not in_head:
            cells = _cells(source.lines[token.map[0]])
            if cells != columns:
                message = f"this row has {_count(cells)}, the table's head {_count(columns)}"
                hint = r"a table ends with an empty line; write \| for a bar within a cell"
                yield complaint(at(token, source), "table-row", message, hint)


def _cells(line: str) -> int:
    """How many cells Markdown sees in a row (GitHub Flavored Markdown, 4.10)."""
    cells = _BAR.split(line.strip(" \t>"))
    return len(cells) - (not cells[0]) - (len(cells) > 1 and not cells[-1])


def _count(cells: int) -> str:
    return f"{cells} cell" + ("s" if cells != 1 else "")


def lists(tokens: Sequence[Token], source: Source) -> Iterator[Problem]:
    """The items of a list hold words and lists: a tagged PDF has no place for more.

    ISO 14289-1, 7.2: an LI holds a label and a body, and WeasyPrint makes no body around a block.
    """
    items: list[int] = []
    for token in tokens:
        kind = token.type.removesuffix("_open").removesuffix("_close")
        if kind == "list_item":
            items = [*items, token.level] if token.nesting > 0 else items[:-1]
        elif items and token.level == items[-1] + 1 and token.map and kind not in IN_A_LIST:
            message = "an item of a list holds words and lists only"
            hint = f"end the list before the {_SAID.get(kind, kind)}"
            yield complaint(at(token, source), "list-item", message, hint)


def fences(tokens: Sequence[Token], source: Source) -> Iterator[Problem]:
    """Three colons in a line of words were meant to open or end a block, and do neither."""
    for line in tokens:
        words = [child.content for child in line.children or [] if child.type == "text"]
        if any(":::" in content for content in words):
            message = "':::' stands on a line of its own"
            yield complaint(within(line, line.content.find(":::"), source), "directive", message)


def number_signs(tokens: Sequence[Token], source: Source) -> Iterator[Problem]:
    """`##Heading` was meant to be a heading, and without the space is none (CommonMark, 4.2)."""
    for token in tokens:
        for number in range(*token.map) if token.type == "paragraph_open" and token.map else ():
            line = source.lines[number] if number < len(source.lines) else ""
            if match := _NO_SPACE.match(line):
                message = f"a space is missing after {match['signs']}"
                yield complaint(source.words("", number, 0), "heading", message)


def depth(tokens: Sequence[Token], source: Source, deepest: int) -> Iterator[Problem]:
    """Lists and quotations stand in each other only so deep: the parser drops what is deeper."""
    for token in tokens:
        if token.level >= deepest - 1 and token.nesting > 0:
            message = "lists and quotations stand too deep in each other here"
            yield complaint(at(token, source), "nesting", message)
            return
