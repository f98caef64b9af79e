"""Stacks: the number of each part within it, and their sum at the end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefpack.charts.chart import Chart
from briefpack.charts.filling import printed
from briefpack.charts.frame import LINE, SIZE, Frame
from briefpack.charts.legible import PAPER, words_on
from briefpack.charts.pens import Pen
from briefpack.charts.sheet import Label, Patch, Sheet, patches
from briefpack.charts.spacing import Band, Scale

LOWEST = 12.0
"""The height (pixels, 9 points) of a part that has room for its number."""

_LACKING = 0.25
"""The share of all parts that may go without their numbers."""

_AROUND = 2.5
"""Pixels of a patch on both sides of its number."""

_SEAM = 1.2
"""Pixels of a part that are left white, so that it is parted from the next."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a stack, which ends at a sum: its bar and its series, by their numbers."""

    bar: int
    series: int
    value: Decimal
    sum: Decimal

    def length(self, along: Scale) -> float:
        """How long it is drawn, in pixels."""
        return abs(along(self.sum) - along(self.sum - self.value)) - _SEAM

    def middle(self, along: Scale) -> float:
        """Where it has its middle; the seam is at its near end."""
        seam = _SEAM / 2 if along(1) > along(0) else -_SEAM / 2
        return along(self.sum - self.value / 2) + seam


def parts(chart: Chart) -> Iterator[Part]:
    """All parts that there are."""
    for bar in range(len(chart.marks)):
        for index, (one, end) in enumerate(zip(chart.series, chart.sums(bar), strict=True)):
            if value := one.values[bar]:
                yield Part(bar, index, value, end)


def whole(chart: Chart) -> bool:
    """Whether each bar is 100 per cent, but for rounding: that needs not be said."""
    slack = Decimal(len(chart.series)) / 2 * Decimal(1).scaleb(-chart.places)
    return chart.unit == "%" and all(abs(total - 100) <= slack for total in chart.totals)


def told(chart: Chart, frame: Frame, along: Scale, across: float, standing: bool) -> bool:
    """Whether numbers can stand for the scale: most parts of bars, `across` pixels wide, have room.

    One that is lacking can be worked out from the sum, two are at least seen to be small.
    """
    fit = [_fits(part, chart, frame, along, across, standing) for part in parts(chart)]
    return len(fit) - sum(fit) <= _LACKING * len(fit)


def longest_sum(chart: Chart, frame: Frame) -> float:
    """The width of the longest sum in pixels; 0 where none is printed."""
    if whole(chart):
        return 0.0
    return max(frame.length(printed(chart, frame, one), bold=True) for one in chart.totals)


def label(
    sheet: Sheet, chart: Chart, own: Sequence[Pen], along: Scale, band: Band, standing: bool
) -> None:
    """Write the numbers: on hatches upon a patch of paper, else in white or dark as can be read."""
    frame, covered = sheet.frame, []
    for part in parts(chart):
        if not _fits(part, chart, frame, along, band.width, standing):
            continue
        pen, words = own[part.series], printed(chart, frame, part.value)
        at = part.middle(along), band.middle(part.bar)
        x, y = at[::-1] if standing else at
        plain = frame.inks.plain(pen.fill)
        colour = words_on(plain, frame.inks.text) if plain else ""
        if not colour:
            half = frame.length(words, pen.bold) / 2 + _AROUND
            covered.append(Patch(x - half, y - SIZE / 2, x + half, y + SIZE / 2))
        sheet.write(Label(x, y, words, "center", colour or frame.inks.text, pen.bold))
    if covered:
        sheet.over.append(patches(covered, PAPER))
    if not whole(chart):
        _add_up(sheet, chart, along, band, standing)


def _add_up(sheet: Sheet, chart: Chart, along: Scale, band: Band, standing: bool) -> None:
    """The sum of each bar at its end."""
    inks = sheet.frame.inks
    for number in range(len(chart.marks)):
        if all(one.values[number] is None for one in chart.series):
            continue
        total = chart.sums(number)[-1]
        if standing:
            at = Label(band.middle(number), along(total) - LINE / 2, "", "center")
        else:
            at = Label(along(total) + 5, band.middle(number), "", "left")
        words = printed(chart, sheet.frame, total)
        sheet.write(Label(at.x, at.y, words, at.align, inks.text, bold=True))


def _fits(
    part: Part, chart: Chart, frame: Frame, along: Scale, across: float, standing: bool
) -> bool:
    words = frame.length(printed(chart, frame, part.value), bold=True) + 2 * _AROUND
    length = part.length(along)
    high, wide = (length, across) if standing else (across, length)
    return high >= LOWEST and wide >= words
