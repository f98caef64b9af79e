"""The matter that spelling is checked in: every line that is printed in the brief's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefpack import reading
from briefpack.blocks import ChartBlock, TableBlock
from briefpack.brief import Brief, Manuscript, Name, Person
from briefpack.copyedit.recount import Plain
from briefpack.ledger.filling import as_written
from briefpack.words import Words

if TYPE_CHECKING:
    from markdown_it.token import Token

    from briefpack.dataset import Dataset
    from briefpack.markdown.numbers import Written

_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line as its author wrote it; `quoted` where it may be in another language as a whole."""

    written: Written | Plain
    quoted: bool = False


def lines(manuscript: Manuscript) -> Iterator[Line]:
    """All of them: short fields, quotations, then the texts with their blocks, and their data.

    A quotation with evidence is left out: it stands as the evidence has it, letter by letter.
    """
    yield from (Line(Plain(as_written(words))) for words in _fields(manuscript.brief) if words)
    yield from _marked_up(manuscript.asides)
    yield from (Line(Plain(words), quoted=True) for words in _said_by_others(manuscript.brief))
    yield from _marked_up(manuscript.tokens)
    for block in reading.blocks(manuscript.tokens):
        yield from (Line(Plain(as_written(words))) for words in _of_block(block, manuscript.data))


def names(brief: Brief) -> frozenset[str]:
    """Words that need no dictionary: those of names, of the glossary's terms, of units.

    Of a name, only words with a capital count: "the council of Xanten" has no licence for "teh".
    """
    known = {word for name in _named(brief) for word in _LETTERS.findall(name) if word[0].isupper()}
    for term in brief.glossary:
        known.update(_LETTERS.findall(term.term))
    for number in brief.numbers.numbers if brief.numbers else ():
        known.update(_LETTERS.findall(f"{number.unit or ''} {number.before or ''}"))
    return frozenset(known)


def _named(brief: Brief) -> Iterator[str]:
    """The names of people, organisations and places that the brief gives as such."""
    for person in reading.within(brief, Person):
        yield f"{person.name} {person.organisation or ''} {person.address or ''}"
    yield from (str(name) for name in reading.within(brief, Name))
    for source in brief.sources:
        yield f"{source.container or ''} {source.publisher or ''} {source.place or ''}"
    yield from (f"{quote.speaker} {quote.place or ''}" for quote in brief.quotes)
    yield from (
        item.lead for item in (brief.recommendations.items if brief.recommendations else ())
    )
    yield from (risk.owner or "" for risk in brief.risks)
    yield from (stakeholder.name for stakeholder in brief.stakeholders)


def _fields(brief: Brief) -> Iterator[Words | None]:
    """The short fields that hold plain words and no Markdown."""
    yield from (brief.short_title, brief.series, brief.status, brief.marking, brief.description)
    yield from brief.keywords
    yield from (fact.unit for fact in (brief.glance.facts if brief.glance else ()))
    if brief.timeline:
        yield from (category.label for category in brief.timeline.categories.values())
        yield from (era.title for era in brief.timeline.eras)
    for quote in brief.quotes:
        yield from (quote.role, quote.occasion)


def _said_by_others(brief: Brief) -> Iterator[Words]:
    """What may be in another language: quotations, and the full forms of abbreviations."""
    yield from (quote.words for quote in brief.quotes if quote.evidence is None)
    for term in brief.glossary:
        yield from (words for words in (term.full, term.plural) if words is not None)


def _marked_up(tokens: Iterable[Token]) -> Iterator[Line]:
    quoted = 0
    for token in reading.walk(tokens):
        if token.type.startswith("blockquote_"):
            quoted += token.nesting
        elif "written" in token.meta and not isinstance(token.meta["written"], Words):
            yield Line(token.meta["written"], quoted > 0)


def _of_block(block: Any, data: dict[str, Dataset] | Any) -> Iterator[Words]:
    """What a block prints, or has read aloud, beside its Markdown."""
    for name in ("alt", "unit"):
        if (words := getattr(block, name, None)) is not None:
            yield words
    file = data.get(str(getattr(block, "argument", "")))
    if file is not None and isinstance(block, TableBlock):
        yield from _tabulated(block, file)
    elif file is not None and isinstance(block, ChartBlock):
        yield from _plotted(block, file)


def _tabulated(block: TableBlock, file: Dataset) -> Iterator[Words]:
    """The headings of a table made of a file, and the words in its cells."""
    own = {str(column.column): column.heading for column in block.columns}
    heads = {str(name): name for name in file.columns}
    for column in block.shown(file):
        yield own.get(str(column.name)) or heads[str(column.name)]
        if column.kind == "text":
            yield from column.cells


def _plotted(block: ChartBlock, file: Dataset) -> Iterator[Words]:
    """The words at the axis of a chart, and the names of its series."""
    drawn = set(map(str, block.y)) or set(map(str, file.columns))
    yield from (name for name in file.columns if str(name) in drawn)
    for name in (block.x, block.series_):
        if name is not None and str(name) in map(str, file.columns):
            yield from file.column(str(name))
