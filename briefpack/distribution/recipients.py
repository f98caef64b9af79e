"""The recipients: who gets a copy, as a CSV file names them, each fit to be printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefpack.distribution import table
from briefpack.distribution.printable import unprintable
from briefpack.nearest import did_you_mean
from briefpack.problem import Place, Problem, Refused, quoted
from briefpack.words import Words, complaint

RULE = "recipients"

COLUMNS = {
    "name": ("nom", "holder", "full name", "vollständiger name"),
    "organisation": ("organization", "company", "organisme", "société", "institution", "firma",
                     "organisation/firma", "behörde"),
    "e-mail": ("mail", "e-mail address", "e-mail-adresse", "courriel", "adresse e-mail"),
    "edition": ("ausgabe", "édition"),
    "note": ("notes", "notiz", "anmerkung", "bemerkung", "remarque"),
}  # fmt: skip
"""The columns, and by what else spreadsheets in English, German and French call them."""

_PARTS = ("first name", "given name", "last name", "family name", "surname", "vorname", "nachname",
          "prénom", "nom de famille")  # fmt: skip
_JOINED = dict.fromkeys(_PARTS, "join first and last name in one column, 'name'")

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who gets a copy; an empty `edition` is the one that the run is for."""

    name: Words
    organisation: Words
    email: Words
    edition: Words
    note: Words

    @property
    def key(self) -> tuple[str, str]:
        """What tells one holder from another, on paper too; case does not count."""
        return self.name.casefold(), self.organisation.casefold()


def read(path: Path, editions: Sequence[str]) -> list[Recipient]:
    """The recipients in the file's order; `Refused` with everything that is wrong with any."""
    people = [
        Recipient(row["name"], row["organisation"], row["e-mail"], _small(row), row["note"])
        for row in table.read(path, COLUMNS, ["name"], _JOINED).rows
    ]
    problems = [problem for person in people for problem in _faults(person, editions)]
    problems += _twice(people)
    if not people:
        message = "the file names nobody"
        hint = "write a line for each copy"
        problems.append(Problem(Place(path.as_posix()), RULE, message, hint))
    if problems:
        raise Refused(problems)
    return people


def _small(row: table.Row) -> Words:
    """The edition in small letters: spreadsheets like to begin a cell with a capital."""
    return row["edition"].instead(row["edition"].lower())


def _faults(person: Recipient, editions: Sequence[str]) -> Iterator[Problem]:
    if not any(map(str.isalnum, person.name)):
        message = "a recipient has no name"
        yield complaint(person.name, RULE, message, "each copy is printed with its holder's name")
    for words in (person.name, person.organisation):
        yield from unprintable(words, RULE)
    if person.email and not _ADDRESS.fullmatch(person.email):
        yield complaint(person.email, RULE, f"{quoted(person.email)} is no e-mail address")
    if person.edition and person.edition not in editions:
        message = f"there is no edition {quoted(person.edition)} of this brief"
        yield complaint(person.edition, RULE, message, did_you_mean(person.edition, editions))


def _twice(people: Iterable[Recipient]) -> Iterator[Problem]:
    """Nobody gets two copies, and nobody's copy can be taken for another's."""
    lines: dict[tuple[str, str], int] = {}
    for person in people:
        first = lines.setdefault(person.key, person.name.place.line)
        if first != person.name.place.line and person.name:
            who = ", ".join(filter(None, (person.name, person.organisation)))
            message = f"{quoted(who)} stands in line {first} already"
            hint = "one copy each; tell two people of one name apart by their organisations"
            yield complaint(person.name, RULE, message, hint)
