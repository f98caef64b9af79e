"""Drafting: a chart becomes a Vega-Lite specification, by the table of its kinds."""

from collections.abc import Callable, Mapping

from briefpack.charts import bars, dots, lines
from briefpack.charts.chart import Chart
from briefpack.charts.frame import Frame
from briefpack.charts.sheet import Sheet, Spec

KINDS: Mapping[str, Callable[[Chart, Frame], Sheet]] = {
    "bar": bars.draft,
    "stacked-bar": bars.draft,
    "line": lines.draft,
    "area": lines.draft,
    "dot": dots.dots,
    "slope": dots.slope,
}
"""Every kind of chart, and what drafts it."""


def draft(chart: Chart, frame: Frame) -> Spec:
    """The specification of a chart that fills the width of its frame."""
    return KINDS[chart.kind](chart, frame).specification()
