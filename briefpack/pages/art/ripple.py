"""The ground of a full-page quotation: rings about the upper corner."""

from briefpack.pages.art.canvas import canvas, rings
from briefpack.paper import Paper


def draw(paper: Paper) -> str:
    """An SVG of the paper's size in millimetres."""
    corner = (paper.width * 0.94, paper.height * 0.06)
    return canvas(paper, [rings(corner, [12.0 * step for step in range(1, 30)])])
