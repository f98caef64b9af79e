"""Charts for tests, from a few lines of CSV."""

from decimal import Decimal

from briefpack import markdown, reading
from briefpack.blocks import ChartBlock
from briefpack.charts.chart import Chart
from briefpack.charts.frame import Frame
from briefpack.charts.inks import Inks
from briefpack.charts.plotting import plot
from briefpack.dataset import Dataset
from briefpack.pages import layout
from briefpack.words import Words

INKS = Inks.of(layout.find("policy").settings["chart-colours"])


def data(text: str, comma: bool = False) -> Dataset:
    """A data set of lines, whose cells commas part; a semicolon where `comma` is a decimal sign."""
    sign = ";" if comma else ","
    rows = [
        [Words(cell.strip()) for cell in line.split(sign)] for line in text.strip().splitlines()
    ]
    return Dataset(rows[0], rows[1:], comma)


def block(**options: str) -> ChartBlock:
    """A chart's block with these options."""
    lines = "\n".join(f":{name.rstrip('_')}: {value}" for name, value in options.items())
    source = Words(f":::{{chart}} data/x.csv\n{lines}\nA caption\n:::\n")
    tokens, problems = markdown.parse(source, language="en", first_id="text")
    assert problems == []
    [found] = reading.blocks(tokens)
    assert isinstance(found, ChartBlock)
    return found


def chart(text: str, **options: str) -> Chart:
    """The chart of these data."""
    plotted, problems = plot(block(**options), data(text))
    assert plotted is not None, problems
    return plotted


def said(text: str, **options: str) -> list[str]:
    """What is wrong with these data."""
    return [problem.message for problem in plot(block(**options), data(text))[1]]


def frame(width: float = 446.0, height: float = 0.0) -> Frame:
    """A frame in which a letter is 1.5 mm wide, whatever letter it is."""
    return Frame(width, height, lambda words: 1.5 * len(words), _numeral, str, "%", INKS)


def _numeral(value: Decimal, places: int) -> str:
    return f"{value:,.{places}f}"
