"""Opening: whether a file can be read at all, and what is said where it cannot."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2

from briefpack.preflight.finding import Finding, fault, remark
from briefpack.problem import counted

if TYPE_CHECKING:
    from briefpack.preflight.proof import Proof

# What it mends is told as damage, and not printed over the report.
logging.getLogger("pikepdf").addHandler(logging.NullHandler())

HEAD = 1024
"""Bytes from the start within which readers look for the mark of a PDF (ISO 32000-1, annex H)."""

KNOWN = {
    b"PK\x03\x04": "a Word, Excel or ZIP file",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"{\\rtf": "a rich text file",
    b"%!PS": "a PostScript file",
    b"<": "a web page or other text in angle brackets",
}
"""How other files begin that are taken for a PDF."""


LONGEST = 200
"""Letters of a library's words that are told."""

_STREAM = re.compile(r"^.*<_io\.BytesIO object at 0x[^>]*>[:, ]*")

BROKEN_OFF, AGAIN = "the file breaks off: its end is missing", "copy or download it again"


class Unreadable(Exception):
    """A file that no check can look at: the rule that it breaks, what is wrong, and what helps."""

    def __init__(self, rule: str, message: str, hint: str = "") -> None:
        self.rule = rule
        self.message = message
        self.hint = hint
        super().__init__(message)


@contextmanager
def opened(pdf: bytes) -> Iterator[tuple[pikepdf.Pdf, pypdfium2.PdfDocument]]:
    """A PDF as both libraries see it, as long as the block lasts; else `Unreadable`.

    PDFium is asked last: it says of a file without pages that it wants a password.
    """
    with _document(pdf) as document:
        count = _count(document)
        with _pages(pdf) as pages:
            if len(pages) != count:
                seen = counted(count, "page")
                message = f"one reader sees {seen} in this file, and another {len(pages)}"
                raise Unreadable("unreadable", message, "the list of its pages is broken")
            yield document, pages


def _document(pdf: bytes) -> pikepdf.Pdf:
    if not pdf:
        raise Unreadable("unreadable", "the file is empty", AGAIN)
    if b"%PDF-" not in pdf[:HEAD]:
        kind = next((what for head, what in KNOWN.items() if pdf.lstrip().startswith(head)), "")
        raise Unreadable("unreadable", "the file is no PDF", kind and f"it looks like {kind}")
    try:
        return pikepdf.open(BytesIO(pdf))
    except pikepdf.PasswordError:
        message = "the file opens with a password only"
        raise Unreadable("encrypted", message, "save it without one, then check it") from None
    except pikepdf.PdfError as error:
        raise Unreadable("unreadable", *_damage(pdf, str(error))) from None


def _damage(pdf: bytes, reason: str) -> tuple[str, str]:
    if _breaks_off(pdf):
        return BROKEN_OFF, AGAIN
    return f"the file is damaged beyond repair: {plain(reason)}", "export it anew"


def _breaks_off(pdf: bytes) -> bool:
    """Whether the mark of its end is missing (ISO 32000-1, 7.5.5)."""
    return b"%%EOF" not in pdf[-HEAD:]


def _count(document: pikepdf.Pdf) -> int:
    """How many pages it has; all of them are asked for, since a broken list of them shows late."""
    try:
        count = len([page.obj for page in document.pages])
    except (pikepdf.PdfError, RuntimeError, TypeError, ValueError) as error:
        message = f"the list of pages is broken: {plain(str(error))}"
        raise Unreadable("unreadable", message, "export the file anew") from None
    if not count:
        lost = [plain(str(one)) for one in document.get_warnings()]
        message = f"no page of it can be read: {lost[0]}" if lost else "the file has no pages"
        raise Unreadable("unreadable", message, "export it anew")
    return count


def _pages(pdf: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        message = f"a common reader (PDFium) cannot open the file: {plain(str(error))}"
        hint = "export it anew, or save it with another tool"
        raise Unreadable("unreadable", message, hint) from None


def plain(reason: str) -> str:
    """A library's words on one line, without the name that it has for a file in memory."""
    words = _STREAM.sub("", " ".join(reason.split()))
    return words[:LONGEST].rstrip(". ")


def whole(proof: Proof) -> Iterator[Finding]:
    """A damaged file is mended by one reader, and refused by another: by a press's, or a printer's.

    Damage is told as the library that mended it (qpdf) puts it.
    """
    if _breaks_off(proof.pdf):
        yield fault(f"{BROKEN_OFF}, and pages may be", hint=AGAIN)
        return
    told = list(dict.fromkeys(plain(str(one)) for one in proof.document.get_warnings()))
    if told:
        more = f", and {len(told) - 1} more" if len(told) > 1 else ""
        message = f"the file is damaged, and had to be mended to be read: {told[0]}{more}"
        yield remark(message, hint="export it anew")
    for number in range(len(proof.pages)):
        try:
            proof.pages[number]
        except pypdfium2.PdfiumError:
            yield fault("the page cannot be shown by a common reader (PDFium)", number + 1)
