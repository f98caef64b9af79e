"""Tickets: what a print room gets beside an edition on paper, for people and for machines."""

from hashlib import sha256
from pathlib import Path

from briefpack.edition import TICKETS, ticket_beside
from briefpack.finishing.job import Delivery, Job
from briefpack.finishing.tickets.slip import slip
from briefpack.finishing.tickets.ticket import ticket
from briefpack.paper import PAPERS


def ticketed(job: Job, delivery: Delivery, target: Path) -> dict[Path, bytes]:
    """The tickets of what goes to `target`: files and their bytes; none, if not on paper."""
    if not job.edition.on_paper:
        return {}
    made = ticket(job, delivery, target.name, sha256(delivery.pdf).hexdigest())
    colours, paper = job.layout.group("chart-colours"), PAPERS[job.page.key]
    forms = {".pdf": slip(made, job.wording, colours, paper), ".json": made.json().encode("utf-8")}
    return {ticket_beside(target, ending): forms[ending] for ending in TICKETS}
