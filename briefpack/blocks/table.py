"""A table with a caption and its source."""

from typing import ClassVar

from pydantic import Field, ValidationInfo, field_validator

from briefpack.blocks.block import Block, Body, Id, Line
from briefpack.brief import Citations


class TableBlock(Block):
    """A Markdown table that says what it shows and where the numbers come from.

    The body is the table and nothing else. With `row-headers` the first column names the rows
    (so does a first cell in bold type, row by row). The token that opens the table knows both
    that and the caption, which HTML has within a table.
    """

    name: ClassVar[str] = "table"
    usage: ClassVar[str] = ":::{table}"
    footnotes: ClassVar[bool] = True
    series = "table"

    id: Id | None = None
    caption: Line = ()
    row_headers: bool = False
    body: Body
    source: Citations = Field(default_factory=list)

    @field_validator("body")
    @classmethod
    def _one_table(cls, body: Body, info: ValidationInfo) -> Body:
        outer = [token.type for token in body if token.level == body[0].level]
        if outer != ["table_open", "table_close"]:
            raise ValueError("a table block holds one table with a header row, and nothing else")
        told = {"row-headers": info.data.get("row_headers"), "caption": info.data.get("caption")}
        return (body[0].copy(meta=body[0].meta | told), *body[1:])
