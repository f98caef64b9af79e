"""Sentences: where one ends and the next begins, and how long it may be."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefpack.copyedit.passages import Copy, Passage, every, words_in
from briefpack.problem import Problem, Severity
from briefpack.words import Words, complaint

# Not after a single capital (U.S.), nor after what is often cut short, nor before small letters.
_END = re.compile(
    r"(?<!\b[^\W\d_])(?<!\b(?:[Dd]r|[Mm]r|[Ss]t|[Nn]o|[Nn]r|vs|cf|ca|pp|Ms|al|Co|Ch|Mm))"
    r"(?<!\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Okt|Nov|Dec|Dez|Mio|Mrd|bzw|etc|usw|Mrs|Art|art|Abs|Inc|Ltd|vgl|Vgl|fig|Fig|doc|sec|vol|ggf|Mme|Nos))"
    r"(?<![.!?…])[.!?…]++[\"'”“’»)\]\u2060]*(?=\s+[\"'“„‘«(\[$€£¥]*[^\W_a-zß-ÿ])"
)
_ORDINAL = re.compile(r"(?<!\d)\d{1,2}\.$")
_ORDINALS = ("de", "da", "nb", "nn", "no", "fi", "cs", "pl", "hu", "sk", "sl", "hr", "et")
"""Languages in which a point behind a number makes it an ordinal: "29. Mai"."""

_PAUSE = re.compile(r"(?<=[;:])\s")


class Sentence(NamedTuple):
    """A sentence, and the offset at which it begins."""

    start: int
    words: str


def sentences(plain: str, language: str) -> Iterator[Sentence]:
    """The sentences of a passage."""
    start = 0
    for match in _END.finditer(plain):
        if language in _ORDINALS and _ORDINAL.search(plain[start : match.end()]):
            continue
        yield from _trimmed(start, plain[start : match.end()])
        start = match.end()
    yield from _trimmed(start, plain[start:])


def _trimmed(start: int, words: str) -> Iterator[Sentence]:
    bare = words.strip()
    if bare:
        yield Sentence(start + words.index(bare), bare)


def check(copy: Copy) -> Iterator[Problem]:
    """A sentence can be kept in mind to its end.

    Past some forty words, most readers begin anew. A colon or a semicolon lets them breathe, and
    what is quoted is not the author's to shorten.
    """
    most: Words | None = getattr(copy.manuscript.house.sentence, copy.language, None)
    if most is None:
        return
    for passage in every(copy.passages, "prose", "line"):
        if passage.part != "sources":
            yield from _long(passage, copy.language, most)


def _long(passage: Passage, language: str, most: Words) -> Iterator[Problem]:
    own = passage.own
    for sentence in sentences(own, language):
        count = max(words_in(piece) for piece in _PAUSE.split(sentence.words))
        if count > int(most):
            said = (
                f"the house allows {most} ({most.place})" if most.place.file else f"{most} are many"
            )
            message = f"this sentence has {count} words without a pause; {said}"
            there = passage.at(sentence.start, sentence.words.split()[0])
            hint = "make two of it"
            yield complaint(there, "long-sentence", message, hint, Severity.WARNING)
