"""The lexicon: which words are right, by a dictionary, the word lists, and the names of a brief."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

from briefpack.dictionaries import Dictionary
from briefpack.wordlist import Entry

_ABBREVIATION = re.compile(r"[A-ZÀ-ÖØ-Þ]{2,6}s?")
_BELONGING = re.compile(r"['’]s?$")
_ELIDED = re.compile(r"^(?:[^\W\d_]{1,2}|\w*qu)'(?=\w)", re.IGNORECASE)
_HYPHEN = re.compile("[-\u2010]")
_MARKS = str.maketrans({"’": "'", "ʼ": "'", "\u2010": "-", "\u00ad": None})


def plain(word: str) -> str:
    """A word with the apostrophe and the hyphen of a typewriter, and no soft hyphens."""
    return unicodedata.normalize("NFC", str(word).translate(_MARKS))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All right words. `speller` is Hunspell with its dictionary, `free` are those that need none.

    `formless` are entries whose model the dictionary lacks. `met` gathers every word that was
    looked up, so that it can be told which of the lists' words occur nowhere; `near` keeps what is
    like wrong ones, since asking is slow.
    """

    name: str
    speller: Any
    entries: Sequence[Entry]
    free: frozenset[str]
    formless: Sequence[Entry] = ()
    met: dict[str, bool] = field(default_factory=dict)
    near: dict[str, list[str]] = field(default_factory=dict)

    def wrong(self, word: str, before: str = "", after: str = "") -> Iterator[tuple[int, str]]:
        """The parts of a word that are not right, each with its offset; the whole where it is one.

        `before` and `after` are the characters around it: a hyphen or a full stop there may belong
        to it ("Vor- und Nachteile", "approx."). A compound with hyphens is right if it is known
        itself, or all of its parts are.
        """
        if self.knows(word, before, after):
            return
        parts = list(_parts(word))
        for number, (offset, part) in enumerate(parts):
            inner = (before if number == 0 else "-", after if number == len(parts) - 1 else "-")
            if part == word or not self.knows(part, *inner):
                yield offset, part

    def knows(self, word: str, before: str = "", after: str = "") -> bool:
        """Whether a word is right as it stands, or with the sign before or behind it."""
        word = plain(word)
        ways = [word]
        ways += [f"{word}{after}"] if after in ("-", ".") else []
        ways += [f"-{word}"] if before == "-" else []
        return any(self._right(way) for way in ways)

    def nearest(self, word: str, most: int = 3) -> list[str]:
        """The right words that are most like a wrong one."""
        word = plain(word)
        if word not in self.near:
            self.near[word] = self._suggested(word)
        return self.near[word][:most]

    def spells(self, word: str) -> bool:
        """Whether the dictionary itself has a word, or has been told of it."""
        try:
            return bool(self.speller.spell(plain(word)))
        except UnicodeEncodeError:
            return False

    def unused(self) -> Iterator[Entry]:
        """The words of the lists that were not met, here or in another brief."""
        for entry in self.entries:
            ways = _as_met(plain(entry.word))
            if not (entry.elsewhere or ways & self.met.keys() or self._inflected(entry)):
                yield entry

    def _suggested(self, word: str) -> list[str]:
        try:
            return [one for one in self.speller.suggest(word) if one != word]
        except UnicodeEncodeError:  # it has letters that the language does not
            return []

    def _inflected(self, entry: Entry) -> bool:
        if entry.model is None:
            return False
        word = plain(entry.word)
        alike = (one for one in self.met if one[:2].casefold() == word[:2].casefold())
        return any(word in self._stems(one) for one in alike)

    def _stems(self, word: str) -> Sequence[str]:
        try:
            return tuple(self.speller.stem(word))
        except UnicodeEncodeError:
            return ()

    def _right(self, word: str) -> bool:
        if word not in self.met:
            self.met[word] = self._judged(word)
        return self.met[word]

    def _judged(self, word: str) -> bool:
        bare = _BELONGING.sub("", word)
        self.met.setdefault(bare, True)
        if len(bare.strip("-.")) < 2 or _ABBREVIATION.fullmatch(bare):
            return True
        return not self.free.isdisjoint(_with_small_letters(bare)) or self.spells(word)


def opened(dictionary: Dictionary, entries: Iterable[Entry], names: Iterable[str]) -> Lexicon:
    """A dictionary, read, with the words of the lists, and names that need no dictionary.

    `ImportError` without the package for it.
    """
    from hunspell import Hunspell

    folder, stem = str(dictionary.stem.parent), dictionary.stem.name
    speller = Hunspell(stem, hunspell_data_dir=folder, system_encoding="UTF-8")
    entries = list(entries)
    free = frozenset([*names, *(plain(entry.word) for entry in entries)])
    lexicon = Lexicon(dictionary.name, speller, entries, free)
    formless = [one for one in entries if one.model is not None and not lexicon.spells(one.model)]
    for entry in entries:
        _tell(speller, entry)
    return replace(lexicon, formless=formless)


def _tell(speller: Any, entry: Entry) -> None:
    """Let the dictionary know a word, with the forms of its model if it names one."""
    model = [plain(entry.model)] if entry.model else []
    # One with letters that the dictionary's encoding lacks stands in the list alone.
    with suppress(UnicodeEncodeError):
        speller.add(plain(entry.word), *model)


def _parts(word: str) -> Iterator[tuple[int, str]]:
    """The parts of a word between hyphens, without what is elided before an apostrophe."""
    start = 0
    for part in _HYPHEN.split(word):
        elided = _ELIDED.match(part.translate(_MARKS))
        skipped = elided.end() if elided else 0
        yield start + skipped, part[skipped:]
        start += len(part) + 1


def _with_small_letters(word: str) -> set[str]:
    """A word as it stands, and as it would be within a sentence."""
    small = {word, word[:1].lower() + word[1:]}
    return small | {word.lower(), word.capitalize()} if word.isupper() else small


def _as_met(word: str) -> set[str]:
    """The ways in which a text may have a word of a list."""
    return {word, word[:1].upper() + word[1:], word.upper()}
