"""Checks of what was to be printed: every word is on a page, and no part takes more than it may."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence

from briefpack.preflight.finding import Finding, Unjudged, fault, remark
from briefpack.preflight.proof import Proof
from briefpack.preflight.sheet.leaf import Leaf, Run
from briefpack.problem import counted, quoted
from briefpack.sourcemap import Passage
from briefpack.words import Words

WHOLE = "whole"
"""What a budget is called that is for all pages."""

UNKNOWN = "it is not known what was to be printed: the file was not built here"

_LETTERS = re.compile(r"[^\W_]+")


def words(proof: Proof) -> Iterator[Finding]:
    """A typesetter may lose words in silence, in a float that is too tall, or a note in a box: the
    reader never learns what the author wrote.

    Letters are compared, in the order of the page: hyphens, spaces and capitals come and go.
    """
    source = proof.order.map
    if source is None:
        raise Unjudged(UNKNOWN)
    printed = _Printed(proof.leaves)
    for passage in source.passages:
        lost = list(_lost(passage, printed))
        if lost:
            shown = quoted(" ".join(lost), 60)
            yield fault(
                f"{counted(len(lost), 'word')} on no page: {shown}",
                passage.pages[0] if passage.pages else 0,
                "shorten what stands there, or place it elsewhere",
                Words("", passage.place),
            )


def budgets(proof: Proof) -> Iterator[Finding]:
    """Readers have minutes, and the house says how many pages of what they get."""
    source = proof.order.map
    if source is None:
        raise Unjudged(UNKNOWN)
    if not proof.order.budgets:
        raise Unjudged("no rules of the house say how many pages it may take")
    most, pages = proof.order.budgets.get(WHOLE), len(proof.leaves)
    if most is not None and pages > most:
        message = f"the brief has {pages} pages; the house rules allow {most}"
        yield remark(message, hint="shorten it")
    for part in source.parts:
        most = proof.order.budgets.get(part.kind)
        pages = part.last - part.first + 1
        if most is not None and pages > most:
            message = f"this takes {pages} pages; the house rules allow {most}"
            yield remark(message, part.first, "shorten it", Words("", part.place))


class _Printed:
    """The letters of all pages, in the order in which they were painted."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self.pages = ["".join(_bare(run.words for run in _there(leaf))) for leaf in leaves]

    def has(self, letters: str, pages: Sequence[int]) -> bool:
        """Whether they stand in a row on one of the pages, or go on from one to the next."""
        there = [page for page in pages if page <= len(self.pages)]
        if any(letters in self.pages[page - 1] for page in there):
            return True
        return any(self._goes_on(letters, page) for page in there if page < len(self.pages))

    def _goes_on(self, letters: str, page: int) -> bool:
        """Whether as many of them as the page has are followed by the rest on the next one."""
        here, after = self.pages[page - 1 : page + 1]
        end = bisect(range(1, len(letters)), False, key=lambda at: letters[:at] not in here)
        return end > 0 and letters[end:] in after


def _there(leaf: Leaf) -> Iterator[Run]:
    """What is painted, also what only a screen reader is to find; not what a clip takes away."""
    return (run for run in leaf.runs if run.seen is not None)


def _lost(passage: Passage, printed: _Printed) -> Iterator[str]:
    """The words of a passage that its pages do not have, line by line."""
    pages = passage.pages or range(1, len(printed.pages) + 1)
    for line in passage.words.splitlines():
        yield from _lost_of(line, pages, printed)


def _lost_of(line: str, pages: Sequence[int], printed: _Printed) -> Iterator[str]:
    """The whole is looked for first; then each word, with a neighbour, since a short word alone is
    found in any other.
    """
    written = [(word, bare) for word in line.split() if (bare := "".join(_bare([word])))]
    if not written or printed.has("".join(letters for _, letters in written), pages):
        return
    row = ["", *(letters for _, letters in written), ""]
    for (word, letters), before, after in zip(written, row, row[2:], strict=False):
        if not (printed.has(before + letters, pages) or printed.has(letters + after, pages)):
            yield word


def _bare(pieces: Iterable[str]) -> Iterator[str]:
    for piece in pieces:
        yield "".join(_LETTERS.findall(piece)).casefold()
