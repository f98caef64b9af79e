"""Tables: what they show of their files is there, and is what they say it is."""

from collections.abc import Iterator, Sequence

from briefpack import reading
from briefpack.blocks import TableBlock
from briefpack.blocks.tabulation import Shown
from briefpack.brief import Manuscript
from briefpack.dataset import Dataset
from briefpack.dates import When
from briefpack.nearest import did_you_mean, parting
from briefpack.problem import Problem, Severity, quoted
from briefpack.words import Words, complaint

RULE = "table"
MOSTLY = 0.6
"""The share of numbers among its cells from which on a column is taken to be meant for them."""


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """Each table has a caption and rows; columns that it names are in its file, and hold numbers
    where it prints them as numbers.
    """
    for token in reading.walk(manuscript.tokens):
        if token.type == "block" and isinstance(token.meta["block"], TableBlock):
            block = token.meta["block"]
            here = Words("", token.meta["place"])
            yield from _captioned(block, here)
            if block.argument is None:
                yield from _filled(block, here)
            elif str(block.argument) in manuscript.data:
                yield from _of_file(block, manuscript.data[str(block.argument)])


def _captioned(block: TableBlock, here: Words) -> Iterator[Problem]:
    """Readers look at a table before they read, and cite it by its number."""
    if not block.caption:
        message, hint = "this table has no caption, and so no number", "write ':caption: …'"
        at = block.argument if block.argument is not None else here
        yield complaint(at, RULE, message, hint, Severity.WARNING)


def _filled(block: TableBlock, here: Words) -> Iterator[Problem]:
    """A head over nothing is a table that was not finished."""
    if not any(token.type == "tbody_open" for token in block.body):
        yield complaint(here, RULE, "this table has a head and no rows")


def _of_file(block: TableBlock, data: Dataset) -> Iterator[Problem]:
    unknown = list(_unknown(block, data))
    yield from unknown
    if not unknown:
        columns = block.shown(data)
        yield from _twice(block)
        yield from _unshown(block, columns)
        for column in columns:
            yield from _of_column(column, data)
        yield from _totals(block, columns)


def _unknown(block: TableBlock, data: Dataset) -> Iterator[Problem]:
    """A name that is not in the file is a slip of the pen: nothing would be shown."""
    known = [str(name) for name in data.columns]
    for name in _named(block):
        if name not in known:
            message = f"{quoted(block.argument or '')} has no column {quoted(name)}"
            yield complaint(name, RULE, message, parting(name, known) or did_you_mean(name, known))


def _named(block: TableBlock) -> Iterator[Words]:
    yield from (column.column for column in block.columns)
    yield from (format_.column for format_ in block.formats)
    yield from (item.column for item in block.total if item.column is not None)


def _twice(block: TableBlock) -> Iterator[Problem]:
    """A column that stands twice has two formats, or two headings, of which one is meant."""
    for names in ([column.column for column in block.columns], [f.column for f in block.formats]):
        for at, name in enumerate(names):
            if name in names[:at]:
                yield complaint(name, RULE, f"the column {quoted(name)} stands twice")


def _unshown(block: TableBlock, columns: Sequence[Shown]) -> Iterator[Problem]:
    """A format or a total of a column that is not shown says nothing to anyone."""
    shown = {str(column.name) for column in columns}
    for name in dict.fromkeys(_named(block)):
        if name not in shown:
            message = f"the column {quoted(name)} is not shown"
            yield complaint(name, RULE, message, "name it in ':columns:' too", Severity.WARNING)


def _of_column(column: Shown, data: Dataset) -> Iterator[Problem]:
    """What is printed as a number is one: words would stand among them unaligned and uncounted."""
    cells = [cell for cell in column.cells if cell]
    strangers = [cell for cell in cells if data.number(cell) is None]
    if column.kind == "date":
        yield from _dates(column)
        return
    hint = "a number has no signs between its thousands; leave the cell empty where there is none"
    if column.kind != "text" and column.format:
        if len(strangers) == len(cells) and cells:
            message = f"the column {quoted(column.name)} holds words, and is printed as numbers"
            yield complaint(column.format.column, RULE, message, "leave its format out")
        else:
            for cell in strangers:
                message = (
                    f"{quoted(cell)} is no number, and {quoted(column.name)} is a column of such"
                )
                yield complaint(cell, RULE, message, _plainly(cell, data) or hint)
    elif not column.format and 0 < len(strangers) < len(cells) * (1 - MOSTLY):
        message = f"{quoted(strangers[0])} is no number, unlike the rest of {quoted(column.name)}"
        end = f"or write ':formats: {column.name}: text'"
        hint = _plainly(strangers[0], data) or f"{hint}; {end}"
        yield complaint(strangers[0], RULE, message, hint, Severity.WARNING)
    yield from _shares(column)


def _plainly(cell: str, data: Dataset) -> str:
    """How a number is written that has signs between its thousands."""
    plain = data.ungrouped(cell)
    return f"write {plain}: a number has no signs between its thousands" if plain else ""


def _dates(column: Shown) -> Iterator[Problem]:
    """A date that cannot be read cannot be written in the brief's language."""
    for cell in column.cells:
        try:
            When.parse(cell or "2000")
        except ValueError as fault:
            message = f"{quoted(cell)} is no date, and {quoted(column.name)} is a column of such"
            yield complaint(cell, RULE, message, str(fault))


def _shares(column: Shown) -> Iterator[Problem]:
    """0.6 printed as 0.6 % is a mistake of a factor of a hundred that nobody sees."""
    numbers = [number for number in column.numbers if number]
    format_ = column.format
    if not numbers or not format_ or not format_.percent or format_.fraction:
        return
    if all(abs(number) <= 1 for number in numbers):
        message = f"no number of {quoted(column.name)} is more than 1 %"
        hint = f"where 1 is the whole, write '{column.name}: fraction {format_.pattern}'"
        yield complaint(format_.column, RULE, message, hint, Severity.WARNING)


def _totals(block: TableBlock, columns: Sequence[Shown]) -> Iterator[Problem]:
    """What is added up are numbers, and all of them."""
    asked = {str(item.column): item.column for item in block.total if item.column is not None}
    everything = any(item.column is None for item in block.total)
    for at, column in enumerate(columns):
        name = asked.get(str(column.name))
        if name is not None and not at:
            message = "the first column names the total, and has none"
            yield complaint(name, RULE, message, "put a column of words or years before it")
        elif name is not None and column.kind != "number":
            what = {"plain": "years", "date": "dates"}.get(column.kind, "words")
            yield complaint(name, RULE, f"{quoted(name)} holds {what}, which have no total")
        elif (name is not None or (everything and at and column.adds_up)) and not block.note:
            yield from _gaps(column, name)


def _gaps(column: Shown, name: Words | None) -> Iterator[Problem]:
    """A total over gaps looks like one of the whole, unless a note says what it is."""
    gaps = sum(not cell for cell in column.cells)
    if gaps and gaps < len(column.cells):
        many = f"{gaps} empty cells" if gaps > 1 else "an empty cell"
        message = f"the total of {quoted(column.name)} leaves out {many}"
        at = name if name is not None else column.name
        yield complaint(at, RULE, message, "say so in ':note:'", Severity.WARNING)
