"""The graphics state, as far as the checks ask for it. (ISO 32000-1, 8.4.)"""

from dataclasses import dataclass
from typing import Any

from briefpack.paper import Box
from briefpack.preflight.sheet.geometry import EVERYWHERE, IDENTITY, Matrix
from briefpack.preflight.sheet.painted import BLACK, Colour

TEXT_MODES = {
    0: ("fill",),
    1: ("stroke",),
    2: ("fill", "stroke"),
    4: ("fill",),
    5: ("stroke",),
    6: ("fill", "stroke"),
}
"""How text is painted (ISO 32000-1, table 106); in other modes it is not."""


@dataclass(frozen=True, slots=True)
class State:
    """What holds at a point of a content stream: `width` of lines, `mode`, `size` and `font` of
    text.
    """

    matrix: Matrix = IDENTITY
    clip: Box = EVERYWHERE
    fill: Colour = BLACK
    stroke: Colour = BLACK
    width: float = 1.0
    mode: int = 0
    size: float = 1.0
    font: Any = None
