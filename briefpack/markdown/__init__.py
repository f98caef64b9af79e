"""Markdown: the words of a brief, from text to tokens that know their place.

CommonMark with tables, footnotes, definition lists, citations (`[@key, p. 3]`), fenced directives
(`:::{quote} moon-1963`) and the punctuation of the brief's language. There is no raw HTML, and the
one comment is a waiver (`waivers`).

A rule of the parser that finds something wrong leaves a token `problem` behind, since it does not
know where in the file it stands; `places` does, and turns it into a `Problem`.
"""

from briefpack.markdown import waivers
from briefpack.markdown.line import parse_inline, plain
from briefpack.markdown.text import parse
from briefpack.markdown.typography import typographic

__all__ = ["parse", "parse_inline", "plain", "typographic", "waivers"]
