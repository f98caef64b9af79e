"""Charts: the data make the chart that is asked for, and its alternative text says something."""

from collections.abc import Iterator

from briefpack import reading
from briefpack.blocks.chart import ChartBlock, Placed, charts
from briefpack.brief import Manuscript
from briefpack.charts.fitness import RULE
from briefpack.charts.plotting import plot
from briefpack.problem import Problem, Severity
from briefpack.words import complaint

SHORTEST = 15
"""Letters below which an alternative text says nothing of a chart."""

_OF_SHORT_FORM = ("kind", "x", "y", "series_", "unit", "from_", "highlight")


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """A chart can be drawn from its data.

    Said here, with the very cell, since a chart that fails on the press says little.
    """
    for block, column, holder in _charts(manuscript):
        if holder and block.place != "text":
            message = f"a chart in a {holder} stays within it: it cannot be '{block.place}'"
            hint = f"leave ':place:' out, or put the chart outside the {holder}"
            yield complaint(block.argument, RULE, message, hint)
        if block.specified:
            yield from _check_specified(block)
        elif str(block.argument) in manuscript.data:
            yield from plot(block, manuscript.data[str(block.argument)], column)[1]


def check_told(manuscript: Manuscript) -> Iterator[Problem]:
    """A chart says in words what it shows (ISO 14289-1, 7.3), and not what stands below it anyway.

    Who does not see it hears the caption as well; the alternative text is for what the eye takes
    from the drawing: the rise, the gap, the turn.
    """
    for block, *_ in _charts(manuscript):
        if block.alt is None:
            message = "this chart has no alternative text"
            hint = "say behind ':alt:' what it shows to a reader who does not see it"
            yield complaint(block.argument, "alt-text", message, hint)
        elif len(block.alt) < SHORTEST:
            message = f"the alternative text is too short to say what the chart shows: {block.alt}"
            yield complaint(block.alt, "alt-text", message, "name the rise, the gap or the turn")
        elif _plain(block.alt) == _plain(reading.text(block.body)):
            message = "the alternative text repeats the caption"
            hint = "say what the eye takes from the drawing"
            yield complaint(block.alt, "alt-text", message, hint)


def check_captioned(manuscript: Manuscript) -> Iterator[Problem]:
    """A chart has a caption and a source: numbers from nowhere convince nobody."""
    for block, *_ in _charts(manuscript):
        for there, what in ((block.body, "caption"), (block.source or block.note, "source")):
            if not there:
                message = f"this chart has no {what}"
                yield complaint(block.argument, RULE, message, severity=Severity.WARNING)


def _charts(manuscript: Manuscript) -> Iterator[Placed]:
    """All charts that could be read."""
    for text in manuscript.prose.values():
        yield from (placed for placed in charts(text.tokens) if not placed.chart.in_full)


def _check_specified(block: ChartBlock) -> Iterator[Problem]:
    """A specification says itself what an option could."""
    for name in _OF_SHORT_FORM:
        if getattr(block, name):
            value = getattr(block, name)
            at = value[0] if isinstance(value, list) else value
            option = name.rstrip("_")
            message = f"a Vega-Lite specification says itself what ':{option}:' would"
            place = at if hasattr(at, "place") else block.argument
            yield complaint(place, RULE, message, f"leave ':{option}:' out")


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).strip(" .")
