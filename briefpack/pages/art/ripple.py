"""The ground of a full-page quotation: rings about the upper corner, and an opening mark."""

from briefpack.pages.art.circles import circles
from briefpack.paper import Paper

INK, RING, GLOW = "#13263b", "#31475d", "#e0583f"
MARK = "M0 8.6V4.9C0 2.2 1.5.5 4.2 0l.5 1.2C3 1.8 2.3 2.8 2.3 4.4h2.3v4.2zM6.6 8.6V4.9C6.6 2.2 8.1.5 10.8 0l.5 1.2C9.6 1.8 8.9 2.8 8.9 4.4h2.3v4.2z"
"""An opening quotation mark, 11.3 by 8.6 mm."""


def draw(paper: Paper) -> str:
    """An SVG of the paper's size in millimetres."""
    centre = (paper.width * 0.94, paper.height * 0.06)
    rings = circles(centre, [12.0 * step for step in range(1, 30)])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {paper.width} {paper.height}" '
        f'width="{paper.width}mm" height="{paper.height}mm">'
        f'<rect width="{paper.width}" height="{paper.height}" fill="{INK}"/>'
        f'<path d="{rings}" fill="none" stroke="{RING}" stroke-width=".2"/>'
        f'<path d="{MARK}" fill="{GLOW}" transform="translate(28.6 65) '
        f'scale(1.25)"/></svg>'
    )
