"""Printer's marks in the slug: where to cut, how the inks register, how dense they are.

Marks of registration colour (`/Separation /All`) print on every plate. Nothing of them lies inside
the bleed. (ISO 12647-2 on control strips; sizes are those that print shops are used to.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from briefpack.finishing import pen
from briefpack.finishing.job import Job
from briefpack.finishing.pen import MM
from briefpack.finishing.press.boxes import Sheet
from briefpack.markdown import plain

if TYPE_CHECKING:
    from reportlab.lib.colors import Color
    from reportlab.pdfgen.canvas import Canvas

GAP = 1.0
"""Millimetres from the bleed to the nearest mark."""

CROP = 5.0
"""Millimetres that a crop mark is long."""

HAIR = 0.25
"""Points that the lines of marks are wide."""

RING = 1.6
"""Radius (mm) of a registration mark's circle; its cross goes on to twice that."""

PATCH = 5.0
"""Side (mm) of a patch of the colour bar."""

LETTERS, WORDS = 6.0, 11.0
"""Points of the line of words, and millimetres that it stands below the bleed."""

BARS = (
    *((one, 1.0) for one in ("c", "m", "y", "k")),
    *((pair, 1.0) for pair in ("cm", "cy", "my", "cmy")),
    *((one, 0.5) for one in ("c", "m", "y", "k")),
    *(("k", step) for step in (0.1, 0.25, 0.75)),
)
"""The patches of the colour bar: which inks, and how much of each."""

PLATES = {"c": "Cyan", "m": "Magenta", "y": "Yellow", "k": "Black"}


def drawn(sheets: list[Sheet], job: Job) -> bytes:
    """The marks of all pages, a page for each sheet."""
    return pen.drawn(
        ((sheet.width, sheet.height), _marks(sheet, words))
        for sheet, words in zip(sheets, _lines(job, len(sheets)), strict=True)
    )


def _marks(sheet: Sheet, words: str) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        canvas.setStrokeColor(_registration())
        canvas.setLineWidth(HAIR)
        for line in _crop_marks(sheet):
            canvas.line(*(MM * length for length in line))
        for centre in _centres(sheet):
            _registration_mark(canvas, *centre)
        _bar(canvas, sheet)
        _write(canvas, sheet, words)

    return draw


def _registration() -> Color:
    """All plates at once; on a screen it looks like four-colour black."""
    from reportlab.lib.colors import CMYKColorSep

    return CMYKColorSep(1, 1, 1, 1, spotName="All", density=1)


def _crop_marks(sheet: Sheet) -> Iterator[tuple[float, float, float, float]]:
    """Two lines at each corner of the trimmed page, in line with its edges."""
    near = sheet.bleed + GAP
    for x, outward in ((sheet.left, -1), (sheet.right, 1)):
        for y, upward in ((sheet.bottom, -1), (sheet.top, 1)):
            yield x + outward * near, y, x + outward * (near + CROP), y
            yield x, y + upward * near, x, y + upward * (near + CROP)


def _centres(sheet: Sheet) -> Iterator[tuple[float, float]]:
    """The middle of each side, as far out as a registration mark needs."""
    out = sheet.bleed + GAP + 2 * RING
    middle, centre = sheet.height / 2, sheet.width / 2
    yield from ((sheet.left - out, middle), (sheet.right + out, middle))
    yield from ((centre, sheet.bottom - out), (centre, sheet.top + out))


def _registration_mark(canvas: Canvas, x: float, y: float) -> None:
    arm = 2 * RING * MM
    canvas.circle(x * MM, y * MM, RING * MM, stroke=1, fill=0)
    canvas.line(x * MM - arm, y * MM, x * MM + arm, y * MM)
    canvas.line(x * MM, y * MM - arm, x * MM, y * MM + arm)


def _bar(canvas: Canvas, sheet: Sheet) -> None:
    """The colour bar, above the page, on either side of the registration mark."""
    y = sheet.top + sheet.bleed + 2 * GAP
    for number, (inks, share) in enumerate(BARS):
        place = number - len(BARS) // 2
        x = sheet.width / 2 + PATCH * (place + 1 if place >= 0 else place - 1)
        canvas.setFillColor(_ink(inks, share))
        canvas.rect(x * MM, y * MM, PATCH * MM, PATCH * MM, stroke=0, fill=1)


def _write(canvas: Canvas, sheet: Sheet, words: str) -> None:
    """The line of words below the page, in black, and the name of each plate on that plate."""
    y = sheet.bottom - sheet.bleed - WORDS
    plates = sum(_width(name) + 2 * GAP for name in PLATES.values())
    canvas.setFont("sans", LETTERS)
    canvas.setFillColor(_ink("k"))
    room = sheet.right - sheet.left - plates - 4 * GAP
    canvas.drawString(sheet.left * MM, y * MM, pen.shortened(words, room, _width))
    x = sheet.right - plates
    for ink, name in PLATES.items():
        canvas.setFillColor(_ink(ink))
        x += 2 * GAP
        canvas.drawString(x * MM, y * MM, name)
        x += _width(name)


def _ink(inks: str, share: float = 1.0) -> Color:
    from reportlab.lib.colors import CMYKColor

    cyan, magenta, yellow, black = (share if ink in inks else 0.0 for ink in "cmyk")
    return CMYKColor(cyan, magenta, yellow, black)


def _width(words: str) -> float:
    return pen.width(words, "sans", LETTERS)


def _lines(job: Job, pages: int) -> Iterator[str]:
    """What each page's slug says of it: page, edition, the day of the content, sizes, title.

    The title stands last, since what there is no room for is cut.
    """
    size = f"{job.page.name} {job.page.width:g} × {job.page.height:g} mm"
    title = plain(job.brief.title, language=job.brief.language)
    told = (job.edition.name, str(job.brief.date.written), size, title)
    for number in range(1, pages + 1):
        yield " · ".join((f"{number} / {pages}", *told))
