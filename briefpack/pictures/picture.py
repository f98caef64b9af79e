"""What is known of a picture before it is printed."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal

Kind = Literal["drawing", "page", "pixels"]
"""An SVG drawing, a page of a PDF, or a PNG or JPEG picture."""

ENDINGS: Mapping[str, Kind] = MappingProxyType(
    {".svg": "drawing", ".png": "pixels", ".jpg": "pixels", ".jpeg": "pixels", ".pdf": "page"}
)
"""What a picture is, by the end of its file's name."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that was found sound.

    `width` and `height` are as it stands upright: in pixels, of a page in points, of a drawing in
    units of its own. `digest` is the SHA-256 of the file; `number` counts the pages of a PDF from
    1. `remarks` say what will be lost in print, each in a clause.
    """

    kind: Kind
    path: Path
    digest: str
    width: float
    height: float
    number: int = 1
    remarks: tuple[str, ...] = ()


class Unfit(ValueError):
    """A file that cannot be printed: why, as a clause that goes on from its name; and a way out."""

    def __init__(self, why: str, hint: str = "") -> None:
        super().__init__(why)
        self.hint = hint
