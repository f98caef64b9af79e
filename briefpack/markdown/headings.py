"""Headings: their levels without a gap, and ids that links can lead to."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from briefpack import reading
from briefpack.brief import ID
from briefpack.markdown.places import at
from briefpack.markdown.source import Source
from briefpack.problem import Problem, quoted
from briefpack.waivers import RULE
from briefpack.words import Words, complaint

DEEPEST = 5  # a text's title is an h2 of the document, and HTML ends with h6
LONGEST_SLUG = 60

_OWN = re.compile(r"\s*\{#(?P<id>[^{}]*)\}\s*$")
_WAIVER = re.compile(r"waive\s+[\w-]+\s*:\s", re.IGNORECASE)
_NO_WORDS = re.compile(r"[\W_]+")


def use(md: MarkdownIt) -> None:
    """Let a parser take `{#own-id}` off the end of a heading."""
    md.core.ruler.after("block", "heading_id", _own_id)


def _own_id(state: StateCore) -> None:
    for opening, line in pairwise(state.tokens):
        if opening.type == "heading_open" and (own := _OWN.search(line.content)):
            opening.meta["own"] = own["id"]
            line.content = line.content[: own.start()]


def settle(tokens: Sequence[Token], source: Source, prefix: str) -> Iterator[Problem]:
    """Give every heading its id, its own or a slug, and complain of what is wrong with any.

    That no two own ids are the same is for the copyeditor to see, who knows the whole brief.
    """
    taken = {str(token.meta["own"]) for token in tokens if "own" in token.meta}
    seen: set[str] = set()
    level = 0
    for opening, line in pairwise(tokens):
        if opening.type == "heading_open":
            own = opening.meta.pop("own", None)
            slug = _slug(prefix, reading.text([line]), taken | seen)
            opening.meta["id"] = id_ = at(opening, source, slug if own is None else own)
            if own is not None and not ID.fullmatch(own):
                hint = "use small letters, digits and hyphens, as in {#two-windows}"
                yield complaint(id_, "heading-id", f"{quoted(own)} cannot be an id", hint)
            yield from _ill_worded(id_, line)
            yield from _meant_as_waiver(id_, line)
            yield from _ill_placed(id_, opening, level)
            seen.add(id_)
            level = int(opening.tag[1:])


def _meant_as_waiver(id_: Words, line: Token) -> Iterator[Problem]:
    """In YAML a `#` begins a comment, in a text a heading, which would be printed."""
    if _WAIVER.match(line.content):
        message = "this waiver is a heading here, and would be printed"
        yield complaint(id_, RULE, message, f"in a text, write '<!-- {line.content} -->'")


def _slug(prefix: str, title: str, taken: set[str]) -> str:
    """An id made from a title. Two hyphens end the prefix: no slug has any, so no two ids meet."""
    slug = _NO_WORDS.sub("-", title.lower())[:LONGEST_SLUG].strip("-") or "section"
    names = (f"{slug}-{number}" if number > 1 else slug for number in range(1, len(taken) + 2))
    return next(id_ for id_ in (f"{prefix}--{name}" for name in names) if id_ not in taken)


def _ill_worded(heading: Words, line: Token) -> Iterator[Problem]:
    if not reading.text([line]):
        yield complaint(heading, "heading", "this heading has no words")
    if {"footnote", "citation", "reference"} & {token.type for token in line.children or []}:
        message = "a heading has no footnotes, citations and references"
        yield complaint(heading, "heading", message, "put them in the text below")


def _ill_placed(heading: Words, opening: Token, before: int) -> Iterator[Problem]:
    level = int(opening.tag[1:])
    if opening.level:
        message = "a heading cannot stand in a list, a quotation or a block"
        yield complaint(heading, "heading", message)
    elif level > DEEPEST:
        yield complaint(heading, "heading", f"headings go no deeper than {'#' * DEEPEST}")
    elif level > before + 1:
        message = f"this heading skips a level; expected {'#' * (before + 1)}"
        hint = "" if before else "a text begins with its title: # Title"
        yield complaint(heading, "heading-level", message, hint)
