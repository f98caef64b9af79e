"""Checks of the title and the language: what a reader is told before the first word."""

import re
from collections.abc import Iterator

from briefpack.preflight.finding import Finding, fault, remark
from briefpack.preflight.proof import Proof
from briefpack.preflight.sheet.reach import entry, words
from briefpack.problem import quoted

EMPTY_TITLE = re.compile(
    r"""(microsoft\ (word|powerpoint|excel)\ -.*
    |.*\.(docx?|odt|rtf|pptx?|xlsx?|indd|tex|dvi|html?|md|qxd|pages|pdf|txt)
    |[a-z]+://.*|about:.*
    |(untitled|unnamed|unbenannt|ohne\ titel|sans\ titre|title|titel|presentation|slide|folie
    |document|dokument|print|anonymous|\(anonymous\)|no\ title|new\ document)[\s\d._()-]*)""",
    re.IGNORECASE | re.VERBOSE,
)
"""Titles that a program puts where nobody gave one."""

BCP_47 = re.compile(
    r"""(x(-[a-z0-9]{1,8})+|i-[a-z]+
    |[a-z]{2,3}(-[a-z]{3}){0,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?
    (-([a-z0-9]{5,8}|\d[a-z0-9]{3}))*(-[a-wyz0-9](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?)""",
    re.IGNORECASE | re.VERBOSE,
)
"""A language tag (RFC 5646, 2.1), without the reserved ones of four to eight letters."""

UNKNOWN = {"und", "mul", "zxx", "mis"}
"""Tags that name no language (ISO 639-2)."""


def titled(proof: Proof) -> Iterator[Finding]:
    """A screen reader says the title first, and windows are told apart by it: not a file name.

    It stands in the metadata, and viewers are asked to show it (ISO 14289-1, 7.1).
    """
    info = words(entry(proof.document.trailer, "/Info", "/Title")).strip()
    said = proof.said.get("dc:title", "").strip()
    title = said or info
    if not title:
        yield fault("the file has no title", hint="give it one where it was made")
        return
    if EMPTY_TITLE.fullmatch(title):
        yield fault(
            f"the title is {quoted(title)}, which says nothing", hint="say what it is about"
        )
    if info and said and info != said:
        yield remark(
            f"the title is {quoted(info)} in one place, and {quoted(said)} in the metadata"
        )
    elif not said and entry(proof.document.Root, "/Metadata") is not None:
        yield remark("the title stands in the document information, and not in the metadata (XMP)")
    shown = entry(proof.document.Root, "/ViewerPreferences", "/DisplayDocTitle")
    if shown is not True:
        yield remark("viewers show the name of the file, not its title: DisplayDocTitle is not set")


def spoken(proof: Proof) -> Iterator[Finding]:
    """The language chooses the voice that reads aloud: the wrong one is not understood.

    (ISO 14289-1, 7.2; WCAG 2.2, 3.1.1.) Passages in another language are tagged with theirs.
    """
    language = words(entry(proof.document.Root, "/Lang")).strip()
    if not language:
        yield fault(
            "the file does not say its language",
            hint="set it in the program that made the file, as en-GB",
        )
    elif not BCP_47.fullmatch(language):
        yield fault(
            f"the language is {quoted(language)}, which is no language tag", hint=_hint(language)
        )
    elif language.casefold() in UNKNOWN:
        yield fault(f"the language is {quoted(language)}: none", hint="say which, as en-GB")
    found = {(one.said("/Lang"), one.page) for one in proof.structure.elements if one.has("/Lang")}
    for wrong, page in sorted(found):
        if wrong and not BCP_47.fullmatch(wrong):
            yield fault(f"{quoted(wrong)} is no language tag", page, _hint(wrong))


def _hint(language: str) -> str:
    better = language.replace("_", "-").partition(".")[0]
    return (
        f"did you mean '{better}'?" if BCP_47.fullmatch(better) else "expected one as en-GB or fr"
    )
