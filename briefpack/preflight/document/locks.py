"""Checks of what a file keeps from its readers, or does to them: locks, programs, attachments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from briefpack.preflight.finding import Finding, fault, remark
from briefpack.preflight.press.contents import dictionaries
from briefpack.preflight.proof import Proof
from briefpack.preflight.sheet.reach import entry, leaves, listed, name, words
from briefpack.problem import quoted

OLDEST, NEWEST = (1, 4), (2, 0)
"""Versions of PDF that a tagged file may have: tags came with 1.4."""

PROGRAMS = {
    "JavaScript": "JavaScript",
    "Launch": "an action that starts a program",
    "SubmitForm": "an action that sends what was written into a form",
    "ImportData": "an action that reads in data",
}
"""Kinds of action that do more than go to a place (ISO 32000-1, table 198)."""


def unlocked(proof: Proof) -> Iterator[Finding]:
    """A lock on the text keeps out screen readers, and search; none is needed to read a brief.

    (ISO 14289-1, 7.16.) The version is one that has tags.
    """
    if proof.document.is_encrypted:
        allowed = proof.document.allow
        if not allowed.accessibility:
            yield fault(
                "the file is locked against screen readers", hint="save it without a password"
            )
        elif not allowed.extract:
            yield remark("no text may be taken out of the file: some readers cannot read it aloud")
        else:
            yield remark("the file is encrypted, though it opens without a password")
    version = re.fullmatch(r"(\d+)\.(\d+)", proof.document.pdf_version)
    number = (int(version[1]), int(version[2])) if version else (0, 0)
    if number > NEWEST or (proof.structure.elements and number < OLDEST):
        yield remark(
            f"the file says that it is PDF {proof.document.pdf_version}: readers may refuse it"
        )


def inert(proof: Proof) -> Iterator[Finding]:
    """A brief does nothing by itself: mail gateways stop files with programs, readers fear them.

    What is attached goes out with the file, and should be known. (ISO 32000-1, 12.6 and 7.11.4.)
    """
    found = {
        PROGRAMS[kind]
        for one in dictionaries(proof)
        if (kind := name(entry(one, "/S"))) in PROGRAMS
    }
    if entry(proof.document.Root, "/Names", "/JavaScript") is not None:
        found.add(PROGRAMS["JavaScript"])
    for what in sorted(found):
        yield fault(f"the file holds {what}")
    if entry(proof.document.Root, "/AA") is not None:
        yield fault("the file holds an action that starts by itself")
    for attached in _attached(proof):
        yield remark(f"the file carries {quoted(attached)} with it", hint="is it meant to go out?")


def _attached(proof: Proof) -> Iterator[str]:
    files = leaves(entry(proof.document.Root, "/Names", "/EmbeddedFiles"), "/Names")
    yield from (_called(file) or words(known) or "an attachment" for known, file in files)
    pages = (page.obj for page in proof.document.pages)
    notes = (note for page in pages for note in _notes(page))
    yield from (_called(entry(note, "/FS")) or "an attachment" for note in notes)


def _notes(page: Any) -> Iterator[Any]:
    for note in listed(entry(page, "/Annots")):
        if name(entry(note, "/Subtype")) == "FileAttachment":
            yield note


def _called(file: Any) -> str:
    return words(entry(file, "/UF")) or words(entry(file, "/F"))
