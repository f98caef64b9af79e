"""The ground of a full-page quotation: rings about the upper corner."""

from briefpack.pages.art.canvas import Ground, canvas, rings

APART = 12.0
"""Millimetres between two rings."""
RINGS, FRAMED = 29, 3
"""How many fill a page; and how many stand above the words, where they are dark upon white."""


def draw(ground: Ground) -> str:
    """An SVG of the ground's size in millimetres."""
    corner = (ground.width * 0.94, ground.height * 0.06)
    radii = [APART * step for step in range(1, (FRAMED if ground.framed else RINGS) + 1)]
    return canvas(ground, [rings(corner, radii, ground.colours.ring)])
