"""Reads a text file of a brief, and refuses what is not plain UTF-8 text of a sensible size."""

import re
from bisect import bisect_right
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from briefpack.manuscript.files import check_regular, entries, unreadable
from briefpack.problem import Place, Problem, Refused, quoted
from briefpack.words import Words, complaint

LARGEST = 2_000_000
"""The most bytes that a text file may hold: some six hundred printed pages."""

# C0 and C1 controls but for tab and line feed; the line ends that only some programs count;
# a byte order mark anywhere but in front; noncharacters (Unicode 15, section 23.7).
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufdd0-\ufdef\ufffe\uffff]")


@dataclass(frozen=True)
class Sheet:
    """A text file of the content, read; `name` is what messages call it."""

    name: str
    text: str

    @cached_property
    def lines(self) -> Sequence[str]:
        """The lines, without their ends."""
        return self.text.split("\n")

    @cached_property
    def _starts(self) -> Sequence[int]:
        starts, index = [], 0
        for line in self.lines:
            starts.append(index)
            index += len(line) + 1
        return starts

    def words(self, text: str, line: int, column: int, last: int | None = None) -> Words:
        """Words that begin at a line and column, and end in the line `last`; all count from 1."""
        line = min(line, len(self.lines))
        lines = self.lines[line - 1 : max(last or line, line)]
        return Words(text, Place(self.name, line, column), lines[0], lines)

    def at(self, index: int, text: str = "") -> Words:
        """Words that begin at an index in the text."""
        line = bisect_right(self._starts, index)
        return self.words(text, line, index - self._starts[line - 1] + 1)


def read_sheet(path: Path, name: str, asked: Words | None = None) -> Sheet:
    """Read a text file that messages call `name`.

    `asked` are the words of the content that name the file; a complaint about the file as a whole
    stands there. Raises `Refused`: no such file, not a file, too large, not UTF-8, control
    characters, empty. A byte order mark is dropped, and every line end becomes a line feed.
    """
    place = asked or Words("", Place(name))
    text = _decoded(_content(path, name, place), name)
    sheet = Sheet(name, text.replace("\r\n", "\n").replace("\r", "\n"))
    if problems := list(controls(sheet)):
        raise Refused(problems[:5])
    if not sheet.text.strip():
        raise Refused([Problem(Place(name), "empty-file", "the file is empty")])
    return sheet


def _content(path: Path, name: str, asked: Words) -> bytes:
    """The bytes of a file, which is not opened at all where it is too large."""
    check_regular(path, asked, entries(path.parent), path.parent)
    try:
        size = path.stat().st_size
        if size <= LARGEST:
            with path.open("rb") as file:
                data = file.read(LARGEST + 1)
                size = len(data)
    except OSError as fault:
        raise unreadable(asked, fault) from None
    if size > LARGEST:
        most = f"a text may hold {LARGEST / 1e6:.0f} MB"
        message = f"{quoted(name)} holds {size / 1e6:.1f} MB; {most}"
        raise Refused([complaint(asked, "large-file", message)])
    return data


def _decoded(data: bytes, name: str) -> str:
    start = data[:64]
    if start.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or start.count(0) > len(start) // 4:
        message = "the file is not UTF-8 but, it seems, UTF-16"
        raise Refused([Problem(Place(name), "encoding", message, "save it as UTF-8")])
    data = data.removeprefix(BOM_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise Refused([_not_utf8(data, fault.start, name)]) from None


def _not_utf8(data: bytes, index: int, name: str) -> Problem:
    """The first byte that is not UTF-8, and what an older encoding would make of it."""
    before = re.split("\r\n|\r|\n", data[:index].decode("utf-8"))
    place = Place(name, len(before), len(before[-1]) + 1)
    byte = data[index : index + 1]
    guess = byte.decode("cp1252", "ignore")
    likely = f"; it would be '{guess}' in Windows-1252" if guess else ""
    [rest, *_] = re.split(b"[\r\n]", data[index : index + 400], maxsplit=1)
    return Problem(
        place,
        "encoding",
        f"the byte 0x{byte[0]:02X} is not UTF-8{likely}",
        "save the file as UTF-8",
        _visible(before[-1] + rest.decode("cp1252", "replace")),
    )


def controls(sheet: Sheet) -> Iterator[Problem]:
    for match in _CONTROL.finditer(sheet.text):
        words = sheet.at(match.start())
        message = f"an invisible control character (U+{ord(match[0]):04X}) stands here"
        excerpt = _visible(words.excerpt)
        yield Problem(words.place, "control-character", message, "delete it", excerpt)


def _visible(line: str) -> str:
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", line)
