"""The structure tree of a file, read once: its elements and their marks in the order of reading.

(ISO 32000-1, 14.7.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from briefpack.preflight.sheet.reach import Key, entry, key, listed, name, whole, words
from briefpack.preflight.sheet.roles import standard

MOST = 1_000_000
"""Elements that are read; a tree with more of them is one that was made to exhaust its reader."""

DEEPEST = 200
"""Elements within elements that are followed."""


@dataclass(slots=True)
class Element:
    """One element: the tag as it is written (`kind`), and the `standard` type that it stands for.

    `parent` is its parent's number in the list of elements, -1 at the top. `page` counts from 1; 0
    is unknown. `marks` and `objects` tell whether it holds content of pages and annotations itself.
    """

    number: int
    parent: int
    kind: str
    standard: str
    page: int
    thing: Any = field(repr=False)
    marks: int = 0
    objects: list[Key] = field(default_factory=list)

    def said(self, name: str) -> str:
        """What one of its entries says in words."""
        return words(entry(self.thing, name)).strip()

    def has(self, name: str) -> bool:
        return entry(self.thing, name) is not None


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of a page's content: page (from 1), its number there, and its element.

    Those of a form that stands by itself (`inner`) are numbered in the form.
    """

    page: int
    number: int
    element: int
    inner: bool


@dataclass(frozen=True, slots=True)
class Structure:
    """All of it, in the order of reading; nothing where the file has no tags."""

    elements: Sequence[Element] = field(default=(), repr=False)
    marks: Sequence[Mark] = field(default=(), repr=False)

    def above(self, element: Element) -> Iterator[Element]:
        """The elements that an element stands in, the nearest first."""
        while element.parent >= 0:
            element = self.elements[element.parent]
            yield element

    def within(self, element: Element, *kinds: str) -> bool:
        """Whether it stands in one of these standard types."""
        return any(one.standard in kinds for one in self.above(element))

    def below(self, element: Element) -> Iterator[Element]:
        """All elements that stand in an element, in order: those that follow, until one does not.

        The list is a walk from the top, so that what stands in an element comes right behind it.
        """
        inside = {element.number}
        for one in self.elements[element.number + 1 :]:
            if one.parent not in inside:
                return
            inside.add(one.number)
            yield one

    def page(self, element: Element) -> int:
        """The page (from 1) that an element begins on; 0 where that is not known."""
        return element.page or _first(one.page for one in self.below(element))

    def holds(self, element: Element) -> bool:
        """Whether an element has content of its own, or in one below."""
        return bool(element.marks or element.objects) or any(
            one.marks or one.objects for one in self.below(element)
        )


def _first(pages: Iterable[int]) -> int:
    return next((page for page in pages if page), 0)


def structure(document: pikepdf.Pdf, pages: Mapping[Key, int]) -> Structure:
    """The structure tree; `pages` are the numbers of the pages. An element counts once."""
    root = entry(document.Root, "/StructTreeRoot")
    elements: list[Element] = []
    marks: list[Mark] = []
    depths: list[int] = []
    seen: set[Key] = set()
    stack = [(kid, -1) for kid in reversed(listed(entry(root, "/K")))]
    while stack and len(elements) + len(marks) < MOST:
        thing, parent = stack.pop()
        home = elements[parent] if parent >= 0 else None
        if (number := whole(thing)) is not None and home:
            home.marks += 1
            marks.append(Mark(home.page, number, parent, inner=False))
        elif (kind := name(entry(thing, "/Type"))) in ("MCR", "OBJR") and home:
            _refer(thing, kind, home, marks, pages)
        elif (known := key(thing)) not in seen and name(entry(thing, "/S")):
            seen |= {known} if known else set()
            element = _element(root, thing, len(elements), home, pages)
            elements.append(element)
            depths.append(depths[parent] + 1 if home else 0)
            kids = listed(entry(thing, "/K")) if depths[-1] < DEEPEST else []
            stack += [(kid, element.number) for kid in reversed(kids)]
    return Structure(elements, marks)


def _element(
    root: Any, thing: Any, number: int, home: Element | None, pages: Mapping[Key, int]
) -> Element:
    kind = name(entry(thing, "/S"))
    page = pages.get(key(entry(thing, "/Pg")) or (0, 0), home.page if home else 0)
    parent = home.number if home else -1
    return Element(number, parent, kind, standard(root, thing, kind), page, thing)


def _refer(
    thing: Any, kind: str, home: Element, marks: list[Mark], pages: Mapping[Key, int]
) -> None:
    """A reference to content, or to an annotation."""
    page = pages.get(key(entry(thing, "/Pg")) or (0, 0), home.page)
    number = whole(entry(thing, "/MCID"))
    if kind == "MCR" and number is not None:
        home.marks += 1
        home.page = home.page or page
        marks.append(Mark(page, number, home.number, entry(thing, "/Stm") is not None))
    elif kind == "OBJR" and (known := key(entry(thing, "/Obj"))):
        home.objects.append(known)
