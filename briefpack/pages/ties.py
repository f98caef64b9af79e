"""Ties: what a compositor keeps together at the end of a line."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it.token import Token

_LAST_WORD = re.compile(r"(.*?)(\s*)(\S*\s*)", re.DOTALL)
_RUNT = re.compile(r"(.+\s)(\S{1,12}\s\S{1,4})", re.DOTALL)
_LONG = 60  # characters: a line of words that is shorter has no runt
_STOPS = re.compile(r"[.,;:!?…]*[”’“»]?")


def tied(tokens: Sequence[Token], raised: bool) -> list[Token]:
    """Numbers of sources as compositors set them: behind a stop, and never parted from the word."""
    if not raised:
        return _without_runt(list(_apart(tokens)))
    line: list[Token] = []
    for token in tokens:
        last = line[-1] if line else None
        if last and last.type == "text" and not last.content and len(line) > 1:
            line.pop()  # the space before a citation was taken away, and nothing is left
            last = line[-1]
        if token.type == "citation" and last and last.type == "number":
            line[-1:] = _tie(last, token)
        elif token.type == "citation" and last and last.type == "text" and last.content.strip():
            start, gap, word = _LAST_WORD.fullmatch(last.content).groups()  # type: ignore[union-attr]
            line[-1:] = [last.copy(content=start + gap), *_tie(last.copy(content=word), token)]
        elif token.type == "text" and last and last.type == "tie_close":
            stops = _STOPS.match(token.content)[0]  # type: ignore[index]
            line.insert(-2, token.copy(content=stops))
            line.append(token.copy(content=token.content[len(stops) :]))
        else:
            line.append(token)
    return _without_runt(line)


def _tie(*tokens: Token) -> list[Token]:
    """Tokens between which no line ends."""
    return [Token("tie_open", "span", 1), *tokens, Token("tie_close", "span", -1)]


def _apart(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens of a line, in which a space stands before each citation."""
    for token, after in pairwise([*tokens, None]):
        if token and token.type == "text" and after and after.type == "citation":
            words = token.content.rstrip(" ")
            gap = "" if not words or words[-1] in "([“‘„«—\u00a0" else " "
            yield token.copy(content=words + gap)
        elif token:
            yield token


def _without_runt(tokens: list[Token]) -> list[Token]:
    """The tokens of a line, whose last word, if it is very short, keeps the one before with it."""
    last = tokens[-1] if tokens else None
    runt = _RUNT.fullmatch(last.content) if last and last.type == "text" else None
    if not last or not runt or sum(len(token.content) for token in tokens) < _LONG:
        return tokens
    words = last.copy(content=runt[2])
    return [*tokens[:-1], last.copy(content=runt[1]), *_tie(words)]


def spaced(words: str, token: Token, after: Token | None) -> str:
    """The words; the space before an element stands in an element of its own.

    WeasyPrint 70 breaks a line after its first word when the text before an element fits but for
    the space at its end.
    """
    ends = token.type == "text" and words.endswith(" ") and words.strip()
    return f"{words[:-1]}<span> </span>" if ends and _begins(after) else words


def _begins(token: Token | None) -> bool:
    """Whether an element begins with it."""
    kinds = ("citation", "reference", "number")
    return token is not None and (token.nesting > 0 or token.type in kinds)
