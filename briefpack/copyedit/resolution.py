"""Pictures have enough pixels for the size at which they are printed."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from briefpack import measures
from briefpack.blocks.figure import FigureBlock, Placed, figures
from briefpack.brief import Manuscript
from briefpack.paper import PAPERS, Paper
from briefpack.pictures import Picture, Size, dots_per_inch
from briefpack.pictures.placing import printed
from briefpack.problem import Problem, Refused, Severity, quoted
from briefpack.shelf import LAYOUTS, folders
from briefpack.words import complaint

SHARP = 200
"""Dots per inch that a picture is expected to have in print; 300 is as good as it gets."""

COARSE = 100
"""With fewer than these, its pixels are seen."""


class Look(NamedTuple):
    """The grid of the pages, and their paper."""

    grid: Mapping[str, float]
    paper: Paper


def check(manuscript: Manuscript, shelf: Path = LAYOUTS) -> Iterator[Problem]:
    """A picture from a web page or a chat is often large enough for a screen, and not for paper.

    The grid that counts is that of the brief's own layout and paper; another paper asked for on the
    command line differs by little.
    """
    if not manuscript.pictures:
        return
    try:
        look = _look(manuscript, shelf)
    except Refused as refused:
        yield from refused.problems
        return
    for placed in figures(manuscript.tokens):
        picture = manuscript.pictures.get((str(placed.figure.argument), placed.figure.number))
        if look and picture and picture.kind == "pixels":
            yield from _check(placed, picture, printed(placed, picture, *look))


def _look(manuscript: Manuscript, shelf: Path) -> Look | None:
    """None where the layout has none: composing says so."""
    settings = measures.settings(folders(shelf, manuscript.brief.layout))
    try:
        paper = PAPERS[manuscript.brief.paper or settings["paper"]]
        return Look(measures.grid(settings, paper), paper)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _check(placed: Placed, picture: Picture, size: Size) -> Iterator[Problem]:
    dots = dots_per_inch(picture.width, size.width)
    if dots >= SHARP:
        return
    name = placed.figure.argument
    message = (
        f"{quoted(name)} has {picture.width:.0f} × {picture.height:.0f} pixels: "
        f"{int(dots)} dots per inch at its {size.width:.0f} mm in print, expected {SHARP} or more"
    )
    severity = Severity.ERROR if dots < COARSE else Severity.WARNING
    yield complaint(name, "resolution", message, _hint(placed.figure, picture), severity)


def _hint(figure: FigureBlock, picture: Picture) -> str:
    widest = int(picture.width / SHARP * 25.4)
    if widest < 10:
        return "take a larger picture"
    written = "" if figure.width is None else " there"
    return f"take a larger picture, or write ':width: {widest} mm'{written}"
