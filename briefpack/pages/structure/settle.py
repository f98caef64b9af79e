"""The last hand on a grown tree: notes find their place, what is empty goes, names are given."""

from collections.abc import Iterator

from briefpack.pages.structure import roles
from briefpack.pages.structure.node import Kid, Node
from briefpack.pages.structure.shapes import headers, is_a, is_inline, is_nothing


def notes(node: Node) -> list[Node]:
    """Put every note after the paragraph that calls it; what has no place yet is returned.

    A cell or an item that holds its text itself keeps the note at the end of that text.
    """
    kids: list[Kid] = []
    waiting: list[Kid] = []
    for kid in node.kids:
        if is_a(kid, "Note"):
            waiting.append(kid)
            continue
        if waiting and not is_inline(kid):
            kids, waiting = kids + waiting, []
        kids.append(kid)
        if isinstance(kid, Node):
            waiting += notes(kid)
    if node.role in roles.PHRASING:
        node.kids = kids
        return [kid for kid in waiting if isinstance(kid, Node)]
    node.kids = kids + waiting
    for note in _notes_in(node):
        notes(note)
    return []


def _notes_in(node: Node) -> Iterator[Node]:
    return (kid for kid in node.kids if isinstance(kid, Node) and kid.role == "Note")


def prune(node: Node) -> bool:
    """Take out what is empty, and the white space at both ends; whether anything is left.

    An empty cell stays, since a table without it would be ragged.
    """
    node.kids = [kid for kid in node.kids if not isinstance(kid, Node) or prune(kid)]
    node.kids = [kid for at, kid in enumerate(node.kids) if _is_kept(node.kids, at)]
    return bool(node.kids or node.links or node.role in ("TD", "TH"))


def _is_kept(kids: list[Kid], at: int) -> bool:
    """White space is kept between two inline neighbours."""
    if not is_nothing(kids[at]):
        return True
    return 0 < at < len(kids) - 1 and is_inline(kids[at - 1]) and is_inline(kids[at + 1])


def rank(document: Node) -> None:
    """Let the first heading be of the first level, and none skip one (ISO 14289-1, 7.4.2).

    Each keeps its place among those that it stands below: in a brief without a cover, whose parts
    are H2 and their sections H3, these become H1 and H2.
    """
    above: list[str] = []
    for node in document.walk():
        if node.role in roles.HEADINGS:
            while above and above[-1] >= node.role:
                above.pop()
            above.append(node.role)
            node.role = roles.HEADINGS[len(above) - 1]


def identify(document: Node) -> None:
    """Give every note an ID of its own (ISO 14289-1, 7.9), and headers the one that cells name."""
    named = {header for node in document.walk() for header in headers(node)}
    taken: set[str] = set()
    for number, node in enumerate(document.walk(), 1):
        own = (node.element.get("id") or "") if node.element is not None else ""
        if node.role == "Note" or (node.role == "TH" and own in named):
            node.ident = own if own and own not in taken else f"{node.role.lower()}-{number}"
            taken.add(node.ident)
