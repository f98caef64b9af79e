"""Editions: a table, a row for each thing that can be delivered."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edition:
    """How a brief leaves the building.

    `page_layout` and `duplex` are names of ISO 32000-1, tables 28 and 150; `suffix` is put behind
    the file's name.
    """

    name: str
    suffix: str
    page_layout: str
    duplex: str


EDITIONS = {
    "screen": Edition("screen", "", "TwoPageRight", "DuplexFlipLongEdge"),
}
