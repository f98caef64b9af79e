"""Legends: the words that a copy bears, in the brief's language and within the room that it has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from briefpack.distribution.recipients import RULE
from briefpack.distribution.register import Entry
from briefpack.finishing.copies.impression import Impression
from briefpack.finishing.copies.label import ELLIPSIS, fitted
from briefpack.finishing.copies.watermark import LEAST, size
from briefpack.paper import points
from briefpack.problem import Place, Problem, quoted
from briefpack.words import Words, complaint

if TYPE_CHECKING:
    from briefpack.distribution.recipients import Recipient
    from briefpack.finishing.copies.letters import Letters
    from briefpack.finishing.copies.platemaking import Style
    from briefpack.finishing.job import Job

NAME = "name"
"""Asks for a watermark that is the holder's name."""

_ROOM = 0.6
"""Of the page between its margins: the rest is the running head's, on the same line. Only for a
name as long as that does the line go on, without the organisation."""

_COPIES = UUID("6f1d3c52-8a0e-5d0b-9f57-2c8f0f9a7b14")
"""The name space of copies' identifiers (RFC 9562, 5.5)."""


@dataclass(frozen=True, slots=True)
class Legend:
    """What copies of an edition say, and how large."""

    job: Job
    letters: Letters
    watermark: str = ""

    @property
    def style(self) -> Style:
        """How the stamps are set, as the layout says."""
        from briefpack.finishing.copies.places import Margins
        from briefpack.finishing.copies.platemaking import Style

        stamp, grid = self.job.layout.lengths("stamp"), self._grid
        margins = (grid["top"], grid["bottom"], grid["inner"], grid["outer"], stamp["head"])
        mirrored = self.job.edition.duplex != "Simplex"
        return Style(stamp["size"], points(stamp["code"]), Margins(*map(points, margins)), mirrored)

    @property
    def _grid(self) -> dict[str, float]:
        return dict(self.job.layout.lengths("grid", self.job.page))

    def line(self, entry: Entry) -> str:
        """What stands on every page; empty where the name is too long for that."""
        who = f"{self._copy(entry)} · {entry.name}"
        of = f", {entry.organisation}" if entry.organisation else ""
        size = self.job.layout.lengths("stamp")["size"]
        across = points(self.job.page.width - self._grid["inner"] - self._grid["outer"])
        line = fitted(who, of, self.letters.widths, size, across * _ROOM)
        return line or fitted(who, "", self.letters.widths, size, across)

    def impression(self, entry: Entry) -> Impression:
        """All that the entry's copy bears."""
        remark = self.job.wording["copy-remark"].format(
            number=entry.number, copies=entry.copies, holder=entry.name
        )
        return Impression(
            entry.number,
            entry.file,
            self.line(entry),
            self._copy(entry),
            remark,
            UUID(entry.identifier),
            mark(self.watermark, entry.name),
        )

    def _copy(self, entry: Entry) -> str:
        return self.job.wording["copy"].format(number=entry.number, copies=entry.copies)

    def too_long(self, person: Recipient, entry: Entry) -> Iterator[Problem]:
        """A complaint where there is no room for the recipient's name."""
        if not self.line(entry):
            message = f"{quoted(person.name)} is too long for one line at the head of a page"
            hint = "give the name alone; what else is needed to tell people apart is organisation"
            yield complaint(person.name, RULE, message, hint)

    def faint(self) -> Iterator[Problem]:
        """A complaint where the watermark would be too small for anybody to see."""
        page = (points(self.job.page.width), points(self.job.page.height))
        if self.watermark in ("", NAME) or size(self.watermark, self.letters.widths, page) >= LEAST:
            return
        words = Words(self.watermark, Place("--watermark"))
        message = f"{quoted(words)} is too long: a watermark is one line across the page"
        yield complaint(words, RULE, message, "a word, or a few")


def mark(watermark: str, name: str) -> str:
    """The watermark of somebody's copy."""
    return name if watermark == NAME else watermark


def identifier(origin: str, entry: Entry) -> str:
    """The name that this copy has in the world, the same whenever it is made of the same things."""
    return str(uuid5(_COPIES, f"{origin}/{entry.number}"))


def characters(jobs: Iterable[Job], entries: Iterable[Entry], watermark: str) -> set[str]:
    """Everything that any copy of a run may print."""
    words = "".join(job.wording["copy"].format(number="", copies="") for job in jobs)
    names = "".join(entry.name + entry.organisation for entry in entries)
    return set(f"{words}{names}{watermark}0123456789abcdef-, ·{ELLIPSIS}")
