"""Further facts of a ticket: what the steps of finishing add, as lines and as lists."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from briefpack.finishing.tickets.ticket import Ticket
from briefpack.finishing.tickets.values import Line, Words, is_list, named, said
from briefpack.numerals import ranges

PASSED = "passed"
MM = "mm"
_WORDS = re.compile(r"\w+")


class List(NamedTuple):
    """Several facts of one kind, as the checks that were made."""

    label: str
    items: Sequence[str]


class Row(NamedTuple):
    """A line that says several particulars at once, the first of which must be there."""

    takes: Sequence[str]
    say: Callable[[Ticket, Words], str]


def further(ticket: Ticket, words: Words) -> Iterator[Line]:
    """A line for each row that has something to say, and for each particular that no row takes."""
    known = ticket.particulars
    for name, row in ROWS.items():
        if row.takes[0] in known:
            yield Line(words[f"ticket-{name}"], row.say(ticket, words))
    taken = {name for row in ROWS.values() for name in row.takes}
    for name, value in known.items():
        if name not in taken and not is_list(value):
            unit = f" {MM}" if name.endswith(f"_{MM}") else ""
            yield Line(_label(name, words), said(value, ticket) + unit)


def lists(ticket: Ticket, words: Words) -> list[List]:
    """What finishing has several of."""
    taken = {name for row in ROWS.values() for name in row.takes}
    return [
        List(_label(name, words), [_item(item, ticket, words) for item in value])
        for name, value in ticket.particulars.items()
        if name not in taken and is_list(value) and value
    ]


def _label(name: str, words: Words) -> str:
    """What a particular is called: "slug_mm" by the word `ticket-slug`, or as it is."""
    return words.get(f"ticket-{name.removesuffix(f'_{MM}').replace('_', '-')}", name)


def _item(item: Any, ticket: Ticket, words: Words) -> str:
    """One of a list: in the words for such, by a key that only these have; or as it is."""
    say = next((ITEMS[key] for key in ITEMS if isinstance(item, Mapping) and key in item), None)
    return say(item, ticket, words) if say else said(item, ticket)


def _check(item: Mapping[str, Any], _: Ticket, words: Words) -> str:
    """A check of the finished file: its name alone, where it passed."""
    check, outcome = str(item["check"]), str(item.get("outcome", PASSED))
    name = words.get(f"ticket-check-{slug(check)}", check)
    return name if outcome == PASSED else f"{name}: {named('outcome', outcome, words)}"


def _pair(item: Mapping[str, Any], ticket: Ticket, words: Words) -> str:
    """Two colours that are alike in grey: "line #f8dfd9/#ffffff 1.25, p. 8"."""
    kind = words.get(f"ticket-pair-{slug(str(item['kind']))}", str(item["kind"]))
    colours = "/".join(map(str, item["colours"]))
    contrast = said(item["contrast_in_grey"], ticket)
    return words["ticket-pair"].format(
        kind=kind, colours=colours, contrast=contrast, pages=ranges(item["pages"])
    )


ITEMS: Mapping[str, Callable[[Mapping[str, Any], Ticket, Words], str]] = {
    "check": _check,
    "contrast_in_grey": _pair,
}
"""A key of something listed -> how it is told."""


def slug(name: str) -> str:
    """A name as a key: "There is bleed" -> "there-is-bleed"."""
    return "-".join(_WORDS.findall(name.lower()))


def _profile(ticket: Ticket, words: Words) -> str:
    """The profile that colours were separated by, whose it is, and its file."""
    known = ticket.particulars
    name, origin = said(known["profile"], ticket), known.get("profile_origin")
    found = [named("origin", origin, words)] if origin else []
    found += [said(known["profile_file"], ticket)] if "profile_file" in known else []
    return f"{name} ({': '.join(found)})" if found else name


def _inks(ticket: Ticket, words: Words) -> str:
    known = ticket.particulars
    inks = said(known["inks"], ticket)
    if "ink_limit" not in known:
        return inks
    return f"{inks}; " + words["ticket-ink-limit"].format(limit=said(known["ink_limit"], ticket))


def _bleed(ticket: Ticket, words: Words) -> str:
    known = ticket.particulars
    bleed = f"{said(known['bleed_mm'], ticket)} mm"
    if "slug_mm" not in known:
        return bleed
    return f"{bleed}; " + words["ticket-slug"].format(slug=said(known["slug_mm"], ticket))


def _creep(ticket: Ticket, words: Words) -> str:
    """How far inner sheets of a booklet are pushed out by the others."""
    return words["ticket-creep-of"].format(creep=said(ticket.particulars["creep_mm"], ticket))


ROWS: Mapping[str, Row] = {
    "creep": Row(("creep_mm",), _creep),
    "profile": Row(("profile", "profile_file", "profile_origin", "condition"), _profile),
    "inks": Row(("inks", "ink_limit"), _inks),
    "bleed": Row(("bleed_mm", "slug_mm"), _bleed),
}
"""A group of `ticket-` words -> the line."""
