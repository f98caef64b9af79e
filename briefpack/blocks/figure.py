"""A picture with its caption."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, ValidationInfo, field_validator

from briefpack.blocks.block import Block, Body, Id, Line
from briefpack.words import Words


class FigureBlock(Block):
    """A picture of the brief's own.

    The argument is the file, relative to the folder of the brief; the body is the caption. `alt`
    says what the picture shows to a reader who does not see it; a picture that shows nothing is
    `decorative`, and is printed without being announced (ISO 14289-1, 7.3). `place` puts it in
    the text, in the side column, or across both.
    """

    name: ClassVar[str] = "figure"
    usage: ClassVar[str] = ":::{figure} figures/map.svg"
    series = "figure"

    argument: Words
    id: Id | None = None
    alt: Words | None = None
    decorative: Annotated[bool, Field(validate_default=True)] = False
    place: Literal["text", "side", "wide"] = "text"
    body: Body = ()
    credit: Line = ()

    def captions(self) -> Body:
        """The body."""
        return self.body

    @field_validator("decorative")
    @classmethod
    def _described(cls, decorative: bool, info: ValidationInfo) -> bool:
        if bool(info.data.get("alt")) == decorative:
            raise ValueError(
                "a figure needs either ':alt:', which says what it shows, or ':decorative: true'"
            )
        return decorative
