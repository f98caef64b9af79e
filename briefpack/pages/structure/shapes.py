"""What each structure element must look like: what it holds, and in which order.

Clauses are those of ISO 32000-1 unless said otherwise.
"""

from collections.abc import Callable, Mapping
from itertools import groupby
from xml.etree.ElementTree import Element

from briefpack.pages.structure import roles
from briefpack.pages.structure.node import Kid, Node

DECORATION = "<</Type /Layout>>"

HOMES: Mapping[str, str] = {"LI": "L", "TOCI": "TOC", "Lbl": "L", "LBody": "L"}
"""Types that mean something in one other type only; elsewhere the HTML element is a plain one."""


def is_inline(kid: Kid) -> bool:
    """Whether it stands in a line: text, or an element of text that holds no block."""
    if not isinstance(kid, Node):
        return kid.frame is None
    return kid.role in roles.INLINE and not any(_is_block(inner) for inner in kid.kids)


def _is_block(kid: Kid) -> bool:
    return isinstance(kid, Node) and kid.role != "Figure" and not is_inline(kid)


def paragraphs(kids: list[Kid]) -> list[Kid]:
    """The same, every run of stray text made a paragraph; a note stays in its run."""
    result: list[Kid] = []
    for inline, group in groupby(kids, lambda kid: is_inline(kid) or is_a(kid, "Figure", "Note")):
        run = list(group)
        if inline and any(is_inline(kid) and not is_nothing(kid) for kid in run):
            result.append(Node("P", run))
        elif not inline or any(isinstance(kid, Node) for kid in run):
            result.extend(kid for kid in run if isinstance(kid, Node))
    return result


def even(kids: list[Kid]) -> list[Kid]:
    """The same; where there are paragraphs, text between them is in paragraphs too.

    An item or a cell may hold text itself, and a list in the text, but not both ways at once.
    """
    return paragraphs(kids) if any(is_a(kid, "P", *roles.HEADINGS) for kid in kids) else kids


def is_a(kid: Kid, *names: str) -> bool:
    return isinstance(kid, Node) and kid.role in names


def is_nothing(kid: Kid) -> bool:
    return not isinstance(kid, Node) and kid.is_blank


def shape(node: Node, markers: Mapping[Element, object]) -> list[Kid]:
    """The node as its type asks for, perhaps with what it cannot hold beside it."""
    if node.role == "L":
        _set_numbering(node, markers)
    if node.role == "Div" and node.element is not None and node.element.tag == "figure":
        return _figure(node)
    return _BY_ROLE.get(node.role, _plain)(node)


def _plain(node: Node) -> list[Kid]:
    node.kids = paragraphs(node.kids) if node.role in roles.GROUPING else even(node.kids)
    if node.element is not None and node.element.tag == "abbr":
        node.expansion = node.element.get("title") or ""
    if node.element is not None and node.element.get("data-tag") == "Span":
        node.actual = node.element.get("aria-label") or ""
    return [node]


def _picture(node: Node) -> list[Kid]:
    """A Figure: Alt, and its place on the page (14.8.5.4.3)."""
    if node.element is not None:
        node.alt = roles.alternative(node.element)
    frames = [piece.frame for piece in node.pieces() if piece.frame]
    if frames:
        node.attributes["Layout"] = {"BBox": frames[0]}
    return [node]


def _figure(node: Node) -> list[Kid]:
    """A picture with its caption beside it; a table takes its caption in, a quotation its source.

    The caption is not put into the Figure, since a reader who is told its Alt is told nothing else
    of what it holds.
    """
    node.kids = paragraphs(node.kids)
    captions = [kid for kid in node.kids if is_a(kid, "Caption")]
    rest = [kid for kid in node.kids if kid not in captions]
    homes = [kid for kid in rest if isinstance(kid, Node) and kid.role in ("Table", "BlockQuote")]
    if len(homes) == 1 and not any(is_a(kid, "Figure") for kid in rest):
        _adopt(homes[0], captions)
        return rest
    return [node] if captions else rest


def _adopt(home: Node, captions: list[Kid]) -> None:
    """A table has one caption; what a second one says goes into it."""
    nodes = [caption for caption in captions if isinstance(caption, Node)]
    if home.role == "BlockQuote":
        home.kids += [kid for caption in nodes for kid in paragraphs(caption.kids)]
    elif own := [kid for kid in home.kids if isinstance(kid, Node) and kid.role == "Caption"]:
        nodes = [own[0], *nodes]
        own[0].kids = [kid for caption in nodes for kid in paragraphs(caption.kids)]
    else:
        home.kids[:0] = captions


def _item(node: Node) -> list[Kid]:
    """LI: the label, and the body with all that follows (14.8.4.3.3)."""
    labels = [kid for kid in node.kids if is_a(kid, "Lbl")]
    body = [kid for kid in node.kids if kid not in labels]
    node.kids = [*labels, Node("LBody", even(body))]
    return [node]


def _list(node: Node) -> list[Kid]:
    """L holds items only; in a definition list, a term and what is said of it are one."""
    items: list[Kid] = []
    for kid in node.kids:
        if not isinstance(kid, Node):
            continue
        if kid.role in ("LI", "Caption"):
            items.append(kid)
        elif kid.role in ("Lbl", "LBody"):
            _put_in_item(items, kid)
        else:
            items.append(Node("LI", [Node("LBody", [kid])]))
    node.kids = items
    return [node]


def _put_in_item(items: list[Kid], part: Node) -> None:
    """A term after a definition opens the next item."""
    last = items[-1] if items else None
    if isinstance(last, Node) and last.element is None and last.role == "LI":
        opens = part.role == "Lbl" and any(is_a(kid, "LBody") for kid in last.kids)
        if not opens:
            last.kids.append(part)
            return
    items.append(Node("LI", [part]))


def _set_numbering(node: Node, markers: Mapping[Element, object]) -> None:
    """ListNumbering, where the items have labels (14.8.5.5; ISO 14289-1, 7.6)."""
    items = [kid for kid in node.kids if isinstance(kid, Node) and kid.role == "LI"]
    labelled = [item for item in items if any(is_a(kid, "Lbl") for kid in item.kids)]
    if labelled and node.element is not None:
        marker = markers.get(labelled[0].element) if labelled[0].element is not None else None
        name = roles.numbering(str(node.element.tag), marker)
        node.attributes["List"] = {"ListNumbering": f"/{name}"}


def _contents(node: Node) -> list[Kid]:
    """TOC holds its items and lists of items; a heading goes before it (Table 333)."""
    items = [kid for kid in node.kids if is_a(kid, "TOC", "TOCI", "Caption")]
    strays = paragraphs([kid for kid in node.kids if kid not in items])
    node.kids = items
    return [*strays, node]


def _contents_item(node: Node) -> list[Kid]:
    """TOCI: a reference to what it names; a list within it follows (Table 333)."""
    kids: list[Kid] = []
    for kid in node.kids:
        kids.extend(kid.kids if isinstance(kid, Node) and kid.role == "P" else [kid])
    node.kids = []
    for inline, group in groupby(kids, is_inline):
        run = list(group)
        if not inline:
            node.kids += run
        elif not all(is_nothing(kid) for kid in run):
            node.kids.append(run[0] if is_a(run[0], "Reference") else Node("Reference", run))
    return [node]


def _table(node: Node) -> list[Kid]:
    """Table: only what a table may hold, its caption first (14.8.4.3.4)."""
    parts = ("Caption", "THead", "TBody", "TFoot", "TR")
    kids = [kid for kid in node.kids if is_a(kid, *parts)]
    node.kids = sorted(kids, key=lambda kid: not is_a(kid, "Caption"))
    for rows in node.kids:
        if isinstance(rows, Node):
            for row in [rows] if rows.role == "TR" else rows.kids:
                _set_scopes(row, in_head=rows.role == "THead")
    return [node]


def _rows(node: Node) -> list[Kid]:
    node.kids = [kid for kid in node.kids if is_a(kid, "TR", "TH", "TD")]
    return [node]


def _set_scopes(row: Kid, in_head: bool) -> None:
    """Every header says what it heads (14.8.5.7; ISO 14289-1, 7.5)."""
    for cell in row.kids if isinstance(row, Node) else ():
        if isinstance(cell, Node) and cell.role == "TH" and cell.element is not None:
            asked = (cell.element.get("scope") or ("col" if in_head else "row")).lower()
            scope = "/Row" if asked.startswith("row") else "/Column"
            cell.attributes.setdefault("Table", {})["Scope"] = scope


def _cell(node: Node) -> list[Kid]:
    """What it spans, and the headers that it names."""
    node.kids = even(node.kids)
    spans = {"ColSpan": "colspan", "RowSpan": "rowspan"}
    element = node.element if node.element is not None else Element("td")
    values = {key: element.get(name, "") for key, name in spans.items()}
    table: dict[str, object] = {k: int(v) for k, v in values.items() if v.isdecimal() and v != "1"}
    if names := headers(node):
        table["Headers"] = names
    if table:
        node.attributes["Table"] = table
    return [node]


def headers(node: Node) -> list[str]:
    """The ids of the headers that a cell names itself."""
    if node.element is None or node.role not in ("TD", "TH"):
        return []
    return (node.element.get("headers") or "").split()


_BY_ROLE: Mapping[str, Callable[[Node], list[Kid]]] = {
    "Figure": _picture,
    "L": _list,
    "LI": _item,
    "TBody": _rows,
    "TD": _cell,
    "TFoot": _rows,
    "TH": _cell,
    "THead": _rows,
    "TOC": _contents,
    "TOCI": _contents_item,
    "TR": _rows,
    "Table": _table,
}
