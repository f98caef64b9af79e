"""Check of headings: the steps on which a listener goes through a document."""

from collections.abc import Iterator

from briefpack.preflight.finding import Finding, fault, remark
from briefpack.preflight.proof import Proof
from briefpack.preflight.sheet.roles import HEADING

LONG = 4
"""Pages that need no headings."""


def stepped(proof: Proof) -> Iterator[Finding]:
    """Listeners go from heading to heading: the first is an H1, none is left out or empty.

    (ISO 14289-1, 7.4; WCAG 2.2, 1.3.1 and 2.4.6.)
    """
    structure = proof.tagged
    found = [one for one in structure.elements if HEADING.fullmatch(one.standard)]
    plain = [one for one in structure.elements if one.standard == "H"]
    if not found and not plain and len(proof.document.pages) > LONG:
        yield remark("there are no headings", hint="use the styles for headings, not large letters")
    if found and plain:
        yield fault("headings with a level (H1) and without (H) are mixed", plain[0].page)
    before = 0
    for one in found:
        level = int(one.standard[1:])
        if level > before + 1:
            after = f"comes after an H{before}" if before else "is the first heading"
            yield fault(f"an H{level} {after}", structure.page(one), f"expected an H{before + 1}")
        before = level
    for one in [*found, *plain]:
        if not structure.holds(one) and not one.said("/ActualText"):
            yield fault(f"an {one.standard} is empty", one.page)
