"""Read a tagged PDF back as an outline, independently of what wrote it.

`outline(pdf)` draws the structure tree with the text that each element holds, `artifacts(pdf)`
lists what is no part of it, `faults(pdf)` names every place where tree and pages disagree.

    Document
      H1 "A title"
      P
        "See "
        Link "the source"
        "."

Text is decoded from the pages' content streams through each font's ToUnicode map; /ActualText wins.
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Name

SOFT_HYPHEN = "\u00ad"

Cmap = dict[int, str]


@dataclass
class Painted:
    """The text of one page: by MCID, and of artifacts with their property lists."""

    texts: dict[int, str] = field(default_factory=dict)
    artifacts: list[tuple[str, str]] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)
    pictures: set[int] = field(default_factory=set)


@dataclass
class Mark:
    """An open marked-content sequence."""

    tag: str
    properties: dict[str, Any]
    text: str = ""


def outline(pdf: bytes, attributes: bool = True) -> str:
    """The structure tree, drawn as an outline, one element or text on a line."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        tree = Tree(document)
        root = document.Root.StructTreeRoot.K
        lines = tree.draw(root[0] if isinstance(root, pikepdf.Array) else root, 0, attributes)
        return "\n".join(lines) + "\n"


def artifacts(pdf: bytes) -> list[tuple[int, str, str]]:
    """Text that is no part of the document: page (from 1), kind ("Header"), text."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [
            (number, kind, text)
            for number, page in enumerate(document.pages, 1)
            for kind, text in painted(page).artifacts
            if text
        ]


def faults(pdf: bytes) -> list[str]:
    """Where pages, structure tree and parent tree disagree; empty is well."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return list(Tree(document).faults())


class Tree:
    """The structure tree of a document, with the text of its pages."""

    def __init__(self, document: pikepdf.Pdf) -> None:
        self.document = document
        self.pages = {page.obj.objgen: number for number, page in enumerate(document.pages)}
        self.painted = [painted(page) for page in document.pages]

    def draw(self, element: Any, depth: int, attributes: bool) -> list[str]:
        kids = list(self.drawn_kids(element))
        head = "  " * depth + " ".join([str(element.S)[1:], *self.said(element, attributes)])
        texts = [kid for kid in kids if isinstance(kid, str)]
        if len(texts) == len(kids):
            return [f"{head} {quoted(''.join(texts))}" if kids and "".join(texts) else head]
        lines = [head]
        for kid in merged(kids):
            if isinstance(kid, str):
                lines.append("  " * (depth + 1) + quoted(kid))
            else:
                lines += self.draw(kid, depth + 1, attributes)
        return lines

    def drawn_kids(self, element: Any) -> Iterator[Any]:
        """Texts and elements below an element; object references show in its head."""
        for kind, value in self.kids(element):
            if kind == "element":
                yield value
            elif kind == "mark":
                page, mcid = value
                yield self.painted[page].texts.get(mcid, "")

    def kids(self, element: Any) -> Iterator[tuple[str, Any]]:
        """Each kid as ("element", it), ("mark", (page, mcid)) or ("object", (page, it))."""
        home = element.get("/Pg")
        found = element.get("/K", [])
        for kid in found if isinstance(found, pikepdf.Array | list) else [found]:
            if isinstance(kid, int):
                yield "mark", (self.pages[home.objgen], kid)
            elif kid.get("/Type") == "/MCR":
                yield "mark", (self.pages[kid.get("/Pg", home).objgen], int(kid.MCID))
            elif kid.get("/Type") == "/OBJR":
                yield "object", (self.pages[kid.get("/Pg", home).objgen], kid.Obj)
            else:
                yield "element", kid

    def said(self, element: Any, attributes: bool) -> Iterator[str]:
        """What an element's head says beside its type."""
        if not attributes:
            return
        for key, name in (("/Lang", "lang"), ("/E", "expansion"), ("/Alt", "alt")):
            if key in element:
                yield f"{name}={str(element[key])!r}"
        if "/ID" in element and str(element.S) != "/Note":
            yield f"id={str(element.ID)!r}"
        for owned in listed(element.get("/A", [])):
            yield from (
                f"{str(key)[1:]}={shown(value)}"
                for key, value in owned.items()
                if key not in ("/O", "/BBox")
            )
        pages = {value[0] + 1 for kind, value in self.kids(element) if kind == "mark"}
        if len(pages) > 1:
            yield "pages=" + "+".join(map(str, sorted(pages)))
        for kind, value in self.kids(element):
            if kind == "object":
                yield f"-> {target(value[1])}"

    def faults(self) -> Iterator[str]:
        """Every mark belongs to one element, and the parent tree says so too."""
        owners: dict[tuple[int, int], list[Any]] = defaultdict(list)
        objects: dict[Any, Any] = {}
        stack = [self.document.Root.StructTreeRoot.K]
        while stack:
            element = stack.pop()
            if not list(self.kids(element)) and str(element.S) not in ("/TD", "/TH"):
                yield f"{element.S} is empty"
            for kind, value in self.kids(element):
                if kind == "element":
                    if value.P.objgen != element.objgen:
                        yield f"{value.S} names another parent"
                    stack.append(value)
                elif kind == "mark":
                    owners[value].append(element)
                else:
                    objects[value[1].objgen] = element
        yield from self.mark_faults(owners)
        yield from self.annotation_faults(objects)

    def mark_faults(self, owners: dict[tuple[int, int], list[Any]]) -> Iterator[str]:
        parents = parent_tree(self.document)
        for number, (page, ink) in enumerate(zip(self.document.pages, self.painted, strict=True)):
            row = parents.get(int(page.obj.get("/StructParents", -1)), [])
            yield from (f"page {number + 1}: {text!r} is not marked" for text in ink.stray)
            for mcid in ink.texts:
                owner = owners.pop((number, mcid), [])
                if len(owner) != 1:
                    yield f"page {number + 1}: mark {mcid} has {len(owner)} elements"
                elif mcid >= len(row) or row[mcid].objgen != owner[0].objgen:
                    yield f"page {number + 1}: mark {mcid} is missing from the parent tree"
        yield from (f"page {page + 1}: no mark {mcid}" for page, mcid in owners)

    def annotation_faults(self, objects: dict[Any, Any]) -> Iterator[str]:
        parents = parent_tree(self.document)
        for number, page in enumerate(self.document.pages, 1):
            for annotation in page.obj.get("/Annots", []):
                element = objects.get(annotation.objgen)
                if element is None or str(element.S) != "/Link":
                    yield f"page {number}: the link to {target(annotation)} is not tagged"
                elif parents[int(annotation.StructParent)].objgen != element.objgen:
                    yield f"page {number}: the parent tree has another element for a link"
                if not str(annotation.get("/Contents", "")):
                    yield f"page {number}: the link to {target(annotation)} says nothing"


def parent_tree(document: pikepdf.Pdf) -> dict[int, Any]:
    numbers = list(document.Root.StructTreeRoot.ParentTree.Nums)
    return {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}


def painted(page: pikepdf.Page) -> Painted:
    """Decode a page's content stream."""
    result = Painted()
    read(page, page.obj.Resources, result, [], {})
    return result


def read(
    stream: Any, resources: Any, result: Painted, marks: list[Mark], fonts: dict[Any, Cmap]
) -> None:
    """Follow the operators of a page or form; `marks` are the open sequences."""
    cmap: Cmap = {}
    for operands, operator in pikepdf.parse_content_stream(stream):
        name = str(operator)
        if name == "Tf":
            font = resources.Font[str(operands[0])]
            cmap = fonts.setdefault(font.objgen, to_unicode(font))
        elif name in ("BDC", "BMC"):
            properties = dict(operands[1].items()) if name == "BDC" else {}
            marks.append(Mark(str(operands[0])[1:], properties))
        elif name == "EMC":
            close(marks, result)
        elif name in ("Tj", "TJ"):
            show(decoded(operands[0], cmap), marks, result)
        elif name == "Do":
            drawn = resources.XObject[str(operands[0])]
            if drawn.Subtype == Name.Form:
                read(drawn, drawn.get("/Resources", resources), result, marks, fonts)
            elif not marks:
                result.stray.append("a picture")


def show(text: str, marks: list[Mark], result: Painted) -> None:
    if marks:
        marks[-1].text += text
    else:
        result.stray.append(text)


def close(marks: list[Mark], result: Painted) -> None:
    """End a sequence: its text goes to the mark around it, or to its element."""
    mark = marks.pop()
    text = str(mark.properties.get("/ActualText", mark.text))
    if "/MCID" in mark.properties:
        result.texts[int(mark.properties["/MCID"])] = text
    elif mark.tag == "Artifact":
        kind = mark.properties.get("/Subtype") or mark.properties.get("/Type") or "/"
        result.artifacts.append((str(kind)[1:], text))
    elif marks:
        marks[-1].text += text


def decoded(operand: Any, cmap: Cmap) -> str:
    parts = operand if isinstance(operand, pikepdf.Array) else [operand]
    data = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    codes = (int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2))
    return "".join(cmap.get(code, "\ufffd") for code in codes)


def to_unicode(font: Any) -> Cmap:
    """A font's ToUnicode map: only `bfchar`, and `bfrange` with a first value."""
    text = font.ToUnicode.read_bytes().decode("latin-1")
    cmap: Cmap = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for code, value in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", block):
            cmap[int(code, 16)] = bytes.fromhex(value).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for first, last, value in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            for step in range(int(last, 16) - int(first, 16) + 1):
                cmap[int(first, 16) + step] = chr(int(value, 16) + step)
    return cmap


def merged(kids: list[Any]) -> Iterator[Any]:
    """Neighbouring texts as one."""
    text = ""
    for kid in kids:
        if isinstance(kid, str):
            text += kid
            continue
        if text:
            yield text
            text = ""
        yield kid
    if text:
        yield text


def quoted(text: str) -> str:
    return '"' + text.replace(SOFT_HYPHEN, "") + '"'


def listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, pikepdf.Array | list) else [value]


def shown(value: Any) -> str:
    if isinstance(value, pikepdf.Array):
        return "+".join(str(item) for item in value)
    return str(value).lstrip("/")


def target(annotation: Any) -> str:
    """Where a link leads: "#name" or an address."""
    if "/Dest" in annotation:
        return f"#{annotation.Dest}"
    return str(annotation.A.URI)
