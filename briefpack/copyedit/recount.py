"""The recount: prose is read again for numbers that are not what the ledger says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefpack import reading
from briefpack.brief import Manuscript, Number
from briefpack.copyedit.ledger import called, contradiction, numbers_of
from briefpack.ledger.filling import as_written
from briefpack.problem import Problem, Severity, quoted
from briefpack.words import Words, complaint

if TYPE_CHECKING:
    from markdown_it.token import Token

    from briefpack.markdown.numbers import Written

_SOMEBODY_ELSES = ("blockquote", "table")


@dataclass(frozen=True, slots=True)
class Plain:
    """Words without Markdown, read as a line of it."""

    content: Words

    def words(self, offset: int, words: str) -> Words:
        """Words with the place of an offset."""
        there = self.content.at(offset)
        return Words(words, there.place, there.excerpt)


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """A number that is written by hand is the ledger's, where the sentence speaks of the same.

    By what words a sentence is known to speak of it the ledger tells (`says`). Quotations are left
    alone, since they are exact; tables have a rule of their own.
    """
    numbers = [number for number in numbers_of(manuscript) if number.says]
    if numbers:
        language = str(manuscript.brief.language)
        for line in _lines(manuscript):
            yield from _check_line(line, numbers, language)


def check_used(manuscript: Manuscript) -> Iterator[Problem]:
    """Each number of the ledger stands somewhere in the brief.

    One that is written by hand is not kept right by the ledger; where it stands is said.
    """
    if manuscript.gaps:
        return
    used = called(manuscript)
    unused = [one for one in numbers_of(manuscript) if one.id not in used and one.data is None]
    for number in unused:
        message = f"the number {quoted(number.id)} is used nowhere"
        hint = f"write {{n {number.id}}} where it stands, so that it stays right"
        if there := _by_hand(number, manuscript):
            hint = f"{there.place} has it as {quoted(there)}: write {{n {number.id}}} there"
        yield complaint(number.id, "unused-number", message, hint, Severity.WARNING)


def _by_hand(number: Number, manuscript: Manuscript) -> Words | None:
    """Where a number stands that an author wrote by hand."""
    from briefpack.ledger import judging, literals, sentences

    language = str(manuscript.brief.language)
    for line in _lines(manuscript):
        for sentence in sentences.sentences(line.content, language):
            if not judging.speaks_of(sentence.words, number):
                continue
            for literal in literals.find(sentence.words, language):
                if judging.agrees(literal, number, language):
                    return line.words(sentence.start + literal.start, literal.words.strip())
    return None


def _check_line(line: Written | Plain, numbers: list[Number], language: str) -> Iterator[Problem]:
    from briefpack.ledger import judging, sentences

    before = None
    for sentence in sentences.sentences(line.content, language):
        for found in judging.contradictions(sentence, numbers, language, before):
            literal = found.literal
            there = line.words(sentence.start + literal.start, literal.words)
            severity = Severity.ERROR if found.sure else Severity.WARNING
            said = quoted(literal.words.strip())
            yield contradiction(there, found.number, said, language, severity)
        before = sentence


def _lines(manuscript: Manuscript) -> Iterator[Written | Plain]:
    """All lines of the author's own words, as they were written, also those that are only heard."""
    if manuscript.brief.description is not None:
        yield Plain(as_written(manuscript.brief.description))
    yield from _written([*manuscript.asides, *manuscript.tokens])
    alternatives = (getattr(block, "alt", None) for block in reading.blocks(manuscript.tokens))
    yield from (Plain(as_written(alt)) for alt in alternatives if alt is not None)


def _written(tokens: Iterable[Token]) -> Iterator[Written]:
    apart = 0
    for token in reading.walk(tokens):
        if token.type.rpartition("_")[0] in _SOMEBODY_ELSES:
            apart += token.nesting
        elif "written" in token.meta and not apart:
            yield token.meta["written"]
