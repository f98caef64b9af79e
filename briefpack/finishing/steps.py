"""The steps of finishing: what editions have done to their painted pages, by name."""

from collections.abc import Callable, Mapping

from briefpack.finishing.job import Delivery, Job

Step = Callable[[Delivery, Job], Delivery]

STEPS: Mapping[str, Step] = {}
"""Name in `Edition.steps` -> what is done; `Refused` where it cannot be."""


def finish(pdf: bytes, job: Job) -> Delivery:
    """All that the job's edition asks for, done to its painted pages in turn."""
    delivery = Delivery(pdf)
    for name in job.edition.steps:
        delivery = STEPS[name](delivery, job)
    return delivery
