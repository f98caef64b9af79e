"""Filling: short words of a brief in which numbers of the ledger stand are printed with these."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefpack.nearest import did_you_mean
from briefpack.problem import Problem, quoted
from briefpack.words import Words, complaint

RULE = "number"
NAMELESS = "this names no number of the ledger"
EXPECTED = "write {n its-id}, or {n its-id bare} for the number without its unit"

CALL = re.compile(r"\{n(?:\s+(?:(?P<id>[a-z][a-z0-9-]*)(?:\s+(?P<form>bare))?\s*|[^{}]*))?\}")
"""A number of the ledger as texts and short fields call it; one without an `id` is a slip."""

Printed = Mapping[tuple[str, str], str]
"""What is printed for each number, by its id and the form in which it is asked for."""


@dataclass(frozen=True, slots=True)
class Call:
    """Where in filled words a number stands: from `start` to `end`, and its id."""

    start: int
    end: int
    id: str


class Filled(Words):
    """Words in which numbers of the ledger stand, as readers see them; `written` are those that the
    author wrote, with `{n its-id}`, and `calls` say where the numbers are.
    """

    written: Words = Words()
    calls: Sequence[Call] = ()


def as_written(words: Words) -> Words:
    """The words as their author wrote them, at their place."""
    return words.written if isinstance(words, Filled) else words


def fill(words: Words, numbers: Printed) -> Words:
    """The words with their numbers; one that is not in the ledger stays as it was written."""
    if "{n" not in words:
        return words
    pieces, calls, at, length = [], [], 0, 0
    for match in CALL.finditer(words):
        number = numbers.get((match["id"] or "", match["form"] or ""))
        if number is not None:
            pieces += [words[at : match.start()], number]
            length += match.start() - at
            calls.append(Call(length, length + len(number), match["id"]))
            at, length = match.end(), length + len(number)
    if not calls:
        return words
    whole = "".join([*pieces, words[at:]])
    filled = Filled(whole, words.place, words.excerpt, words.lines)
    filled.written, filled.calls = words, tuple(calls)
    return filled


def unknown(words: Words, known: Sequence[str]) -> Iterator[Problem]:
    """Complaints of what looks like a number of the ledger and is none."""
    for match in CALL.finditer(words) if "{n" in words else ():
        if match["id"] is None:
            yield complaint(words.at(match.start() + 1), RULE, NAMELESS, EXPECTED)
        elif match["id"] not in known:
            yield missing(words.at(match.start("id")), match["id"], known)


def missing(at: Words, id_: str, known: Sequence[str]) -> Problem:
    """The complaint that the ledger has no number of that name."""
    hint = did_you_mean(id_, known, "declare it in numbers.yaml")
    return complaint(at, RULE, f"the ledger has no number {quoted(id_)}", hint)
