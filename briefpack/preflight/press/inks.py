"""Checks of inks: what the plates get, and how much of it."""

from collections.abc import Iterable, Iterator
from math import ceil

from briefpack.preflight.finding import Finding, fault
from briefpack.preflight.press.pixels import most_ink
from briefpack.preflight.proof import Proof
from briefpack.preflight.sheet.painted import Painted
from briefpack.problem import counted

OF_INK = ("DeviceGray", "DeviceCMYK", "Separation ", "DeviceN", "Pattern", "Indexed DeviceCMYK",
          "Indexed DeviceGray", "ICCBased 4", "ICCBased 1")  # fmt: skip
"""Kinds of colour space that a press can print without asking what was meant."""

RICH = 240
"""Per cent of ink from which on text is a black or near-black made of several inks."""

SLIP = 0.5
"""Per cent that rounding may add to a total."""


def separated(proof: Proof) -> Iterator[Finding]:
    """A colour of the screen that is left is converted by whoever meets it first, differently."""
    seen: set[tuple[int, str]] = set()
    for thing in proof.painted:
        key = (thing.page, thing.colour.space)
        if thing.colour.space.startswith(OF_INK) or key in seen:
            continue
        seen.add(key)
        hint = "every colour of a file for print is one of inks"
        yield fault(f"{_article(thing)} is painted in {thing.colour.space}", thing.page, hint)


def black(proof: Proof) -> Iterator[Finding]:
    """Four inks never lie exactly upon each other: small letters made of them print blurred."""
    for page, things in _by_page(thing for thing in proof.painted if _is_rich_text(thing)):
        yield fault(f"dark text is made of several inks ({counted(len(things), 'time')})", page)


def dried(proof: Proof) -> Iterator[Finding]:
    """More ink than the paper takes does not dry: it comes off on the next sheet."""
    limit = proof.order.ink_limit
    vectors = (thing for thing in proof.painted if not thing.masks and thing.kind != "image")
    for page, things in _by_page(thing for thing in vectors if _total(thing) > limit + SLIP):
        most = ceil(max(map(_total, things)))
        yield fault(f"{most} % of ink, where {limit} % is the limit", page)
    seen: dict[object, float] = {}
    for thing in proof.painted:
        if thing.kind == "image" and not thing.masks:
            key = thing.image.obj.objgen if thing.image.obj.is_indirect else id(thing.image)
            if key not in seen:
                seen[key] = most_ink(thing.image)
                if seen[key] > limit + SLIP:
                    message = f"a picture has {ceil(seen[key])} % of ink; {limit} % is the limit"
                    yield fault(message, thing.page)


def _total(thing: Painted) -> float:
    return sum(thing.colour.cmyk) * 100


def _is_rich_text(thing: Painted) -> bool:
    return thing.kind == "text" and not thing.masks and _total(thing) >= RICH


def _article(thing: Painted) -> str:
    return {"text": "text", "image": "a picture"}.get(thing.kind, f"a {thing.kind}")


def _by_page(things: Iterable[Painted]) -> Iterator[tuple[int, list[Painted]]]:
    pages: dict[int, list[Painted]] = {}
    for thing in things:
        pages.setdefault(thing.page, []).append(thing)
    yield from sorted(pages.items())
