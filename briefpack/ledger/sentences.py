"""Sentences: a line of Markdown cut up, with everything blotted out that is not said to readers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefpack.ledger.filling import CALL
from briefpack.ledger.tongues import tongue

_UNSAID = re.compile(
    r"\[-?@[^\]]*\]|\]\([^()]*(?:\([^()]*\)[^()]*)*\)|\{[a-z#][^{}]*\}|`[^`]*`|<[a-z]+:[^>]*>"
    r"|https?://\S+|\[\^[^\]]*\]|\^\[(?:[^\[\]]|\[[^\[\]]*\])*\]"
)
_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])[.!?…;][\"'”’»)\]*_]*(?=\s+[\"'“‘«(\[*_$€£¥]*[A-ZÄÖÜÀ-ÖØ-Þ\d])"
    r"|(?<=;)|\n\s*\n"
)
_DOTTED_ORDINAL = re.compile(r"(?<!\d)\d{1,2}\.$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its words, as long as they are written, from the offset `start` of the line on;
    `called` are the ids of the ledger's numbers that stand in it as `{n id}`.
    """

    start: int
    words: str
    called: frozenset[str]


def sentences(line: str, language: str) -> Iterator[Sentence]:
    """The sentences of a line of Markdown; a semicolon ends one as well as a full stop does."""
    said = _UNSAID.sub(lambda match: " " * len(match[0]), line)
    said = re.sub(r"[*_\\]", " ", said)
    called = [(match.start(), match["id"]) for match in CALL.finditer(line) if match["id"]]
    for start, end in _bounds(said, language):
        ids = frozenset(id_ for offset, id_ in called if start <= offset < end)
        yield Sentence(start, said[start:end], ids)


def _bounds(said: str, language: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END.finditer(said):
        end = match.end()
        if tongue(language).dotted and _DOTTED_ORDINAL.search(said[start:end]):
            continue
        if end > start:
            yield start, end
        start = end
    if start < len(said):
        yield start, len(said)
