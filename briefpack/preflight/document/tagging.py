"""Checks of tags: whether all that a page says is tagged, with types that a reader knows."""

from collections import Counter
from collections.abc import Iterator

from briefpack.preflight.finding import Finding, fault, remark
from briefpack.preflight.proof import Proof
from briefpack.preflight.sheet.geometry import hull
from briefpack.preflight.sheet.leaf import Area, Leaf, Mark, Plate, Run, Stroke
from briefpack.preflight.sheet.reach import entry
from briefpack.preflight.sheet.roles import NEW
from briefpack.preflight.sheet.structure import Element
from briefpack.problem import counted, quoted

READ = ("text", "image")
"""Kinds of content that say something; lines and areas mostly adorn."""

Piece = tuple[str, Run | Area | Stroke | Plate]
"""One thing on a page, and of which kind it is."""

TOLD = {"text": "text", "image": "images", "path": "lines and areas", "shading": "shadings"}


def tagged(proof: Proof) -> Iterator[Finding]:
    """Without tags a file is read aloud line by line, as they happen to be painted, or not at all.

    Everything on a page is tagged, or an artifact (ISO 14289-1, 7.1).
    """
    if not proof.structure.elements:
        yield fault("the file has no tags", hint="export it as a tagged PDF")
        return
    if entry(proof.document.Root, "/MarkInfo", "/Marked") is not True:
        yield fault("the file has tags, and does not say so: they are not used")
    if entry(proof.document.Root, "/MarkInfo", "/Suspects") is True:
        yield fault("the file says itself that its tags may be wrong (Suspects)")
    yield from _loose(proof)
    yield from _types(proof)


def _loose(proof: Proof) -> Iterator[Finding]:
    """What is neither; and what has a mark that no tag holds."""
    known = {(mark.page, mark.number) for mark in proof.structure.marks if not mark.inner}
    for leaf in proof.leaves:
        pieces = list(_pieces(leaf))
        if loose := [one for one in pieces if one[1].mark.loose]:
            told = fault if any(kind in READ for kind, _ in loose) else remark
            message = f"{_counted(loose)} neither tagged nor marked as an artifact"
            hint = "tag what is to be read, mark what only adorns"
            yield told(message, leaf.number, hint, box=_around(loose))
        if lost := [one for one in pieces if _is_lost(one[1].mark, leaf.number, known)]:
            message = f"{_counted(lost)} with a mark that no tag holds: it is not read aloud"
            hint = "mark as an artifact what is not to be read"
            yield remark(message, leaf.number, hint, box=_around(lost))


def _is_lost(mark: Mark, page: int, known: set[tuple[int, int]]) -> bool:
    apart = mark.loose or mark.artifact or mark.inner
    return not apart and (page, mark.number) not in known


def _pieces(leaf: Leaf) -> Iterator[Piece]:
    """Everything on a page; a path that is both filled and stroked counts once."""
    yield from (("text", run) for run in leaf.runs)
    drawn: dict[int, Area | Stroke] = {one.order: one for one in leaf.strokes}
    drawn |= {one.order: one for one in leaf.areas}
    yield from (("path", one) for one in drawn.values())
    for plate in leaf.plates:
        yield ("image" if any(plate.pixels) else "shading"), plate


def _counted(pieces: list[Piece]) -> str:
    counts = Counter(kind for kind, _ in pieces)
    times = {kind: counted(counts[kind], "time") for kind in TOLD if counts[kind]}
    return " and ".join(f"{TOLD[kind]} ({often})" for kind, often in times.items())


def _types(proof: Proof) -> Iterator[Finding]:
    """Tags that a reader does not know; those of PDF 2.0 name its namespace."""
    unknown = Counter(one.kind for one in proof.structure.elements if not _is_known(one))
    for kind, count in sorted(unknown.items()):
        times = counted(count, "time")
        message = f"the tag {quoted(kind)} stands for no standard type ({times})"
        yield fault(message, hint="map it to a standard type in the RoleMap")


def _is_known(element: Element) -> bool:
    """Whether every reader knows what it stands for."""
    if NEW.fullmatch(element.standard) and element.standard == element.kind:
        return element.has("/NS")
    return bool(element.standard)


def _around(pieces: list[Piece]) -> tuple[float, ...]:
    return hull(thing.box for _, thing in pieces) or ()
