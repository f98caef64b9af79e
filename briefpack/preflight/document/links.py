"""Check of links: whether each leads somewhere, can be hit, and is meant for others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any
from urllib.parse import SplitResult, urlsplit

from briefpack.paper import Box
from briefpack.preflight.finding import Finding, fault, remark
from briefpack.preflight.proof import Proof
from briefpack.preflight.sheet.geometry import area, common
from briefpack.preflight.sheet.reach import edges, entry, key, listed, name, words
from briefpack.preflight.sheet.targets import called
from briefpack.problem import quoted

SCHEMES = frozenset(
    ("http", "https", "mailto", "tel", "sms", "ftp", "ftps", "sftp", "geo", "urn", "doi", "news")
)
OF_THE_MACHINE = frozenset(["file", "javascript", "data", "vbscript", "about", "chrome", "blob"])
HERE = re.compile(r"[^.:]*|.*\.(local|localhost)")
"""Names of hosts that only the author's own machine or house knows."""

ODD = re.compile(r"[<>\"{}\\^`]|[^\x00-\x7f]")
"""What an address may not have, though many a browser makes something of it (RFC 3986, 2)."""

SMALL = 1.0
"""Points below which nobody can hit a link."""

SHARE = 0.5
"""Share of the smaller of two links that lies in the other, from which on one hides the other."""

MOST = 500
"""Links of a page that are compared with each other."""


@dataclass(frozen=True, slots=True)
class Link:
    page: int
    thing: Any
    boxes: Sequence[Box]
    leads: str

    @property
    def box(self) -> Box | tuple[()]:
        return self.boxes[0] if self.boxes else ()


def linked(proof: Proof) -> Iterator[Finding]:
    """A link that leads nowhere, or to the author's own machine, fails in front of the reader.

    (ISO 32000-1, 12.3.2 and 12.6.4; addresses: RFC 3986.) Two that lie upon each other cannot both
    be followed.
    """
    for number, page in enumerate(proof.document.pages, 1):
        annotations = listed(entry(page.obj, "/Annots"))
        links = [
            _link(number, one) for one in annotations if name(entry(one, "/Subtype")) == "Link"
        ]
        for link in links:
            yield from _leads(proof, link)
            yield from _can_be_hit(link)
        yield from _overlapping(links[:MOST])


def _link(page: int, thing: Any) -> Link:
    """Its boxes: one for each line that it stands on, where that is said."""
    corners = listed(entry(thing, "/QuadPoints"))
    quads = [_around(corners[at : at + 8]) for at in range(0, len(corners) - 7, 8)]
    whole = edges(entry(thing, "/Rect"))
    boxes = [one for one in quads if one] or ([whole] if whole else [])
    return Link(
        page, thing, boxes, words(entry(thing, "/A", "/URI")) or called(thing) or str(key(thing))
    )


def _around(corners: Sequence[Any]) -> Box | None:
    xs, ys = corners[::2], corners[1::2]
    try:
        return float(min(xs)), float(min(ys)), float(max(xs)), float(max(ys))
    except (TypeError, ValueError, ArithmeticError):
        return None


def _leads(proof: Proof, link: Link) -> Iterator[Finding]:
    inside, page = proof.targets.followed(link.thing)
    action = name(entry(link.thing, "/A", "/S"))
    if inside and page is None:
        where = quoted(called(link.thing)) if called(link.thing) else "a page"
        yield fault(f"a link leads to {where}, which is not in the file", link.page, box=link.box)
    elif not inside and not action:
        yield fault("a link leads nowhere", link.page, box=link.box)
    elif action == "URI":
        based = entry(proof.document.Root, "/URI", "/Base") is not None
        yield from _addressed(link, words(entry(link.thing, "/A", "/URI")), based)


def _addressed(link: Link, address: str, based: bool) -> Iterator[Finding]:
    hint = "expected an address as https://…"
    for what in _wrong(address, based):
        yield fault(f"a link {what}", link.page, hint, box=link.box)
    if ODD.search(address):
        message = f"a link has characters in its address that are to be escaped: {quoted(address)}"
        yield remark(message, link.page, "write them as %20, %C3%BC and so on", box=link.box)


def _wrong(address: str, based: bool) -> Iterator[str]:
    """What is wrong with an address."""
    if not address.strip():
        yield "has an empty address"
        return
    if re.search(r"\s", address.strip()):
        yield f"has a space in its address: {quoted(address)}"
    try:
        parts = urlsplit(address.strip())
        host = parts.hostname
    except ValueError:
        yield f"has a broken address: {quoted(address)}"
        return
    yield from _misled(address, parts, host or "", based)


def _misled(address: str, parts: SplitResult, host: str, based: bool) -> Iterator[str]:
    scheme = parts.scheme.casefold()
    if scheme in OF_THE_MACHINE:
        yield f"leads to the author's own machine, or runs a program: {quoted(address)}"
    elif not scheme:
        if not based:
            yield f"has an address without a beginning: {quoted(address)}"
    elif scheme not in SCHEMES:
        yield f"has an address of an unknown kind: {quoted(address)}"
    elif scheme in ("http", "https", "ftp") and _is_of_the_house(host):
        where = "leads to a host that only its author knows" if host else "names no host"
        yield f"{where}: {quoted(address)}"
    elif scheme == "mailto" and "@" not in parts.path and "to=" not in parts.query:
        yield f"is to an e-mail address that is none: {quoted(address)}"


def _is_of_the_house(host: str) -> bool:
    """Whether nobody outside reaches a host: an address of a house's own (RFC 6890), or a name."""
    try:
        return not ip_address(host).is_global
    except ValueError:
        return HERE.fullmatch(host) is not None


def _can_be_hit(link: Link) -> Iterator[Finding]:
    if not any(min(right - left, top - bottom) >= SMALL for left, bottom, right, top in link.boxes):
        yield remark("a link has no area to be hit", link.page, box=link.box)


def _overlapping(links: Sequence[Link]) -> Iterator[Finding]:
    for index, one in enumerate(links):
        for other in links[index + 1 :]:
            if one.leads != other.leads and _share(one, other) > SHARE:
                message = (
                    f"two links lie upon each other: {quoted(one.leads)}, {quoted(other.leads)}"
                )
                yield remark(message, one.page, "part them", box=other.box)


def _share(one: Link, other: Link) -> float:
    shares = [
        area(both) / smaller
        for box in one.boxes
        for second in other.boxes
        if (both := common(box, second)) and (smaller := min(area(box), area(second)))
    ]
    return max(shares, default=0.0)
