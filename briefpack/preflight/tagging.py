"""Checks of tags: whether all that a page says is tagged, with types that a reader knows."""

from collections import Counter
from collections.abc import Iterator

from briefpack.preflight.finding import Finding, fault, remark
from briefpack.preflight.pieces import Piece
from briefpack.preflight.proof import Proof
from briefpack.preflight.reach import entry
from briefpack.preflight.roles import NEW
from briefpack.preflight.structure import Element
from briefpack.problem import quoted

READ = ("text", "image")
"""Kinds of content that say something; lines and areas mostly adorn."""

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
    loose: dict[int, list[Piece]] = {}
    lost: dict[int, list[Piece]] = {}
    for one in proof.pieces:
        if one.loose:
            loose.setdefault(one.page, []).append(one)
        elif not (one.artifact or one.inner or (one.page, one.mark) in known):
            lost.setdefault(one.page, []).append(one)
    for page, things in loose.items():
        told = fault if any(one.kind in READ for one in things) else remark
        message = f"{_counted(things)} neither tagged nor marked as an artifact"
        hint = "tag what is to be read, mark what only adorns"
        yield told(message, page, hint, box=_around(things))
    for page, things in lost.items():
        message = f"{_counted(things)} with a mark that no tag holds: it is not read aloud"
        yield remark(
            message, page, "mark as an artifact what is not to be read", box=_around(things)
        )


def _counted(things: list[Piece]) -> str:
    counts = Counter(one.kind for one in things)
    return " and ".join(f"{TOLD[kind]} ({counts[kind]} times)" for kind in TOLD if counts[kind])


def _types(proof: Proof) -> Iterator[Finding]:
    """Tags that a reader does not know; those of PDF 2.0 name its namespace."""
    unknown = Counter(one.kind for one in proof.structure.elements if not _is_known(one))
    for kind, times in sorted(unknown.items()):
        hint = "map it to a standard type in the RoleMap"
        yield fault(
            f"the tag {quoted(kind)} stands for no standard type ({times} times)", hint=hint
        )


def _is_known(element: Element) -> bool:
    """Whether every reader knows what it stands for."""
    if NEW.fullmatch(element.standard) and element.standard == element.kind:
        return element.has("/NS")
    return bool(element.standard)


def _around(things: list[Piece]) -> tuple[float, ...]:
    boxes = [one.box for one in things]
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left), min(bottom), max(right), max(top)
