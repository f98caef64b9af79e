"""Check of what stands for pictures and links: words that say what there is to see."""

import re
from collections.abc import Iterator

from briefpack.preflight.finding import Finding, fault, remark
from briefpack.preflight.proof import Proof
from briefpack.preflight.sheet.reach import edges, entry, key, listed, name, words
from briefpack.preflight.sheet.structure import Element
from briefpack.problem import quoted

PICTURED = ("Figure", "Formula")

NOTHING = re.compile(
    r"""\S+\.(png|jpe?g|gif|svg|tiff?|webp|bmp|eps|emf|wmf|pdf|ai|heic)
    |(the\ |an?\ |das\ |ein\ )?(image|picture|graphic|figure|photo(graph)?|img|chart|graph|diagram
    |logo|icon|screenshot|illustration|bild|abbildung|grafik|foto|diagramm|formula|formel|equation)
    |(figure|fig\.?|image|img|picture|photo|abbildung|abb\.?|bild|grafik|chart|table|tabelle)
    [\s_-]*\d[\d.]*\.?|(object|objekt|ole)\s*\d*
    |alt(ernat(e|ive))?([\s-]*text)?|(image\ )?description|beschreibung|placeholder|platzhalter
    |untitled|decorative|todo|tbd|xxx+|test|n/?a|none|[\W_]+
    |.*description\ automatically\ generated""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
"""Words that were put where some were asked for, and say nothing of what there is to see."""

UNSEEN = ("Popup", "PrinterMark", "Widget", "Link")


def described(proof: Proof) -> Iterator[Finding]:
    """Who does not see a picture is told in words what it shows; its file's name tells nothing.

    (ISO 14289-1, 7.3 and 7.7; of links 7.18.5; WCAG 2.2, 1.1.1.)
    """
    structure = proof.tagged
    for element in structure.elements:
        if element.standard not in PICTURED or structure.within(element, *PICTURED):
            continue
        yield from _pictured(element, structure.page(element))
    yield from _annotated(proof)


def _pictured(element: Element, page: int) -> Iterator[Finding]:
    told = element.said("/Alt") or element.said("/ActualText")
    what = "a picture" if element.standard == "Figure" else "a formula"
    if not told:
        hint = "describe it, or mark it as an artifact where it only adorns"
        yield fault(f"{what} has no description (Alt)", page, hint, box=_box(element))
    elif NOTHING.fullmatch(told):
        message = f"{what} is described as {quoted(told)}, which says nothing"
        yield remark(message, page, "say what there is to see", box=_box(element))


def _box(element: Element) -> tuple[float, ...]:
    """Where a picture stands, as its attributes have it."""
    for one in listed(entry(element.thing, "/A")):
        if box := edges(entry(one, "/BBox")):
            return box
    return ()


def _annotated(proof: Proof) -> Iterator[Finding]:
    """Links without words: neither what they are said to be, nor text that is tagged with them."""
    worded = {
        one
        for element in proof.tagged.elements
        if element.objects
        and (element.marks or any(below.marks for below in proof.tagged.below(element)))
        for one in element.objects
    }
    for number, page in enumerate(proof.document.pages, 1):
        for thing in listed(entry(page.obj, "/Annots")):
            kind = name(entry(thing, "/Subtype"))
            if words(entry(thing, "/Contents")).strip() or (kind != "Link" and kind in UNSEEN):
                continue
            box = edges(entry(thing, "/Rect")) or ()
            if kind == "Link" and key(thing) not in worded:
                yield fault(
                    "a link has no words: no Contents, and no text tagged with it", number, box=box
                )
            elif kind and kind != "Link" and not _is_hidden(thing):
                message = f"an annotation ({kind}) has no description (Contents)"
                yield remark(message, number, box=box)


def _is_hidden(thing: object) -> bool:
    """Whether it is not to be seen (ISO 32000-1, 12.5.3: Invisible, Hidden, NoView)."""
    flags = entry(thing, "/F")
    return isinstance(flags, int) and bool(flags & 0b100011)
