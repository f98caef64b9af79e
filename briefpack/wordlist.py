"""Word lists: words that a brief, or all briefs of a folder, spell as no dictionary does."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefpack.words import Words

FILE = "words.txt"
"""What a list is called, in a brief's folder and beside the briefs."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word, and the word of the dictionary whose forms it has, if one is named.

    `taikonaut/astronaut` stands for taikonauts and taikonaut's as well. `elsewhere` says that
    another brief, which the list serves too, has the word.
    """

    word: Words
    model: Words | None = None
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class WordLists:
    """The entries of all lists of a brief; `lost` says that one of them could not be read."""

    entries: Sequence[Entry] = ()
    lost: bool = False
