"""Puts the numbers of the ledger where the content calls for them: `{n launches-2025}`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from briefpack import reading
from briefpack.brief import Brief, Number, Prose
from briefpack.dataset import Dataset
from briefpack.ledger import filling
from briefpack.manuscript.gathering import Bundle
from briefpack.manuscript.nodes import Record, Series
from briefpack.problem import Problem
from briefpack.words import Words

if TYPE_CHECKING:
    from markdown_it.token import Token

KEY = "numbers"
UNTOUCHED = (KEY, "quotes", "sources", "parts", "paragraphs")
"""Keys below which nothing is filled in: exact words, names, and texts that are parsed later."""


@dataclass(slots=True)
class Clerk:
    """Who keeps the ledger: what is printed for each number, and the ids that there are.

    `lost` says that part of the ledger could not be read: then no id is said to be unknown.
    """

    printed: dict[tuple[str, str], str] = field(default_factory=dict)
    numbers: dict[str, Number] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    lost: bool = False
    problems: list[Problem] = field(default_factory=list)

    def fill(self, words: Words) -> Words:
        """Words with their numbers; an unknown one is complained of."""
        if "{n" not in words:
            return words
        if not self.lost:
            self.problems += filling.unknown(words, sorted(self.known))
        return filling.fill(words, self.printed)

    def settle_all(self, texts: Iterable[Prose], asides: Iterable[Token]) -> None:
        """Give the numbers of all texts and short fields their words."""
        for text in texts:
            self.settle(text.tokens)
        self.settle(asides)

    def settle(self, tokens: Iterable[Token]) -> None:
        """Give each number among tokens its words, and blocks theirs.

        Of a short field it may be said here again that a number is unknown: at the same place, in
        the same words.
        """
        for token in reading.walk(tokens):
            if token.type == "number":
                self._number(token)
            elif token.type == "block":
                token.meta["block"] = self._block(token.meta["block"])

    def cells(self, data: Mapping[str, Dataset]) -> dict[str, Dataset]:
        """The data, in which a cell may call a number: it holds that number in plain digits."""
        return {name: self._dataset(one) for name, one in data.items()}

    def _number(self, token: Token) -> None:
        target = token.meta["number"]
        words = self.printed.get((str(target), token.meta["form"]))
        if words is not None:
            token.content = words
        elif not self.lost and target not in self.known:
            self.problems.append(filling.missing(target, str(target), sorted(self.known)))

    def _block(self, block: Any) -> Any:
        found = {
            name: self.fill(value)
            for name, value in block
            if isinstance(value, Words) and "{n" in value
        }
        return block.model_copy(update=found) if found else block

    def _dataset(self, data: Dataset) -> Dataset:
        if not any("{n" in cell for row in data.rows for cell in row):
            return data
        rows = [[self._cell(cell, data.comma) for cell in row] for row in data.rows]
        return replace(data, rows=rows)

    def _cell(self, cell: Words, comma: bool) -> Words:
        """A cell that is a number of the ledger and nothing else is read as that number."""
        match = filling.CALL.fullmatch(cell.strip())
        number = self.numbers.get(match["id"] or "") if match else None
        if number is None:
            return self.fill(cell)
        plain = f"{number.amount:f}".replace(".", "," if comma else ".")
        return filling.fill(cell, _alike(number, plain))


def keep(bundle: Bundle) -> Clerk:
    """Read the ledger before all else, and fill its numbers into the content tree.

    What is wrong with the ledger itself is said where the whole tree is fitted to the model.
    """
    clerk = Clerk(lost=KEY in bundle.unread or "brief" in bundle.unread)
    _read(bundle.data, clerk)
    for key in bundle.data:
        if key not in UNTOUCHED:
            bundle.data[key] = _filled(bundle.data[key], clerk)
    glance = bundle.data.get("glance")
    for fact in _records(glance.get("facts") if isinstance(glance, Record) else None):
        _complete(fact, clerk)
    return clerk


def _read(data: Record, clerk: Clerk) -> None:
    ledger = data.get(KEY)
    entries = list(_records(ledger.get(KEY) if isinstance(ledger, Record) else None))
    if not entries:
        return
    from briefpack.ledger import printing

    language = data.get("language")
    for entry in entries:
        if isinstance(entry.get("id"), Words):
            clerk.known.add(str(entry["id"]))
        try:
            number = Number.model_validate(entry)
        except ValidationError:
            continue
        clerk.numbers.setdefault(str(number.id), number)
    spoken = str(language) if isinstance(language, Words) else "en"
    clerk.printed = printing.wording(list(clerk.numbers.values()), spoken)


def _filled(value: Any, clerk: Clerk) -> Any:
    """The value with its numbers; lists and mappings are changed where they stand."""
    if isinstance(value, Words):
        return clerk.fill(value)
    if isinstance(value, Record):
        if called := _in_braces(value):
            return clerk.fill(called)
        for key in value:
            value[key] = _filled(value[key], clerk)
    elif isinstance(value, Series):
        value[:] = [_filled(item, clerk) for item in value]
    return value


def _in_braces(value: Record) -> Words | None:
    """The words that YAML takes for a mapping: `value: {n launches-2025}`, without quotes."""
    if len(value) != 1:
        return None
    [(key, nothing)] = value.items()
    if nothing is not None or key.split(" ")[0] != "n":
        return None
    mark = value.key(key)
    return mark.instead(f"{{{key}}}")


def _complete(fact: Record, clerk: Clerk) -> None:
    """A fact that shows a number of the ledger, and nothing else, has its unit and source of it,
    unless it has its own.
    """
    from briefpack.ledger.printing import HUNDREDTHS

    value = fact.get("value")
    if not isinstance(value, filling.Filled) or not filling.CALL.fullmatch(value.written):
        return
    number = clerk.numbers[value.calls[0].id]
    unit = number.unit if not number.before and number.unit != HUNDREDTHS else None
    if unit is not None:
        bare = clerk.printed[str(number.id), "bare"]
        fact["value"] = filling.fill(value.written, _alike(number, bare))
        fact["unit"] = fact.get("unit") or unit
    if fact.get("source") is None and number.source:
        fact["source"] = [one.model_dump(by_alias=True) for one in number.source]


def _alike(number: Number, words: str) -> dict[tuple[str, str], str]:
    """The same words for every form of a number."""
    from briefpack.ledger.printing import FORMS

    return {(str(number.id), form): words for form in FORMS}


def _records(value: Any) -> Iterator[Record]:
    """The mappings among the entries of what may be a list."""
    if isinstance(value, Series):
        yield from (entry for entry in value if isinstance(entry, Record))


def drawn_on(brief: Brief) -> Iterator[Words]:
    """The files of data in which the ledger's numbers stand."""
    for number in brief.numbers.numbers if brief.numbers else ():
        if number.data and number.data.file is not None:
            yield number.data.file
