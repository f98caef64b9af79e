"""Editions: a table, a row for each thing that can be delivered."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edition:
    """How a brief leaves the building.

    `purpose` says in a line what it is for. Editions with the same `format` are laid out once: it
    is a folder of the layout's `formats`, or nothing for the layout as it is. A `folded` one has
    pages of half the paper; pages come in multiples of `multiple`; `follows` names the edition
    whose page numbers stand in the margin as well. `steps` are what finishing does with the
    painted pages, by the names in `finishing.steps`; `on_paper` says that a print room prints it,
    and gets a ticket.

    `page_layout`, `duplex` and `scaling` are names of ISO 32000-1, tables 28 and 150.
    """

    name: str
    purpose: str
    format: str = ""
    folded: bool = False
    multiple: int = 1
    follows: str = ""
    bleeds: bool = False
    steps: tuple[str, ...] = ()
    on_paper: bool = True
    page_layout: str = "TwoPageRight"
    duplex: str = "DuplexFlipLongEdge"
    scaling: str = "None"

    @property
    def suffix(self) -> str:
        """What is put behind the file's name."""
        return "" if self.name == DEFAULT else f"-{self.name}"


DEFAULT = "screen"
ALL = "all"
"""Stands for every edition."""

EDITIONS = {
    row.name: row
    for row in (Edition(DEFAULT, "to read on a screen and to attach to mail", on_paper=False),)
}


def by_format(rows: Iterable[Edition]) -> dict[tuple[str, bool], list[Edition]]:
    """The editions that share their pages, by format and fold; each group is laid out once."""
    groups: dict[tuple[str, bool], list[Edition]] = {}
    for row in rows:
        groups.setdefault((row.format, row.folded), []).append(row)
    return groups
