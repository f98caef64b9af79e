"""The grammar: which rules of Markdown there are in a brief, and which there are not."""

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, image, link
from mdit_py_plugins.deflist import deflist_plugin

from briefpack.markdown import (
    citations,
    fences,
    footnotes,
    headings,
    numbers,
    paragraphs,
    raw_html,
    references,
    typography,
)
from briefpack.markdown.marks import InlineRule, complain

EXTENSIONS = (
    citations,
    references,
    numbers,
    fences,
    footnotes,
    headings,
    paragraphs,
    raw_html,
)
NESTING = 20
"""How deep lists and quotations may stand within each other; deeper ones the parser drops."""


@cache
def parser(language: str) -> MarkdownIt:
    """The parser for a language. It keeps nothing from one text to the next."""
    md = MarkdownIt("commonmark", {"html": False, "maxNesting": NESTING})
    md.enable("table").disable("html_block").use(deflist_plugin)
    md.validateLink = _any_link  # type: ignore[method-assign]
    md.inline.ruler.at("link", _placed(link))
    md.inline.ruler.at("image", _placed(image))
    md.inline.ruler.at("autolink", _placed(autolink))
    md.inline.ruler.after("link", "broken_link", _broken_link)
    typography.use(md, language)  # first: each rule goes before those that were there already
    for extension in EXTENSIONS:
        extension.use(md)
    return md


def _any_link(url: str) -> bool:  # noqa: ARG001
    """Take every link for one: `checks.links` says what is wrong with it."""
    return True


def _placed(rule: InlineRule) -> InlineRule:
    """The rule, made to note where in the line its token begins."""

    def placed(state: StateInline, silent: bool) -> bool:
        start, known = state.pos, len(state.tokens)
        found = rule(state, silent)
        for token in state.tokens[known:]:
            if token.type in ("link_open", "image"):
                token.meta.setdefault("offset", start)
        return found

    return placed


def _broken_link(state: StateInline, silent: bool) -> bool:
    """A complaint in place of `](`, which is left where a link was meant and none was found."""
    if silent or not state.src.startswith("](", state.pos, state.posMax):
        return False
    hint = "write [words](https://address): no spaces in the address, no citations in the words"
    complain(state, state.pos, "broken-link", "this link cannot be read", hint)
    state.pos += 2
    return True
