"""The ground that a layout gives its pictures: the page with its bleed, or a frame within."""

from briefpack.pages.art.canvas import Colours, Ground
from briefpack.pages.layout import Layout
from briefpack.paper import Paper, column_widths


def ground(layout: Layout, paper: Paper) -> Ground:
    """By `art-colours` and `art-frame` of the layout, as far as there are any.

    A frame is what the margins leave of the page.
    """
    colours = Colours(**layout.settings.get("art-colours", {}))
    if "art-frame" not in layout.settings:
        return Ground(paper.width, paper.height, layout.bleed, colours=colours)
    grid = layout.lengths("grid", paper)
    width, height = column_widths(grid)["wide"], paper.height - grid["top"] - grid["bottom"]
    keep = layout.lengths("art-frame")
    return Ground(width, height, **keep, framed=True, colours=colours)
