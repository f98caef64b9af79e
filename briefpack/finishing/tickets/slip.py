"""The slip: a ticket as one page that a print room reads at arm's length."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from briefpack.finishing.pen import drawn
from briefpack.finishing.tickets.further import List, lists
from briefpack.finishing.tickets.leaf import HEAVY, Leaf, Style
from briefpack.finishing.tickets.lines import lines
from briefpack.finishing.tickets.sketch import sketch
from briefpack.finishing.tickets.ticket import Ticket
from briefpack.finishing.tickets.values import Line, Words, number
from briefpack.paper import Paper

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

KICKER, EDITION = Style("semibold", 11.5, "signal"), Style("semibold", 11.5, "ink")
TITLE, FIGURE = Style("title", 24, "ink"), Style("title", 66, "ink")
LABEL, FACT = Style("sans", 10, "quiet"), Style("medium", 11.5, "ink")
HEADING, ITEM = Style("semibold", 9, "ink"), Style("sans", 8.6, "ink")
HASH = Style("sans", 10, "ink")

MARGIN = 20.0  # millimetres, as all that follows
HEAD = 21.0  # from the upper edge to the first line
FEED = 10.5  # from a line of the title to the next
SKETCH = 46.0
LABELS = 36.0  # the column of labels
LINE, BASE = 5.0, 3.7  # from a line of a fact to the next, and from its upper edge to its feet
AIR = (7.0, 5.6, 4.4, 3.4, 2.6)  # between facts: as much as leaves room for the lists
FOOT = 43.0  # from the lower edge: the file's name and hash
GAP = 7.0
NARROWEST = 50.0  # of a list's columns
STEP = 4.3  # from an item of a list to the next
LEAST = 2 * GAP + STEP  # what a list takes

Rest = Callable[[int], str]
"""Says that so many are left out."""


def slip(ticket: Ticket, words: Words, colours: Mapping[str, str], paper: Paper) -> bytes:
    """The ticket as a PDF of one page; `colours` are a layout's ink, quiet, rule and signal.

    What finishing has several of is shortened to what the page holds; the JSON has it all.
    """
    draw = partial(_draw, ticket=ticket, words=words, colours=colours, paper=paper)
    return drawn([((paper.width, paper.height), draw)])


def _draw(
    canvas: Canvas, ticket: Ticket, words: Words, colours: Mapping[str, str], paper: Paper
) -> None:
    canvas.setTitle(f"{words['ticket']}: {ticket.file}")
    canvas.setAuthor("")
    leaf = Leaf(canvas, paper.width, paper.height, MARGIN, colours)
    top = _head(leaf, ticket, words) + GAP
    sketch(canvas, ticket, leaf.corner(top + GAP), SKETCH, colours["ink"], colours["signal"])
    _figures(leaf, ticket, words, top)
    found, bottom = lists(ticket, words), leaf.height - FOOT
    told, rest = lines(ticket, words), partial(_more, ticket, words)
    wanted = bottom - _depth(leaf, found)
    lowest = bottom - LEAST * len(found)
    below = _table(leaf, told, top + SKETCH + 2 * GAP, wanted, lowest, rest)
    _lists(leaf, found, below, bottom, rest)
    _foot(leaf, ticket, words, bottom)


def _head(leaf: Leaf, ticket: Ticket, words: Words) -> float:
    """What brief it is, and which edition; where that ends."""
    edition = words.get(f"ticket-edition-{ticket.edition}", ticket.edition)
    leaf.write(words["ticket"], HEAD, KICKER)
    leaf.write(edition, HEAD, EDITION, leaf.width - EDITION.width(edition))
    first, *rest = TITLE.broken(ticket.title, leaf.width)
    shown = [first, TITLE.shortened(" ".join(rest), leaf.width)] if rest else [first]
    top = HEAD + 2
    for line in shown:
        top += FEED
        leaf.write(line, top, TITLE)
    leaf.write(ticket.issue, top + 8, LABEL)
    return top + 8


def _figures(leaf: Leaf, ticket: Ticket, words: Words, top: float) -> None:
    """The numbers that the print room works by; the copies are filled in by hand."""
    leaf.rule(top, "ink", HEAVY)
    left = 0.0
    counted = ("leaves", ticket.leaves) if ticket.trimmed else ("sheets", ticket.sheets)
    for name, count in (counted, ("sides", ticket.sides)):
        label, figure = words[f"ticket-{name}"], number(count, ticket)
        leaf.write(label, top + 9, LABEL, left)
        leaf.write(figure, top + 39, FIGURE, left)
        left += max(LABEL.width(label), FIGURE.width(figure)) + GAP
    leaf.write(words["ticket-copies"], top + 9, LABEL, left)
    leaf.rule(top + 39, "ink", left=left, right=leaf.width - SKETCH - GAP)


def _table(
    leaf: Leaf, told: Sequence[Line], top: float, bottom: float, lowest: float, rest: Rest
) -> float:
    """Write the facts, a rule above each; where they end.

    That is above `bottom` if less air does it, and never below `lowest`: some are left out before.
    """
    rows = [(line.label, _fact(line.text, leaf.width - LABELS)) for line in told]
    air = next((air for air in AIR if top + _height(rows, air) <= bottom), AIR[-1])
    kept = next(n for n in range(len(rows), -1, -1) if top + _height(rows[:n], air) <= lowest)
    if kept < len(rows):
        rows = [*rows[: kept - 1], ("", [rest(len(rows) - kept + 1)])]
    for label, fact in rows:
        leaf.rule(top, "rule")
        leaf.write(LABEL.shortened(label, LABELS - 2), top + air / 2 + BASE, LABEL)
        for row, line in enumerate(fact):
            leaf.write(line, top + air / 2 + BASE + row * LINE, FACT, LABELS)
        top += _height([(label, fact)], air)
    leaf.rule(top, "rule")
    return top


def _fact(text: str, room: float) -> list[str]:
    """The text in a line, or in two."""
    first, *more = FACT.broken(text, room)
    return [first, FACT.shortened(" ".join(more), room)] if more else [first]


def _height(rows: Sequence[tuple[str, Sequence[str]]], air: float) -> float:
    return sum(len(fact) * LINE + air for _, fact in rows)


def _columns(leaf: Leaf) -> tuple[int, float]:
    """How many columns a list has, and from where to where it is to the next."""
    columns = int((leaf.width + GAP) / (NARROWEST + GAP))
    return columns, (leaf.width + GAP) / columns


def _depth(leaf: Leaf, told: Sequence[List]) -> float:
    """What the lists take when nothing is left out."""
    columns, _ = _columns(leaf)
    return sum(LEAST + (len(found.items) - 1) // columns * STEP for found in told)


def _lists(leaf: Leaf, told: Sequence[List], top: float, bottom: float, rest: Rest) -> None:
    """Write the lists in columns; those that come last make do with what is left."""
    columns, step = _columns(leaf)
    for left, found in zip(range(len(told), 0, -1), told, strict=True):
        room = (bottom - top) / left - 2 * GAP
        deep = min(max(1, int(room / STEP)), -(-len(found.items) // columns))
        leaf.write(found.label, top + GAP, HEADING)
        for place, item in enumerate(_shown(found.items, columns * deep, rest)):
            across, down = divmod(place, deep)
            at = top + GAP + (down + 1) * STEP + 0.5
            leaf.write(ITEM.shortened(item, step - GAP), at, ITEM, across * step)
        top += 2 * GAP + deep * STEP


def _shown(items: Sequence[str], room: int, rest: Rest) -> list[str]:
    """The items, or as many as there is room for, and how many are left out."""
    if len(items) <= room:
        return list(items)
    return [*items[: room - 1], rest(len(items) - room + 1)]


def _more(ticket: Ticket, words: Words, count: int) -> str:
    """ "… and 3 more: see the JSON file", where not all fit."""
    return words["ticket-more"].format(number=number(count, ticket))


def _foot(leaf: Leaf, ticket: Ticket, words: Words, top: float) -> None:
    """The file, by its name and by its hash, and who the slip is for."""
    size = f"{number(ticket.kilobytes, ticket)} KB"
    half = len(ticket.sha256) // 2
    leaf.rule(top, "ink", HEAVY)
    leaf.write(words["ticket-file"], top + 7, LABEL)
    leaf.write(FACT.shortened(f"{ticket.file}, {size}", leaf.width - LABELS), top + 7, FACT, LABELS)
    leaf.write("SHA-256", top + 13.5, LABEL)
    for row, digits in enumerate((ticket.sha256[:half], ticket.sha256[half:])):
        grouped = " ".join(digits[at : at + 4] for at in range(0, half, 4))
        leaf.write(grouped, top + 13.5 + LINE * row, HASH, LABELS)
    leaf.write(words["ticket-apart"], top + 27, KICKER)
