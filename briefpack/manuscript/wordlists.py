"""Reads the word lists of a brief: the one in its folder, and the one beside the briefs."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from briefpack.manuscript.files import entries
from briefpack.manuscript.gathering import MAIN
from briefpack.manuscript.sheets import Sheet, read_sheet
from briefpack.problem import Problem, Refused, Severity, quoted
from briefpack.wordlist import FILE, Entry, WordLists
from briefpack.words import complaint

RULE = "word-list"
EXAMPLE = "one word a line, as 'cislunar', or 'taikonaut/astronaut' where it has the other's forms"

MOST = 100
"""Faults of one list that are told: where there are more, it is no list of words."""

_WORD = re.compile(r"[^\W\d_]+(?:['’‐-][^\W\d_]+)*\.?")
_NOT_OF_A_WORD = re.compile(r"[^\w'’‐.-]|[\d_]")
_READ = (".md", ".markdown", ".yaml", ".yml")
_MANY = 500  # files of other briefs in which a word of the shared list is looked for


def read(folder: Path) -> tuple[WordLists, list[Problem]]:
    """The words of both lists, and what is wrong with these. Nothing where there is no list.

    A brief that is one file has the list beside it alone.
    """
    in_folder = (folder / MAIN).is_file()
    beside = folder if not in_folder else folder.parent if folder.name else folder / ".."
    found: list[Entry] = []
    problems: list[Problem] = []
    lost = False
    for place in dict.fromkeys([folder, beside]):
        try:
            listed, faults = _list(place)
        except Refused as refused:
            listed, faults, lost = [], refused.problems, True
        found += _shared(listed, place) if place == beside else listed
        problems += faults
    return WordLists(found, lost), problems


def _list(folder: Path) -> tuple[list[Entry], list[Problem]]:
    if FILE not in entries(folder):
        return [], []
    return parse(read_sheet(folder / FILE, (folder / FILE).as_posix()))


def parse(sheet: Sheet) -> tuple[list[Entry], list[Problem]]:
    """The words of a list, each at its place, and what is wrong with its lines."""
    found: dict[str, Entry] = {}
    problems: list[Problem] = []
    for number, line in enumerate(sheet.lines, start=1):
        written = line.partition("#")[0]
        if not written.strip():
            continue
        faults = list(_faults(sheet, number, written))
        problems += faults
        if not faults:
            entry = _entry(sheet, number, written)
            first = found.setdefault(str(entry.word), entry)
            problems += _twice(first, entry)
    return list(found.values()), problems[:MOST]


def _faults(sheet: Sheet, number: int, written: str) -> Iterator[Problem]:
    """What keeps a line from being a word, at the first letter that does."""
    start = len(written) - len(written.lstrip())
    column = start + 1
    for piece in written.strip().split("/", maxsplit=1):
        if not _WORD.fullmatch(piece):
            wrong = _NOT_OF_A_WORD.search(piece)
            at = sheet.words("", number, column + (wrong.start() if wrong else 0))
            yield complaint(at, RULE, f"expected one word in this line: {_said(wrong)}", EXAMPLE)
            return
        column += len(piece) + 1


def _said(wrong: re.Match[str] | None) -> str:
    if wrong is None:
        return "there is none here, or half of one"
    return "here is a second" if wrong[0].isspace() else f"none has {quoted(wrong[0])} in it"


def _entry(sheet: Sheet, number: int, written: str) -> Entry:
    column = len(written) - len(written.lstrip()) + 1
    word, _, model = written.strip().partition("/")
    behind = sheet.words(model, number, column + len(word) + 1) if model else None
    return Entry(sheet.words(word, number, column), behind)


def _twice(first: Entry, entry: Entry) -> Iterator[Problem]:
    if first is not entry:
        message = f"{quoted(entry.word)} stands here twice, first in line {first.word.place.line}"
        yield complaint(entry.word, RULE, message, "delete one of the two", Severity.WARNING)


def _shared(listed: Iterable[Entry], folder: Path) -> Iterator[Entry]:
    """The words of the list beside the briefs; those that are in any of these are told apart.

    A brief that is checked alone must not say of a word that nobody has it.
    """
    listed = list(listed)
    texts = "\n".join(_texts(folder)) if listed else ""
    for entry in listed:
        begun = re.search(rf"(?<!\w){re.escape(entry.word.casefold())}", texts)
        yield replace(entry, elsewhere=begun is not None)


def _texts(folder: Path) -> Iterator[str]:
    """The files of all briefs beside the list, in small letters; what cannot be read is none."""
    files = (path for path in sorted(folder.glob("*/*")) if path.suffix in _READ)
    for path, _ in zip(files, range(_MANY), strict=False):
        try:
            yield read_sheet(path, path.as_posix()).text.casefold()
        except Refused:
            continue
