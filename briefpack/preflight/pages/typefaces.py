"""Check of fonts: letters that are small pictures, and not outlines."""

import re
from collections.abc import Iterator

import pikepdf

from briefpack.preflight.finding import Finding, remark
from briefpack.preflight.press.contents import dictionaries
from briefpack.preflight.proof import Proof
from briefpack.preflight.sheet.reach import data, entry, name
from briefpack.problem import counted

PICTURE = re.compile(rb"(?:^|\s)BI\s.*?\sID\s", re.DOTALL)
"""A picture that is written into a content stream (ISO 32000-1, 8.9.7)."""

ENOUGH = 10
"""Letters of a font that are looked at: all are made alike."""


def drawn(proof: Proof) -> Iterator[Finding]:
    """Letters of dots are made for one size and one printer: on all others they are ragged.

    Old TeX makes them (Type 3 fonts of pictures); of outlines a Type 3 font prints as any other.
    """
    found = sum(_is_of_dots(one) for one in dictionaries(proof) if _is_type_3(one))
    if found:
        hint = "make the file anew with outline fonts: in TeX, with cm-super or Latin Modern"
        yield remark(f"{counted(found, 'font')} with letters made of dots (Type 3)", hint=hint)


def _is_type_3(font: object) -> bool:
    return name(entry(font, "/Type")) == "Font" and name(entry(font, "/Subtype")) == "Type3"


def _is_of_dots(font: object) -> bool:
    letters = entry(font, "/CharProcs")
    if not isinstance(letters, pikepdf.Dictionary):
        return False
    some = [letters.get(one) for one in list(letters.keys())[:ENOUGH]]
    return any(PICTURE.search(data(one)) for one in some)
