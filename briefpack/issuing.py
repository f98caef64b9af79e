"""Issuing: gives paragraphs their numbers for good, and writes them into the texts of a brief.

Nothing changes but the marks: every other byte of a file stays as it was.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import NamedTemporaryFile

from briefpack import copyedit, manuscript, markdown, paragraphs
from briefpack.brief import Manuscript, Part
from briefpack.copyedit.paragraphs import RULE
from briefpack.copyedit.paragraphs import check as paragraphs_in_order
from briefpack.problem import Place, Problem, Refused, Severity, errors
from briefpack.words import NOWHERE, Words, complaint

RECORD = "paragraphs.yaml"
_HEAD = "# Paragraph numbers issued so far, kept by `briefpack number`: none is given twice.\n"
_LINE = re.compile(r"(?P<words>[^\r\n]*)(?P<end>\r\n|\r|\n|\Z)")


@dataclass(frozen=True, slots=True)
class Issue:
    """What was issued: the numbers by the file that they were written into."""

    numbers: Mapping[Path, Sequence[str]] = field(default_factory=dict)
    problems: Sequence[Problem] = ()


def issue(path: Path) -> Issue:
    """Write a mark at the end of each paragraph of the numbered texts that has none.

    A second run changes nothing. `Refused` where something stands in the way: then no file is
    touched. `OSError` where one cannot be written.
    """
    brief = manuscript.examine(path)
    if not any(_numbered(brief)):
        return Issue(problems=[*errors(brief.problems), _unasked(path)])
    found = copyedit.check(brief)
    blocking = [one for one in errors(found) if one in brief.problems or one.rule == RULE]
    if blocking or (blocking := list(_unfit(brief))):
        raise Refused(blocking)
    written: dict[Path, bytes] = {}
    numbers: dict[Path, list[str]] = {}
    for index, part in _numbered(brief):
        new = _new(brief, index)
        if new and part.file is not None:
            file = brief.folder / part.file
            written[file] = _marked(written.get(file) or file.read_bytes(), new)
            _prove(written[file], brief, index, part.file)
            numbers[file] = [*numbers.get(file, []), *new.values()]
    record = _record(brief)
    if record is not None:
        written[brief.folder / RECORD] = record
    _replace(written)
    told = set(paragraphs_in_order(brief))
    return Issue(numbers, [one for one in found if one in told])


def record(path: Path) -> Path:
    """The file that keeps the numbers issued to the brief at a path."""
    return (path if path.is_dir() else path.parent) / RECORD


def _numbered(brief: Manuscript) -> Iterable[tuple[int, Part]]:
    return ((index, part) for index, part in enumerate(brief.brief.parts) if part.paragraphs)


def _unasked(path: Path) -> Problem:
    there = Words("", Place(path.as_posix()))
    message = "no text of this brief has numbered paragraphs"
    hint = "write 'paragraphs: numbered' below its file in the parts"
    return complaint(there, RULE, message, hint, Severity.WARNING)


def _unfit(brief: Manuscript) -> Iterable[Problem]:
    """Why the numbers could not be written, or not be kept."""
    for _, part in _numbered(brief):
        if part.file is None:
            message = "numbers can be written only into a Markdown file of the text's own"
            hint = "put the text into a file, and name it: '- text: argument.md'"
            yield complaint(part.text or Words(""), RULE, message, hint)
    record = brief.brief.paragraphs
    if record and record.last.place != NOWHERE and Path(record.last.place.file).name != RECORD:
        message = f"the numbers that were issued are kept in {RECORD}"
        yield complaint(record.last, RULE, message, f"move 'paragraphs' into the file {RECORD}")


def _new(brief: Manuscript, index: int) -> dict[int, str]:
    """The numbers of the paragraphs without a mark, by the index of the last line of each."""
    return {
        token.meta["last"] - 1: str(token.meta["paragraph"])
        for token in brief.prose[index].tokens
        if "paragraph" in token.meta and "mark" not in token.meta
    }


def _marked(data: bytes, new: Mapping[int, str]) -> bytes:
    """A file with a mark behind the last word of each of these lines (counted from 0)."""
    lines = list(_LINE.finditer(data.decode("utf-8")))
    pieces = []
    for index, line in enumerate(lines):
        words = line["words"].rstrip()
        mark = f" {{p {new[index]}}}" if index in new else ""
        pieces.append(words + mark + line["words"][len(words) :] + line["end"])
    return "".join(pieces).encode("utf-8")


def _prove(data: bytes, brief: Manuscript, index: int, name: Words) -> None:
    """Read the marked text again: `Refused` where its paragraphs are not those that were meant."""
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    language = str(brief.brief.language)
    tokens, _ = markdown.parse(Words(text), language=language, first_id="text")
    marks = [str(token.meta["mark"]) for token in tokens if "mark" in token.meta]
    if marks != [
        str(t.meta["paragraph"]) for t in brief.prose[index].tokens if "paragraph" in t.meta
    ]:
        message = "the numbers cannot be written at the ends of these paragraphs"
        raise Refused([complaint(name, RULE, message, "part the paragraphs with empty lines")])


def _record(brief: Manuscript) -> bytes | None:
    """The record with all numbers that are now issued; None where it says so already."""
    known = brief.brief.paragraphs
    issued = [
        paragraphs.parse(token.meta["paragraph"])
        for token in brief.tokens
        if "paragraph" in token.meta
    ]
    numbers = {number for number in issued if number}
    last = max([int(known.last) if known else 0, *(number.whole for number in numbers)])
    before = {paragraphs.parse(words) for words in known.inserted} if known else set()
    inserted = sorted({number for number in (*numbers, *before) if number and number.levels})
    if not numbers or (known and last == int(known.last) and len(inserted) == len(before)):
        return None
    names = ", ".join(map(str, inserted))
    return f"{_HEAD}last: {last}\ninserted: [{names}]\n".encode()


def _replace(files: Mapping[Path, bytes]) -> None:
    """Put new files in the place of the old ones: all drafts are written before the first is."""
    with ExitStack() as drafts:
        ready = []
        for file, data in files.items():
            home = file.resolve()
            with NamedTemporaryFile(
                dir=home.parent, prefix=f".{home.name}.", delete=False
            ) as draft:
                drafts.callback(Path(draft.name).unlink, missing_ok=True)
                draft.write(data)
                draft.flush()
                os.fsync(draft.fileno())
            os.chmod(draft.name, home.stat().st_mode & 0o777 if home.exists() else 0o644)
            ready.append((draft.name, home))
        for name, home in ready:
            os.replace(name, home)
