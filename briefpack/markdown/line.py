"""A line: short fields of a brief, which hold words and no blocks."""

from markdown_it.token import Token

from briefpack import reading
from briefpack.markdown import checks, citations, footnotes, numbers, places, references, waivers
from briefpack.markdown.crowds import crowds
from briefpack.markdown.grammar import parser
from briefpack.markdown.source import Source
from briefpack.problem import Problem
from briefpack.words import Words, complaint


def parse_inline(text: Words, *, language: str) -> tuple[list[Token], list[Problem]]:
    """A short field: emphasis, links, code and citations, and nothing that makes a block.

    A citation's `meta["id"]` is empty, since a field may be printed in more than one place.
    """
    source = waivers.without(Source.of(text))
    if too_much := list(crowds(source)):
        return [], too_much
    lines = parser(language).parseInline(source.clean)
    places.place(lines, source)
    citations.settle(lines, source)
    references.settle(lines, source)
    numbers.settle(lines, source)
    problems = [*places.complaints(lines, source), *checks.links(lines, source)]
    lines, faults = footnotes.gather(lines, source, allowed=False)
    tokens = [token for line in lines for token in line.children or []]
    problems += faults + [_picture(token, text) for token in tokens if token.type == "image"]
    unprinted = ("problem", "footnote", "image")
    return [token for token in tokens if token.type not in unprinted], sorted(problems)


def plain(text: str, *, language: str) -> str:
    """What a short field says where nothing is marked up: in running heads and in bookmarks."""
    tokens, _ = parse_inline(Words(text), language=language)
    return reading.text(tokens)


def _picture(picture: Token, text: Words) -> Problem:
    at = Words("", picture.meta["place"], text.excerpt)
    return complaint(at, "misplaced-block", "a picture cannot stand here")
