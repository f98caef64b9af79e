"""Words that remember where they were written."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

from briefpack.problem import Place, Problem, Severity

NOWHERE = Place("")
_WRITTEN = re.compile(r"\w")
_WRITTEN_WITH_ESCAPES = re.compile(r"\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U00[\da-fA-F]{6}|.)|\w")


class Words(str):
    """A string that carries its place in the source.

    Every scalar of a content file arrives as one of these, so that a rule that reads the model
    long after the file was parsed can still point at the very word. In the JSON Schema it is a
    plain string. `place` points at the first character of the scalar; `excerpt` is the line it
    stands on. `lines` are all the lines of the source that it takes up, from that one on: with
    them, `at` can point into the middle of a long text.
    """

    place: Place
    excerpt: str
    lines: Sequence[str]

    def __new__(
        cls,
        text: str = "",
        place: Place = NOWHERE,
        excerpt: str = "",
        lines: Sequence[str] = (),
    ) -> Self:
        words = super().__new__(cls, text)
        words.place = place
        words.excerpt = excerpt
        words.lines = lines
        return words

    def instead(self, text: str) -> "Words":
        """Other words, with the place of these."""
        return Words(text, self.place, self.excerpt, self.lines)

    def at(self, offset: int) -> "Words":
        """The words from the letter or digit at `offset` on, with the place of that letter.

        Letters are counted, since folding and quoting change everything else: the line and the
        column are right for text in any of YAML's styles.
        """
        before = len(_WRITTEN.findall(self[:offset]))
        for number, (line, column) in enumerate(self.letters()):
            if number == before:
                place = Place(self.place.file, self.place.line + line, column + 1)
                return Words(self[offset:], place, self.lines[line], self.lines[line:])
        return self.instead(self[offset:])

    def letters(self) -> Iterator[tuple[int, int]]:
        """Line and column, from 0, of every letter and digit in the source, from the words on."""
        start = max(self.place.column - 1, 0)
        quoted = bool(self.lines) and self.lines[0][start : start + 1] == '"'
        for number, line in enumerate(self.lines):
            for match in (_WRITTEN_WITH_ESCAPES if quoted else _WRITTEN).finditer(
                line, 0 if number else start
            ):
                if _WRITTEN.match(_unescaped(match[0])):
                    yield number, match.start()

    def __getnewargs__(self) -> tuple[str, Place, str, Sequence[str]]:  # type: ignore[override]
        return str(self), self.place, self.excerpt, self.lines

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        def keep_place(value: Any, check: core_schema.ValidatorFunctionWrapHandler) -> "Words":
            text = check(value)
            return value if isinstance(value, Words) else cls(text)

        return core_schema.no_info_wrap_validator_function(
            keep_place, core_schema.str_schema(), serialization=core_schema.to_string_ser_schema()
        )


def _unescaped(letter: str) -> str:
    """What one match of `_WRITTEN_WITH_ESCAPES` stands for, as far as letters go."""
    if letter[0] != "\\":
        return letter
    return letter.encode("ascii").decode("unicode_escape") if len(letter) > 2 else ""


def complaint(
    words: Words, rule: str, message: str, hint: str = "", severity: Severity = Severity.ERROR
) -> Problem:
    """A problem with these words, placed and shown where they stand."""
    return Problem(words.place, rule, message, hint, words.excerpt, severity)
