"""Raw HTML, which a brief must not hold: found, named, and never printed."""

import re
from collections.abc import Mapping

from markdown_it import MarkdownIt
from markdown_it.common.html_re import HTML_TAG_RE
from markdown_it.rules_inline import StateInline

from briefpack.markdown.marks import complain

MESSAGE = "raw HTML is not allowed; write Markdown"

_LOOKS = "how words look belongs to the layout; leave the tag out"
_LIST = "write '- ' or '1. ' before each item"
_ACTIVE = "nothing runs in a brief; take it out"
_TABLE = "write the table in Markdown, in a table directive if it has a caption"
HINTS: Mapping[str, str] = {
    **dict.fromkeys(("b", "strong"), "write **bold**"),
    **dict.fromkeys(("i", "em", "cite"), "write *italic*"),
    **dict.fromkeys(("p", "div"), "leave an empty line between paragraphs"),
    **dict.fromkeys(("ul", "ol", "li"), _LIST),
    **dict.fromkeys(("table", "thead", "tbody", "tr", "td", "th"), _TABLE),
    **dict.fromkeys(("code", "kbd", "tt", "pre"), "write `code` between backticks"),
    **dict.fromkeys(("script", "style", "iframe", "object", "embed", "form", "svg"), _ACTIVE),
    **dict.fromkeys(("span", "font", "center", "u", "small", "big"), _LOOKS),
    **dict.fromkeys(("sup", "sub"), "type the character itself, as in km² or CO₂"),
    **dict.fromkeys((f"h{level}" for level in range(1, 7)), "write '#' before the heading"),
    "a": "write [words](https://address)",
    "blockquote": "write '> ' before each line",
    "br": "end the line with a backslash",
    "figure": "use the figure directive: :::{figure} figures/map.svg",
    "hr": "write --- on a line of its own",
    "img": "use the figure directive: :::{figure} figures/map.svg",
    "q": "write quotation marks",
}
_COMMENT = "keep notes outside the text; the one comment is <!-- waive RULE: reason -->"
_IDLE_WAIVER = (
    "a waiver stands on one line of its own, directly above what it speaks of, "
    "with no empty line between"
)
_OTHER = r"for a plain less-than sign write \<"

_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)")
_COMMENTS = ("<!--", "<?", "<![CDATA[")
_WAIVER = re.compile(r"<!--\s*waive\b", re.IGNORECASE)


def use(md: MarkdownIt) -> None:
    """Let a parser complain of raw HTML; `<https://example.org>` stays a link."""
    md.inline.ruler.at("html_inline", raw_html)


def raw_html(state: StateInline, silent: bool) -> bool:
    """A complaint in place of a tag or a comment, also of one that does not end."""
    start = state.pos
    if state.src[start] != "<":
        return False
    end = _end(state, start)
    if end and not silent and not _closes_an_open_tag(state, start):
        complain(state, start, "raw-html", MESSAGE, _hint(state.src, start))
    state.pos = end or start
    return bool(end)


def _end(state: StateInline, start: int) -> int:
    """Where the tag ends; 0 where there is none."""
    if match := HTML_TAG_RE.match(state.src, start, state.posMax):
        return match.end()
    if state.src.startswith(_COMMENTS, start):
        return start + 2
    name = _NAME.match(state.src, start, state.posMax)
    known = name and len(name[1]) > 2 and name[1].lower() in HINTS
    return name.end() if name and known else 0


def _closes_an_open_tag(state: StateInline, start: int) -> bool:
    """One complaint is enough for a pair of tags."""
    name = _NAME.match(state.src, start)
    return bool(name and name[0][1] == "/" and f"<{name[1]}" in state.src[:start])


def _hint(source: str, start: int) -> str:
    if _WAIVER.match(source, start):
        return _IDLE_WAIVER
    if source.startswith(_COMMENTS, start):
        return _COMMENT
    name = _NAME.match(source, start)
    return HINTS.get(name[1].lower(), _OTHER) if name else _OTHER
