"""Numbers of the ledger: `{n launches-2025}`, and `{n launches-2025 bare}` without its unit.

What is printed there the ledger says; until it was asked, a token holds what the author wrote.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from briefpack.ledger.filling import CALL, EXPECTED, NAMELESS, RULE
from briefpack.markdown.marks import complain, push
from briefpack.markdown.places import within
from briefpack.markdown.source import Source
from briefpack.words import Words

_UNREAD = ("problem", "image", "footnote")


@dataclass(frozen=True, slots=True)
class Written:
    """A line as its author wrote it, for rules that read more than the tokens tell."""

    line: Token
    source: Source

    @property
    def content(self) -> str:
        """The Markdown of the line."""
        return self.line.content

    def words(self, offset: int, words: str) -> Words:
        """Words with the place of an offset in the line."""
        return within(self.line, offset, self.source, words)


def use(md: MarkdownIt) -> None:
    """Teach a parser the numbers of the ledger."""
    md.inline.ruler.before("link", "number", number)


def number(state: StateInline, silent: bool) -> bool:
    """A token `number` whose `meta` holds its `number` (the id) and its `form`."""
    call = CALL.match(state.src, state.pos, state.posMax)
    if not call:
        return False
    if not silent:
        if call["id"]:
            push(state, "number", state.pos, number=call["id"], form=call["form"] or "")
            state.tokens[-1].content = call[0]
        else:
            complain(state, state.pos + 1, RULE, NAMELESS, EXPECTED)
    state.pos = call.end()
    return True


def settle(tokens: Sequence[Token], source: Source) -> None:
    """Give each number's id its place, and each line's first token the line as it was written."""
    for line in tokens:
        for token in line.children or ():
            if token.type == "number":
                offset = token.meta["offset"] + 3
                token.meta["number"] = within(line, offset, source, token.meta["number"])
        read = (token for token in line.children or () if token.type not in _UNREAD)
        if first := next(read, None):
            first.meta["written"] = Written(line, source)
