"""Platemaking: an edition's painted pages become the plate that its copies are struck off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from briefpack.finishing.copies import code, label, letters, places, watermark
from briefpack.finishing.copies.embedding import embed
from briefpack.finishing.copies.heading import head
from briefpack.finishing.copies.impression import Impression
from briefpack.finishing.copies.places import Box, Corner, Margins, Page
from briefpack.finishing.copies.plate import Form, Plate
from briefpack.finishing.saving import saved

_TITLE = re.compile(rb"(<dc:title><rdf:Alt><rdf:li[^>]*>)[^<]*(</rdf:li>)")
_END = b"</rdf:RDF>"

_CALL = "/Artifact <</Type /Pagination{kind}>> BDC q 1 0 0 1 {x:.3f} {y:.3f} cm {name} Do Q EMC\n"
_KINDS = {"left": " /Subtype /Header", "right": " /Subtype /Header",
          "watermark": " /Subtype /Watermark", "code": ""}  # fmt: skip
"""What a stamp is among the artifacts of a page (ISO 32000-1, table 330)."""


class Crowded(Exception):
    """A page, by its number from 1, that has no room for what is to be stamped on it."""

    def __init__(self, page: int, stamp: str) -> None:
        super().__init__(f"page {page} has no room for the {stamp}")
        self.page = page
        self.stamp = stamp


@dataclass(frozen=True, slots=True)
class Style:
    """How the stamps are set: the size of the label's letters, the side of the code, the margins
    that both must find their place in; all in points.

    Where pages are not `mirrored`, all have the margins of a right-hand one.
    """

    size: float
    side: float
    margins: Margins
    mirrored: bool = True


def make_plate(
    pdf: bytes, run: Sequence[Impression], style: Style, type_: letters.Letters
) -> Plate:
    """The plate for these copies of the painted pages; the type has all that they print.

    All that they print is measured first: each page gets the stamp where the widest one covers
    nothing. `Crowded` where there is no such place.
    """
    measured = _Measured.of(run, type_.widths, style)
    with pikepdf.open(BytesIO(_tidied(pdf))) as document:
        known = {document.docinfo.objgen[0], document.Root.Metadata.objgen[0]}
        resources = Dictionary(
            Font=Dictionary(F=embed(document, type_)),
            ExtGState=Dictionary(G=Dictionary(Type=Name.ExtGState, ca=watermark.OPACITY)),
        )
        calls = list(_calls(document, places.taken(pdf), measured, style))
        keys = dict.fromkeys(key for page in calls for key, _, _ in page)
        names = {key: Name(f"/Copy{number}") for number, key in enumerate(keys)}
        for page, drawn in zip(document.pages, calls, strict=True):
            _stamp(page, drawn, names)
        end = document.make_indirect(Dictionary()).objgen[0]
        forms = [_form(document, key, measured, style.size, resources) for key in keys]
        for (stream, _), name in zip(forms, names.values(), strict=True):
            for page in document.pages:
                page.add_resource(stream, Name.XObject, name)
        info, metadata = _identity(document)
        return Plate(
            *head(document, end, known),
            [form for _, form in forms],
            info,
            metadata,
            document.Root.objgen[0],
            str(document.docinfo.Title),
            type_.widths,
            style.size,
        )


def _tidied(pdf: bytes) -> bytes:
    """The file as the house saves it: with nothing in it that nobody refers to."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return saved(document)


Key = tuple[str, tuple[float, float]]
"""A kind of stamp and the room that it has."""

Call = tuple[Key, float, float]
"""A stamp and where its origin comes to lie."""


@dataclass(frozen=True, slots=True)
class _Measured:
    """The widest label, the largest code, and whether there is a watermark."""

    label: float
    code: tuple[float, float]
    watermark: bool

    @classmethod
    def of(cls, run: Sequence[Impression], widths: letters.Widths, style: Style) -> _Measured:
        widest = max(label.extent(copy.line, widths, style.size) for copy in run)
        largest = code.extent(widths, style.side, [copy.short for copy in run])
        return cls(widest, largest, any(copy.watermark for copy in run))


def _calls(
    document: Pdf, taken: Sequence[Sequence[Box]], measured: _Measured, style: Style
) -> Iterator[list[Call]]:
    """For each page what is stamped on it, and where."""
    pages = [
        Page(Box(*map(float, page.trimbox)), number if style.mirrored else 1, boxes)
        for number, (page, boxes) in enumerate(zip(document.pages, taken, strict=True), start=1)
    ]
    corner = places.for_code(pages[-1], style.margins, measured.code)
    if not corner:
        raise Crowded(len(pages), "code")
    pages[-1] = pages[-1]._replace(taken=[*pages[-1].taken, _box(corner, measured.code)])
    spots = places.for_labels(pages, style.margins, style.size, measured.label)
    for number, (page, spot) in enumerate(zip(pages, spots, strict=True), start=1):
        if not spot:
            raise Crowded(number, "label")
        calls = [_across(page.trim)] if measured.watermark else []
        calls.append((("right" if spot.flush_right else "left", (0.0, 0.0)), spot.x, spot.y))
        if number == len(pages):
            calls.append((("code", (style.side, measured.code[0])), *corner))
        yield calls


def _across(trim: Box) -> Call:
    size = (round(trim.right - trim.left, 2), round(trim.top - trim.bottom, 2))
    return (("watermark", size), trim.left, trim.bottom)


def _box(corner: Corner, size: tuple[float, float]) -> Box:
    (left, bottom), (wide, high) = corner, size
    return Box(left, bottom, left + wide, bottom + high)


def _stamp(page: pikepdf.Page, calls: Sequence[Call], names: Mapping[Key, Name]) -> None:
    """Let the page call its stamps behind all that it shows, which is kept apart (`q`, `Q`)."""
    lines = [_CALL.format(kind=_KINDS[key[0]], x=x, y=y, name=names[key]) for key, x, y in calls]
    page.contents_add(b"q\n", prepend=True)
    page.contents_add("".join(["\nQ\n", *lines]).encode("ascii"))


def _form(
    document: Pdf, key: Key, measured: _Measured, size: float, resources: Dictionary
) -> tuple[pikepdf.Object, Form]:
    """A form XObject with nothing in it yet (ISO 32000-1, 8.10), and how it will be written."""
    kind, room = key
    boxes = {"watermark": (0.0, 0.0, *room), "code": (0.0, 0.0, room[1], room[0])}
    wide = (-measured.label - size, -size, measured.label + size, 2 * size)
    box = Array([round(edge, 2) for edge in boxes.get(kind, wide)])
    dictionary = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=box, Resources=resources)
    stream = Stream(document, b"")
    written = dictionary.unparse(resolved=True).removesuffix(b">>")
    return stream, Form(stream.objgen[0], written, kind, room)


def _identity(document: Pdf) -> tuple[tuple[int, bytes], tuple[int, Sequence[bytes]]]:
    """The document's information and metadata as objects of their own, without the title."""
    info = document.make_indirect(Dictionary({
        key: value for key, value in document.docinfo.items() if key != "/Title"
    }))  # fmt: skip
    data = document.Root.Metadata.read_bytes()
    title = _TITLE.search(data)
    if not title:
        raise ValueError("the metadata have no title")
    middle, end, rest = data[title.start(2) :].rpartition(_END)
    parts = (data[: title.end(1)], middle, end + rest)
    del document.Root.Metadata
    document.Root.Metadata = Stream(document, b"")
    written = info.unparse(resolved=True).removeprefix(b"<<").removesuffix(b">>").strip()
    return (info.objgen[0], written), (document.Root.Metadata.objgen[0], parts)
