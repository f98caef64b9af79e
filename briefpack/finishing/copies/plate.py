"""The plate: an edition as a file in which all that is alike in its copies stands first.

What differs from copy to copy comes last: a few streams, the document's title and metadata, and the
index of the file. So a copy takes neither a PDF library nor a second look at the pages, and its
checksum goes on from that of the part that is alike.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape

from briefpack.finishing.copies.code import code
from briefpack.finishing.copies.impression import Impression
from briefpack.finishing.copies.label import label
from briefpack.finishing.copies.letters import Widths
from briefpack.finishing.copies.watermark import watermark

WIDTHS = (1, 4, 2)
"""Bytes of the fields of an entry of the index (ISO 32000-1, 7.5.8.2)."""

FREE, LOOSE, PACKED = 0, 1, 2
"""The kinds of entries (table 18)."""

FASTEST = 1  # of zlib's levels: the stamps are small


def entry(kind: int, second: int, third: int) -> bytes:
    """One entry of the index."""
    fields = zip((kind, second, third), WIDTHS, strict=True)
    return b"".join(value.to_bytes(width, "big") for value, width in fields)


@dataclass(frozen=True, slots=True)
class Form:
    """A stamp's form XObject: its number, its dictionary but for /Length, and what it shows.

    `kind` is a key of `DRAWN`; `room` the page's width and height, or the code's side and width.
    """

    number: int
    dictionary: bytes
    kind: str
    room: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Plate:
    """What all copies of an edition have in common, and how the rest is written.

    `head` is the file up to what varies, `entries` its index. `info` and `metadata` are the numbers
    of these objects, and their parts around what a copy says of itself.
    """

    head: bytes
    entries: bytes
    forms: Sequence[Form]
    info: tuple[int, bytes]
    metadata: tuple[int, Sequence[bytes]]
    root: int
    title: str
    widths: Widths
    size: float


def _label(plate: Plate, form: Form, copy: Impression) -> bytes:
    return label(copy.line, plate.widths, plate.size, form.kind == "right")


def _watermark(plate: Plate, form: Form, copy: Impression) -> bytes:
    return watermark(copy.watermark, plate.widths, form.room)


def _code(_: Plate, form: Form, copy: Impression) -> bytes:
    return code(copy, *form.room)


DRAWN = {"left": _label, "right": _label, "watermark": _watermark, "code": _code}
"""A kind of stamp -> what draws it."""


class Printer:
    """Strikes copies off a plate: the work that they share is done once, here."""

    def __init__(self, plate: Plate) -> None:
        self._plate = plate
        self._checksum = sha256(plate.head)
        self._index = zlib.compressobj(6)
        self._begun = self._index.compress(plate.entries)

    def strike(self, copy: Impression) -> tuple[bytes, str]:
        """What comes behind the head in a copy's file, and the SHA-256 of the whole."""
        plate = self._plate
        title = f"{plate.title} {copy.remark}"
        objects = [
            *(_stream(form, DRAWN[form.kind](plate, form, copy)) for form in plate.forms),
            (plate.info[0], _info(plate.info[1], title)),
            (plate.metadata[0], _metadata(plate.metadata[1], title, copy.urn)),
        ]
        tail, starts = bytearray(), []
        for number, body in sorted(objects):
            starts.append(len(plate.head) + len(tail))
            tail += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        start = len(plate.head) + len(tail)
        number = len(plate.entries) // sum(WIDTHS) + len(starts)
        tail += self._trailer(number, [*starts, start], copy, sha256(tail).digest()[:16])
        tail += b"startxref\n%d\n%%%%EOF\n" % start
        checksum = self._checksum.copy()
        checksum.update(tail)
        return bytes(tail), checksum.hexdigest()

    def _trailer(self, number: int, starts: Sequence[int], copy: Impression, state: bytes) -> bytes:
        """The index of all objects (ISO 32000-1, 7.5.8), which says what the file is (14.4)."""
        index = self._index.copy()
        last = b"".join(entry(LOOSE, start, 0) for start in starts)
        data = self._begun + index.compress(last) + index.flush()
        return (
            b"%d 0 obj\n<</Type /XRef /Size %d /W [%d %d %d] /Root %d 0 R /Info %d 0 R "
            b"/ID [<%s> <%s>] /Filter /FlateDecode /Length %d>>\nstream\n%s\r\nendstream\nendobj\n"
        ) % (
            number, number + 1, *WIDTHS, self._plate.root, self._plate.info[0],
            copy.identifier.hex.encode(), state.hex().encode(), len(data), data,
        )  # fmt: skip


def _stream(form: Form, drawing: bytes) -> tuple[int, bytes]:
    data = zlib.compress(drawing, FASTEST)
    head = b"%s /Filter /FlateDecode /Length %d>>" % (form.dictionary, len(data))
    return form.number, b"%s\nstream\n%s\r\nendstream" % (head, data)


def _info(rest: bytes, title: str) -> bytes:
    words = title.encode("utf-16-be").hex().encode("ascii")
    return b"<</Title <feff%s> %s>>" % (words, rest)


def _metadata(parts: Sequence[bytes], title: str, urn: str) -> bytes:
    before, between, behind = parts
    identifiers = (
        b'<rdf:Description xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" rdf:about="">'
        b"<dc:identifier>%s</dc:identifier><xmpMM:DocumentID>%s</xmpMM:DocumentID>"
        b"</rdf:Description>"
    ) % (urn.encode(), urn.encode())
    words = escape(title, quote=False).encode("utf-8")
    data = b"".join((before, words, between, identifiers, behind))
    head = b"<</Type /Metadata /Subtype /XML /Length %d>>" % len(data)
    return b"%s\nstream\n%s\r\nendstream" % (head, data)
