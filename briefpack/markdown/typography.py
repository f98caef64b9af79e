"""Typography: the quotation marks, dashes and spaces that a language is set with."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

NARROW = "\u202f"
"""The narrow no-break space within French quotation marks; any font can set it, as a space."""

QUOTES: Mapping[str, tuple[str, str, str, str]] = {
    "en": ("“", "”", "‘", "’"),
    "bg": ("„", "“", "‚", "‘"),
    "ca": ("«", "»", "“", "”"),
    "cs": ("„", "“", "‚", "‘"),
    "da": ("»", "«", "›", "‹"),
    "de": ("„", "“", "‚", "‘"),
    "de-CH": ("«", "»", "‹", "›"),
    "el": ("«", "»", "“", "”"),
    "es": ("«", "»", "“", "”"),
    "et": ("„", "“", "«", "»"),
    "fi": ("”", "”", "’", "’"),
    "fr": ("«" + NARROW, NARROW + "»", "“", "”"),
    "fr-CH": ("«", "»", "‹", "›"),
    "hr": ("„", "”", "‘", "’"),
    "hu": ("„", "”", "»", "«"),
    "it": ("«", "»", "“", "”"),
    "ja": ("「", "」", "『", "』"),
    "lt": ("„", "“", "‚", "‘"),
    "nb": ("«", "»", "‘", "’"),
    "nn": ("«", "»", "‘", "’"),
    "no": ("«", "»", "‘", "’"),
    "pl": ("„", "”", "«", "»"),
    "pt-PT": ("«", "»", "“", "”"),
    "ro": ("„", "”", "«", "»"),
    "ru": ("«", "»", "„", "“"),
    "sk": ("„", "“", "‚", "‘"),
    "sl": ("„", "“", "‚", "‘"),
    "sv": ("”", "”", "’", "’"),
    "uk": ("«", "»", "„", "“"),
}
"""Outer and inner quotation marks by language (Unicode CLDR, delimiters); others as in English."""

_DASHES = [
    (re.compile(r"(?<!-)---(?!-)"), "—"),
    (re.compile(r"(?<!-)--(?!-)"), "–"),
    (re.compile(r"(?<!\.)\.\.\.(?!\.)"), "…"),
    (re.compile(r"(?<!\w)'(?=\d0s\b)"), "’"),  # the '60s
]
_RARE = re.compile(r"--|\.\.\.|'\d| [:;!?»]|« ")
_FRENCH = [
    (re.compile(r" (?=[;!?»](?:\W|$))"), NARROW),
    (re.compile(r"(?<=«) "), NARROW),
    (re.compile(r" (?=:(?:\s|$))"), "\u00a0"),
]


def quotes(language: str) -> tuple[str, str, str, str]:
    """The quotation marks of a BCP 47 tag: its own, its language's, or English ones."""
    for tag in (language, language.split("-")[0]):
        if tag in QUOTES:
            return QUOTES[tag]
    return QUOTES["en"]


def use(md: MarkdownIt, language: str) -> None:
    """Let a parser set its text in a language."""
    spaces = _FRENCH if language.split("-")[0] == "fr" else []

    def punctuation(state: StateCore) -> None:
        for token in state.tokens:
            _replace(token.children or [], [*_DASHES, *spaces])
            token.children = token.children and list(_attached(token.children))

    md.core.ruler.after("inline", "punctuation", punctuation)
    md.enable("smartquotes")
    md.options["typographer"] = True
    md.options["quotes"] = list(quotes(language))


def typographic(text: str, language: str) -> str:
    """Plain text with the quotation marks, dashes and ellipses of the language; no Markdown."""
    [line] = _setter(language).parseInline(text)
    return "".join(token.content for token in line.children or [])


@cache
def _setter(language: str) -> MarkdownIt:
    """A parser that knows no Markdown."""
    md = MarkdownIt("zero")
    use(md, language)
    return md


def _attached(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens without the space before a citation or a footnote's call.

    Its number must not begin a line; how far it stands from the word is for the layout to say.
    """
    for token, after in pairwise([*tokens, None]):
        called = after is not None and after.type in ("citation", "footnote")
        if token and called and token.type == "text":
            token.content = token.content.rstrip(" ")
        if token and not (called and token.type == "softbreak"):
            yield token


def _replace(tokens: list[Token], replacements: list[tuple[re.Pattern[str], str]]) -> None:
    """An address in pointed brackets is printed as it is."""
    address = False
    for token in tokens:
        if token.info == "auto":
            address = token.type == "link_open"
        elif token.type == "text" and not address and _RARE.search(token.content):
            for pattern, by in replacements:
                token.content = pattern.sub(by, token.content)
