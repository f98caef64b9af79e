"""Separating: painted pages in the colours of a screen become pages in printing inks."""

from collections.abc import Mapping
from io import BytesIO

import pikepdf

from briefpack.finishing.job import Delivery, Job
from briefpack.finishing.overlay import lay_over
from briefpack.finishing.press import boxes, condition, exchange, marks
from briefpack.finishing.press.inks import Inks
from briefpack.finishing.recolour import CannotRecolour, recolour
from briefpack.finishing.saving import saved
from briefpack.problem import Problem, Refused, quoted
from briefpack.profiles import INK_LIMIT

PLATES: Mapping[str, str] = marks.PLATES


def separate(delivery: Delivery, job: Job) -> Delivery:
    """Every colour in inks, for the press that the brief, the layout or the system names."""
    chosen = condition.chosen(job)
    inks = _inks(chosen, job)
    with pikepdf.open(BytesIO(delivery.pdf)) as document:
        exchange.strip(document)
        try:
            recolour(document, inks)
        except CannotRecolour as fault:
            raise Refused([Problem(job.place, "recolour", str(fault))]) from None
        exchange.untag(document)
        exchange.blend_in_ink(document)
        exchange.intend(document, chosen.profile)
        pdf = saved(document)
    told = {**chosen.told, "inks": [*PLATES.values()], "ink_limit": INK_LIMIT}
    return delivery.then(pdf, **told)


def _inks(chosen: condition.Condition, job: Job) -> Inks:
    try:
        return Inks(chosen.profile.data)
    except ValueError as fault:
        message = f"the colours of {quoted(chosen.name)} cannot be reckoned with: {fault}"
        hint = "take the profile anew from where it came, or another"
        raise condition.fault(job, message, hint) from None


def mark(delivery: Delivery, job: Job) -> Delivery:
    """The pages with a slug, and printer's marks in it."""
    with pikepdf.open(BytesIO(delivery.pdf)) as document:
        sheets = boxes.widen(document)
        pdf = saved(document)
    pdf = lay_over(pdf, marks.drawn(sheets, job))
    return delivery.then(pdf, bleed_mm=round(sheets[0].bleed, 2), slug_mm=boxes.SLUG)


def seal(delivery: Delivery, job: Job) -> Delivery:  # noqa: ARG001
    """The file as PDF/X-4, named by what is on its pages."""
    with pikepdf.open(BytesIO(delivery.pdf)) as document:
        exchange.identify(document, delivery.pdf)
        return delivery.then(saved(document))
