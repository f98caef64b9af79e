"""Reading parsed prose: what stands in a run of Markdown tokens, in the order a person meets it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeVar

from markdown_it.token import Token

from briefpack.brief import Citation, Model
from briefpack.words import NOWHERE, Words

Held = TypeVar("Held")

_APART = frozenset({"heading", "table", "blockquote", "dt"})
"""What holds words and no running prose."""


class Heading(NamedTuple):
    """A heading: 1 for a text's own title, its element id, and its words without markup, which know
    the line where it stands.
    """

    level: int
    id: str
    title: Words


def walk(tokens: Iterable[Token]) -> Iterator[Token]:
    """Every token, also within footnotes and blocks, in reading order."""
    for token in tokens:
        yield token
        if token.type == "block":
            for value in _fields(token.meta["block"]):
                if not isinstance(value, Citation):
                    yield from walk([value])
        yield from walk(token.children or ())


def blocks(tokens: Iterable[Token]) -> Iterator[Any]:
    """Every block of `briefpack.blocks`, also those within a note."""
    return (token.meta["block"] for token in walk(tokens) if token.type == "block")


def citations(
    tokens: Iterable[Token], brought: Callable[[Any], Iterable[Citation]] | None = None
) -> Iterator[Citation]:
    """Every citation, in reading order, also those in footnotes and blocks.

    A block may name something that has sources of its own (a quotation, a key fact): `brought`
    gives those, and they come before what is written in the block.
    """
    for token in tokens:
        if token.type == "citation":
            yield from token.meta["citations"]
        elif token.type == "block":
            yield from brought(token.meta["block"]) if brought else ()
            for value in _fields(token.meta["block"]):
                yield from [value] if isinstance(value, Citation) else citations([value], brought)
        yield from citations(token.children or (), brought)


def within(value: Any, kind: type[Held]) -> Iterator[Held]:
    """Everything of a kind that a thing of the content model holds, at whatever depth."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, Model):
        for _, field in value:
            yield from within(field, kind)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from within(item, kind)
    elif isinstance(value, dict):
        for item in value.values():
            yield from within(item, kind)


def cited(brief: Model, tokens: Iterable[Token]) -> Iterator[Citation]:
    """Every citation of a brief: in its data, then in the tokens of its short fields and texts."""
    yield from within(brief, Citation)
    yield from citations(tokens)


def headings(tokens: Iterable[Token]) -> Iterator[Heading]:
    """The headings of a text, in order."""
    heading: Token | None = None
    for token in tokens:
        if token.type == "heading_open":
            heading = token
        elif heading is not None and token.type == "inline":
            title = Words(text([token]), heading.meta.get("place", NOWHERE))
            yield Heading(int(heading.tag[1:]), str(heading.meta["id"]), title)
            heading = None


def ids(tokens: Iterable[Token]) -> Iterator[Words]:
    """What a link within the brief can lead to: the ids of headings, figures, tables, numbered
    paragraphs."""
    for token in walk(tokens):
        if token.type == "heading_open":
            yield token.meta["id"]
        elif token.type == "block" and getattr(token.meta["block"], "id", None):
            yield token.meta["block"].id
        elif "paragraph" in token.meta:
            yield paragraph_id(token)


def lost(tokens: Iterable[Token]) -> Iterator[Words]:
    """The ids of blocks that could not be made: to say that nothing has them would mislead."""
    for token in walk(tokens):
        if token.type == "lost" and token.meta["id"] is not None:
            yield token.meta["id"]


def paragraph_id(token: Token) -> Words:
    """The id of a numbered paragraph, `p-12a`, by the token that opens it."""
    number = token.meta["paragraph"]
    return Words(f"p-{number.lower()}", number.place, number.excerpt)


def numbers(tokens: Iterable[Token]) -> Iterator[tuple[str, str]]:
    """Id and number of each numbered paragraph, in order: `("p-12a", "12A")`."""
    for token in tokens:
        if "paragraph" in token.meta:
            yield str(paragraph_id(token)), str(token.meta["paragraph"])


def internal_links(tokens: Iterable[Token]) -> Iterator[Words]:
    """The id that each link within the brief leads to, with the place of the link."""
    for token in walk(tokens):
        if token.type == "link_open" and token.meta["target"].startswith("#"):
            target = token.meta["target"]
            yield Words(target[1:], target.place, target.excerpt)


def references(tokens: Iterable[Token]) -> Iterator[Words]:
    """The id that each `{ref id}`, `{name id}` and `{page id}` leads to, with its place."""
    for token in walk(tokens):
        if token.type == "reference":
            yield token.meta["target"]


def running(tokens: Iterable[Token]) -> Iterator[Token]:
    """The lines (tokens `inline`) of running prose: of paragraphs and lists.

    Not of headings, tables, quotations and the terms of definition lists; blocks are not entered.
    """
    apart = 0
    for token in tokens:
        if token.type.rpartition("_")[0] in _APART:
            apart += token.nesting
        elif token.type == "inline" and not apart:
            yield token


def loose(tokens: Iterable[Token]) -> Iterator[Words]:
    """Words that look like a citation and are none: `key` for `@key` or `[key]` in a text."""
    for token in walk(tokens):
        yield from token.meta.get("loose", ())


def bare(words: str) -> str:
    """Words in small letters and nothing else, to be compared with others."""
    return " ".join(re.findall(r"\w+", words.casefold()))


def text(tokens: Iterable[Token]) -> str:
    """The words alone, without markup, citations, footnotes and blocks."""
    return "".join(_words(tokens)).strip()


def word(token: Token) -> str:
    """What one token of a line says, as far as these are words."""
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return token.content if token.type in ("text", "code_inline", "number") else ""


def _words(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        yield word(token)
        if token.type in ("inline", "image"):
            yield from _words(token.children or ())
            yield " " if token.type == "inline" else ""


def _fields(block: Any) -> Iterator[Any]:
    """The citations and tokens among a block's fields; these are declared in reading order."""
    for _, value in block:
        if isinstance(value, (list, tuple)):
            yield from (item for item in value if isinstance(item, (Citation, Token)))
