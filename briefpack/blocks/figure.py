"""A picture with its caption."""

import re
from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar, Literal, NamedTuple

from markdown_it.token import Token
from pydantic import Field, ValidationInfo, field_validator

from briefpack.blocks.block import Block, Body, Line
from briefpack.blocks.holding import held
from briefpack.brief import Id
from briefpack.words import Words

_WIDTH = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*(mm|%)")
_NARROWEST = {"mm": 10.0, "%": 10.0}
_WIDEST = {"mm": 999.0, "%": 100.0}


class FigureBlock(Block):
    """A picture of the brief's own.

    The argument is the file, relative to the folder of the brief; the body is the caption. `alt`
    says what the picture shows to a reader who does not see it; a picture that shows nothing is
    `decorative`, and is printed without being announced (ISO 14289-1, 7.3). `place` puts it in
    the text, in the side column, across both, or on a page of its own. `width` makes it narrower
    than its place. `page` says which page of a PDF file it is.
    """

    name: ClassVar[str] = "figure"
    usage: ClassVar[str] = ":::{figure} figures/map.svg"
    series = "figure"

    argument: Words
    id: Id | None = None
    alt: Words | None = None
    decorative: Annotated[bool, Field(validate_default=True)] = False
    place: Literal["text", "side", "wide", "page"] = "text"
    width: Words | None = None
    page: Words | None = None
    body: Body = ()
    credit: Line = ()

    def captions(self) -> Body:
        """The body."""
        return self.body

    def wide(self, most: float) -> float:
        """The width that is asked for where `most` is the whole; both in millimetres."""
        match = _WIDTH.fullmatch(self.width or "")
        if match is None:
            return most
        return float(match[1]) * (most / 100 if match[2] == "%" else 1)

    @property
    def number(self) -> int:
        """The page of a PDF file, from 1."""
        return int(self.page or 1)

    @field_validator("decorative")
    @classmethod
    def _described(cls, decorative: bool, info: ValidationInfo) -> bool:
        if bool(info.data.get("alt")) == decorative:
            raise ValueError(
                "a figure needs either ':alt:', which says what it shows, or ':decorative: true'"
            )
        return decorative

    @field_validator("width")
    @classmethod
    def _measured(cls, width: Words | None) -> Words | None:
        match = _WIDTH.fullmatch(width or "100%")
        if not match or not _NARROWEST[match[2]] <= float(match[1]) <= _WIDEST[match[2]]:
            raise ValueError(
                "':width:' is a length of 10 mm or more, or a share, as '80 mm', '60%'"
            )
        return width

    @field_validator("page")
    @classmethod
    def _counted(cls, page: Words | None) -> Words | None:
        if page is not None and not re.fullmatch(r"[1-9]\d{0,4}", page):
            raise ValueError("':page:' is the number of a page in the PDF file, from 1")
        return page


class Placed(NamedTuple):
    """A figure; how it is placed, and the column that gives it its width.

    In a note or a box, these are "text" and the column that the words in there have; also a wide
    box sets its words no wider than the text. `holder` is the name of such a block.
    """

    figure: FigureBlock
    place: str
    column: str
    holder: str


def figures(tokens: Iterable[Token]) -> Iterator[Placed]:
    """Every figure of a text, in reading order."""
    for block, holder in held(tokens):
        if isinstance(block, FigureBlock):
            place = "text" if holder else block.place
            yield Placed(block, place, "side" if holder == "note" else place, holder)
