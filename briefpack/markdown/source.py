"""The source of a Markdown text: where each of its lines stands in the file."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from briefpack.problem import Place
from briefpack.words import Words

_LETTER = re.compile(r"\w")
_LINE_END = re.compile(r"\r\n?")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the file: its number, the column (from 0) at which the text begins, and itself."""

    number: int
    shift: int
    written: str


@dataclass(frozen=True, slots=True)
class Source:
    """A text and its lines, as the parser sees them.

    `rows` are the lines of the file that these lines are. A text that YAML folded or quoted has
    none: there `letters` are the line and the column of each letter in the file, and `before` how
    many letters stand before each line of the text.
    """

    text: Words
    lines: Sequence[str]
    rows: Sequence[Row]
    letters: Sequence[tuple[int, int]] = ()
    before: Sequence[int] = ()

    @classmethod
    def of(cls, text: Words) -> "Source":
        """Find the lines of a text in its file."""
        lines = _LINE_END.sub("\n", text).replace("\0", "\ufffd").split("\n")
        if rows := _rows(text, lines):
            return cls(text, lines, rows)
        before = accumulate((len(_LETTER.findall(line)) for line in lines), initial=0)
        return cls(text, lines, rows, list(text.letters()), list(before))

    @property
    def clean(self) -> str:
        """The text with plain line ends."""
        return "\n".join(self.lines)

    def words(self, words: str, line: int, column: int) -> Words:
        """Words that stand at that line and column of the text, both counted from 0."""
        if self.rows:
            row = self.rows[line]
            place = Place(self.text.place.file, row.number, row.shift + column + 1)
            return Words(words, place, row.written, [row.written])
        letter = self.before[line] + len(_LETTER.findall(self.lines[line][:column]))
        if letter >= len(self.letters):
            return Words(words, self.text.place, self.text.excerpt)
        number, column = self.letters[letter]
        place = Place(self.text.place.file, self.text.place.line + number, column + 1)
        return Words(words, place, self.text.lines[number], [self.text.lines[number]])


def _rows(text: Words, lines: Sequence[str]) -> Sequence[Row]:
    """The lines of the file that these lines are, where they are whole lines or all in one."""
    first, column = max(text.place.line, 1), max(text.place.column, 1) - 1
    if not text.lines:
        return [_bare(text, first + index, line, column) for index, line in enumerate(lines)]
    if len(lines) == 1 and text.excerpt[column:].startswith(lines[0]):
        return [Row(first, column, text.excerpt)]
    for skipped in (0, 1):  # a block scalar of YAML begins below its indicator
        rows = list(_same(lines, text.lines[skipped:], first + skipped))
        if len(rows) == len(lines):
            return rows
    return []


def _bare(text: Words, number: int, line: str, column: int) -> Row:
    """A line of a text that brings none of its file."""
    same = number == text.place.line and text.excerpt[column:].startswith(line)
    return Row(number, column, text.excerpt if same else " " * column + line)


def _same(lines: Sequence[str], written: Sequence[str], number: int) -> Iterator[Row]:
    """Each line beside the line of the file that it is, but for indent, as long as there is one."""
    if len(written) < len(lines) and not lines[-1]:
        written = [*written, ""]
    for index, (line, whole) in enumerate(zip(lines, written, strict=False)):
        whole = whole.rstrip("\r\n")
        if not whole.endswith(line) or whole.removesuffix(line).strip():
            return
        yield Row(number + index, len(whole) - len(line), whole)
