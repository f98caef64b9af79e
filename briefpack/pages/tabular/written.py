"""Written: the grid of a table that an author wrote in Markdown."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markdown_it.token import Token
from markupsafe import Markup

from briefpack import reading
from briefpack.brief import Citation
from briefpack.pages.tabular.figures import behind, with_minus
from briefpack.pages.tabular.grid import Align, Cell, Grid, Head, Row

Line = Callable[[Sequence[Token]], Markup]

_ALIGNED: dict[str, Align] = {"text-align:right": "right", "text-align:center": "center"}
_LONGEST_NUMBER = 24  # characters: what is longer is a sentence with a number in it


@dataclass(frozen=True, slots=True)
class Marks:
    """How citations look in a cell: `room` is as long as they are, and `hang` says that they are
    raised, and hang on a number without taking room.
    """

    room: Callable[[Sequence[Citation]], str] = lambda citations: "0." * len(citations)
    hang: bool = True

    def of(self, words: Sequence[Token]) -> str:
        """As long as all marks in a cell."""
        cited = [self.room(token.meta["citations"]) for token in words if token.type == "citation"]
        return "".join(cited) + "0." * sum(token.type == "footnote" for token in words)

    def tie(self, words: Sequence[Token]) -> bool:
        """Whether none of them takes the number away from its mark."""
        return self.hang or not any(token.type == "citation" for token in words)


def grid(
    tokens: Sequence[Token], language: str, line: Line, row_headers: bool, marks: Marks = Marks()
) -> Grid:
    """The table of the tokens from `table_open` to `table_close`; `line` sets the words of a cell.

    A cell that is bold from end to end names its row, where it is the first.
    """
    setter = _Setter(language, line, row_headers, marks)
    heads: list[Head] = []
    rows: list[Row] = []
    for row in _rows(tokens):
        if row[1].tag == "th":
            heads = [setter.head(cell, words) for cell, words in _cells(row)]
        else:
            rows.append(setter.row([words for _, words in _cells(row)], heads, _at(row[0])))
    return Grid(heads, rows, _at(tokens[0]))


def _rows(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    row: list[Token] = []
    for token in tokens:
        if token.type == "tr_open":
            row = []
        row.append(token)
        if token.type == "tr_close":
            yield row


def _cells(row: Sequence[Token]) -> Iterator[tuple[Token, list[Token]]]:
    """Each cell's opening, and the words in it."""
    for token, after in pairwise(row):
        if token.type in ("th_open", "td_open"):
            yield token, (after.children or []) if after.type == "inline" else []


@dataclass(frozen=True, slots=True)
class _Setter:
    """What the cells of a table are set with."""

    language: str
    line: Line
    row_headers: bool
    marks: Marks

    def head(self, cell: Token, words: Sequence[Token]) -> Head:
        """What stands over a column."""
        align = _ALIGNED.get(str(cell.attrs.get("style", "")), "left")
        return Head(self.line(words), self.text(words), "", align)

    def row(self, cells: Sequence[Sequence[Token]], heads: Sequence[Head], at: str) -> Row:
        """A row; one that is bold from end to end is a total."""
        filled = [words for words in cells if reading.text(words)]
        total = len(filled) > 1 and all(without_bold(words) is not words for words in filled)
        pairs = zip(
            [without_bold(words) for words in cells] if total else cells, heads, strict=True
        )
        done = [
            self.cell(words, head, is_first=not at, named=total)
            for at, (words, head) in enumerate(pairs)
        ]
        return Row(done, at, total)

    def cell(
        self, words: Sequence[Token], head: Head, *, is_first: bool, named: bool = False
    ) -> Cell:
        """A cell: a number on its decimal mark where its column is aligned to the right."""
        bare = without_bold(words)
        heads = is_first and (named or self.row_headers or bare is not words)
        words = bare if heads else words
        text = reading.text(words)
        after = behind(text, self.language) if len(text) <= _LONGEST_NUMBER else None
        if head.align != "right" or after is None or not self.marks.tie(words):
            return Cell(self.line(words), self.text(words), None, heads)
        words = [_with_minus(token) for token in words]
        return Cell(self.line(words), reading.text(words), after, heads)

    def text(self, words: Sequence[Token]) -> str:
        """The words of a cell, as long as they are with their marks."""
        return reading.text(words) + self.marks.of(words)


def _with_minus(token: Token) -> Token:
    return token.copy(content=with_minus(token.content)) if token.type == "text" else token


def without_bold(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words of a cell that is bold from end to end, else the very list."""
    words = [token for token in tokens if token.content or token.type != "text"]
    kinds = [token.type for token in words]
    whole = kinds[:1] == ["strong_open"] and kinds.index("strong_close") == len(kinds) - 1
    return words[1:-1] if whole else tokens


def _at(token: Token) -> str:
    """Where the table or the row begins."""
    place = token.meta.get("place")
    return f"{place.file}:{place.line}" if place and place.file else ""
