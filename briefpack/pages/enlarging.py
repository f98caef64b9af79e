"""Enlarging: charts that are drawn smaller than they are printed, so that their words grow."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import inf

from briefpack import reading
from briefpack.blocks.chart import ChartBlock
from briefpack.paper import Paper, column_widths
from briefpack.pictures.sizing import room

LABEL = "Figure 00 "
SOURCES = "Sources 00, 00, 00"
ROUNDING = 0.1


@dataclass(frozen=True, slots=True)
class Room:
    """What a chart may take when it is printed, in millimetres, `scale` times larger than drawn.

    Where charts are not enlarged there is no end to the `height`.
    """

    width: float
    height: float = inf
    scale: float = 1.0

    def drawn(self, height: float) -> float:
        """The height to draw a chart in that is to have this one; 0 is for the chart to choose."""
        return min(height, self.height / self.scale)

    def holds(self, width: float, height: float) -> bool:
        """Whether a drawing fits once it is enlarged; others are made smaller, words and all."""
        too_wide = width * self.scale > self.width + ROUNDING
        too_high = height * self.scale > self.height + ROUNDING
        return self.scale == 1 or not (too_wide or too_high)


def room_for(
    block: ChartBlock, column: str, edges: float, grid: Mapping[str, float], paper: Paper
) -> Room:
    """The room in a column of that grid, less the edges (mm) of a box around it.

    Beside an enlarged chart there is room on its page for its captions.
    """
    width = column_widths(grid)[column] - edges
    if "scale" not in grid:
        return Room(width)
    within = room("page", grid, paper, tuple(_captions(block)))
    return Room(width, within.height - edges, grid["scale"])


def _captions(block: ChartBlock) -> Iterator[str]:
    """What stands below the chart, each beginning a line; and that its scale begins elsewhere."""
    yield LABEL + reading.text(block.body)
    if block.note:
        yield reading.text(block.note)
    if block.source:
        yield SOURCES
    yield SOURCES
