"""Takes a passage apart into the words that count when two versions of it are compared.

White space, quotation marks, soft hyphens and ligatures do not count, nor does which dash it is;
letters, their case, and all other punctuation do.
"""

import re
import unicodedata
from collections.abc import Container, Iterator
from typing import NamedTuple

_FORMAT = "\u00ad\u200b-\u200d\u2060\ufeff"
_LETTER = rf"[\w\u0300-\u036f{_FORMAT}]"
_WORD = rf"\w{_LETTER}*(?:['’ʼ‘]\w{_LETTER}*)*"
_DASH = "[-\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d]"
_QUOTATION_MARKS = "\"'`´“”„‟‘’‚‛«»‹›′″ʼ"
_ELLIPSIS = r"…|\.(?:\s?\.){2,}"

_PRINTED = re.compile(
    rf"(?P<word>{_WORD}(?:[-\u2010][ \t]*\n\s*{_WORD})*)"
    rf"|(?P<dash>{_DASH}(?:\s*{_DASH})*)|(?P<cut>{_ELLIPSIS})|(?P<sign>\S)"
)
_EDITED = re.compile(
    rf"(?P<before>{_WORD})?\[(?P<inside>[^\[\]]*)\](?P<after>(?:{_LETTER}|['’ʼ‘](?=\w))+)?|{_PRINTED.pattern}"
)
_BREAK = re.compile(r"[-\u2010][ \t]*\n\s*")
_APOSTROPHES = re.compile("['’ʼ‘]")
_IGNORED = re.compile(f"[{_FORMAT}]")
_LIGATURE = re.compile("[\ufb00-\ufb06]")


class Word(NamedTuple):
    """A word, dash or sign as it is compared, and where it stands in the passage.

    Where an editor put the first letter in brackets, `other` is the word in the other case.
    """

    text: str
    start: int
    end: int
    other: str = ""


class Gap(NamedTuple):
    """A place at which an editor cut something (`any` stretch), or put in or changed a word."""

    any: bool


def printed(text: str, vocabulary: Container[str]) -> Iterator[Word]:
    """The words of a text as printed.

    A word broken at the end of a line is taken for one if the `vocabulary` has it so; else its
    hyphen is its own.
    """
    for match in _PRINTED.finditer(text):
        if match.lastgroup == "word" and "\n" in match[0]:
            yield from _broken(match, vocabulary)
        elif sign := _sign(match):
            yield Word(sign, match.start(), match.end())


def edited(text: str) -> Iterator[Word | Gap]:
    """The words of a quotation, with the gaps where an editor's marks stand."""
    for match in _EDITED.finditer(text):
        if match["inside"] is not None:
            yield _bracketed(match)
        elif match["cut"]:
            yield Gap(any=True)
        elif match["word"] and "\n" in match[0]:
            yield from _broken(match, ())
        elif sign := _sign(match):
            yield Word(sign, match.start(), match.end())


def _broken(match: re.Match[str], vocabulary: Container[str]) -> Iterator[Word]:
    """A word that goes on in the next line."""
    joined = _folded(_BREAK.sub("", match[0]))
    if joined in vocabulary:
        yield Word(joined, match.start(), match.end())
        return
    for word in printed(_BREAK.sub(_spaced, match[0]), ()):
        yield Word(word.text, match.start() + word.start, match.start() + word.end)


def _bracketed(match: re.Match[str]) -> Word | Gap:
    """`[…]` is a cut, `[W]e` a changed case, all else an insertion or a change."""
    inside, after = match["inside"].strip(), match["after"]
    if re.fullmatch(_ELLIPSIS, inside):
        return Gap(any=True)
    if len(inside) == 1 and inside.isalpha() and after and not match["before"]:
        lower, upper = inside.lower() + after, inside.upper() + after
        return Word(_folded(lower), *match.span(), _folded(upper))
    return Gap(any=False)


def _sign(match: re.Match[str]) -> str:
    """What a match is compared as; empty for a quotation mark."""
    kind, text = match.lastgroup, match[0]
    if kind == "word":
        return text if text.isascii() else _folded(text)
    if kind == "dash":
        return "-"
    if kind == "cut":
        return "…"
    return "" if text in _QUOTATION_MARKS or _IGNORED.match(text) else text


def _folded(word: str) -> str:
    word = _APOSTROPHES.sub("'", _IGNORED.sub("", word))
    word = _LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), word)
    return unicodedata.normalize("NFC", word)


def _spaced(match: re.Match[str]) -> str:
    """A line break of the same length that no longer looks like a broken word."""
    return "-" + " " * (len(match[0]) - 1)
