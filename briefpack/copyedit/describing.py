"""The words for those who do not see a picture say what it shows."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from briefpack import reading
from briefpack.blocks.chart import charts
from briefpack.blocks.figure import FigureBlock, figures
from briefpack.brief import Manuscript
from briefpack.copyedit import charting
from briefpack.problem import Problem, Severity
from briefpack.words import complaint

RULE = "alt"
_PICTURE = re.compile(
    r"""(?:an?\s+|the\s+|this\s+|une?\s+|la\s+|eine?\s+|das\s+|die\s+)?
    (?:image|picture|photo|photograph|illustration|graphic|figure|
       bild|foto|fotografie|abbildung|grafik|photographie|figure)
    \s+(?:of|showing|shows|that\s+shows|von|mit|zeigt|de|d['’]|des|du|montrant)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_CHART = re.compile(
    r"""(?:an?\s+|the\s+|this\s+|une?\s+|la\s+|eine?\s+|das\s+)?
    (?:(?:stacked|horizontal|vertical|gestapeltes?)\s+)?
    (?:(?:bar|line|column|dot|area|pie)\s+(?:chart|graph|plot)|chart|graph|diagram|plot
      |(?:balken|linien|säulen|punkt|kreis)?-?diagramm|grafik|graphique|diagramme|courbe)\b
    (?:\s+(?:of|showing|shows|that\s+shows|mit|von|zeigt|zu|de|des|du|montrant|qui\s+montre)\b)?""",
    re.IGNORECASE | re.VERBOSE,
)
_LETTERS = re.compile(r"[\W_]+")
SHORTEST = 4
"""Letters: what has fewer describes nothing."""


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """A screen reader says "graphic" by itself, then these words, then the caption.

    So a description that repeats any of them tells its listener nothing (WCAG 2.2, H37; the
    advice of the W3C's Images Tutorial).
    """
    for placed in figures(manuscript.tokens):
        if placed.figure.alt is not None:
            yield from _check(placed.figure)


def check_charts(manuscript: Manuscript) -> Iterator[Problem]:
    """What kind of chart it is may be said, and is not enough: "Bar chart of launches by country"
    is the caption once more.
    """
    for placed in charts(manuscript.tokens):
        chart = placed.chart
        if chart.alt is None or len(chart.alt) < charting.SHORTEST:
            continue
        start = _CHART.match(chart.alt)
        said, caption = _LETTERS.sub("", chart.alt).lower(), reading.text(chart.body)
        rest = _LETTERS.sub("", chart.alt[start.end() :] if start else chart.alt).lower()
        hint = "say what the eye takes from the drawing: the rise, the gap or the turn"
        if said in _names(chart.argument):
            message = "this description is but the name of the file"
        elif start and (rest in _LETTERS.sub("", caption).lower() or len(rest) < SHORTEST):
            message = "this description says what kind of chart it is, and not what it shows"
        else:
            continue
        yield complaint(chart.alt, RULE, message, hint, Severity.WARNING)


def _check(figure: FigureBlock) -> Iterator[Problem]:
    alt = figure.alt or figure.argument
    said, hint = _LETTERS.sub("", alt).lower(), "say what there is to be seen, in a sentence"
    start = _PICTURE.match(alt)
    if said in _names(figure.argument):
        message = "this description is but the name of the file"
    elif said and said == _LETTERS.sub("", reading.text(figure.body)).lower():
        message = "this description repeats the caption"
    elif len(said) < SHORTEST:
        message = "this description is too short to say anything"
    elif start:
        message = f"a description need not begin with '{start[0]}': that it is one is said already"
        hint = f"begin with what it shows: '{_begun(alt[start.end() :])}'"
    else:
        return
    yield complaint(alt, RULE, message, hint, Severity.WARNING)


def _names(file: str) -> set[str]:
    """What a file may be called, in letters alone."""
    name = PurePosixPath(file)
    return {_LETTERS.sub("", part).lower() for part in (name.name, name.stem, file)}


def _begun(rest: str) -> str:
    """The first words of what is left, as a sentence begins."""
    words = " ".join(rest.split()[:5])
    return words[:1].upper() + words[1:] + ("…" if len(rest.split()) > 5 else "")
