"""The sketch on a ticket: the sheet, its binding edge, its fold and its staples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefpack.finishing.pen import MM
from briefpack.finishing.tickets.ticket import Ticket

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

BEHIND = 1.6  # millimetres by which a sheet behind looks out
STAPLE = 0.09  # of a sheet's height
WEIGHT = 0.8  # points


def sketch(
    canvas: Canvas, ticket: Ticket, corner: tuple[float, float], room: float, ink: str, mark: str
) -> None:
    """Draw the sheet into a square of `room` millimetres with this upper right corner.

    In `ink` what is paper, in `mark` what is done to it; with more than one sheet another shows.
    """
    width, height = (side * (room - BEHIND) / max(ticket.size_mm) for side in ticket.size_mm)
    left, bottom = corner[0] - width - BEHIND, corner[1] - height
    canvas.saveState()
    canvas.setLineWidth(WEIGHT)
    canvas.setStrokeColor(ink)
    canvas.setFillColor("#ffffff")
    for shift in (BEHIND, 0) if ticket.sheets > 1 else (0,):
        corner_x, corner_y = (left + shift) * MM, (bottom - shift) * MM
        canvas.rect(corner_x, corner_y, width * MM, height * MM, fill=1)
    canvas.setStrokeColor(mark)
    draw = _folded if ticket.fold != "none" else _bound
    draw(canvas, ticket, (left, bottom, width, height))
    canvas.restoreState()


def _folded(canvas: Canvas, ticket: Ticket, sheet: tuple[float, float, float, float]) -> None:
    """The fold, dashed, halves the longer side; the staples stand on it."""
    left, bottom, width, height = sheet
    middle = left + width / 2
    canvas.setDash(3, 2)
    _line(canvas, middle, bottom, middle, bottom + height)
    canvas.setDash()
    if ticket.staples != "none":
        for part in (0.25, 0.75):
            at, half = bottom + part * height, STAPLE * height / 2
            _line(canvas, middle, at - half, middle, at + half, 4)


def _bound(canvas: Canvas, ticket: Ticket, sheet: tuple[float, float, float, float]) -> None:
    """The binding edge, heavy; the staple lies across the upper corner beside it."""
    left, bottom, _, height = sheet
    if ticket.binding == "left":
        _line(canvas, left, bottom, left, bottom + height, 4)
    if ticket.staples == "corner":
        x, y = left + 0.07 * height, bottom + 0.93 * height
        half = STAPLE * height / 3
        _line(canvas, x - half, y - half, x + half, y + half, 2.5)


def _line(
    canvas: Canvas, x1: float, y1: float, x2: float, y2: float, weight: float = WEIGHT
) -> None:
    canvas.setLineWidth(weight)
    canvas.line(x1 * MM, y1 * MM, x2 * MM, y2 * MM)
