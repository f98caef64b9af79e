"""A structure tree as PDF objects (ISO 32000-1, 14.7 and 14.8)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pydyf

from briefpack.pages.structure.node import Node, Piece

_Reference = bytes


def plant(pdf: pydyf.PDF, document: Node, owners: Sequence[Sequence[Node]]) -> None:
    """Add the tree to the PDF, with its parent tree, and tie pages and annotations to it.

    `owners` has, for each page, the element of each of its marks in order.
    """
    root = _added(pdf, {"Type": "/StructTreeRoot"})
    elements = {node: _added(pdf, {"Type": "/StructElem"}) for node in document.walk()}
    pages = pdf.page_references
    for node, element in elements.items():
        _describe(element, node)
        _fill(element, node, elements, pages)
    elements[document]["P"] = root.reference
    root["K"] = elements[document].reference
    root["ParentTree"] = _parent_tree(pdf, elements, owners).reference
    root["ParentTreeNextKey"] = len(pages) + sum(len(node.links) for node in elements)
    if named := {node.ident: elements[node] for node in elements if node.ident}:
        root["IDTree"] = _added(pdf, {"Names": _names(named)}).reference
    pdf.catalog["StructTreeRoot"] = root.reference
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})


def _added(pdf: pydyf.PDF, values: dict[str, Any]) -> Any:
    dictionary = pydyf.Dictionary(values)
    pdf.add_object(dictionary)
    return dictionary


def _names(named: Mapping[str, Any]) -> pydyf.Array:
    """A name tree's leaf, in the order of the names' bytes (7.9.6)."""
    keys = sorted(named, key=lambda name: pydyf.String(name).data)
    return pydyf.Array(item for key in keys for item in (pydyf.String(key), named[key].reference))


def _describe(element: dict[str, Any], node: Node) -> None:
    """What the element is and says of itself (14.7.2, 14.9)."""
    element["S"] = f"/{node.role}"
    texts = {"Lang": node.lang, "Alt": node.alt, "ActualText": node.actual}
    texts |= {"E": node.expansion, "ID": node.ident}
    element.update({key: pydyf.String(text) for key, text in texts.items() if text})
    owned = [
        pydyf.Dictionary(values({"O": f"/{owner}", **said}))
        for owner, said in node.attributes.items()
    ]
    if owned:
        element["A"] = owned[0] if len(owned) == 1 else pydyf.Array(owned)


def _fill(
    element: dict[str, Any], node: Node, elements: dict[Node, Any], pages: Sequence[_Reference]
) -> None:
    """The element's kids, in reading order (14.7.2, Table 323; 14.7.4)."""
    own = [kid.page for kid in node.kids if isinstance(kid, Piece)]
    own += [page for page, _ in node.links]
    home = own[0] if own else -1
    kids = pydyf.Array(_kids(node, home, elements, pages))
    if own:
        element["Pg"] = pages[home]
    for kid in node.kids:
        if isinstance(kid, Node):
            elements[kid]["P"] = elements[node].reference
    if kids:
        element["K"] = kids[0] if len(kids) == 1 else kids


def _kids(
    node: Node, home: int, elements: dict[Node, Any], pages: Sequence[_Reference]
) -> Iterator[Any]:
    last = (-1, -1)
    for kid in node.kids:
        if isinstance(kid, Node):
            yield elements[kid].reference
        elif (kid.page, kid.number) != last:
            last = (kid.page, kid.number)
            yield (
                kid.number
                if kid.page == home
                else pydyf.Dictionary({"Type": "/MCR", "Pg": pages[kid.page], "MCID": kid.number})
            )
    for page, annotation in node.links:
        yield pydyf.Dictionary({"Type": "/OBJR", "Pg": pages[page], "Obj": annotation.reference})


def _parent_tree(
    pdf: pydyf.PDF, elements: dict[Node, Any], owners: Sequence[Sequence[Node]]
) -> Any:
    """From a mark or an annotation to its element (14.7.4.4)."""
    numbers = pydyf.Array()
    for page, nodes in enumerate(owners):
        numbers += [page, pydyf.Array(elements[node].reference for node in nodes)]
        # The page is a kid of the page tree: object number, generation, "R".
        leaf = pdf.objects[pdf.pages["Kids"][3 * page]]
        leaf["StructParents"] = page
        leaf["Tabs"] = "/S"
    key = len(owners)
    for node, element in elements.items():
        for _, annotation in node.links:
            annotation["StructParent"] = key
            annotation["Contents"] = pydyf.String(_says(node))
            numbers += [key, element.reference]
            key += 1
    return _added(pdf, {"Nums": numbers})


def _says(link: Node) -> str:
    """What a link is called (14.9.3; ISO 14289-1, 7.18.5): its label, or its own words."""
    element = link.element
    if element is None:
        return link.spoken
    label = element.get("aria-label") or element.get("title")
    return label or link.spoken or element.get("href") or ""


def values(entries: Mapping[str, Any]) -> dict[str, Any]:
    """Plain values as PDF ones: a string that begins with a solidus is a name, another a text."""
    return {key: _plain_value(value) for key, value in entries.items()}


def _plain_value(value: Any) -> Any:
    if isinstance(value, Mapping):
        return pydyf.Dictionary(values(value))
    if isinstance(value, list | tuple):
        return pydyf.Array(_plain_value(inner) for inner in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return pydyf.String(value) if isinstance(value, str) and value[:1] != "/" else value
