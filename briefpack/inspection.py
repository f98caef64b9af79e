"""Inspection: the preflight of an edition, and what its ticket is to tell of that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefpack import preflight
from briefpack.problem import Place, Refused, errors
from briefpack.waivers import waived
from briefpack.words import Words

if TYPE_CHECKING:
    from briefpack.brief import Manuscript
    from briefpack.finishing.job import Delivery, Job


def inspected(delivery: Delivery, job: Job, manuscript: Manuscript, place: Place) -> Delivery:
    """The delivery with the outcome of every check; `Refused` where one of them failed.

    `place` is the brief's, for what is wrong with the file as a whole.
    """
    outcomes = preflight.inspect(delivery.pdf, _order(job, manuscript, place))
    found = waived((one for outcome in outcomes for one in outcome.problems), manuscript.waivers)
    if errors(found):
        raise Refused([*delivery.problems, *found])
    checks = [
        {
            "check": outcome.check.told,
            "outcome": outcome.verdict,
            "found": [problem.message for problem in outcome.problems],
        }
        for outcome in outcomes
    ]
    return delivery.then(delivery.pdf, *found, checks=checks)


def _order(job: Job, manuscript: Manuscript, place: Place) -> preflight.Order:
    bleed = float(job.brief.press.bleed or job.layout.bleed)
    return preflight.Order(
        place,
        frozenset({"press"}),
        job.page.width,
        job.page.height,
        bleed,
        pictures=_pictures(manuscript),
    )


def _pictures(manuscript: Manuscript) -> dict[tuple[int, int], Words]:
    """The words that place each picture of pixels, by its size.

    A picture that has too few of them is printed as it is, so that its size tells which it is; not
    where it is placed twice, or another has that size.
    """
    from briefpack.blocks.figure import figures

    found: dict[tuple[int, int], list[Words]] = {}
    for placed in figures(manuscript.tokens):
        figure = placed.figure
        picture = manuscript.pictures.get((str(figure.argument), figure.number))
        if picture and picture.kind == "pixels":
            size = round(picture.width), round(picture.height)
            found.setdefault(size, []).append(figure.argument)
    return {size: placed[0] for size, placed in found.items() if len(placed) == 1}
