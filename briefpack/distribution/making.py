"""Making: the copies of an edition are written, all in the same way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from briefpack.distribution.legends import Legend
from briefpack.distribution.recipients import RULE
from briefpack.distribution.register import Entry
from briefpack.problem import Place, Problem, Refused
from briefpack.pulling import passed

if TYPE_CHECKING:
    from briefpack.brief import Manuscript
    from briefpack.finishing.copies.impression import Impression
    from briefpack.finishing.copies.plate import Plate
    from briefpack.finishing.copies.striking import Struck
    from briefpack.finishing.job import Delivery, Job


@dataclass(frozen=True, slots=True)
class Maker:
    """Writes copies of a brief into a folder; what finishing notices is added to `noticed`."""

    brief: Manuscript
    folder: Path
    noticed: list[Problem]

    def made(self, pdf: bytes, legend: Legend, entries: Sequence[Entry]) -> Iterator[Struck]:
        """Write a copy of the painted pages for each entry; its number and checksum, in no order.

        An edition that finishing does something to (sheets, colours for a print shop) has that done
        to each stamped copy: it takes as long as it takes.
        """
        from briefpack.finishing.copies.platemaking import Crowded, make_plate
        from briefpack.finishing.copies.striking import strike_side_by_side

        if not entries:
            return
        run = [legend.impression(entry) for entry in entries]
        try:
            plate = make_plate(pdf, run, legend.style, legend.letters)
        except Crowded as crowded:
            raise Refused([_crowded(crowded, legend.job)]) from None
        if legend.job.edition.steps:
            yield from self._finished(pdf, plate, legend.job, run)
        else:
            yield from strike_side_by_side(plate, run, self.folder)

    def _finished(
        self, pdf: bytes, plate: Plate, job: Job, run: Sequence[Impression]
    ) -> Iterator[Struck]:
        """Each copy stamped first, and then finished as its edition is.

        What finishing notices is told of the pages as they are: no watermark is the layout's fault.
        """
        from briefpack.finishing.copies.plate import Printer

        printer = Printer(plate)
        plain = self._delivered(pdf, job, plate.title, run[0].urn)
        self.noticed.extend(plain.problems)
        for copy in run:
            tail, _ = printer.strike(copy)
            title = f"{plate.title} {copy.remark}"
            delivery = self._delivered(plate.head + tail, job, title, copy.urn)
            (self.folder / copy.file).write_bytes(delivery.pdf)
            yield copy.number, sha256(delivery.pdf).hexdigest()

    def _delivered(self, pdf: bytes, job: Job, title: str, urn: str) -> Delivery:
        from briefpack.finishing.copies.naming import named
        from briefpack.finishing.steps import finish

        delivery = finish(pdf, job)
        delivery = delivery.then(named(delivery.pdf, title, urn))
        if not job.edition.finished:
            return delivery
        from briefpack import inspection

        delivery = inspection.noted(delivery, inspection.of_file(delivery, job, self.brief))
        passed(delivery.problems)
        return delivery


def _crowded(crowded: Exception, job: Job) -> Problem:
    message = f"{crowded}, in the edition {job.edition.name}"
    hint = "give it a larger margin in the layout, or shorten the names"
    return Problem(_place(job), RULE, message, hint)


def _place(job: Job) -> Place:
    return Place(job.folder.as_posix())
