"""Checks of what a file holds beside its pages: fonts, links, programs, attachments."""

from collections.abc import Iterator
from typing import Any

import pikepdf

from briefpack.preflight.finding import Finding, fault
from briefpack.preflight.proof import Proof
from briefpack.preflight.sheet.geometry import common
from briefpack.preflight.sheet.reach import data, edges, entry, key, listed, name
from briefpack.problem import counted

PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")

UNWANTED = {
    "/JS": "JavaScript",
    "/AA": "an action that starts by itself",
    "/EmbeddedFiles": "an attachment",
    "/AF": "an attachment",
    "/XFA": "a form",
}
"""Entries that a press has no use for, wherever they stand, and what they are."""

OF_THE_CATALOGUE = {"/OpenAction": "an action that starts by itself", "/AcroForm": "a form"}


def fonts(proof: Proof) -> Iterator[Finding]:
    """A font that is not in the file is replaced by one with other widths, here or at the shop.

    The 14 fonts that every reader was to have are no exception: each reader has others. One that
    paints nothing, as beneath a scan, is not missed.
    """
    shown = (thing.font for thing in proof.painted if thing.kind == "text" and any(thing.codes))
    fonts = {key(font) or id(font): font for font in shown}
    known = (font for font in fonts.values() if isinstance(font, pikepdf.Dictionary))
    lacking = {_name(font) for font in known if not _is_embedded(font)}
    for font in sorted(lacking):
        yield fault(f"the font {font} is not in the file")


def annotations(proof: Proof) -> Iterator[Finding]:
    """A link or a note inside the bleed may be printed or not, so nothing such may stand there.

    (ISO 15930-7, 6.17.)
    """
    for page, bleed in enumerate(proof.boxes("/BleedBox"), 1):
        found = listed(entry(proof.document.pages[page - 1].obj, "/Annots"))
        placed = [(one, edges(entry(one, "/Rect"))) for one in found]
        inside = [one for one, box in placed if bleed and box and common(box, bleed)]
        if inside:
            kinds = sorted({name(entry(one, "/Subtype")) or "Unknown" for one in inside})
            message = f"{counted(len(inside), 'annotation')} inside the bleed ({', '.join(kinds)})"
            yield fault(message, page)


def still(proof: Proof) -> Iterator[Finding]:
    """A file for print does nothing by itself, carries nothing else, and is open to everybody."""
    if proof.document.is_encrypted:
        yield fault("the file is encrypted")
    found = {what for key, what in OF_THE_CATALOGUE.items() if key in proof.document.Root}
    for thing in dictionaries(proof):
        found |= {what for key, what in UNWANTED.items() if key in thing}
        if name(entry(thing, "/S")) in ("Launch", "JavaScript", "SubmitForm", "GoToR"):
            found.add("an action that leads out of the file")
    for what in sorted(found):
        yield fault(f"the file holds {what}")


def untagged(proof: Proof) -> Iterator[Finding]:
    """What was tagged for readers is not any more: a claim that is not kept misleads."""
    if "/StructTreeRoot" in proof.document.Root or "/MarkInfo" in proof.document.Root:
        yield fault("the file says that it is tagged")
    words = data(entry(proof.document.Root, "/Metadata"))
    for claim in (b"pdfuaid:part", b"pdfaid:part"):
        if claim in words:
            yield fault(f"the file claims {claim.decode().partition(':')[0]}")


def _is_embedded(font: Any, depth: int = 0) -> bool:
    """Type 3 has its letters with it; a composite font is as its descendants are."""
    if name(entry(font, "/Subtype")) == "Type3":
        return True
    within = listed(entry(font, "/DescendantFonts"))
    if within and not depth:
        return all(_is_embedded(one, depth + 1) for one in within)
    descriptor = entry(font, "/FontDescriptor")
    return any(entry(descriptor, program) is not None for program in PROGRAMS)


def _name(font: Any) -> str:
    return name(entry(font, "/BaseFont")) or "unnamed"


def dictionaries(proof: Proof) -> Iterator[Any]:
    """All dictionaries of the file that stand by themselves, those of streams with them."""
    for found in proof.document.objects:
        if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
            yield found
