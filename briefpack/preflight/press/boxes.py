"""Checks of boxes: where a page is trimmed, how far it bleeds, what stands beyond."""

from collections.abc import Iterator

from briefpack.paper import Box, points
from briefpack.preflight.finding import Finding, Unjudged, fault, remark
from briefpack.preflight.proof import Proof
from briefpack.preflight.sheet.geometry import common, grown, within
from briefpack.preflight.sheet.painted import Painted

SLACK = 0.1
"""Points that boxes may be off: less than a plate can show."""

SPAN = points(10)
"""Points along an edge from which on something is taken to be meant to reach it."""

REGISTRATION = "Separation All"


def nested(proof: Proof) -> Iterator[Finding]:
    """A RIP imposes by the TrimBox; a page without one, or with one outside the others, is lost."""
    names = ("/TrimBox", "/BleedBox", "/MediaBox")
    rows = zip(*(proof.boxes(name) for name in names), strict=True)
    for page, row in enumerate(rows, 1):
        lacking = [name for name, box in zip(names, row, strict=True) if box is None]
        if lacking:
            yield fault(f"there is no {lacking[0].removeprefix('/')}", page)
            continue
        trim, bleed, media = row
        if not (within(trim, bleed) and within(bleed, media)):
            yield fault("TrimBox, BleedBox and MediaBox do not lie in each other", page)


def sized(proof: Proof) -> Iterator[Finding]:
    """A trimmed page of another size than was ordered makes another product."""
    wanted = points(proof.order.width), points(proof.order.height)
    if not all(wanted):
        raise Unjudged("no size was ordered")
    for page, trim in enumerate(proof.boxes("/TrimBox"), 1):
        if trim and any(abs(a - b) > SLACK for a, b in zip(_size(trim), wanted, strict=True)):
            yield fault("the TrimBox is not as large as the page that was ordered", page)


def bleeding(proof: Proof) -> Iterator[Finding]:
    """Paper moves under the knife: with less bleed than the shop cuts through, edges stay white."""
    bleed = points(proof.order.bleed)
    for page, trim, box in _trimmed(proof):
        if not within(grown(trim, bleed), box, SLACK):
            yield fault(f"less than {proof.order.bleed:g} mm of bleed all round", page)


def inked(proof: Proof) -> Iterator[Finding]:
    """What reaches the edge of a page has to go on through the bleed, or a white hair shows."""
    boxes = {page: (trim, bleed) for page, trim, bleed in _trimmed(proof)}
    told: set[int] = set()
    for thing in proof.painted:
        if thing.page in told or thing.page not in boxes or not _is_seen(thing):
            continue
        if _ends_at_the_edge(thing.box, *boxes[thing.page]):
            told.add(thing.page)
            hint = "let it go on to the edge of the bleed, or end well within the page"
            yield remark("something ends at the edge of the page", thing.page, hint)


def outside(proof: Proof) -> Iterator[Finding]:
    """Registration colour prints on every plate: a mark in the bleed is cut into, and seen."""
    boxes = {page: bleed for page, _, bleed in _trimmed(proof)}
    marks = {(thing.page, thing.form) for thing in proof.painted if _is_registration(thing)}
    told: set[int] = set()
    for thing in proof.painted:
        of_marks = thing.form and (thing.page, thing.form) in marks
        if (of_marks or _is_registration(thing)) and thing.page not in told:
            seen = common(thing.box, grown(boxes.get(thing.page, thing.box), -SLACK))
            if seen and thing.page in boxes:
                told.add(thing.page)
                yield fault("a printer's mark lies inside the bleed", thing.page)


def _trimmed(proof: Proof) -> Iterator[tuple[int, Box, Box]]:
    """Each page that has both, with its trim and its bleed."""
    rows = zip(proof.boxes("/TrimBox"), proof.boxes("/BleedBox"), strict=True)
    for page, (trim, bleed) in enumerate(rows, 1):
        if trim and bleed:
            yield page, trim, bleed


def _size(box: Box) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


def _is_registration(thing: Painted) -> bool:
    return thing.colour.space == REGISTRATION


def _is_seen(thing: Painted) -> bool:
    """Whether it is an area with ink on it; white ones are none."""
    return thing.rectangular and not thing.masks and any(thing.colour.cmyk or (1,))


def _ends_at_the_edge(box: Box, trim: Box, bleed: Box) -> bool:
    """Whether one of its sides lies on the trim, or between it and the end of the bleed."""
    width, height = _size(box)
    along = (height, width, height, width)
    for side, outward in enumerate((-1, -1, 1, 1)):
        past_trim = (box[side] - trim[side]) * outward >= -SLACK
        short = (bleed[side] - box[side]) * outward > SLACK
        if past_trim and short and along[side] >= SPAN and common(box, trim):
            return True
    return False
