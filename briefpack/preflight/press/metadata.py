"""Checks of what a file says of itself: for which press it is, what it is, whether twice alike."""

import re
from collections.abc import Iterator

import pikepdf

from briefpack import profiles
from briefpack.preflight.finding import Finding, fault
from briefpack.preflight.proof import Proof

OLDEST = "1.6"
"""The version of PDF that PDF/X-4 is made of (ISO 15930-7, 6.1)."""

TWICE = {
    "/Title": "dc:title",
    "/Author": "dc:creator",
    "/Subject": "dc:description",
    "/Keywords": "pdf:Keywords",
    "/Producer": "pdf:Producer",
    "/Creator": "xmp:CreatorTool",
    "/CreationDate": "xmp:CreateDate",
    "/ModDate": "xmp:ModifyDate",
    "/Trapped": "pdf:Trapped",
}
"""Entries of the document information, and the properties that say the same."""

NEEDED = ("dc:title", "xmp:CreateDate", "xmp:ModifyDate", "xmpMM:DocumentID", "xmpMM:VersionID",
          "xmpMM:RenditionClass", "pdf:Trapped")  # fmt: skip
"""What PDF/X-4 asks of the metadata (ISO 15930-7, 6.21)."""


def intended(proof: Proof) -> Iterator[Finding]:
    """Shares of ink are no colours: for which paper and press they are has to be said."""
    found = [one for one in proof.document.Root.get("/OutputIntents", ()) if one.S == "/GTS_PDFX"]
    if len(found) != 1:
        yield fault(f"{len(found)} output intents for print, where one is wanted")
        return
    (intent,) = found
    if not str(intent.get("/OutputConditionIdentifier", "")):
        yield fault("the output intent names no printing condition")
    profile = intent.get("/DestOutputProfile")
    if not isinstance(profile, pikepdf.Stream) or int(profile.get("/N", 0)) != 4:
        yield fault("the output intent has no profile of four inks")
        return
    try:
        profiles.check(profile.read_bytes())
    except profiles.Unfit as unfit:
        yield fault(f"the output intent's profile {unfit}")


def identified(proof: Proof) -> Iterator[Finding]:
    """A shop sorts what comes in by what it says it is; a claim is made in XMP alone."""
    said = proof.said
    if said.get("pdfxid:GTS_PDFXVersion") != "PDF/X-4":
        yield fault("the metadata do not say PDF/X-4")
    for name in NEEDED:
        if not said.get(name):
            yield fault(f"the metadata lack {name}")
    if _number(proof.document.pdf_version) < _number(OLDEST):
        yield fault(f"the file is PDF {proof.document.pdf_version}, older than {OLDEST}")


def alike(proof: Proof) -> Iterator[Finding]:
    """Some tools read the one place and some the other: what both say has to be the same."""
    said = proof.said
    for entry, name in TWICE.items():
        value = proof.document.docinfo.get(entry)
        here = _as_xmp(entry, str(value)) if value is not None else ""
        if here != said.get(name, ""):
            yield fault(f"{entry[1:]} and {name} differ")


def is_for_print_shops(proof: Proof) -> bool:
    """Whether it claims to be PDF/X: in XMP, or in the document information as X-1a and X-3 do."""
    claims = (
        proof.said.get("pdfxid:GTS_PDFXVersion", ""),
        str(proof.document.docinfo.get("/GTS_PDFXVersion", "")),
    )
    return any(claim.startswith("PDF/X") for claim in claims)


def trapped(proof: Proof) -> Iterator[Finding]:
    """A shop that does not know whether overlaps are built in builds them twice, or never."""
    if proof.document.docinfo.get("/Trapped") not in ("/True", "/False"):
        yield fault("it is not said whether the file is trapped")


def _as_xmp(entry: str, value: str) -> str:
    """An entry as XMP would have it (ISO 32000-1, 7.9.4, for dates)."""
    if entry == "/Trapped":
        return value.removeprefix("/")
    if not entry.endswith("Date"):
        return value
    date = re.sub(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)", r"\1-\2-\3T\4:\5:\6", value)
    return date.rstrip("'").replace("'", ":")


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
