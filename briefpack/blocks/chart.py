"""A chart drawn from data."""

from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar, Literal, NamedTuple

from markdown_it.token import Token
from pydantic import BeforeValidator, Field

from briefpack.blocks.block import Block, Body, Line
from briefpack.blocks.holding import held
from briefpack.brief import Citations, Id
from briefpack.words import Words

SPECIFICATION = ".vl.json"
"""How the name of a file ends that holds a Vega-Lite specification."""

IN_FULL = (".yaml", ".yml")
"""How the name of a file ends that holds a whole chart, with the keys that are options here."""


LOWEST, HIGHEST = 25, 220
"""What a height lies between, in millimetres."""


def _sensible(value: object) -> object:
    try:
        sensible = LOWEST <= float(str(value)) <= HIGHEST
    except ValueError:
        sensible = False
    if not sensible:
        raise ValueError(
            f"':height:' is a number of millimetres from {LOWEST} to {HIGHEST}, not '{value}'"
        )
    return value


class ChartBlock(Block):
    """Numbers of a data file, drawn; the body is the caption.

    The argument is a file of data (CSV or JSON), a YAML file that says all that the options say and
    names its `data`, or a Vega-Lite specification. What must be there (`alt`, and `kind` unless a
    specification says it) may stand in the YAML file, so it is copyedit that asks for it.
    """

    name: ClassVar[str] = "chart"
    usage: ClassVar[str] = ":::{chart} data/launches.csv"
    series = "figure"

    argument: Words
    id: Id | None = None
    kind: Literal["bar", "stacked-bar", "line", "dot", "slope", "area"] | None = None
    x: Words | None = None
    y: list[Words] = Field(default_factory=list)
    series_: Words | None = None
    unit: Words | None = None
    from_: Words | None = None
    highlight: Words | None = None
    alt: Words | None = None
    place: Literal["text", "side", "wide"] = "text"
    height: Annotated[float, BeforeValidator(_sensible)] | None = None
    body: Body = ()
    note: Line = ()
    source: Citations = Field(default_factory=list)

    @property
    def specified(self) -> bool:
        """Whether it is a Vega-Lite specification."""
        return self.argument.lower().endswith(SPECIFICATION)

    @property
    def in_full(self) -> bool:
        """Whether another file says what it is; once that was read, the argument is the data."""
        return self.argument.lower().endswith(IN_FULL)

    def captions(self) -> Body:
        """The body."""
        return self.body

    def draws_on(self) -> Iterable[Words]:
        """The file of data; a specification names its own."""
        return () if self.specified or self.in_full else (self.argument,)


class Placed(NamedTuple):
    """A chart, and the column that gives it its width; `holder` names the block that it stands in.

    In a note, the column is that of the words in there; a box sets its words in that of the text.
    """

    chart: ChartBlock
    column: Literal["text", "side", "wide"]
    holder: str


def charts(tokens: Iterable[Token]) -> Iterator[Placed]:
    """Every chart of a text, in reading order."""
    for block, holder in held(tokens):
        if isinstance(block, ChartBlock):
            place = "text" if holder else block.place
            yield Placed(block, "side" if holder == "note" else place, holder)
