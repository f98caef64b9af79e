"""The steps of finishing: what editions have done to their painted pages, by name."""

from collections.abc import Callable, Mapping

from briefpack.finishing.booklet import booklet
from briefpack.finishing.handout import handout
from briefpack.finishing.job import Delivery, Job
from briefpack.finishing.mono.greying import grey
from briefpack.finishing.press import separating

Step = Callable[[Delivery, Job], Delivery]

STEPS: Mapping[str, Step] = {
    "booklet": booklet,
    "handout": handout,
    "grey": grey,
    "separate": separating.separate,
    "mark": separating.mark,
    "seal": separating.seal,
}
"""Name in `Edition.steps` -> what is done; `Refused` where it cannot be."""


def finish(pdf: bytes, job: Job) -> Delivery:
    """All that the job's edition asks for, done to its painted pages in turn."""
    delivery = Delivery(pdf)
    for name in job.edition.steps:
        delivery = STEPS[name](delivery, job)
    return delivery
