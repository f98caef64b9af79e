"""Allotment: who has which number, and which copies are to be made."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from briefpack.distribution.recipients import RULE, Recipient
from briefpack.distribution.register import NO, YES, Entry
from briefpack.problem import Problem, Severity, quoted
from briefpack.words import complaint

Thing = TypeVar("Thing")

_LONGEST = 60
"""Letters of a holder's name in that of the file."""

_LATIN = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l",
          "ı": "i", "ħ": "h"}  # fmt: skip
"""Letters that are no other letter with an accent -> what passports make of them."""


def allot(known: Sequence[Entry], people: Sequence[Recipient], edition: str) -> list[Entry]:
    """An entry for everybody who ever had a number, by number.

    A number stays with its holder for good, in whatever order the recipients come, and goes to
    nobody else: who is no longer among them stays in the ledger, and newcomers get numbers above
    the last. A holder is known by name and organisation, else by an e-mail address that nobody
    else has.
    """
    found = _matched(known, people)
    last = max((entry.number for entry in known), default=0)
    entries = {entry.number: replace(entry, listed=NO) for entry in known}
    for place, person in enumerate(people):
        if place in found:
            number = found[place].number
        else:
            last = number = last + 1
        before = entries.get(number, Entry(number, ""))
        entries[number] = replace(
            before,
            name=str(person.name),
            organisation=str(person.organisation),
            email=str(person.email),
            edition=str(person.edition or edition),
            note=str(person.note),
            listed=YES,
        )
    return [entries[number] for number in sorted(entries)]


def changes(
    known: Sequence[Entry], people: Sequence[Recipient], entries: Sequence[Entry]
) -> Iterator[Problem]:
    """Warnings where somebody may be taken for another: two of one address, or two of one name."""
    before = {entry.number: entry for entry in known}
    after = {entry.key: entry for entry in entries}
    gone = {entry.name.casefold(): entry for entry in entries if entry.listed == NO}
    for person in people:
        entry = after[person.key]
        held = before.get(entry.number)
        if held and held.name.casefold() != entry.name.casefold():
            message = f"copy {entry.number} was for {quoted(held.name)}, at the same e-mail address"
            hint = "two people with one address need a line each, to have a number each"
            yield complaint(person.name, RULE, message, hint, Severity.WARNING)
        if not held and (other := gone.get(person.name.casefold())):
            message = f"this is copy {entry.number}; copy {other.number} was for {_who(other)}"
            hint = "one person keeps one number, by organisation or e-mail address as in the ledger"
            yield complaint(person.name, RULE, message, hint, Severity.WARNING)


def _who(entry: Entry) -> str:
    return quoted(", ".join(filter(None, (entry.name, entry.organisation))))


def _matched(known: Sequence[Entry], people: Sequence[Recipient]) -> dict[int, Entry]:
    """Which of the people, by their places in the list, hold which entry."""
    by_key = {entry.key: entry for entry in reversed(known)}
    found = {at: by_key[one.key] for at, one in enumerate(people) if one.key in by_key}
    held = {entry.number for entry in found.values()}
    others = _by_address((entry for entry in known if entry.number not in held), lambda e: e.email)
    rest = _by_address(
        (at for at in range(len(people)) if at not in found), lambda at: people[at].email
    )
    return found | {at: others[email] for email, at in rest.items() if email in others}


def _by_address(things: Iterable[Thing], address: Callable[[Thing], str]) -> dict[str, Thing]:
    """Those of the things whose address no other one has, by that."""
    pairs = [(address(thing).casefold(), thing) for thing in things if address(thing)]
    counts = Counter(email for email, _ in pairs)
    return {email: thing for email, thing in pairs if counts[email] == 1}


def file_name(stem: str, entry: Entry, copies: int) -> str:
    """`night-buses-copy-07-Anna-Kowalska.pdf`: the holder in plain Latin letters, as far as can be.

    The number makes it unlike any other.
    """
    digits = max(2, len(str(copies)))
    holder = "-".join(_plain(entry.name))[:_LONGEST].strip("-")
    return "-".join(filter(None, (stem, "copy", f"{entry.number:0{digits}}", holder))) + ".pdf"


def _plain(name: str) -> Iterator[str]:
    """The words of a name in letters that every file system takes."""
    bare = unicodedata.normalize("NFKD", "".join(map(_latin, name)))
    kept = "".join(letter for letter in bare if not unicodedata.combining(letter))
    yield from re.findall(r"[A-Za-z0-9]+", kept.replace("'", "").replace("’", ""))


def _latin(letter: str) -> str:
    small = _LATIN.get(letter.lower(), letter)
    return small.title() if letter.isupper() else small
