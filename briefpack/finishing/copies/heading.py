"""The head of a plate: a file as it begins, with all objects that the copies share."""

import zlib
from collections.abc import Container, Iterator

import pikepdf
from pikepdf import Name, Pdf, Stream

from briefpack.finishing.copies.plate import FREE, LOOSE, PACKED, entry

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_NO_GENERATION = 65535  # of the first free entry (ISO 32000-1, 7.5.4)
_INDEX = ("/XRef", "/ObjStm")


def head(document: Pdf, end: int, without: Container[int]) -> tuple[bytes, bytes]:
    """The file up to the objects from number `end` on, and the index of those before.

    Left out are those `without`, and what the file was indexed with when it was read. All objects
    that are no streams stand together in one, which is written last and has the number `end`.
    """
    file = bytearray(HEADER)
    entries: dict[int, bytes] = {}
    packed: list[tuple[int, bytes]] = []
    for number, thing in _objects(document, end, without):
        if isinstance(thing, Stream):
            entries[number] = entry(LOOSE, len(file), 0)
            file += b"%d 0 obj\n%s\nendobj\n" % (number, _stream(thing))
        else:
            packed.append((number, thing.unparse(resolved=True)))
    entries |= {number: entry(PACKED, end, at) for at, (number, _) in enumerate(packed)}
    entries[end] = entry(LOOSE, len(file), 0)
    file += b"%d 0 obj\n%s\nendobj\n" % (end, _packed(packed))
    return bytes(file), b"".join(_index(entries, end))


def _objects(
    document: Pdf, end: int, without: Container[int]
) -> Iterator[tuple[int, pikepdf.Object]]:
    for number in range(1, end):
        thing = document.get_object((number, 0))
        if number in without or thing._type_code == pikepdf.ObjectType.null:
            continue
        if isinstance(thing, Stream) and str(thing.get("/Type", "")) in _INDEX:
            continue
        yield number, thing


def _stream(stream: pikepdf.Object) -> bytes:
    """The stream's dictionary and data, made smaller where nobody has done so yet."""
    data, fields = stream.read_raw_bytes(), stream.stream_dict
    if "/Filter" not in fields:
        data, fields["/Filter"] = zlib.compress(data, 9), Name.FlateDecode
    written = pikepdf.Dictionary({**dict(fields.items()), "/Length": len(data)})
    return b"%s\nstream\n%s\r\nendstream" % (written.unparse(resolved=True), data)


def _packed(objects: list[tuple[int, bytes]]) -> bytes:
    """An object stream: where each object begins, and then the objects."""
    places, at = [], 0
    for number, body in objects:
        places.append(b"%d %d" % (number, at))
        at += len(body) + 1
    table = b" ".join(places)
    data = zlib.compress(table + b"\n" + b"\n".join(body for _, body in objects), 9)
    return b"<</Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d>>\nstream\n%s\r\nendstream" % (  # noqa: E501
        len(objects), len(table) + 1, len(data), data
    )  # fmt: skip


def _index(entries: dict[int, bytes], end: int) -> Iterator[bytes]:
    """The entries from 0 to `end`; those that are free lead from one to the next."""
    free = [number for number in range(end + 1) if number not in entries]
    following = dict(zip(free, [*free[1:], 0], strict=True))
    for number in range(end + 1):
        generation = 0 if number else _NO_GENERATION
        yield entries.get(number) or entry(FREE, following[number], generation)
