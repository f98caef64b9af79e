"""Cover pictures that a layout can draw: one file each, full bleed, from geometry or from data."""

from collections.abc import Callable, Mapping
from pathlib import Path

from briefpack.brief import Brief
from briefpack.pages.art import chronology, opening, ripple, trajectories
from briefpack.paper import Paper

ART: Mapping[str, Callable[[Brief, Paper], str]] = {
    "chronology": chronology.draw,
    "trajectories": trajectories.draw,
}
"""Name in `cover.art` -> drawing; each returns an SVG of the paper's size in millimetres."""


def cover(brief: Brief, folder: Path, paper: Paper) -> str:
    """The cover's SVG: drawn here, or the brief's own file."""
    name = str(brief.cover.art)
    if name in ART:
        return ART[name](brief, paper)
    return (folder / name).read_text("utf-8")


def quotation(paper: Paper) -> str:
    """The ground of a quotation on a page of its own."""
    return ripple.draw(paper)


def opening_mark(language: str, colour: str) -> str:
    """The quotation mark that stands large before a quotation."""
    return opening.draw(language, colour)
