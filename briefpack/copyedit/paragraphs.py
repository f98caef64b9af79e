"""Numbered paragraphs: each issued number stands once, and where it belongs."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from briefpack import paragraphs
from briefpack.brief import Manuscript
from briefpack.problem import Problem, Severity
from briefpack.words import Words, complaint

RULE = "paragraph-number"


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """No two paragraphs have one number, and the numbers of all numbered texts ascend.

    A number is what people cite: what it leads to must be one paragraph, found where its number
    says. One that was moved may stay there, but its readers will look for it in vain.
    """
    marks = [
        token.meta["mark"]
        for index, part in enumerate(manuscript.brief.parts)
        if part.paragraphs and index in manuscript.prose
        for token in manuscript.prose[index].tokens
        if "mark" in token.meta
    ]
    yield from _twice(marks)
    yield from _moved(marks)


def check_issued(manuscript: Manuscript) -> Iterator[Problem]:
    """Once numbers were issued, all paragraphs have one, and the record of them is there.

    A number that is only worked out may be another in the next edition; and without the record,
    one that was withdrawn could come back.
    """
    if {"text", "paragraphs"} & manuscript.gaps:
        return
    found = list(_in_files(manuscript))
    marks = [token.meta["mark"] for token in found if "mark" in token.meta]
    record = manuscript.brief.paragraphs
    if marks and record is None:
        message = "paragraphs.yaml is missing: nobody knows which numbers were withdrawn"
        hint = "bring it back; or let 'briefpack number' begin it anew"
        yield complaint(marks[0], RULE, message, hint, Severity.WARNING)
    new = [t.meta["paragraph"] for t in found if "paragraph" in t.meta and "mark" not in t.meta]
    if new and (marks or record):
        message = f"paragraph {new[0]} has no issued number yet"
        if len(new) > 1:
            message = f"{len(new)} paragraphs have no issued number yet, the first is {new[0]}"
        hint = "run 'briefpack number' before you publish"
        yield complaint(new[0], RULE, message, hint, Severity.WARNING)


def _in_files(manuscript: Manuscript) -> Iterator[Token]:
    """The numbered paragraphs that numbers can be written to."""
    for index, part in enumerate(manuscript.brief.parts):
        if part.paragraphs and part.file and index in manuscript.prose:
            yield from manuscript.prose[index].tokens


def check_unnumbered(manuscript: Manuscript) -> Iterator[Problem]:
    """In a text without numbers no paragraph carries one: it would not be printed."""
    for index, part in enumerate(manuscript.brief.parts):
        text = manuscript.prose.get(index)
        if text and not part.paragraphs and (mark := _first_mark(text.tokens)):
            message = f"the paragraph has the number {mark}, and the text has no numbers"
            hint = "write 'paragraphs: numbered' below the text's file in the parts"
            yield complaint(mark, RULE, message, hint, Severity.WARNING)


def _first_mark(tokens: Sequence[Token]) -> Words | None:
    return next((token.meta["mark"] for token in tokens if "mark" in token.meta), None)


def _twice(marks: Sequence[Words]) -> Iterator[Problem]:
    first: dict[str, Words] = {}
    for mark in marks:
        before = first.setdefault(str(mark), mark)
        if before is not mark:
            message = f"two paragraphs have the number {mark}; the first is at {before.place}"
            hint = "take the mark off the newer one: it will be given a number of its own"
            yield complaint(mark, RULE, message, hint)


def _moved(marks: Sequence[Words]) -> Iterator[Problem]:
    """Complaints of those that stand behind a higher number, or else before a lower one."""
    numbers = [paragraphs.parse(mark) for mark in marks]
    settled = paragraphs.ascending(numbers)
    known = set(map(str, (marks[index] for index in settled)))
    for index, mark in enumerate(marks):
        if index in settled or mark in known:
            continue
        before = [marks[other] for other in settled if other < index]
        after = [marks[other] for other in settled if other > index]
        number = paragraphs.parse(mark)
        late = bool(before) and number < paragraphs.parse(before[-1])  # type: ignore[operator]
        where = f"behind paragraph {before[-1]}" if late else f"before paragraph {after[0]}"
        message = f"paragraph {mark} stands {where}"
        hint = "move it back; or take its mark off, and it will be given a new number"
        yield complaint(mark, RULE, message, hint, Severity.WARNING)
