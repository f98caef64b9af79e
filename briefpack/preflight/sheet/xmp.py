"""What the XMP packet of a file says of it, by the usual names of its properties."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from briefpack.preflight.sheet.reach import data, entry

if TYPE_CHECKING:
    import pikepdf

SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}


def said(document: pikepdf.Pdf) -> Mapping[str, str]:
    """The properties of the packet; none where there is none, or it cannot be read."""
    try:
        root = ElementTree.fromstring(data(entry(document.Root, "/Metadata")))
    except (ElementTree.ParseError, ValueError, LookupError):
        return {}
    found: dict[str, str] = {}
    for description in root.iter(_full("rdf:Description")):
        found |= {_short(name): value for name, value in description.attrib.items()}
        for one in description:
            items = [item.text or "" for item in one.iter(_full("rdf:li"))]
            found[_short(one.tag)] = ", ".join(items) if items else (one.text or "").strip()
    return found


def _full(name: str) -> str:
    space, _, local = name.partition(":")
    return f"{{{SPACES[space]}}}{local}"


def _short(tag: str) -> str:
    uri, _, local = tag.removeprefix("{").partition("}")
    return next((f"{short}:{local}" for short, full in SPACES.items() if full == uri), tag)
