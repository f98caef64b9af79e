"""Tagged text: which paragraph, heading or cell each piece of marked content belongs to.

(ISO 32000-1, 14.7.) Odd trees are read as far as they make sense.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf

INLINE = frozenset(
    {"Annot", "BibEntry", "Code", "Em", "Formula", "Link", "NonStruct", "Quote", "Reference"}
    | {"Span", "Strong"}
)
"""Types that stand in a line of text (14.8.4.4), or that mean nothing."""

DEEPEST = 100
"""Elements within elements that are followed."""

MOST = 500_000
"""Elements that are looked at: a file of a thousand pages has fewer."""


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """A structure element that holds text of its own: its standard type, its number in reading
    order, and the types that it stands in, the outermost first.
    """

    role: str
    number: int
    within: tuple[str, ...]

    @property
    def heading(self) -> bool:
        """Whether it is one (H, H1 to H6)."""
        return self.role[:1] == "H" and self.role[1:] in {"", *"123456"}


Tags = Mapping[tuple[int, int], Tag]
"""Page (from 1) and number of a marked content -> the element that holds it."""


def tags(document: pikepdf.Pdf) -> Tags:
    """Those of a document; none, where it has no structure."""
    root = document.Root.get("/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary):
        return {}
    pages = {page.obj.objgen: number for number, page in enumerate(document.pages, 1)}
    return dict(_Climber(pages, _roles(root)).kids(root.get("/K"), 0, None, (), 0))


def _roles(root: Any) -> Mapping[str, str]:
    found = root.get("/RoleMap")
    if not isinstance(found, pikepdf.Dictionary):
        return {}
    return {name[1:]: str(value)[1:] for name, value in found.items()}


@dataclass
class _Climber:
    """Climbs a structure tree from its root; `seen` are the elements that it has been at."""

    pages: Mapping[tuple[int, int], int]
    roles: Mapping[str, str]

    def __post_init__(self) -> None:
        self.seen: set[tuple[int, int]] = set()
        self.count = 0

    def kids(
        self, kids: Any, page: int, holder: Tag | None, within: tuple[str, ...], depth: int
    ) -> Iterator[tuple[tuple[int, int], Tag]]:
        """What an element's kids hold: numbers of marked content, and further elements."""
        if depth > DEEPEST or self.count > MOST:
            return
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                if holder:
                    yield (page, kid), holder
            elif isinstance(kid, pikepdf.Dictionary):
                yield from self._kid(kid, page, holder, within, depth)

    def _kid(
        self, kid: Any, page: int, holder: Tag | None, within: tuple[str, ...], depth: int
    ) -> Iterator[tuple[tuple[int, int], Tag]]:
        page = self._page(kid, page)
        if kid.get("/Type") == "/MCR":
            number = kid.get("/MCID")
            if holder and isinstance(number, int):
                yield (page, number), holder
        elif "/S" in kid and not self._is_known(kid):
            self.count += 1
            role = self._role(str(kid.S)[1:])
            if role not in INLINE or holder is None:
                holder = Tag(role, self.count, within)
            yield from self.kids(kid.get("/K"), page, holder, (*within, role), depth + 1)

    def _is_known(self, kid: Any) -> bool:
        """Whether it was met before: a tree may bite its own tail."""
        if kid.objgen == (0, 0):
            return False
        known = kid.objgen in self.seen
        self.seen.add(kid.objgen)
        return known

    def _page(self, kid: Any, page: int) -> int:
        named = kid.get("/Pg")
        return self.pages.get(named.objgen, page) if isinstance(named, pikepdf.Dictionary) else page

    def _role(self, name: str) -> str:
        for _ in range(DEEPEST):  # a role map may go in a circle
            if name not in self.roles:
                break
            name = self.roles[name]
        return name
