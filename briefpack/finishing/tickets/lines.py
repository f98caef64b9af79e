"""The ticket's lines: its facts in the words of the brief's language, each with its label."""

from collections.abc import Callable, Sequence

from briefpack.finishing.tickets.further import further
from briefpack.finishing.tickets.ticket import Ticket
from briefpack.finishing.tickets.values import Line, Words, named, number, size
from briefpack.numerals import ranges


def lines(ticket: Ticket, words: Words) -> list[Line]:
    """The ticket's own facts, then what else finishing knows."""
    told = [Line(words[f"ticket-{name}"], say(ticket, words)) for name, say in OWN]
    return [*told, *further(ticket, words)]


def _paper(ticket: Ticket, words: Words) -> str:
    """ "A4, 210 × 297 mm, 80 g/m²", and the page of the file where it is another."""
    grams = words["ticket-grams"].format(grams=ticket.grams)
    parts = [ticket.paper, f"{size(ticket.size_mm, ticket)} mm", grams]
    if ticket.trimmed:
        parts.append(words["ticket-media"].format(size=size(ticket.media_mm, ticket)))
    return ", ".join(part for part in parts if part)


def _printing(ticket: Ticket, words: Words) -> str:
    return "; ".join(named(field, getattr(ticket, field), words) for field in ("flip", "scaling"))


def _colour(ticket: Ticket, words: Words) -> str:
    found = ticket.colour_pages
    kind = "none" if not found else "all" if len(found) == ticket.sides else "some"
    told = words[f"ticket-colour-{kind}"].format(sides=ticket.sides, pages=ranges(found))
    tints = words["ticket-colour-tints"].format(pages=ranges(ticket.tinted_pages))
    return f"{told}; {tints}" if ticket.tinted_pages else told


def _thickness(ticket: Ticket, words: Words) -> str:
    return words["ticket-thickness-of"].format(
        thickness=number(ticket.thickness_mm, ticket),
        leaves=ticket.leaves,
        caliper=number(ticket.caliper_mm, ticket),
        grams=ticket.grams,
    )


def _named(field: str) -> Callable[[Ticket, Words], str]:
    def say(ticket: Ticket, words: Words) -> str:
        return named(field, getattr(ticket, field), words)

    return say


OWN: Sequence[tuple[str, Callable[[Ticket, Words], str]]] = (
    ("paper", _paper),
    ("printing", _printing),
    ("colour", _colour),
    ("fold", _named("fold")),
    ("staples", _named("staples")),
    ("binding", _named("binding")),
    ("thickness", _thickness),
)
"""The rows of the slip: a group of `ticket-` words, and what is said."""
