"""Checks of breaks: where a page, a column or a line ends at the wrong place."""

from collections.abc import Iterator, Sequence

from briefpack.preflight.finding import Finding, remark
from briefpack.preflight.proof import Proof
from briefpack.preflight.sheet.geometry import hull
from briefpack.preflight.sheet.lines import Line
from briefpack.preflight.sheet.paragraphs import Paragraph, paragraphs
from briefpack.problem import quoted

RUNNING = frozenset({"P", "LI", "LBody", "BlockQuote", "Note", "BibEntry"})
"""What is read line by line. The lines of cells and captions stand for themselves."""

LADDER = 3
"""Broken lines in a row that make a ladder."""

FEED = 2.2
"""Of the size of type: lines farther apart do not follow each other."""


def widows(proof: Proof) -> Iterator[Finding]:
    """The last line of a paragraph alone at the head of a page looks lost, and its sense is: the
    reader has turned the page for three words. (The Chicago Manual of Style, 2.116.)
    """
    for paragraph in proof.once(paragraphs):
        last = paragraph.last
        if _is_split(paragraph) and len(last.lines) == 1:
            words = quoted(last.lines[0].words)
            message = f"{words}, the last line of its paragraph, stands alone at the head"
            hint = "shorten the paragraph by a line, or make it longer by one"
            yield remark(message, last.page, hint, box=last.lines[0].box)


def orphans(proof: Proof) -> Iterator[Finding]:
    """The first line of a paragraph alone at the foot of a page is read before the break, and
    forgotten behind it.
    """
    for paragraph in proof.once(paragraphs):
        first = paragraph.first
        if _is_split(paragraph) and len(first.lines) == 1:
            words = quoted(first.lines[0].words)
            message = f"{words}, the first line of its paragraph, stands alone at the foot"
            hint = (
                "shorten what stands before it by a line, or begin the paragraph on the next page"
            )
            yield remark(message, first.page, hint, box=first.lines[0].box)


def stranded(proof: Proof) -> Iterator[Finding]:
    """A heading at the foot of a page heads nothing: what it announces begins overleaf."""
    found = proof.once(paragraphs)
    for number, paragraph in enumerate(found):
        following = found[number + 1 :]
        if paragraph.tag.heading and _is_last(paragraph, found) and _goes_on(paragraph, following):
            box = hull(line.box for line in paragraph.last.lines) or ()
            words = quoted(" ".join(line.words for line in paragraph.last.lines))
            message = f"the heading {words} stands at the foot; its text begins overleaf"
            hint = "keep it with the text below it, or shorten what stands before"
            yield remark(message, paragraph.last.page, hint, box=box)


def ladders(proof: Proof) -> Iterator[Finding]:
    """Hyphens below each other make a stair that the eye falls down, into the wrong line.

    (The Chicago Manual of Style, 2.117: no more than two.)
    """
    for page, lines in enumerate(proof.lines, 1):
        for ladder in _ladders(lines):
            message = f"{len(ladder)} lines in a row end with a hyphen"
            hint = "recast a sentence, or give a long word another place to break"
            box = hull(line.box for line in ladder) or ()
            yield remark(message, page, hint, box=box)


def _is_split(paragraph: Paragraph) -> bool:
    return paragraph.tag.role in RUNNING and len(paragraph.stretches) > 1


def _is_last(heading: Paragraph, others: Sequence[Paragraph]) -> bool:
    """Whether there is other text on its page, and none that it could head below or beside it.

    A heading that has a page for itself is the title of a part.
    """
    page, base = heading.last.page, heading.last.lines[-1].base
    left, _, right, top = hull(line.box for line in heading.last.lines) or (0, 0, 0, 0)
    alone = True
    for other in others:
        if other is heading or other.tag.role == "Note":
            continue
        for line in (line for part in other.stretches if part.page == page for line in part.lines):
            alone = False
            below = line.box[3] <= base + 1 and line.box[0] < right and left < line.box[2]
            beside = line.box[1] < top and line.box[3] > base and not other.tag.heading
            if below or beside:
                return False
    return not alone


def _goes_on(heading: Paragraph, following: Sequence[Paragraph]) -> bool:
    """Whether what follows begins on a later page, or in a later column."""
    after = next((one for one in following if one.tag.role != "Note"), None)
    if after is None or after.tag.role == "H1":
        return False
    page, first = heading.last.page, after.first
    return first.page > page or first.lines[0].base > heading.last.lines[-1].base


def _ladders(lines: Sequence[Line]) -> Iterator[list[Line]]:
    ladder: list[Line] = []
    for line in lines:
        if ladder and not (line.broken and _follows(ladder[-1], line)):
            if len(ladder) >= LADDER:
                yield ladder
            ladder = []
        if line.broken:
            ladder.append(line)
    if len(ladder) >= LADDER:
        yield ladder


def _follows(above: Line, line: Line) -> bool:
    apart = above.base - line.base
    return (
        0 < apart < FEED * line.size and line.box[0] < above.box[2] and above.box[0] < line.box[2]
    )
