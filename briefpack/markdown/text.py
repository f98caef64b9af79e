"""A text: Markdown with blocks, footnotes and headings, parsed, settled and checked."""

from markdown_it.token import Token

from briefpack.markdown import (
    checks,
    citations,
    footnotes,
    headings,
    numbers,
    paragraphs,
    places,
    references,
    waivers,
)
from briefpack.markdown.assembly import Assembly
from briefpack.markdown.crowds import crowds
from briefpack.markdown.grammar import NESTING, parser
from briefpack.markdown.source import Source
from briefpack.problem import Problem
from briefpack.words import Words


def parse(text: Words, *, language: str, first_id: str) -> tuple[list[Token], list[Problem]]:
    """A text part: its tokens, and everything that is wrong with it.

    `first_id` begins every id that is made up here and must be unique in the brief; headings may
    bring ids of their own (`## Two windows {#windows}`). See `briefpack.brief.Prose` for the
    tokens beyond CommonMark's. Never raises.
    """
    source = waivers.without(Source.of(text))
    if too_much := list(crowds(source)):
        return [], too_much
    tokens = parser(language).parse(source.clean)
    places.place(tokens, source)
    citations.settle(tokens, source, first_id)
    references.settle(tokens, source)
    numbers.settle(tokens, source)
    problems = [
        *places.complaints(tokens, source),
        *headings.settle(tokens, source, first_id),
        *paragraphs.settle(tokens, source),
        *checks.links(tokens, source),
        *checks.rows(tokens, source),
        *checks.lists(tokens, source),
        *checks.fences(tokens, source),
        *checks.number_signs(tokens, source),
        *checks.depth(tokens, source, NESTING),
    ]
    tokens, faults = footnotes.gather(tokens, source)
    assembly = Assembly(source, language)
    tokens = assembly.assemble(tokens)
    return tokens, sorted({*problems, *faults, *assembly.problems})
