"""References within the brief: `{ref launches}`, `{name launches}` and `{page launches}`.

The first prints the name of what it refers to and its page ("Figure 3, page 7"), the other two one
of them; what that is, and which number it has, is known only when the pages are composed.
"""

import re
from collections.abc import Iterable

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from briefpack.markdown.marks import complain, push
from briefpack.markdown.places import within
from briefpack.markdown.source import Source

FORMS = ("ref", "name", "page")

_WRITTEN = re.compile(rf"\{{(?P<form>{'|'.join(FORMS)})(?:\s+(?P<target>[^{{}}]*))?\}}")
_TARGET = re.compile(r"#?(?P<id>[^\s#]+)\s*")


def use(md: MarkdownIt) -> None:
    """Teach a parser references."""
    md.inline.ruler.before("link", "reference", reference)


def reference(state: StateInline, silent: bool) -> bool:
    """A token `reference` whose `meta` holds its `form` and the id that it leads to."""
    written = _WRITTEN.match(state.src, state.pos, state.posMax)
    if not written:
        return False
    if not silent:
        target = _TARGET.fullmatch(written["target"] or "")
        form = written["form"]
        if state.linkLevel:
            message = "a reference cannot stand in a link: it is one"
            complain(state, state.pos, "reference", message)
        elif target:
            push(state, "reference", state.pos, form=form, target=target["id"])
        else:
            message = "this reference names nothing"
            hint = f"write {{{form} its-id}}, with the id of a heading, a figure or a table"
            complain(state, state.pos, "reference", message, hint)
    state.pos = written.end()
    return True


def settle(tokens: Iterable[Token], source: Source) -> None:
    """Give each reference's target its place."""
    for line in tokens:
        for token in line.children or ():
            if token.type == "reference":
                target = token.meta["target"]
                token.meta["target"] = within(line, token.meta["offset"], source, target)
