"""The faces that lines are measured in, each read when first asked for."""

from functools import cache

from briefpack import fonts
from briefpack.pages.measure import Measure, of

FACES = {
    "title": ("Spectral", 300),
    "event": ("Spectral", 500),
    "sans": ("Fira Sans", 400),
    "date": ("Fira Sans", 500),
    "label": ("Fira Sans", 600),
}
"""The names by which templates and the timeline ask for a face -> its family and weight."""


@cache
def face(name: str) -> Measure:
    """A face of the table, measured."""
    return of(fonts.upright(*FACES[name]))
