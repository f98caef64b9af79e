"""Checks of tags: whether all that a page says is tagged, with types that a reader knows."""

from collections import Counter
from collections.abc import Iterator

from briefpack.preflight.finding import Finding, fault, remark
from briefpack.preflight.pieces import Piece
from briefpack.preflight.proof import Proof
from briefpack.preflight.reach import entry
from briefpack.problem import quoted

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
    """What is neither; a mark that the structure does not know is no tag."""
    known = {(mark.page, mark.number) for mark in proof.structure.marks if not mark.inner}
    lost: dict[int, list[Piece]] = {}
    for one in proof.pieces:
        if one.artifact or one.inner:
            continue
        if one.loose or (one.page, one.mark) not in known:
            lost.setdefault(one.page, []).append(one)
    for page, things in lost.items():
        counts = Counter(one.kind for one in things)
        what = " and ".join(f"{TOLD[kind]} ({counts[kind]} times)" for kind in TOLD if counts[kind])
        told = fault if counts["text"] or counts["image"] else remark
        message = f"{what} neither tagged nor marked as an artifact"
        yield told(
            message, page, "tag what is to be read, mark what only adorns", box=_around(things)
        )


def _types(proof: Proof) -> Iterator[Finding]:
    unknown = Counter(one.kind for one in proof.structure.elements if not one.standard)
    for kind, times in sorted(unknown.items()):
        hint = "map it to a standard type in the RoleMap"
        yield fault(
            f"the tag {quoted(kind)} stands for no standard type ({times} times)", hint=hint
        )


def _around(things: list[Piece]) -> tuple[float, ...]:
    boxes = [one.box for one in things]
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left), min(bottom), max(right), max(top)
