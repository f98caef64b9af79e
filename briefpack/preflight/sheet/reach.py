"""Reaching into a PDF safely: what is of another kind than expected is as if it were not there.

Any file may be laid open, made by anything: a check asks through these, and never stumbles.
"""

from collections.abc import Iterator
from typing import Any

import pikepdf

from briefpack.paper import Box, box

DEEPEST = 50
"""Levels of a tree of names or numbers that are followed; honest ones have four."""

Key = tuple[int, int]
"""Number and generation of an object that stands by itself."""


def entry(thing: Any, *names: str) -> Any:
    """What stands under these names, each within the one before; `None` where there is nothing."""
    for name in names:
        if not isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            return None
        thing = thing.get(name)
    return thing


def listed(value: Any) -> list[Any]:
    """The members of an array; one thing that stands alone, where an array may be left out."""
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def words(value: Any) -> str:
    """The text of a string; empty for anything else."""
    if not isinstance(value, pikepdf.String):
        return ""
    try:
        return str(value)
    except UnicodeDecodeError:
        return bytes(value).decode("latin-1")


def name(value: Any) -> str:
    """A name without its solidus; empty for anything else."""
    return str(value).removeprefix("/") if isinstance(value, pikepdf.Name) else ""


def whole(value: Any) -> int | None:
    """A whole number; `None` for anything else."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def edges(value: Any) -> Box | None:
    """A rectangle; `None` for anything else."""
    try:
        return box(listed(value))
    except (TypeError, ValueError, ArithmeticError):
        return None


def key(thing: Any) -> Key | None:
    """By what an object is known; `None` for one that stands within another."""
    if isinstance(thing, pikepdf.Object) and thing.is_indirect:
        number, generation = thing.objgen
        return number, generation
    return None


def data(stream: Any) -> bytes:
    """What a stream holds; nothing where it cannot be unpacked."""
    try:
        return bytes(stream.read_bytes()) if isinstance(stream, pikepdf.Stream) else b""
    except (pikepdf.PdfError, pikepdf.DataDecodingError, RuntimeError):
        return b""


def leaves(root: Any, pairs: str) -> Iterator[tuple[Any, Any]]:
    """Keys and values of a tree of names (`/Names`) or numbers (`/Nums`), in the order of the file.

    (ISO 32000-1, 7.9.6 and 7.9.7.) A node that is met twice counts once.
    """
    seen: set[Key] = set()
    stack = [(root, 0)]
    while stack:
        node, depth = stack.pop()
        known = key(node)
        if known in seen or depth > DEEPEST:
            continue
        if known:
            seen.add(known)
        flat = listed(entry(node, pairs))
        yield from zip(flat[::2], flat[1::2], strict=False)
        stack += [(kid, depth + 1) for kid in reversed(listed(entry(node, "/Kids")))]
