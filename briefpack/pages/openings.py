"""Openings: with which words each laid-out page begins, and where in its text they stand.

Notes at the foot, boxes beside the text and numbers of sources are left out: another edition of the
same brief may have them elsewhere.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

APART = frozenset({"cites", "footnote", "paragraph-number"})
"""Classes of what stands in a text without belonging to its words."""
NAMES = ("data-at", "id")
"""What an element is known by, in every edition: its place in the source, or its id."""
MARK = "milestone-"
"""How the id of a mark begins that says where a page of another edition begins."""
ENOUGH = 40
"""Letters and digits by which a place is known again."""


@dataclass(frozen=True, slots=True)
class Opening:
    """How a page begins: with which words (`bare`), `after` so many letters of an element.

    The element is the last of the `names`, which lead to it from the outside. A picture and a mark
    have no words.
    """

    names: Sequence[str]
    after: int = 0
    words: str = ""


def openings(pages: Iterable[Any]) -> list[Opening]:
    """Those of WeasyPrint's laid-out page boxes, in order; a page without anything has no names."""
    read: Counter[str] = Counter()
    return [_opening(page, read) for page in pages]


def bare(text: str) -> str:
    """The letters and digits of a text: what stays the same when it is set again."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _opening(page: Any, read: Counter[str]) -> Opening:
    """The page's own; what it holds is added to what was `read` of each element."""
    found: Opening | None = None
    leaves = [*_leaves(page.children[0], ())]
    if not any(names for names, _ in leaves):
        leaves = [*_leaves(page.children[0], (), beside=True)]
    for names, words in leaves:
        if found is None and names:
            found = Opening(names, read[names[-1]], words)
        elif found and found.words and len(found.words) < ENOUGH:
            found = replace(found, words=found.words + words)
        read.update(dict.fromkeys(names, len(words)))
    return replace(found, words=found.words[:ENOUGH]) if found else Opening(())


def _leaves(
    box: Any, names: tuple[str, ...], beside: bool = False
) -> Iterator[tuple[tuple[str, ...], str]]:
    """What is printed in the flow, or `beside` it too, in order: the names that lead to it, and its
    words.
    """
    element = box.element
    if element is not None:
        own = (name for key in NAMES if (name := element.get(key)) and name not in names)
        names = (*names, *own)
        if names and names[-1].startswith(MARK):
            yield names, ""
            return
        if _is_apart(box, element) or (not beside and _is_beside(box, element)):
            return
    words = bare(getattr(box, "text", ""))
    if words or hasattr(box, "replacement"):
        yield names, words
    for child in getattr(box, "children", ()):
        yield from _leaves(child, names, beside)


def _is_apart(box: Any, element: Any) -> bool:
    """Whether it is no part of the text, or on every page, and so no beginning."""
    return (
        "::" in (box.element_tag or "")
        or element.get("data-tag") == "Artifact"
        or not APART.isdisjoint((element.get("class") or "").split())
        or box.style["position"] == "fixed"
        or getattr(box, "is_header", False)
    )


def _is_beside(box: Any, element: Any) -> bool:
    """Whether it is a box of the side column."""
    return bool(box.is_floated()) and element.get("data-at") is not None
