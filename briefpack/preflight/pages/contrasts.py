"""Checks of contrast: whether text can be read on what lies behind it, in colour and in grey."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from briefpack.preflight.finding import Finding, fault, remark
from briefpack.preflight.pages.collisions import doubled, hidden
from briefpack.preflight.proof import Proof
from briefpack.preflight.sheet.ground import Ground
from briefpack.preflight.sheet.leaf import Leaf, Run
from briefpack.problem import quoted
from briefpack.shades.contrast import LEAST, RGB8, TEXT, grey, ratio, told, written

LARGE, LARGE_BOLD = 18.0, 14.0
"""Points from which on text is large, and bold text is (WCAG 2.2, 1.4.3)."""

WATERMARK = 36.0
"""Points from which on text that is neither level nor upright is a watermark."""

SHARE = 0.2
"""Part of the ground of a piece of text that may be too like it: the edge of a tint, a hair."""

DPI = 108
"""Fine enough for what lies behind a letter; finer costs time."""

Seen = Callable[[RGB8], RGB8]
"""How a colour is seen: as it is, or as a grey."""

Weak = tuple[Run, RGB8, float]
"""Text, the ground that it is not told from, and their contrast."""


def as_it_is(colour: RGB8) -> RGB8:
    return colour


def legible(proof: Proof) -> Iterator[Finding]:
    """Text with less contrast than 4.5:1 (3:1 from 18 pt on) is not read by one reader in twelve.

    (WCAG 2.2, 1.4.3. What lies behind is what is painted there, be it a photograph.)
    """
    for page, (run, ground, contrast), count in proof.once(_weak)[as_it_is]:
        more = f", and {count - 1} more like it" if count > 1 else ""
        yield fault(
            f"{quoted(run.words)} ({written(run.colour)} on {written(ground)}) has a contrast of "
            f"{told(contrast)}, not {_least(run):g}:1{more}",
            page,
            "make the text darker or its ground lighter, or the other way round",
            box=run.box,
        )


def legible_in_grey(proof: Proof) -> Iterator[Finding]:
    """A brief is copied in black and white: colours that differ in hue alone become one grey.

    (Greys are those of ISO 32000-1, 10.3.2. What has too little contrast in colour is not told of
    twice.)
    """
    for page, (run, ground, contrast), count in proof.once(_weak)[grey]:
        if ratio(_blended(run, ground), ground) < _least(run):
            continue
        more = f", and {count - 1} more like it" if count > 1 else ""
        yield remark(
            f"printed in grey, {quoted(run.words)} ({written(run.colour)} on {written(ground)}) "
            f"has a contrast of {told(contrast)}, not {_least(run):g}:1{more}",
            page,
            "choose colours that differ in lightness too",
            box=run.box,
        )


def _weak(proof: Proof) -> dict[Seen, list[tuple[int, Weak, int]]]:
    """The first of each weak pair of colours on each page, and how often it is there: as it is, and
    in grey. A page is painted for both, and not kept: those of a thousand pages would not fit into
    the memory that a reader has.
    """
    found: dict[Seen, list[tuple[int, Weak, int]]] = {as_it_is: [], grey: []}
    for leaf in proof.leaves:
        if runs := _judgeable(leaf):
            ground = Ground(proof.pages, leaf.number, DPI, smooth=True)
            for seen, weak in found.items():
                weak += [
                    (leaf.number, pairs[0], len(pairs)) for pairs in _pairs(runs, ground, seen)
                ]
    return found


def _pairs(runs: Iterable[Run], ground: Ground, seen: Seen) -> Iterable[list[Weak]]:
    """What is weak on one page, by its two colours."""
    found: dict[tuple[RGB8, RGB8], list[Weak]] = {}
    for run in runs:
        if weak := _judged(run, ground, seen):
            found.setdefault((run.colour, weak[1]), []).append(weak)
    return found.values()


def _judgeable(leaf: Leaf) -> list[Run]:
    """The text of a page that is meant to be read, where it stands."""
    covered = {run.order for run in (*hidden(leaf), *doubled(leaf))}
    return [run for run in leaf.read if run.order not in covered and not _is_watermark(run)]


def _is_watermark(run: Run) -> bool:
    """Large letters aslant, as of a DRAFT, are pale on purpose: other text lies upon them."""
    return not run.upright and run.size >= WATERMARK


def _judged(run: Run, ground: Ground, seen: Seen) -> Weak | None:
    """The ground that most of what is weak behind a run has, where that is more than a hair."""
    least = _least(run)
    colours = ground.colours(run.seen or run.box)
    whole = sum(count for count, _ in colours)
    weak = []
    for count, colour in colours:
        contrast = ratio(seen(_blended(run, colour)), seen(colour))
        if contrast < least:
            weak.append((count, colour, contrast))
    if sum(count for count, *_ in weak) <= SHARE * whole:
        return None
    _, colour, contrast = max(weak)
    return run, colour, contrast


def _blended(run: Run, ground: RGB8) -> RGB8:
    """The colour that text has which lets its ground shine through."""
    red, green, blue = (
        round(run.opacity * own + (1 - run.opacity) * below)
        for own, below in zip(run.colour, ground, strict=True)
    )
    return red, green, blue


def _least(run: Run) -> float:
    large = LARGE_BOLD if "bold" in run.font.lower() else LARGE
    return LEAST if run.size >= large else TEXT
