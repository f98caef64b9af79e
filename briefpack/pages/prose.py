"""Prose: the tokens of a text as HTML that a tagged PDF can be made from.

The HTML is plainer than Markdown's own, because PDF/UA-1 (ISO 14289-1, clause 7) is stricter: an
item of a list holds words and lists, never a paragraph; a link holds words, never emphasis or
code, so those stand around it; header cells name their scope. The words of a footnote stand where
it is called, for CSS to float them to the foot of the page. A text's own title is an h2: the only
h1 of the document is the brief's.

Elements that make a block say in `data-at` in which line of which file they begin, and footnotes
where they were written; see `origins`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from markdown_it.token import Token
from markupsafe import Markup, escape

from briefpack.brief import Citation
from briefpack.pages.origins import BLOCK, said
from briefpack.pages.tabular import markup, written
from briefpack.pages.tabular.written import Line
from briefpack.pages.ties import spaced, tied
from briefpack.reading import headings, paragraph_id, text

if TYPE_CHECKING:
    from briefpack.blocks import Block

__all__ = ["headings", "html", "text"]

RenderBlock = Callable[["Block"], Markup]
Cite = Callable[[list[Citation], str], Markup]
Refer = Callable[[str, str], Markup]
RenderTable = Callable[[Sequence[Token], Line], Markup]
Count = Callable[[str, str], Markup]


@dataclass(frozen=True, slots=True)
class Citing:
    """What sets citations, and whether it raises them, as numbers that hang on the word before."""

    cite: Cite
    raised: bool = True


PLACED = frozenset(("p", "li", "blockquote", "dt", "dd"))
"""Elements that bring their place; those around them begin at the same line."""

_WORDS = ("text", "softbreak", "number")
_IN_LINES = frozenset(
    {
        *_WORDS,
        "hardbreak",
        "footnote",
        "code_inline",
        "citation",
        "reference",
        "em_open",
        "strong_open",
        "link_open",
    }
)
_FIRST_TAG = re.compile(r"<[a-z][a-z0-9]*")


def html(
    tokens: Sequence[Token],
    *,
    render_block: RenderBlock,
    cite: Cite,
    refer: Refer,
    render_table: RenderTable | None = None,
    raised: bool = True,
    apart: Citing | None = None,
    noted: Citing | None = None,
    count: Count | None = None,
) -> Markup:
    """The HTML of parsed Markdown, a whole text or one line of it.

    `render_block` gives the HTML of a block; `cite` that of a citation, from its sources and the
    element id that it must bear; `refer` that of a reference, from its form and its target;
    `render_table` that of a table, from its tokens and from what sets a line of words. `raised`
    says whether citations hang on the word before; `apart` sets those of headings and tables,
    `noted` those of footnotes, where they are not as in the text. `count` gives the HTML of a
    number of the ledger, from its id and what is printed of it.
    """
    here = Citing(cite, raised)
    setting = _Setting(
        render_block, here, apart or here, noted or here, refer, render_table or _plain_table
    )
    setting.count = count or setting.count
    a_line = bool(tokens) and tokens[0].type in _IN_LINES
    return Markup("".join(setting.line(tokens) if a_line else setting.text(tokens)))


@dataclass(slots=True)
class _Setting:
    """What a text is set with, and the end tags of what is open."""

    render_block: RenderBlock
    here: Citing
    apart: Citing
    noted: Citing
    refer: Refer
    render_table: RenderTable
    ends: list[str] = field(default_factory=list)
    count: Count = lambda _id, words: escape(words)

    def text(self, tokens: Sequence[Token]) -> Iterator[str]:
        """Blocks: paragraphs, headings, lists, tables."""
        before: Token | None = None
        for token in _with_tables(tokens):
            if token.nesting > 0:
                yield self.start(token, before)
            elif token.nesting < 0:
                yield self.ends.pop()
            elif token.type == "inline" and before and before.type == "heading_open":
                yield self.words(token.children or [])
            elif token.type == "inline":
                yield from self.line(token.children or [])
            elif token.type == "table":
                yield f"{self.render_table(token.children or [], self.words)}\n"
            elif token.type == "block":
                yield self.block(token)
            elif token.type == "hr":
                yield "<hr>\n"
            else:
                yield f"<pre{_at(token)}><code>{escape(token.content.rstrip())}</code></pre>\n"
            before = token

    def start(self, token: Token, before: Token | None) -> str:
        """The start tag of a block; its end tag is kept until the block ends."""
        if token.tag == "p" and (token.hidden or self.ends[-1:] == ["</li>\n"]):
            self.ends.append("")
            return "<br>\n" if before and before.type == "paragraph_close" else ""
        tag, attributes = token.tag, _attributes(token)
        if token.type == "heading_open":
            tag = f"h{min(int(tag[1:]) + 1, 6)}"
            attributes = f' id="{escape(token.meta["id"])}"{_at(token)}'
        elif tag in PLACED:
            attributes += _numbered(token) + _at(token)
        self.ends.append(f"</{tag}>\n")
        return f"<{tag}{attributes}>{_number(token)}"

    def words(self, tokens: Sequence[Token]) -> Markup:
        """The words of a line that stands apart from the text, as HTML."""
        return Markup(self.within(self.apart, tokens))

    def within(self, citing: Citing, tokens: Sequence[Token]) -> str:
        """The words of a line in which citations are set in that way."""
        before, self.here = self.here, citing
        words = "".join(self.line(tokens))
        self.here = before
        return words

    def line(self, tokens: Sequence[Token]) -> Iterator[str]:
        """Words. A link around more than words becomes several, one for each run of them."""
        link: Token | None = None
        in_link = False
        for token, after in pairwise([*tied(tokens, self.here.raised), None]):
            if token is None:
                continue
            words = token.type in _WORDS
            if in_link and not words:
                yield "</a>"
                in_link = False
            if link and words and not in_link and token.content.strip():
                yield f"<a{_attributes(link)}>"
                in_link = True
            if token.type in ("link_open", "link_close"):
                link = token if "href" in token.attrs else None
            else:
                yield spaced(self.word(token, link), token, after)

    def word(self, token: Token, link: Token | None) -> str:
        """One token of a line."""
        match token.type:
            case "text":
                return escape(token.content)
            case "softbreak":
                return "\n"
            case "hardbreak":
                return "<br>\n"
            case "code_inline":
                words = escape(token.content)
                linked = f"<a{_attributes(link)}>{words}</a>" if link and words.strip() else words
                return f"<code>{linked}</code>"
            case "abbr_open":
                return f"<abbr{_attributes(token)}>"
            case "tie_open":
                return '<span class="nb">'
            case "number":
                return self.count(str(token.meta["number"]), token.content)
            case "citation":
                return self.here.cite(token.meta["citations"], token.meta["id"])
            case "reference":
                return self.refer(token.meta["form"], token.meta["target"])
            case "footnote":
                note = self.within(self.noted, token.children or [])
                return f'<span class="footnote"{said(token)}>{note}</span>'
            case _:
                return f"<{'/' if token.nesting < 0 else ''}{token.tag}>"

    def block(self, token: Token) -> str:
        """A block, with the place of its directive on its first element."""
        markup = self.render_block(token.meta["block"])
        return _FIRST_TAG.sub(lambda tag: tag[0] + _at(token), markup, count=1)


def _with_tables(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens; those of a table are the children of one, `table`."""
    table: list[Token] = []
    for token in tokens:
        if table or token.type == "table_open":
            table.append(token)
        else:
            yield token
        if token.type == "table_close":
            yield Token("table", "table", 0, children=table)
            table = []


def _plain_table(tokens: Sequence[Token], line: Line) -> Markup:
    """A table without measures."""
    return markup.table(written.grid(tokens, "en", line, False))


def _attributes(token: Token) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in token.attrs.items())


def _numbered(token: Token) -> str:
    """The id of a numbered paragraph."""
    return f' id="{paragraph_id(token)}"' if "paragraph" in token.meta else ""


def _number(token: Token) -> str:
    """What stands in the margin before a numbered paragraph."""
    number = token.meta.get("paragraph")
    return f'<span class="paragraph-number" data-tag="Lbl">{number}</span> ' if number else ""


def _at(token: Token) -> str:
    """Where a block begins, for whoever maps pages back to the source."""
    place = token.meta.get("place")
    return f' {BLOCK}="{escape(place.file)}:{place.line}"' if place and place.file else ""
