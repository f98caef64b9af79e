"""Collates a quotation with its evidence: finds it there, or the first word that differs."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, takewhile

from briefpack.copyedit.wording import Gap, Word

SEPARATOR = "\x1f"
FARTHEST = 30
"""Words of the evidence that an insertion or a change in brackets may stand for."""

MOST_PLACES = 500
"""Places that are looked at where the same words occur again and again."""

CERTAIN = 3
"""As many words in a row as make it certain which passage is meant."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A text to collate with, as a stream: its words with a separator before and behind each.

    Searching the stream is a plain search for a string, linear in its length.
    """

    words: Sequence[Word]
    stream: str
    starts: Sequence[int] = field(repr=False)

    @classmethod
    def of(cls, words: Iterable[Word]) -> "Evidence":
        """Lay out the words of a text."""
        listed = list(words)
        starts = list(accumulate((len(word.text) + 1 for word in listed), initial=0))
        return cls(listed, _stream([word.text for word in listed]), starts)

    def index(self, position: int) -> int:
        """The index of the word that begins behind a separator of the stream."""
        return bisect_left(self.starts, position)

    def find(self, words: Sequence[str], start: int, end: int | None = None) -> Iterator[int]:
        """The position of each occurrence of the words between two positions."""
        wanted = _stream(words)
        stop = len(self.stream) if end is None else end
        position = self.stream.find(wanted, start, stop)
        while position >= 0:
            yield position
            position = self.stream.find(wanted, position + 1, stop)


@dataclass(slots=True)
class Piece:
    """Words of a quotation that must stand together; `gap` is what may stand before them."""

    gap: Gap | None
    words: list[Word] = field(default_factory=list)

    def variants(self, length: int) -> list[list[str]]:
        """The first words of the piece: once, or twice where the case of a letter was changed."""
        texts = [word.text for word in self.words[:length]]
        other = self.words[0].other
        return [texts, [other, *texts[1:]]] if other and texts else [texts]


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a quotation first differs: its word, and the evidence's at that point.

    `place` is the index of the word in the evidence, and None where the passage was not found.
    `moved` says that the words do stand there, but before those that they follow.
    """

    word: Word
    place: int | None
    moved: bool = False


def pieces(words: Iterable[Word | Gap]) -> list[Piece]:
    """Cut a quotation up at its gaps."""
    found = [Piece(Gap(any=True))]
    for word in words:
        if isinstance(word, Gap):
            _open_gap(found, word)
        elif word.other and found[-1].words:
            found.append(Piece(None, [word]))
        else:
            found[-1].words.append(word)
    return [piece for piece in found if piece.words]


def _open_gap(found: list[Piece], gap: Gap) -> None:
    if found[-1].words:
        found.append(Piece(gap))
    elif gap.any:
        found[-1].gap = gap


def collate(quotation: Sequence[Piece], evidence: Evidence) -> Difference | None:
    """The first difference, or None where the quotation stands in the evidence word for word."""
    ends = [0]
    for number, piece in enumerate(quotation):
        after = quotation[number + 1].gap if number + 1 < len(quotation) else Gap(any=True)
        most = 1 if after and after.any else MOST_PLACES
        found = _reach(piece, len(piece.words), ends, evidence, most)
        if not found:
            return _difference(piece, ends, evidence)
        ends = found
    return None


def _reach(
    piece: Piece, length: int, ends: Sequence[int], evidence: Evidence, most: int = 1
) -> list[int]:
    """The positions at which the first words of a piece can end, given where it may begin."""
    found: set[int] = set()
    for words in piece.variants(length):
        size = len(_stream(words)) - 1
        for position in _positions(piece.gap, words, ends, evidence):
            found.add(position + size)
            if len(found) >= most:
                break
    return sorted(found)


def _positions(
    gap: Gap | None, words: Sequence[str], ends: Sequence[int], evidence: Evidence
) -> Iterator[int]:
    if gap is None:
        wanted = _stream(words)
        yield from (end for end in ends if evidence.stream.startswith(wanted, end))
    elif gap.any:
        yield from evidence.find(words, ends[0])
    else:
        searched = -1
        for end in ends:
            last = evidence.index(end) + FARTHEST + len(words)
            stop = evidence.starts[min(last, len(evidence.words))] + 1
            yield from evidence.find(words, max(end, searched), stop)
            searched = max(searched, stop - len(_stream(words)) + 1)


def _difference(piece: Piece, ends: Sequence[int], evidence: Evidence) -> Difference:
    if _reach(piece, len(piece.words), [0], evidence) and piece.gap and piece.gap.any:
        return Difference(piece.words[0], None, moved=True)
    agreed = _longest(piece, ends, evidence)
    if agreed < CERTAIN and piece.gap and piece.gap.any:
        return _by_likeness(piece, ends[0], evidence)
    bases = _reach(piece, agreed, ends, evidence, MOST_PLACES) if agreed else ends
    word = piece.words[agreed]

    def resemblance(at: int) -> tuple[int, int]:
        pairs = zip(word.text, _text(evidence, at) or "", strict=False)
        alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        return _likeness(piece, at - agreed, evidence), alike

    return Difference(word, max(map(evidence.index, bases), key=resemblance))


def _longest(piece: Piece, ends: Sequence[int], evidence: Evidence) -> int:
    """How many of a piece's first words stand in the evidence: found by halving."""
    low, high = 0, len(piece.words)
    while low < high - 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _reach(piece, middle, ends, evidence) else (low, middle)
    return low


def _by_likeness(piece: Piece, start: int, evidence: Evidence) -> Difference:
    """The passage that most resembles the piece, and the first word that differs there."""
    words = [word.text for word in piece.words]
    bases = {
        evidence.index(position) - offset
        for offset in range(min(len(words), 2 * FARTHEST))
        for position in _some(evidence.find(words[offset : offset + CERTAIN], start))
    }
    base = max(sorted(bases), key=lambda at: _likeness(piece, at, evidence), default=None)
    if base is None or not _likeness(piece, base, evidence):
        return Difference(piece.words[0], None)
    for offset, word in enumerate(piece.words):
        if _text(evidence, base + offset) not in (word.text, word.other or None):
            return Difference(word, base + offset)
    return Difference(piece.words[0], None)


def _some(positions: Iterator[int]) -> Iterator[int]:
    return (position for _, position in zip(range(20), positions, strict=False))


def _likeness(piece: Piece, base: int, evidence: Evidence) -> int:
    """How many of the piece's words stand where they would if it began at `base`."""
    return sum(
        _text(evidence, base + offset) == word.text
        for offset, word in enumerate(piece.words[: 2 * FARTHEST])
    )


def _text(evidence: Evidence, index: int) -> str | None:
    return evidence.words[index].text if 0 <= index < len(evidence.words) else None


def _stream(words: Sequence[str]) -> str:
    return SEPARATOR + SEPARATOR.join(words) + SEPARATOR if words else SEPARATOR
