"""The ticket: what a print room must know of an edition; a slip shows it, JSON holds it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import pypdfium2

from briefpack.brief import Brief
from briefpack.finishing.job import Delivery, Job
from briefpack.finishing.stock import stapled, stock
from briefpack.finishing.tickets.colours import chroma, coloured, tinted
from briefpack.markdown import plain
from briefpack.paper import PAPERS, Paper, millimetres

FLIPS = {"DuplexFlipLongEdge": "long-edge", "DuplexFlipShortEdge": "short-edge", "Simplex": "none"}
"""How a sheet is turned, by the names of `Edition.duplex`; none: it is printed on one side."""

PLACED = frozenset({"sheets", "fold", "staples", "binding"})
"""Particulars that have a field of the ticket's own."""

NEAR = 0.5  # millimetres by which a sheet may miss the size that its name stands for


@dataclass(frozen=True, slots=True)
class Ticket:
    """The facts of one printed edition, as its PDF and its finishing give them; one copy of it.

    `sides` are the pages of the PDF, each a side of a sheet; `pages` are those of the brief. `size`
    is the sheet as it is when trimmed, `media` the page of the file, with bleed and marks where it
    has them. `colour_pages` counts the file's pages from 1; for `tinted_pages` among them black
    would do as well. `fold` is "none" or says how, `staples` where: "none", "corner", "fold",
    "clip" (too many sheets for a stapler), "shop" (the print shop binds it). `grams` and
    `caliper_mm` are assumed: nobody has measured the paper.
    """

    edition: str
    purpose: str
    title: str
    issue: str
    language: str
    file: str
    bytes: int
    sha256: str
    sheets: int
    sides: int
    pages: int
    paper: str
    size_mm: tuple[float, float]
    media_mm: tuple[float, float]
    flip: str
    scaling: str
    colour_pages: Sequence[int]
    tinted_pages: Sequence[int]
    fold: str
    staples: str
    binding: str
    grams: int
    caliper_mm: float
    particulars: Mapping[str, Any]

    @property
    def leaves(self) -> int:
        """The leaves of a finished copy: a sheet that is folded gives two."""
        return self.sheets if self.fold == "none" else 2 * self.sheets

    @property
    def thickness_mm(self) -> float:
        """How thick a copy is, pressed flat."""
        return round(self.leaves * self.caliper_mm, 2)

    @property
    def kilobytes(self) -> int:
        """The size of the file, in thousands of bytes."""
        return round(self.bytes / 1000)

    @property
    def trimmed(self) -> bool:
        """Whether the file's pages are larger than the paper, and are cut down to it."""
        return self.media_mm != self.size_mm

    def json(self) -> str:
        """The ticket for machines: the fields by their names."""
        facts = asdict(self)
        further = facts.pop("particulars")
        facts |= {"thickness_mm": self.thickness_mm, "particulars": further}
        return json.dumps(facts, ensure_ascii=False, indent=2) + "\n"


def ticket(job: Job, delivery: Delivery, file: str, sha256: str) -> Ticket:
    """The ticket of what was delivered as the file of that name, whose hash (hex) it is."""
    row, brief, said = job.edition, job.brief, delivery.particulars
    sides, size, media = _measured(delivery.pdf)
    flip = FLIPS[row.duplex]
    sheets = int(said.get("sheets", sides if flip == "none" else -(-sides // 2)))
    fold = str(said.get("fold", "none"))
    paper, strengths = stock(row.name), chroma(delivery.pdf)
    return Ticket(
        edition=row.name,
        purpose=row.purpose,
        title=plain(brief.title, language=brief.language),
        issue=_issue(brief, job.wording),
        language=str(brief.language),
        file=file,
        bytes=len(delivery.pdf),
        sha256=sha256,
        sheets=sheets,
        sides=sides,
        pages=len(job.folios),
        paper=_name(size),
        size_mm=size,
        media_mm=media,
        flip=flip,
        scaling=row.scaling.lower(),
        colour_pages=coloured(strengths),
        tinted_pages=tinted(strengths),
        fold=fold,
        staples=str(said.get("staples", stapled(row.name, sheets))),
        binding=str(said.get("binding", "left" if fold == "none" else "fold")),
        grams=paper.grams,
        caliper_mm=paper.caliper,
        particulars={name: value for name, value in said.items() if name not in PLACED},
    )


def _issue(brief: Brief, words: Mapping[str, str]) -> str:
    """Series and number, version and date, as far as there are any."""
    series = " ".join(str(word) for word in (brief.series, brief.number) if word)
    version = words["version"].format(version=brief.version) if brief.version else ""
    return " · ".join(item for item in (series, version, str(brief.date.written)) if item)


def _measured(pdf: bytes) -> tuple[int, tuple[float, float], tuple[float, float]]:
    """How many pages a PDF has, and the first one's trimmed and whole size in millimetres."""
    with pypdfium2.PdfDocument(pdf) as document:
        first = document[0]
        return len(document), _size(first.get_trimbox()), _size(first.get_mediabox())


def _size(box: tuple[float, float, float, float]) -> tuple[float, float]:
    left, bottom, right, top = box
    return round(millimetres(right - left), 1), round(millimetres(top - bottom), 1)


def _name(size: tuple[float, float]) -> str:
    """The name of the sheet of that size, however it lies; none where no paper has it."""
    known = [one for paper in PAPERS.values() for one in (paper.folded, paper, paper.doubled)]
    return next((paper.name for paper in known if _is(size, paper)), "")


def _is(size: tuple[float, float], paper: Paper) -> bool:
    pairs = zip(sorted(size), sorted((paper.width, paper.height)), strict=True)
    return all(abs(one - other) <= NEAR for one, other in pairs)
