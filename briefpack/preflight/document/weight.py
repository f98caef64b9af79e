"""Check of the file's size: whether it comes through the mail, and what takes the room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pikepdf

from briefpack.preflight.finding import Finding, fault, remark
from briefpack.preflight.press.contents import PROGRAMS, dictionaries
from briefpack.preflight.proof import Proof
from briefpack.preflight.sheet.reach import Key, entry, key, name, whole

MILLION = 1_000_000

MOST = 20.0
"""Millions of bytes of a message that Outlook takes; Gmail takes 25, some gateways 10."""

ENCODED = 4 / 3 * 78 / 76
"""How much longer an attachment becomes in a message: base64, in lines (RFC 2045, 6.8)."""

PART = 0.05
"""Share of the file that is worth telling."""


def light(proof: Proof) -> Iterator[Finding]:
    """What a mail server turns away reaches nobody, and its sender learns of it too late.

    A message has room for some 20 million bytes, and encoding adds a third.
    """
    size = len(proof.pdf) / MILLION
    if size <= proof.order.mail and size * ENCODED <= MOST:
        return
    what = f"the file has {size:.1f} MB{_takes(proof)}"
    hint = "print pictures smaller, or send a link"
    if size * ENCODED > MOST:
        message = f"{what}: in a message {size * ENCODED:.0f} MB, and many servers take {MOST:.0f}"
        yield fault(message, hint=hint)
    else:
        yield remark(f"{what}; up to {proof.order.mail:g} MB go through everywhere", hint=hint)


def _takes(proof: Proof) -> str:
    parts = [
        f"{bytes_ / MILLION:.1f} MB {what}"
        for what, bytes_ in _parts(proof).most_common()
        if bytes_ > PART * len(proof.pdf)
    ]
    return f" ({', '.join(parts)})" if parts else ""


def _parts(proof: Proof) -> Counter[str]:
    """What takes how many bytes, as they stand in the file."""
    streams: dict[Key, pikepdf.Stream] = {}
    fonts: set[Key] = set()
    for one in dictionaries(proof):
        if isinstance(one, pikepdf.Stream) and (known := key(one)):
            streams[known] = one
        fonts |= {found for program in PROGRAMS if (found := key(entry(one, program)))}
    counts: Counter[str] = Counter()
    for known, stream in streams.items():
        what = "of fonts" if known in fonts else _what(stream)
        counts[what] += whole(entry(stream, "/Length")) or 0
    return counts


def _what(stream: pikepdf.Stream) -> str:
    if name(entry(stream, "/Subtype")) == "Image":
        return "of pictures"
    return (
        "of attachments"
        if name(entry(stream, "/Type")) == "EmbeddedFile"
        else "of pages and the rest"
    )
