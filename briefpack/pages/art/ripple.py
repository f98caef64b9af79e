"""The ground of a full-page quotation: rings about the upper corner, and an opening mark."""

from briefpack.pages.art.canvas import SIGNAL, canvas, rings
from briefpack.paper import Paper

MARK = (
    "M0 8.6V4.9C0 2.2 1.5.5 4.2 0l.5 1.2C3 1.8 2.3 2.8 2.3 4.4h2.3v4.2z"
    "M6.6 8.6V4.9C6.6 2.2 8.1.5 10.8 0l.5 1.2C9.6 1.8 8.9 2.8 8.9 4.4h2.3v4.2z"
)
"""An opening quotation mark, 11.3 by 8.6 mm."""


def draw(paper: Paper) -> str:
    """An SVG of the paper's size in millimetres."""
    corner = (paper.width * 0.94, paper.height * 0.06)
    mark = f'<path d="{MARK}" fill="{SIGNAL}" transform="translate(28.6 65) scale(1.25)"/>'
    return canvas(paper, [rings(corner, [12.0 * step for step in range(1, 30)]), mark])
