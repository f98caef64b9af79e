"""Editions: a table, a row for each thing that can be delivered."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Edition:
    """How a brief leaves the building.

    `purpose` says in a line what it is for. Editions with the same `format` are laid out once: it
    is a folder of the layout's `formats`, or nothing for the layout as it is. A `folded` one has
    pages of half the paper, and a `doubled` one sheets of twice its size; pages come in multiples
    of `multiple`; `follows` names the edition whose page numbers stand in the margin as well.
    `checks` are the groups of checks that its painted pages go through, by the names in
    `preflight.checks`; `steps` are what finishing does with them, by those in `finishing.steps`,
    and `finished` the groups that the file goes through then. `on_paper` says that a print room
    prints it, and gets a ticket.

    `page_layout`, `duplex` and `scaling` are names of ISO 32000-1, tables 28 and 150.
    """

    name: str
    purpose: str
    format: str = ""
    folded: bool = False
    doubled: bool = False
    multiple: int = 1
    follows: str = ""
    bleeds: bool = False
    checks: tuple[str, ...] = ("pages",)
    steps: tuple[str, ...] = ()
    finished: tuple[str, ...] = ()
    on_paper: bool = True
    page_layout: str = "TwoPageRight"
    duplex: str = "DuplexFlipLongEdge"
    scaling: str = "None"

    @property
    def suffix(self) -> str:
        """What is put behind the file's name."""
        return "" if self.name == DEFAULT else f"-{self.name}"

    def files(self, target: Path) -> list[Path]:
        """What is written where the edition goes to `target`: the PDF, and its ticket."""
        return [target, *(ticket_beside(target, end) for end in TICKETS if self.on_paper)]


TICKETS = (".pdf", ".json")
"""A ticket is written for people and for machines."""


def ticket_beside(target: Path, ending: str) -> Path:
    """Where the ticket of an edition stands whose PDF is `target`."""
    stem = target.stem if target.suffix.lower() == ".pdf" else target.name
    return target.with_name(f"{stem}-ticket{ending}")


DEFAULT = "screen"
ALL = "all"
"""Stands for every edition."""

EDITIONS = {
    row.name: row
    for row in (
        Edition(
            DEFAULT,
            "to read on a screen and to attach to mail",
            checks=("pages", "reading", "mail"),
            on_paper=False,
        ),
        Edition(
            "office",
            "to print on both sides in an office",
            format="office",
            multiple=2,
            checks=("pages", "reading", "paper"),
        ),
        Edition(
            "booklet",
            "to fold and staple, two pages on each side of a sheet",
            format="booklet",
            folded=True,
            multiple=4,
            checks=("pages", "paper"),
            steps=("booklet",),
            page_layout="SinglePage",
            duplex="DuplexFlipShortEdge",
        ),
        Edition(
            "full-booklet",
            "to fold and staple, two full pages on each side of a sheet of twice the size",
            format="office",
            doubled=True,
            multiple=4,
            checks=("pages", "paper"),
            steps=("booklet",),
            page_layout="SinglePage",
            duplex="DuplexFlipShortEdge",
        ),
        Edition(
            "handout",
            "for the room: two pages on each side of a sheet, beside lines for notes",
            steps=("handout",),
            page_layout="SinglePage",
        ),
        Edition(
            "press",
            "for a print shop: PDF/X-4 in printing inks, with bleed and printer's marks",
            bleeds=True,
            steps=("separate", "mark", "seal"),
            finished=("press",),
            page_layout="SinglePage",
        ),
        Edition(
            "large",
            "in large print, with the page numbers of the main edition in the margin",
            format="large",
            follows=DEFAULT,
            checks=("pages", "reading", "paper"),
            page_layout="SinglePage",
            duplex="Simplex",
        ),
        Edition(
            "mono",
            "a proof in greys, and what they do not tell apart",
            checks=("pages", "reading"),
            steps=("grey",),
        ),
    )
}


def with_followed(rows: Iterable[Edition]) -> list[Edition]:
    """The editions, and those that they follow before all of them."""
    asked = list(rows)
    followed = [EDITIONS[row.follows] for row in asked if row.follows]
    return list(dict.fromkeys([*followed, *asked]))


def by_format(rows: Iterable[Edition]) -> dict[tuple[str, bool, int], list[Edition]]:
    """The editions that share their pages, by format, fold and multiple; each is laid out once."""
    groups: dict[tuple[str, bool, int], list[Edition]] = {}
    for row in rows:
        groups.setdefault((row.format, row.folded, row.multiple), []).append(row)
    return groups


def checks_once(rows: Iterable[Edition]) -> dict[str, frozenset[str]]:
    """The groups of checks that each edition's painted pages go through, by its name: pages that
    are alike go through each group once, with the first edition that asks for it.
    """
    found: dict[str, frozenset[str]] = {}
    for alike in by_format(rows).values():
        seen: frozenset[str] = frozenset()
        for row in alike:
            found[row.name] = frozenset(row.checks) - seen
            seen |= found[row.name]
    return found
