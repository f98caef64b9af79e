"""Checks of charts: whether what lies side by side is told apart, in colour, in grey, by everybody.

What is a chart, the tags say: a figure (ISO 32000-1, 14.8.4.5) that is drawn, not a picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from PIL import Image

from briefpack.paper import Box
from briefpack.preflight.finding import Finding, Unjudged, fault, remark
from briefpack.preflight.proof import Proof
from briefpack.preflight.sheet.geometry import area, common, grown, hull, within
from briefpack.preflight.sheet.ground import Ground
from briefpack.preflight.sheet.leaf import Area, Leaf, Mark, Run, Stroke
from briefpack.preflight.sheet.tagged import Tag
from briefpack.shades import borders, sight
from briefpack.shades.areas import mapped
from briefpack.shades.contrast import LEAST, RGB8, grey, ratio, told, written

DPI = 150
"""A pixel is a sixth of a millimetre: what is nowhere three broad is a line."""

SHORT = 6
"""Pixels: a shorter border is the corner of two areas that a line parts."""

AREA, UNJUDGED = 255, 128
"""Marks of what is to be judged, and of what is not; see `shades.areas.mapped`."""

PLATE = 8.0
"""How many times larger than its words an area is that is there for them alone."""

BOLD = 1.0
"""Points from which on a line bears meaning; thinner ones are those of the scale."""

BROAD = 2.0
"""Points that an area is broad and high that stands for a number."""

HUE = 20.0
"""How unlike two colours are that are meant to be told apart (CIE 1976 L*a*b*)."""

BLUR = 10.0
"""How unlike they must be at the least to those who lack a kind of cone."""


@dataclass(frozen=True)
class Figure:
    """A chart: its page and its box there, and the areas and lines that are drawn in it."""

    leaf: Leaf
    box: Box
    areas: Sequence[Area] = field(repr=False)
    strokes: Sequence[Stroke] = field(repr=False)


def apart(proof: Proof) -> Iterator[Finding]:
    """Parts of a chart that touch are told apart by 3:1 or by a line between them, and so are its
    lines from what they are drawn on. (WCAG 2.2, 1.4.11.)
    """
    for figure, one, other in proof.once(_pairs):
        contrast = ratio(one, other)
        if contrast < LEAST:
            yield fault(
                f"{written(one)} beside {written(other)} has a contrast of {told(contrast)} in "
                f"a chart, not {LEAST:g}:1",
                figure.leaf.number,
                "make one of the two darker, or part them by a line",
                box=figure.box,
            )


def apart_in_grey(proof: Proof) -> Iterator[Finding]:
    """A chart is copied in black and white: areas that differ in hue alone become one.

    (Greys are those of ISO 32000-1, 10.3.2. What has too little contrast in colour is not told of
    twice.)
    """
    for figure, one, other in proof.once(_pairs):
        contrast = ratio(grey(one), grey(other))
        if contrast < LEAST <= ratio(one, other):
            yield remark(
                f"printed in grey, {written(one)} beside {written(other)} has a contrast of "
                f"{told(contrast)} in a chart, not {LEAST:g}:1",
                figure.leaf.number,
                "choose colours that differ in lightness too, or part them by a line",
                box=figure.box,
            )


def seen_by_all(proof: Proof) -> Iterator[Finding]:
    """One man in twelve lacks a kind of cone: categories that differ in red and green alone are one
    category to him.

    What is judged are plain areas and lines of one kind; hatches, dashes and shapes tell apart.
    """
    for figure in _figures(proof):
        for one, other in combinations(sorted(_categories(figure)), 2):
            blind = [kind for kind in sight.KINDS if sight.distance(one, other, kind) < BLUR]
            if blind and sight.distance(one, other) >= HUE:
                yield remark(
                    f"{written(one)} and {written(other)} look alike to the colour-blind "
                    f"({' and '.join(blind)})",
                    figure.leaf.number,
                    "let them differ in lightness, or by a hatch or a dash too",
                    box=figure.box,
                )


def _pairs(proof: Proof) -> list[tuple[Figure, RGB8, RGB8]]:
    """The colours that meet in each chart, each pair once."""
    found: list[tuple[Figure, RGB8, RGB8]] = []
    for figure in _figures(proof):
        seen: dict[tuple[RGB8, RGB8], None] = {}
        ground = Ground(proof.pages, figure.leaf.number, DPI, smooth=False)
        seen |= dict.fromkeys(_side_by_side(figure, ground))
        seen |= dict.fromkeys(_drawn_on(figure, ground))
        found += [(figure, *pair) for pair in seen]
    return found


def _side_by_side(figure: Figure, ground: Ground) -> Iterator[tuple[RGB8, RGB8]]:
    """Broad areas that touch, and what they stand on."""
    met = {filled.colour for filled in figure.areas} | {stroke.colour for stroke in figure.strokes}
    page = mapped(ground.part(figure.box), _marks(figure, ground), met)
    for border, length in borders.borders(page).items():
        drawn = met & {*border.colours}
        if border.kind == borders.AREAS and length >= SHORT and drawn:
            yield border.colours


def _marks(figure: Figure, ground: Ground) -> Image.Image:
    """What of a chart is judged: not the plates that its words stand on, which part nothing.

    They are of the chart's ground, that is of most of it: a bar with its number on it is not.
    """
    part = ground.part(figure.box)
    colours: Any = part.getcolors(part.width * part.height)
    marks, paper = Image.new("L", part.size, AREA), max(colours)[1]
    for plate in (one for one in figure.areas if one.colour == paper):
        if any(_is_plate_of(plate, run) for run in figure.leaf.read):
            left, upper = plate.box[0] - figure.box[0], figure.box[3] - plate.box[3]
            right, lower = plate.box[2] - figure.box[0], figure.box[3] - plate.box[1]
            x1, y1, x2, y2 = (round(edge * ground.scale) for edge in (left, upper, right, lower))
            marks.paste(UNJUDGED, (x1 - 1, y1 - 1, x2 + 1, y2 + 1))
    return marks


def _is_plate_of(plate: Area, run: Run) -> bool:
    fits = plate.order < run.order and within(run.box, plate.box, 0.5)
    return fits and area(plate.box) < PLATE * area(run.box)


def _drawn_on(figure: Figure, ground: Ground) -> Iterator[tuple[RGB8, RGB8]]:
    """Each bold line with most of what is about it."""
    for stroke in figure.strokes:
        if stroke.width >= BOLD - 0.01:
            part = ground.part(grown(stroke.box, 2))
            found: Any = part.getcolors(part.width * part.height)
            about = [(count, colour) for count, colour in found if colour != stroke.colour]
            if about:
                yield stroke.colour, max(about)[1]


def _categories(figure: Figure) -> set[RGB8]:
    """The colours of what stands for numbers, where nothing but colour tells it from the rest."""
    plain = {one.colour for one in figure.areas if one.opacity > 0 and _is_broad(one.box)}
    lines = {stroke.colour for stroke in figure.strokes if stroke.width >= BOLD and stroke.solid}
    return {colour for colour in plain | lines if max(colour) - min(colour) > BLUR}


def _is_broad(box: Box) -> bool:
    return box[2] - box[0] >= BROAD and box[3] - box[1] >= BROAD


def _figures(proof: Proof) -> Iterator[Figure]:
    if not proof.tags:
        raise Unjudged("the file has no tags that tell what is a chart")
    for leaf in proof.leaves:
        found: dict[Tag, tuple[list[Area], list[Stroke]]] = {}
        for filled in leaf.areas:
            if tag := _figure_of(proof, leaf, filled.mark):
                found.setdefault(tag, ([], []))[0].append(filled)
        for stroke in leaf.strokes:
            if tag := _figure_of(proof, leaf, stroke.mark):
                found.setdefault(tag, ([], []))[1].append(stroke)
        for areas, strokes in found.values():
            boxes = [*(filled.box for filled in areas), *(stroke.box for stroke in strokes)]
            box = common(hull(boxes) or leaf.box, leaf.box)
            if box:
                yield Figure(leaf, box, areas, strokes)


def _figure_of(proof: Proof, leaf: Leaf, mark: Mark) -> Tag | None:
    tag = proof.tag(leaf.number, mark)
    return tag if tag and (tag.role == "Figure" or "Figure" in tag.within) else None
