"""The bleed that the print shop asks for is there."""

from collections.abc import Iterator
from pathlib import Path

from briefpack import measures
from briefpack.brief import Manuscript
from briefpack.problem import Problem, Refused, Severity, quoted
from briefpack.shelf import LAYOUTS, folders
from briefpack.words import Words, complaint


def check_bleed(manuscript: Manuscript, shelf: Path = LAYOUTS) -> Iterator[Problem]:
    """A shop that finds less bleed than it cuts through sends the file back, or prints white edges.

    Only the edition for print shops is refused for it; the others have no bleed.
    """
    asked = manuscript.brief.press.bleed
    if asked is None:
        return
    try:
        there = float(measures.settings(folders(shelf, manuscript.brief.layout)).get("bleed", 0))
    except Refused:  # composing says what is wrong with the layout
        return
    if there < float(asked):
        yield too_little(asked, there, manuscript.brief.layout, Severity.WARNING)


def too_little(asked: Words, there: float, layout: str, severity: Severity) -> Problem:
    """The layout's pictures end before the print shop's cut may."""
    message = (
        f"the print shop asks for {asked} mm of bleed, and the layout {quoted(layout)} "
        f"has {there:g} mm"
    )
    hint = f"write 'bleed: {there:g}' if the shop takes it, or 'bleed: {asked}' in layout.yaml"
    return complaint(asked, "bleed", message, hint, severity)
