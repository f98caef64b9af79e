"""A table with a caption and its source: written in Markdown, or read from a file of data."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

from pydantic import Field, ValidationInfo, field_validator

from briefpack.blocks.block import Block, Body, Line
from briefpack.blocks.columns import Column, Format, Reckoning, Stretch
from briefpack.blocks.tabulation import Shown, shown
from briefpack.brief import Citations, Id
from briefpack.dataset import Dataset
from briefpack.words import Words

ONE_TABLE = ["table_open", "table_close"]


class TableBlock(Block):
    """A table that says what it shows and where the numbers come from.

    The body is a Markdown table and nothing else; or the argument names a CSV or JSON file of the
    brief, and there is no body. `columns`, `formats`, `rows` and `total` say what is shown of a
    file. With `row-headers` the first column names the rows (so does a first cell in bold type,
    row by row); unless told otherwise it does in a table from a file whose first column holds
    words, dates or years. `place` is found by measuring where it is not given.
    """

    name: ClassVar[str] = "table"
    usage: ClassVar[str] = ":::{table} data/launches.csv"
    footnotes: ClassVar[bool] = True
    series = "table"

    argument: Words | None = None
    id: Id | None = None
    caption: Line = ()
    columns: list[Column] = Field(default_factory=list)
    formats: list[Format] = Field(default_factory=list)
    rows: Stretch | None = None
    total: list[Reckoning] = Field(default_factory=list)
    row_headers: bool | None = None
    place: Literal["text", "wide", "turned"] | None = None
    body: Annotated[Body, Field(validate_default=True)] = ()
    note: Line = ()
    source: Citations = Field(default_factory=list)

    @field_validator("body")
    @classmethod
    def _of_one_kind(cls, body: Body, info: ValidationInfo) -> Body:
        """It holds one Markdown table, or names a file."""
        if info.data.get("argument") is not None:
            if body:
                raise ValueError("a table holds a Markdown table or names a file, not both")
            return body
        if [token.type for token in body if token.level == body[0].level] != ONE_TABLE:
            raise ValueError(
                "a table block holds one table with a header row, and nothing else, "
                "or names a file of data"
            )
        if any(info.data.get(name) for name in ("columns", "formats", "rows", "total")):
            raise ValueError(
                "':columns:', ':formats:', ':rows:' and ':total:' are for a table from a file"
            )
        return body

    def draws_on(self) -> Iterable[Words]:
        """The file, where it names one."""
        return (self.argument,) if self.argument is not None else ()

    def shown(self, data: Dataset) -> list[Shown]:
        """What it shows of its file: its columns, in order."""
        return shown(data, self.columns, self.formats, self.rows)

    def names_rows(self, columns: list[Shown]) -> bool:
        """Whether the first of the columns names the rows."""
        if self.row_headers is not None or not columns:
            return bool(self.row_headers)
        return columns[0].kind != "number"
