"""Checks of text near the edge, and of text that an edge takes away."""

from collections.abc import Iterator
from itertools import islice

from briefpack.paper import Box, millimetres, points
from briefpack.preflight.finding import Finding, fault, remark
from briefpack.preflight.proof import Proof
from briefpack.preflight.sheet.geometry import common, grown, within
from briefpack.preflight.sheet.leaf import Leaf, Run
from briefpack.preflight.sheet.lines import Line
from briefpack.problem import quoted

SLACK = 1.0
"""Points that ink may reach beyond its frame: what nobody sees."""

LOST = 0.08
"""Part of its height or width that a piece of text may lose before it is cut off."""

MOST = 5
"""Lines of one page that are told of: where there are more, there is one cause."""


def safe(proof: Proof) -> Iterator[Finding]:
    """Office printers leave the outer millimetres of a sheet white, and a stack is never cut dead
    true: what is to be read keeps a distance.
    """
    order = proof.order
    for leaf, lines in zip(proof.leaves, proof.lines, strict=True):
        inside = grown(leaf.trim, -points(order.safe))
        near = (line for line in lines if _is_on(leaf, line) and not within(line.box, inside, 0.3))
        for line in islice(near, MOST):
            gap = max(millimetres(_gap(line.box, leaf.trim)), 0)
            yield remark(
                f"{quoted(line.words)} stands {gap:.1f} mm from the edge, not {order.safe:g}",
                leaf.number,
                "move it inwards, or widen the margin",
                box=line.box,
            )


def cut(proof: Proof) -> Iterator[Finding]:
    """What runs off its page, or out of a frame that clips it, is printed in part or not at all."""
    for leaf in proof.leaves:
        for run in islice((run for run in leaf.runs if _is_cut(leaf, run)), MOST):
            part = "" if _seen(leaf, run) else ", and nothing of it is seen"
            yield fault(
                f"{quoted(run.words)} is cut off{part}",
                leaf.number,
                "shorten what stands there, or give it more room",
                box=common(run.box, leaf.box) or run.box,
            )


def _is_on(leaf: Leaf, line: Line) -> bool:
    """Whether it lies on the trimmed page: a slug beyond it is cut away with the marks."""
    return within(line.box, leaf.trim, SLACK)


def _gap(box: Box, edge: Box) -> float:
    return min(box[0] - edge[0], box[1] - edge[1], edge[2] - box[2], edge[3] - box[3])


def _seen(leaf: Leaf, run: Run) -> Box | None:
    return common(run.seen, leaf.box) if run.seen else None


def _is_cut(leaf: Leaf, run: Run) -> bool:
    """Whether a part is missing that would be missed; what lies beyond the page altogether is for
    printers' eyes, and never was on it.
    """
    if run.opacity == 0 or not run.words.strip() or not common(run.box, leaf.box):
        return False
    seen = _seen(leaf, run) or (0.0, 0.0, 0.0, 0.0)
    for low, high in ((0, 2), (1, 3)):
        whole = run.box[high] - run.box[low]
        lost = whole - (seen[high] - seen[low])
        if lost > SLACK and lost > LOST * whole:
            return True
    return False
