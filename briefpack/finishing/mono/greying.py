"""Greying: painted pages as a printer without colours prints them, and what is lost by it."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from briefpack.finishing.job import Delivery, Job
from briefpack.finishing.mono.origin import origin
from briefpack.finishing.mono.pairs import Pair, weak
from briefpack.finishing.recolour import CannotRecolour, Greys, recolour
from briefpack.finishing.saving import saved
from briefpack.numerals import ranges
from briefpack.problem import Problem, Refused, Severity
from briefpack.shades.borders import AREAS, LINE, TEXT
from briefpack.shades.contrast import LEAST, told, written

RULE = "mono-contrast"

SAID = {
    TEXT: "text in {one} on {other}",
    AREAS: "{one} beside {other}",
}
"""The kinds of pair that are warned of. Lines are told of on the ticket alone: most only part or
adorn, and those of a chart stand on a broad ground that their labels name."""

HINTS = {
    TEXT: "make one of the two darker or the other lighter",
    AREAS: "make one of the two darker, or part them by a line; a tint that only adorns may stay",
}


def grey(delivery: Delivery, job: Job) -> Delivery:
    """The pages in greys; a warning for each pair of colours that these do not tell apart.

    All else stays: tags, links, outline and what the file claims to be, since greys are allowed
    wherever the screen's colours are. `pairs` are told of too, with the lines among them.
    """
    with pikepdf.open(BytesIO(delivery.pdf)) as document:
        try:
            recolour(document, Greys())
        except CannotRecolour as fault:
            raise Refused([Problem(job.place, "recolour", str(fault))]) from None
        pdf = saved(document)
    pairs = weak(delivery.pdf)
    warnings = [_warning(pair, job) for pair in pairs if pair.kind != LINE]
    return delivery.then(pdf, *sorted(warnings), pairs=[pair.told() for pair in pairs])


def _warning(pair: Pair, job: Job) -> Problem:
    one, other = (written(colour) for colour in pair.colours)
    what = SAID[pair.kind].format(one=one, other=other)
    pages = f"page{'s' * (len(pair.pages) > 1)} {ranges(pair.pages)}"
    place, line = origin(job, pair.colours)
    return Problem(
        place,
        RULE,
        f"printed in greys, {what} has a contrast of {told(pair.contrast_in_grey)} "
        f"({told(pair.contrast)} in colour), on {pages}",
        f"{HINTS[pair.kind]}; {LEAST:g}:1 is the least",
        line,
        Severity.WARNING,
    )
