"""Cover pictures that a layout can draw: one file each, full bleed, from geometry or from data."""

from collections.abc import Callable, Mapping
from pathlib import Path

from briefpack.brief import Brief
from briefpack.pages.art import chronology, opening, own, ripple, trajectories
from briefpack.pages.art.canvas import Ground

ART: Mapping[str, Callable[[Brief, Ground], str]] = {
    "chronology": chronology.draw,
    "trajectories": trajectories.draw,
}
"""Name in `cover.art` -> drawing; each returns an SVG of the ground's size in millimetres."""


def cover(brief: Brief, folder: Path, ground: Ground) -> str:
    """The cover's SVG: drawn here, or the brief's own file.

    A file was drawn for a page that it fills: within a frame the chronology stands for it.
    """
    name = str(brief.cover.art)
    if name in ART:
        return ART[name](brief, ground)
    if ground.framed:
        return chronology.draw(brief, ground)
    return own.placed((folder / name).read_text("utf-8"), ground)


def quotation(ground: Ground) -> str:
    """The ground of a quotation on a page of its own."""
    return ripple.draw(ground)


def opening_mark(language: str, colour: str) -> str:
    """The quotation mark that stands large before a quotation."""
    return opening.draw(language, colour)
