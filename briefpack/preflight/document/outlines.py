"""Checks of bookmarks and page labels: how a long document is found through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefpack.preflight.finding import Finding, fault, remark
from briefpack.preflight.proof import Proof
from briefpack.preflight.sheet.reach import Key, entry, key, leaves, name, whole, words
from briefpack.problem import quoted

LONG = 4
"""Pages that are still looked through without bookmarks."""

MOST = 100_000
"""Bookmarks that are followed."""

STYLES = ("", "D", "R", "r", "A", "a")
"""How pages are numbered (ISO 32000-1, table 159)."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    title: str
    inside: bool
    page: int | None
    thing: Any


def bookmarked(proof: Proof) -> Iterator[Finding]:
    """Bookmarks are the way through a long document, with a mouse and by ear: each leads somewhere.

    They come in the order of the pages. (WCAG 2.2, 2.4.5; PDF technique PDF2.)
    """
    found = list(_bookmarks(proof))
    pages = len(proof.document.pages)
    if not found and pages > LONG:
        yield remark(f"there are no bookmarks on {pages} pages", hint="export the headings as such")
    latest = 0
    for one in found:
        if not one.title:
            yield fault("a bookmark has no title", one.page or 0)
        if one.inside and one.page is None:
            yield fault(f"the bookmark {quoted(one.title)} leads nowhere")
        if one.page and one.page < latest:
            yield remark(
                f"the bookmark {quoted(one.title)} stands behind one of page {latest}", one.page
            )
        latest = max(latest, one.page or 0)


def _bookmarks(proof: Proof) -> Iterator[Bookmark]:
    """All of them, in the order in which they are shown."""
    seen: set[Key] = set()
    stack = [entry(proof.document.Root, "/Outlines", "/First")]
    while stack and len(seen) < MOST:
        thing = stack.pop()
        known = key(thing)
        if known is None or known in seen:
            continue
        seen.add(known)
        inside, page = proof.targets.followed(thing)
        yield Bookmark(words(entry(thing, "/Title")).strip(), inside, page, thing)
        stack += [entry(thing, "/Next"), entry(thing, "/First")]


def folioed(proof: Proof) -> Iterator[Finding]:
    """Labels tie the pages on a screen to the numbers printed on them: "page 3" is one page.

    The first page has one, and each run a style that exists (ISO 32000-1, 12.4.2).
    """
    root = entry(proof.document.Root, "/PageLabels")
    if root is None:
        return
    runs = [(whole(first), run) for first, run in leaves(root, "/Nums")]
    starts = [first for first, _ in runs if first is not None]
    if 0 not in starts:
        yield remark("the page labels do not begin with the first page")
    if starts != sorted(set(starts)) or len(starts) < len(runs):
        yield remark("the page labels are not in the order of the pages")
    if starts and max(starts) >= len(proof.document.pages):
        yield remark(f"there are page labels for page {max(starts) + 1}, which is not there")
    if any(name(entry(run, "/S")) not in STYLES for _, run in runs):
        yield remark("the page labels have a style that does not exist")
