"""Notes every character of the content with the first place where it stands."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from briefpack import reading
from briefpack.manuscript.nodes import Record, Series
from briefpack.markdown.waivers import is_waiver
from briefpack.problem import Place
from briefpack.words import Words

if TYPE_CHECKING:
    from markdown_it.token import Token

UNPRINTED = frozenset(["id", "file", "evidence", "quote", "see", "kind", "art", "layout", "says"])
"""Keys whose values name something and are not printed."""


def first_places(texts: Iterable[Words]) -> dict[str, Words]:
    """Each character of the texts, as `Words` at its first place; waivers are not printed.

    Letters and their accents count as the one character that they make (Unicode's form C), as
    the fonts have them.
    """
    found: dict[str, Words] = {}
    for words in map(_without_waivers, texts):
        letters = set(words) if words.isascii() else set(unicodedata.normalize("NFC", words))
        if new := letters - found.keys():
            found.update(_places(words, new))
    return found


def _without_waivers(words: Words) -> Words:
    if words.isascii() or "<!--" not in words:
        return words
    return words.instead("\n".join(line for line in words.split("\n") if not is_waiver(line)))


def _places(words: Words, letters: set[str]) -> Iterator[tuple[str, Words]]:
    """Each letter at its place; one written with an escape or an entity, at that of the words."""
    place, start = words.place, max(words.place.column - 1, 0)
    for index, line in enumerate(words.lines):
        if is_waiver(line):
            continue
        here = letters.intersection(line[0 if index else start :])
        for letter in here:
            column = line.index(letter, 0 if index else start) + 1
            yield letter, Words(letter, Place(place.file, place.line + index, column), line, [line])
        letters = letters - here
        if not letters:
            return
    for letter in letters:
        yield letter, Words(letter, place, words.excerpt, words.lines)


def printed(value: Any) -> Iterator[Words]:
    """The words of a content tree that may be printed."""
    if isinstance(value, Words):
        yield value
    elif isinstance(value, Record):
        for key, item in value.items():
            if key not in UNPRINTED:
                yield from printed(item)
    elif isinstance(value, Series):
        for item in value:
            yield from printed(item)


def of_tokens(tokens: Sequence["Token"], text: Words) -> Iterator[Words]:
    """The words that the Markdown of a text comes to: an entity is a character there."""
    place = text.place
    for token in reading.walk(tokens):
        place = token.meta.get("place", place)
        if token.content and not token.children:
            index = min(max(place.line - text.place.line, 0), len(text.lines) - 1)
            lines = text.lines[index : index + 1]
            yield Words(token.content, place, lines[0] if lines else "", lines)
