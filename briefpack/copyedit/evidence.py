"""Checks each quotation against the text that it was taken from."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from briefpack.brief import Manuscript, Quote
from briefpack.copyedit import wording
from briefpack.copyedit.collation import Difference, Evidence, Piece, collate, pieces
from briefpack.copyedit.wording import Word
from briefpack.problem import Problem, quoted
from briefpack.words import Words, complaint

CONTEXT = 5
"""Words shown before and behind the one that differs."""


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """A quotation stands in its evidence word for word.

    A quotation is the one thing in a brief that nobody may improve. White space, quotation marks
    and dashes may differ, since these are the typesetter's; a cut is marked with an ellipsis, and
    what an editor put in or changed stands in square brackets.
    """
    quotes = [quote for quote in manuscript.brief.quotes if quote.evidence in manuscript.evidence]
    quotes.sort(key=lambda quote: str(quote.evidence))
    for name, group in groupby(quotes, key=lambda quote: str(quote.evidence)):
        yield from _check_file(list(group), manuscript.evidence[name])


def _check_file(quotes: Sequence[Quote], text: Words) -> Iterator[Problem]:
    """All the quotations that rest on one file, which is taken apart only once."""
    cut_up = [pieces(wording.edited(quote.words)) for quote in quotes]
    vocabulary = {word.text for parts in cut_up for piece in parts for word in piece.words}
    evidence = Evidence.of(wording.printed(text, vocabulary))
    for quote, parts in zip(quotes, cut_up, strict=True):
        if difference := collate(parts, evidence):
            yield _problem(quote, parts, difference, evidence, text)


def _problem(
    quote: Quote, parts: Sequence[Piece], difference: Difference, evidence: Evidence, text: Words
) -> Problem:
    word, at = difference.word, difference.place
    here = quote.words.at(word.start)
    ours = quoted(quote.words[word.start : word.end])
    if difference.moved:
        message = f"{ours} and what follows stands in the evidence ({quote.evidence}) before"
        message += " the words that it follows here"
        return complaint(here, "evidence", message, "a quotation keeps the order of the words")
    if at is None:
        message = f"the words from {ours} on are not in the evidence ({quote.evidence})"
        hint = "mark a cut with … and an insertion with [brackets]"
        return complaint(here, "evidence", message, hint)
    theirs = "ends" if at >= len(evidence.words) else quoted(_shown(text, evidence.words[at]))
    where = f"{quote.evidence}:{_line(text, evidence, at)}"
    message = f"the quote has {ours}, the evidence {theirs} ({where})"
    hint = f"quote:    {_around(quote.words, _words(parts), word)}\n"
    hint += f"evidence: {_around(text, evidence.words, _last(evidence, at))}"
    return complaint(here, "evidence", message, hint)


def _words(parts: Sequence[Piece]) -> list[Word]:
    return [word for piece in parts for word in piece.words]


def _last(evidence: Evidence, at: int) -> Word:
    return evidence.words[min(at, len(evidence.words) - 1)]


def _line(text: Words, evidence: Evidence, at: int) -> int:
    return text.count("\n", 0, _last(evidence, at).start) + 1


def _shown(text: str, word: Word) -> str:
    return text[word.start : word.end]


def _around(text: str, words: Sequence[Word], word: Word) -> str:
    """A word with a few of those around it, as they are written."""
    index = next(number for number, other in enumerate(words) if other.start == word.start)
    first, last = max(index - CONTEXT, 0), min(index + CONTEXT, len(words) - 1)
    passage = " ".join(text[words[first].start : words[last].end].split())
    before, after = "… " if first else "", " …" if last < len(words) - 1 else ""
    return f"{before}{passage}{after}"
