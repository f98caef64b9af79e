"""Reads BibTeX: entries of fields, with macros, braces and whatever stands between them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from briefpack.manuscript.sheets import Sheet
from briefpack.problem import Problem, Severity, quoted
from briefpack.words import Words, complaint

RULE = "bibtex"
MOST = 20_000
"""Entries in one file."""
LONGEST = 1_000_000
"""Characters that the abbreviations of one file (`@string`) come to, wherever they are used: each
may be made of others many times over.
"""

_AT = re.compile(r"@\s*([A-Za-z]+)\s*([{(])")
_KEY = re.compile(r"\s*([^\s,{}()=\"#%]+)\s*(,|(?=[})]))")
_NAME = re.compile(r"[\s,]*([A-Za-z_][\w:.+/-]*)\s*=\s*")
_BARE = re.compile(r"[^\s,{}()=\"#]+")
_END = re.compile(r"[\s,]*[})]")
_JOINED = re.compile(r"\s*#\s*")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


@dataclass(frozen=True, slots=True)
class Record:
    """An entry as it is written: its kind and key, and its fields in small letters."""

    kind: Words
    key: Words
    fields: Mapping[str, Words]


@dataclass(slots=True)
class Reading:
    """What has been read of a file: its entries, its macros, and what was wrong with it."""

    sheet: Sheet
    records: list[Record] = field(default_factory=list)
    macros: dict[str, str] = field(default_factory=lambda: dict(zip(_MONTHS, _MONTHS, strict=True)))
    problems: list[Problem] = field(default_factory=list)
    spelt_out: int = 0

    @property
    def full(self) -> bool:
        """Whether the file holds more than is read of any."""
        return len(self.records) > MOST or self.spelt_out > LONGEST


class _Broken(Exception):
    """An entry cannot be read on; `index` is where that shows."""

    def __init__(self, index: int, message: str, hint: str = "") -> None:
        self.index, self.hint = index, hint
        super().__init__(message)


def read(sheet: Sheet) -> Reading:
    """All entries of a file; one that cannot be read is told, and the next begins at the next `@`
    that begins a line.
    """
    reading, text, index = Reading(sheet), sheet.text, 0
    while match := _AT.search(text, index):
        try:
            index = _entry(reading, match)
        except _Broken as broken:
            spot = sheet.at(min(broken.index, len(text) - 1))
            reading.problems.append(complaint(spot, RULE, str(broken), broken.hint))
            after = re.compile(r"^\s*@", re.MULTILINE).search(text, match.end())
            index = after.start() if after else len(text)
        if len(reading.records) > MOST:
            message = f"the file has more than {MOST:,} entries"
            reading.problems.append(complaint(sheet.at(match.start()), RULE, message))
        if reading.full:
            break
    reading.problems += _nothing(reading)
    return reading


def _nothing(reading: Reading) -> Iterator[Problem]:
    if not reading.records and not reading.problems:
        message = "there is no entry in this file"
        hint = "expected entries as @book{key, title = {…}}"
        yield complaint(reading.sheet.at(0), RULE, message, hint, Severity.WARNING)


def _entry(reading: Reading, match: re.Match[str]) -> int:
    """Read what begins at the match; the result is the index behind it."""
    kind, text = match[1].lower(), reading.sheet.text
    if kind in ("comment", "preamble"):
        return _braced(text, match.end() - 1) if match[2] == "{" else match.end()
    if kind == "string":
        for name, value in (fields := _fields(reading, match.end())).items():
            reading.macros[name] = str(value)
        return fields.end
    found = _KEY.match(text, match.end())
    if not found:
        hint = f"write @{kind}{{key, title = {{…}}}}"
        raise _Broken(match.end() - 1, "this entry has no key", hint)
    key = reading.sheet.at(found.start(1), found[1])
    fields = _fields(reading, found.end())
    words = reading.sheet.at(match.start(1), kind)
    reading.records.append(Record(words, key, fields))
    return fields.end


class _Fields(dict[str, Words]):
    """Fields, and the index behind them."""

    end = 0


def _fields(reading: Reading, index: int) -> _Fields:
    """The fields up to the end of the entry."""
    fields, text = _Fields(), reading.sheet.text
    while not (done := _END.match(text, index)):
        name = _NAME.match(text, index)
        if not name:
            spot = index + len(text[index:]) - len(text[index:].lstrip(" \t\n,"))
            if spot >= len(text):
                raise _Broken(index, "the entry that begins above has no end", "close it with '}'")
            raise _Broken(spot, "expected a field, as title = {…}, or the end of the entry")
        value, index = _value(reading, name.end(), name[1])
        fields.setdefault(name[1].lower(), value)
    fields.end = done.end()
    return fields


def _value(reading: Reading, index: int, name: str) -> tuple[Words, int]:
    """A value, perhaps joined of several with `#`, at the place where it begins."""
    start, pieces = index, []
    while True:
        piece, index = _piece(reading, index, name)
        pieces.append(piece)
        joined = _JOINED.match(reading.sheet.text, index)
        if not joined:
            break
        index = joined.end()
    begin = start + (reading.sheet.text[start : start + 1] in ("{", '"'))
    last = reading.sheet.at(max(index - 1, begin)).place.line
    place = reading.sheet.at(begin).place
    return reading.sheet.words("".join(pieces), place.line, place.column, last), index


def _piece(reading: Reading, index: int, name: str) -> tuple[str, int]:
    text = reading.sheet.text
    if text.startswith("{", index):
        end = _braced(text, index)
        return text[index + 1 : end - 1], end
    if text.startswith('"', index):
        end = _quoted(text, index)
        return text[index + 1 : end - 1], end
    bare = _BARE.match(text, index)
    if not bare:
        raise _Broken(min(index, len(text) - 1), f"the field {quoted(name)} has no value")
    return _spelt_out(reading, bare), bare.end()


def _spelt_out(reading: Reading, bare: re.Match[str]) -> str:
    """What an abbreviation stands for; any other word is itself."""
    word = reading.macros.get(bare[0].lower())
    if word is None:
        return bare[0]
    reading.spelt_out += len(word)
    if reading.spelt_out > LONGEST:
        message = f"the abbreviations of this file come to more than {LONGEST:,} characters"
        raise _Broken(bare.start(), message)
    return word


def _braced(text: str, start: int) -> int:
    """The index behind the brace that closes the one at `start`."""
    for index, _, depth in _letters(text, start):
        if depth == 0:
            return index
    raise _Broken(start, "this brace is closed nowhere", "write '}' where the field ends")


def _quoted(text: str, start: int) -> int:
    """The index behind the quotation mark that closes the one at `start`; none counts in braces."""
    for index, letter, depth in _letters(text, start + 1):
        if letter == '"' and depth <= 0:
            return index
    raise _Broken(start, "this quotation mark is closed nowhere")


def _letters(text: str, index: int) -> Iterator[tuple[int, str, int]]:
    """The index behind each letter that no backslash hides, the letter, and the open braces."""
    depth = 0
    while index < len(text):
        letter = text[index]
        if letter == "\\":
            index += 2
            continue
        depth += (letter == "{") - (letter == "}")
        index += 1
        yield index, letter, depth
