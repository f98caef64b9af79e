"""Targets: the places of a file that links and bookmarks lead to. (ISO 32000-1, 12.3.2.)"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import pikepdf

from briefpack.preflight.sheet.reach import Key, entry, key, leaves, name, whole, words


class Targets:
    """The pages and the named destinations of a document."""

    def __init__(self, document: pikepdf.Pdf, pages: Mapping[Key, int]) -> None:
        self._root = document.Root
        self._pages = pages

    @cached_property
    def named(self) -> Mapping[str, Any]:
        """Destinations by name: those of the tree of names, and those of PDF 1.1."""
        old = entry(self._root, "/Dests")
        found = {one.removeprefix("/"): old.get(one) for one in _keys(old)}
        tree = leaves(entry(self._root, "/Names", "/Dests"), "/Names")
        return found | {words(known): value for known, value in tree}

    def page(self, destination: Any) -> int | None:
        """The page (from 1) that a destination is on; `None` where it is nowhere in the file."""
        if called := _called(destination):
            destination = self.named.get(called)
        if isinstance(destination, pikepdf.Dictionary):
            destination = entry(destination, "/D")
        if not isinstance(destination, pikepdf.Array) or not len(destination):
            return None
        index = whole(destination[0])
        if index is not None:  # only other files' pages are to be named so, but readers go there
            return index + 1 if 0 <= index < len(self._pages) else None
        return self._pages.get(key(destination[0]) or (0, 0))

    def followed(self, thing: Any) -> tuple[bool, int | None]:
        """Whether a link or a bookmark leads to a place within the file, and to which page."""
        destination = entry(thing, "/Dest")
        if destination is None and name(entry(thing, "/A", "/S")) == "GoTo":
            destination = entry(thing, "/A", "/D")
            return True, self.page(destination)
        return destination is not None, self.page(destination)


def called(thing: Any) -> str:
    """What the destination of a link or a bookmark is called; empty where it has no name."""
    return _called(entry(thing, "/Dest")) or _called(entry(thing, "/A", "/D"))


def _called(destination: Any) -> str:
    return words(destination) or name(destination)


def _keys(thing: Any) -> list[str]:
    return list(thing.keys()) if isinstance(thing, pikepdf.Dictionary) else []
