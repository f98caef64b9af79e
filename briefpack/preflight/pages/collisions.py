"""Checks of text that lies on text, and of text that something was painted over."""

from collections.abc import Iterator, Sequence
from itertools import islice

from briefpack.paper import Box
from briefpack.preflight.finding import Finding, fault
from briefpack.preflight.proof import Proof
from briefpack.preflight.sheet.geometry import area, common, hull
from briefpack.preflight.sheet.joining import is_double
from briefpack.preflight.sheet.leaf import Area, Leaf, Plate, Run
from briefpack.problem import quoted

DEEP = 0.25
"""Part of the lower one's height that two pieces may share: letters of tight lines touch."""

ACROSS = 0.2
"""Of the size of type: how far two pieces may run into each other sideways."""

FAINT = 0.5
"""Opacity below which text is a watermark, meant to lie upon other text."""

COVERED = 0.5
"""Part of a piece of text from which on it is hidden."""

OPAQUE = 0.99
"""Opacity from which on nothing shines through."""

TALL = 1.3
"""Of the size of type: a single sign that is taller is an integral, a bracket, a root."""

FEW = 50
"""Pieces of the same words after one that may be its double: they are painted close by."""

CROWD = 2000
"""Pieces at the height of one that it may lie upon: no page that is read has more in a row."""

MOST = 5


def overlapping(proof: Proof) -> Iterator[Finding]:
    """Two texts in one place can be read neither on paper nor on a screen."""
    for leaf in proof.leaves:
        for one, other in islice(_pairs(leaf), MOST):
            yield fault(
                f"{quoted(other.words)} lies on {quoted(one.words)}",
                leaf.number,
                "shorten one of them, or move them apart",
                box=hull((one.box, other.box)) or one.box,
            )


def covered(proof: Proof) -> Iterator[Finding]:
    """What is painted over text hides it from the eye, and not from a search: it looks redacted and
    is not, or is missing by mistake.
    """
    for leaf in proof.leaves:
        for run in islice(hidden(leaf), MOST):
            yield fault(
                f"{quoted(run.words)} is painted over",
                leaf.number,
                "take it out of the file, or let it be seen",
                box=run.box,
            )


def _pairs(leaf: Leaf) -> Iterator[tuple[Run, Run]]:
    """The pairs that collide: what was painted first stands first."""
    rows = sorted((run for run in leaf.read if _counts(run)), key=lambda run: run.box[1])
    for at, low in enumerate(rows):
        for high in islice(rows, at + 1, at + CROWD):
            if high.box[1] >= low.box[3]:
                break
            if _collide(low, high):
                one, other = sorted((low, high), key=lambda run: run.order)
                yield one, other


def _counts(run: Run) -> bool:
    """Whether it is to be read. Accents and rules made of signs are set upon letters, and a sign
    that is taller than its type is none: limits stand upon an integral.
    """
    plain = run.upright and run.opacity >= FAINT and not run.mark.artifact
    words = run.words.strip()
    tall = len(words) == 1 and _height(run.box) > TALL * run.size
    return plain and not tall and any(letter.isalnum() for letter in words)


def _collide(one: Run, other: Run) -> bool:
    shared = common(one.box, other.box)
    if shared is None:
        return False
    width, height = shared[2] - shared[0], shared[3] - shared[1]
    lower = min(_height(one.box), _height(other.box))
    if width <= ACROSS * min(one.size, other.size) or height <= DEEP * lower:
        return False
    return not (_is_double(one, other) or _is_nested(one, other))


def _is_nested(one: Run, other: Run) -> bool:
    """Whether a small letter is raised into the piece that it was painted right after, which it
    goes on with: as in the name of LaTeX.
    """
    large, small = sorted((one, other), key=lambda run: run.order)
    follows = small.order == large.order + 1 and len(small.words.strip()) == 1
    raised = small.size < large.size and large.base[1] < small.base[1] < large.box[3]
    return follows and raised and large.box[2] - large.size < small.box[0] < large.box[2]


def _is_double(one: Run, other: Run) -> bool:
    return one.words.strip() == other.words.strip() and is_double(one.box, other.box)


def _height(box: Box) -> float:
    return box[3] - box[1]


def doubled(leaf: Leaf) -> Iterator[Run]:
    """The text of a page that the same words are painted upon: its shadow, or its outline."""
    alike: dict[str, list[Run]] = {}
    for run in leaf.read:
        alike.setdefault(run.words.strip(), []).append(run)
    for runs in alike.values():
        for at, run in enumerate(runs):
            if any(_is_double(run, above) for above in islice(runs, at + 1, at + 1 + FEW)):
                yield run


def hidden(leaf: Leaf) -> Iterator[Run]:
    """The text of a page that something was painted over."""
    tops: list[Area | Plate] = [one for one in leaf.areas if one.solid and one.opacity >= OPAQUE]
    tops += [plate for plate in leaf.plates if plate.solid]
    return (run for run in leaf.read if _is_hidden(run, tops)) if tops else iter(())


def _is_hidden(run: Run, tops: Sequence[Area | Plate]) -> bool:
    whole = area(run.box)
    return any(
        top.order > run.order and area(common(top.box, run.box)) > COVERED * whole for top in tops
    )
