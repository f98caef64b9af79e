"""The annex: every number of the ledger, with its source and every place where it is printed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefpack import reading
from briefpack.brief import Manuscript, Number, Source
from briefpack.dataset import Dataset
from briefpack.ledger.filling import Filled
from briefpack.ledger.printing import printed
from briefpack.pages.numbering import Numbering
from briefpack.words import Words

_MARKED = re.compile(
    r'<(?P<tag>[a-z][a-z0-9]*)\b[^<>]*?\sid="(?P<id>[^"]*)"(?:\sdata-number="(?P<number>[^"]*)")?'
)
_APART = ("figure", "aside")
"""Elements whose name is that of what stands in them, and of nothing behind them."""


@dataclass(frozen=True, slots=True)
class Use:
    """A place where a number is printed: the id to link to, and what the place is called."""

    id: str
    where: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A number as the annex lists it: its value with its unit, who says so, and its uses."""

    number: Number
    value: str
    author: str
    uses: Sequence[Use]


def entries(
    manuscript: Manuscript,
    numbering: Numbering,
    titles: Mapping[str, str],
    pages: Mapping[str, str],
) -> Iterator[Entry]:
    """The numbers in the ledger's order.

    `titles` are those of the parts, by element id, and `pages` the HTML of those that are composed:
    what is printed there counts, so no number is said to stand where it does not.
    """
    brief, ledger = manuscript.brief, manuscript.brief.numbers
    sources = {str(source.id): source for source in brief.sources}
    places = _places(manuscript, numbering, titles)
    printed_at = _printed(pages, [id_ for id_ in titles if id_ in pages], places)
    exhibits = dict(_exhibits(manuscript, numbering))
    for number in ledger.numbers if ledger else ():
        shown = _shown(number, manuscript.data, exhibits)
        uses = [*printed_at.get(str(number.id), ()), *shown]
        yield Entry(
            number, printed(number, str(brief.language)), _author(number, sources), _once(uses)
        )


def _places(
    manuscript: Manuscript, numbering: Numbering, titles: Mapping[str, str]
) -> Mapping[str, str]:
    """What the places are called that a number can stand in, by element id."""
    headings = {str(id_): title for _, id_, title in reading.headings(manuscript.tokens)}
    others = {
        id_: name
        for id_, name in numbering.names.items()
        if id_ not in titles and id_ not in headings
    }
    return {**others, **headings, **{id_: title for id_, title in titles.items() if title}}


def _printed(
    pages: Mapping[str, str], order: Sequence[str], places: Mapping[str, str]
) -> dict[str, list[Use]]:
    """Where each number is printed, by its id: below which heading, in which figure or part."""
    found: dict[str, list[Use]] = {}
    for part in order:
        where, inside, end = places.get(part, ""), "", 0
        for mark in _MARKED.finditer(pages[part]):
            if mark["number"]:
                place = inside if mark.start() < end else where
                found.setdefault(mark["number"], []).append(Use(mark["id"], place))
            elif mark["id"] in places and mark["tag"] in _APART:
                inside = places[mark["id"]]
                end = pages[part].find(f"</{mark['tag']}>", mark.end())
            elif mark["id"] in places:
                where = places[mark["id"]]
    return found


def _exhibits(manuscript: Manuscript, numbering: Numbering) -> Iterator[tuple[str, Use]]:
    """What shows each file of data, and each table of the texts, by the names of both."""
    for block in reading.blocks(manuscript.tokens):
        id_ = getattr(block, "id", None)
        if id_ and id(block) in numbering.labels:
            use = Use(str(id_), numbering.labels[id(block)])
            yield str(id_), use
            for name in block.draws_on():
                yield str(name), use


def _shown(
    number: Number, data: Mapping[str, Dataset], exhibits: Mapping[str, Use]
) -> Iterator[Use]:
    """The figures and tables of the data in which the number stands, or is called."""
    if number.data and (use := exhibits.get(str(number.data.file or number.data.table))):
        yield use
    for name, one in data.items():
        if name in exhibits and any(_calls(cell, number) for row in one.rows for cell in row):
            yield exhibits[name]


def _calls(cell: Words, number: Number) -> bool:
    return isinstance(cell, Filled) and any(call.id == number.id for call in cell.calls)


def _once(uses: Sequence[Use]) -> list[Use]:
    """The first use of each place."""
    first: dict[str, Use] = {}
    for use in uses:
        first.setdefault(use.where, use)
    return list(first.values())


def _author(number: Number, sources: Mapping[str, Source]) -> str:
    """Who says so, in short: authors or publishers, or else titles."""
    cited = (sources.get(str(citation.key)) for citation in number.source)
    names = [source.byline or source.publisher or source.title for source in cited if source]
    return "; ".join(dict.fromkeys(map(str, names)))
