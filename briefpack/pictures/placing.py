"""Placing: how large the picture of a figure is printed."""

from collections.abc import Iterator, Mapping

from briefpack import reading
from briefpack.blocks.figure import FigureBlock, Placed
from briefpack.paper import Paper
from briefpack.pictures.picture import Picture
from briefpack.pictures.sizing import Size, room, size

_LABEL = "Figure 00 "


def printed(placed: Placed, picture: Picture, grid: Mapping[str, float], paper: Paper) -> Size:
    """The size of a figure's picture on a page of that grid, with room for its caption below."""
    within = room(placed.column, grid, paper, tuple(_captions(placed.figure)))
    return size(picture.width / picture.height, within, placed.figure.wide(within.width))


def _captions(figure: FigureBlock) -> Iterator[str]:
    """What stands below the picture, each beginning a line."""
    if figure.body:
        yield _LABEL + reading.text(figure.body)
    if figure.credit:
        yield reading.text(figure.credit)
