"""Pictures: `![what it shows](figures/map.svg "Caption")` in a paragraph of its own is a figure."""

from urllib.parse import unquote

from markdown_it.token import Token

from briefpack import reading
from briefpack.markdown.directives import Directive
from briefpack.markdown.line import parse_inline
from briefpack.markdown.places import within
from briefpack.markdown.source import Source
from briefpack.problem import Problem
from briefpack.words import Words


def is_lone(line: Token) -> bool:
    """Whether a line holds one picture and nothing else."""
    return [child.type for child in line.children or []] == ["image"]


def at(line: Token, picture: Token, source: Source) -> Words:
    """The file that a picture names, with the place of the picture."""
    return within(line, picture.meta["offset"], source, unquote(str(picture.attrs["src"])))


def as_directive(line: Token, source: Source) -> Directive:
    """The figure directive that says the same as a lone picture."""
    [picture] = line.children or []
    file = at(line, picture, source)

    def words(text: str) -> Words:
        return file.instead(text)

    alt = reading.text(picture.children or [])
    options = [(words("alt"), words(alt))] if alt else []
    return Directive(words("figure"), file, True, options, [])


def caption(line: Token, source: Source, language: str) -> tuple[list[Token], list[Problem]]:
    """A picture's title as a paragraph: its caption."""
    [picture] = line.children or []
    file = at(line, picture, source)
    title = file.instead(str(picture.attrs.get("title", "")))
    tokens, problems = parse_inline(title, language=language)
    words = Token("inline", "", 0, content=title, children=tokens)
    ends = Token("paragraph_open", "p", 1), Token("paragraph_close", "p", -1)
    return [ends[0], words, ends[1]] if title else [], problems
