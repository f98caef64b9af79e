"""A figure in a note or a box goes with the words around it."""

from collections.abc import Iterator

from briefpack.blocks.figure import figures
from briefpack.brief import Manuscript
from briefpack.problem import Problem
from briefpack.words import complaint


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """A figure in a box or a note is as wide as that: a place of its own would tear it out."""
    for figure, _, _, holder in figures(manuscript.tokens):
        if holder and figure.place != "text":
            message = f"a figure in a {holder} stays within it: it cannot be '{figure.place}'"
            hint = f"leave ':place:' out, or put the figure outside the {holder}"
            yield complaint(figure.argument, "figure", message, hint)
