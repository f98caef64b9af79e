"""Handout: two pages on each side of a sheet, beside lines for notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefpack.finishing import folding
from briefpack.finishing.form import sizes
from briefpack.finishing.impose import Box, Placed, Size, imposed
from briefpack.finishing.job import Delivery, Job
from briefpack.finishing.label import label
from briefpack.finishing.overlay import lay_over
from briefpack.finishing.pen import MM, Drawing, drawn, width
from briefpack.markdown import plain

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

INNER, OUTER = 22.0, 10.0
"""Margins (mm) at the binding side and at the other one; punches need 20 mm."""

HEAD, FOOT = 21.5, 15.0
"""What (mm) stays free of pages at the top, for the title, and at the bottom."""

GAP, GUTTER, NOTES = 8.0, 7.0, 60.0
"""Between two pages, and between a page and its notes; the least width (mm) of notes."""

LEADING, FIRST = 8.0, 12.0
"""Between two lines for handwriting, and from the top of the page to the first of them (mm)."""

MARKING = ("semibold", 8.0, "#b9371f")
TITLE = ("sans", 8.5, "#55626f")
FOLIO = ("semibold", 11.0, "#13263b")
"""Face, size in points and colour."""

CAPITALS = 0.69
"""How high those of Fira Sans are, of the size; the folio's end with the frame."""

FRAME = ("#8e9aa6", 0.25)
LINES = ("#aab3bb", 0.4)
"""Colour, and weight in points."""


@dataclass(frozen=True, slots=True)
class Row:
    """A room with a page at its upper left, if any; its folio and lines take the rest."""

    room: Box
    placed: Placed | None = None
    folio: str = ""

    def start(self, height: float) -> float:
        """Where notes begin at that height: beside the page, or at the left where it has ended."""
        if not self.placed:
            return self.room[0]
        left, bottom, across, _ = self.placed.window
        return left + across + GUTTER if height > bottom - LEADING / 2 else left


@dataclass(frozen=True, slots=True)
class Face:
    """A printed side of a sheet: where its print begins at the left, and its rows."""

    left: float
    rows: Sequence[Row]


def handout(delivery: Delivery, job: Job) -> Delivery:
    """The pages, each as large as fits, with its folio as it is printed; marked as the brief is.

    The binding side is at the left of fronts and at the right of backs; what is printed keeps its
    order, so that the hand that writes has its place.
    """
    sheet = (job.sheet.width, job.sheet.height)
    sheets = folding.handout(len(job.folios))
    faces = list(_faces(sheets, sheet, sizes(delivery.pdf), job.folios))
    sides = [[row.placed for row in face.rows if row.placed] for face in faces]
    names = ["–".join(job.folios[placed.page - 1] for placed in side) for side in sides]
    pdf = imposed(delivery.pdf, sheet, sides, label(job.edition, names))
    drawings = drawn((sheet, _drawing(face, sheet, job)) for face in faces)
    return delivery.then(
        lay_over(pdf, drawings), sheets=len(sheets), pages_a_side=folding.PAGES_A_SIDE
    )


def _faces(
    sheets: Sequence[folding.Sheet], size: Size, pages: Sequence[Size], folios: Sequence[str]
) -> Iterator[Face]:
    for sheet in sheets:
        for side, left in zip(sheet.sides, (INNER, OUTER), strict=False):
            rooms = _rooms(size, left)
            yield Face(left, [_row(*pair, pages, folios) for pair in zip(side, rooms, strict=True)])


def _rooms(sheet: Size, left: float) -> list[Box]:
    """The upper and the lower half of what is printed on."""
    height = (sheet[1] - HEAD - FOOT - GAP) / 2
    across = sheet[0] - INNER - OUTER
    return [(left, bottom, across, height) for bottom in (FOOT + height + GAP, FOOT)]


def _row(slot: folding.Slot, room: Box, pages: Sequence[Size], folios: Sequence[str]) -> Row:
    """The page as large as fits, if notes are to keep their width."""
    if not slot.page:
        return Row(room)
    left, bottom, wide, high = room
    page = pages[slot.page - 1]
    scale = min(high / page[1], (wide - GUTTER - NOTES) / page[0])
    across, down = page[0] * scale, page[1] * scale
    frame = (left, bottom + high - down, across, down)
    middle = (left + across / 2, bottom + high - down / 2)
    return Row(room, Placed(slot.page, middle, frame, scale), folios[slot.page - 1])


def _drawing(face: Face, sheet: Size, job: Job) -> Drawing:
    """Title, marking, frames, folios and lines of one side."""
    room = sheet[0] - INNER - OUTER
    title = _shortened(plain(job.brief.title, language=job.brief.language), *TITLE[:2], room)

    def draw(canvas: Canvas) -> None:
        _write(canvas, TITLE, face.left, sheet[1] - 17.5, title)
        if job.brief.marking:
            for baseline in (sheet[1] - 11.2, 9.2):
                _mark(canvas, str(job.brief.marking), sheet[0] / 2, baseline, room)
        for row in face.rows:
            _beside(canvas, row, job.wording["folio"])

    return draw


def _beside(canvas: Canvas, row: Row, folio: str) -> None:
    """The frame of a page, its folio and its lines; these stand on the foot of the room."""
    left, bottom, across, high = row.room
    if row.placed:
        canvas.setStrokeColor(FRAME[0])
        canvas.setLineWidth(FRAME[1])
        canvas.rect(*(length * MM for length in row.placed.window))
    if row.folio:
        baseline = bottom + high - CAPITALS * FOLIO[1] / MM
        _write(canvas, FOLIO, row.start(baseline), baseline, folio.format(page=row.folio))
    canvas.setStrokeColor(LINES[0])
    canvas.setLineWidth(LINES[1])
    for number in range(int((high - FIRST) // LEADING) + 1):
        y = bottom + number * LEADING
        canvas.line(row.start(y) * MM, y * MM, (left + across) * MM, y * MM)


def _write(
    canvas: Canvas, style: tuple[str, float, str], x: float, baseline: float, text: str
) -> None:
    face, size, colour = style
    canvas.setFont(face, size)
    canvas.setFillColor(colour)
    canvas.drawString(x * MM, baseline * MM, text)


def _mark(canvas: Canvas, text: str, middle: float, baseline: float, room: float) -> None:
    """The marking, whole: a long one is set smaller."""
    face, size, colour = MARKING
    size *= min(1, room / width(text, face, size))
    across = width(text, face, size)
    _write(canvas, (face, size, colour), middle - across / 2, baseline, text)


def _shortened(text: str, face: str, size: float, room: float) -> str:
    """As many words as fit into the room (mm), with an ellipsis for the rest."""
    words = text.split(" ")
    while len(words) > 1 and width(text, face, size) > room:
        words.pop()
        text = " ".join(words).rstrip(",;:–—") + "…"
    return text
