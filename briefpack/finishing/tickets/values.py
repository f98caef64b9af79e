"""Values as a ticket shows them: numbers in the brief's language, anything else on one line."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from briefpack.finishing.tickets.ticket import Ticket
from briefpack.numerals import numeral

Words = Mapping[str, str]


class Line(NamedTuple):
    """What a fact is called, and what it is."""

    label: str
    text: str


def number(value: float, ticket: Ticket) -> str:
    """A number as the reader writes it; a whole one has no decimals."""
    whole = int(value) if value == int(value) else value
    return numeral(Decimal(str(whole)), ticket.language)


def size(lengths: Iterable[float], ticket: Ticket) -> str:
    """Lengths as "210 × 297"."""
    return " × ".join(number(length, ticket) for length in lengths)


def said(value: Any, ticket: Ticket) -> str:
    """A value of any kind that JSON can hold."""
    if isinstance(value, Mapping):
        return ", ".join(said(item, ticket) for item in value.values())
    if is_list(value):
        return ", ".join(said(item, ticket) for item in value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return number(value, ticket)
    return str(value)


def is_list(value: Any) -> bool:
    """Whether there are several of it."""
    return isinstance(value, Sequence) and not isinstance(value, str)


def named(field: str, value: Any, words: Words) -> str:
    """What the words call a field's value; one that they do not know is shown as it is."""
    return words.get(f"ticket-{field}-{value}", str(value))
