"""The plates: each figure's picture at its printed size, ready for the press."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from briefpack import pictures
from briefpack.blocks.figure import Placed, figures
from briefpack.brief import Manuscript
from briefpack.paper import Paper
from briefpack.pictures.placing import printed
from briefpack.problem import Problem, Refused, quoted
from briefpack.words import complaint


@dataclass(frozen=True, slots=True)
class Plate:
    """A picture as a template places it: how, its URL and file, and its size in millimetres."""

    place: str
    url: str
    file: Path
    width: float
    height: float


def plates(manuscript: Manuscript, grid: Mapping[str, float], paper: Paper) -> Mapping[int, Plate]:
    """The plate of each figure, by the identity of its block.

    `Refused` where a picture has changed since it was looked at, and is no longer sound.
    """
    made: dict[int, Plate] = {}
    problems: list[Problem] = []
    for placed in figures(manuscript.tokens):
        try:
            made[id(placed.figure)] = _plate(manuscript, placed, grid, paper)
        except pictures.Unfit as fault:
            name = placed.figure.argument
            problems.append(complaint(name, "figure", f"{quoted(name)} {fault}", fault.hint))
    if problems:
        raise Refused(problems)
    return made


def _plate(
    manuscript: Manuscript, placed: Placed, grid: Mapping[str, float], paper: Paper
) -> Plate:
    figure = placed.figure
    picture = manuscript.pictures[str(figure.argument), figure.number]
    size = printed(placed, picture, grid, paper)
    if picture.kind == "drawing":
        file, url = picture.path, str(figure.argument)
    else:
        file, url = pictures.prepare(picture, size)
    return Plate(placed.place, url, file, size.width, size.height)
