"""The faces that lines are measured in, each read when first asked for."""

from functools import cache

from briefpack import fonts
from briefpack.pages.measure import Measure, of

FACES = {"title": ("Spectral", 300), "sans": ("Fira Sans", 400)}
"""The names by which templates ask for a face -> its family and weight."""


@cache
def face(name: str) -> Measure:
    """A face of the table, measured."""
    return of(fonts.upright(*FACES[name]))
