"""Roles: which standard type of structure a tag stands for. (ISO 32000-1, 14.8.4.)"""

from __future__ import annotations

import re
from typing import Any

from briefpack.preflight.sheet.reach import entry, listed, name, words

STANDARD = frozenset(
    (
        "Document", "DocumentFragment", "Part", "Art", "Sect", "Div", "Aside", "BlockQuote",
        "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private",
        "Title", "P", "H", "L", "LI", "Lbl", "LBody", "FENote",
        "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot",
        "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Sub", "Em",
        "Strong", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP",
        "Figure", "Formula", "Form", "Artifact",
    )
)  # fmt: skip
"""Those of PDF 1.7, and those that PDF 2.0 has beside them (ISO 32000-2, 14.8.4)."""

NEW = re.compile(r"DocumentFragment|Title|Aside|FENote|Sub|Em|Strong|Artifact|H([7-9]|\d\d+)")
"""What only PDF 2.0 has: an older reader does not know it."""

HEADING = re.compile(r"H(?P<level>[1-9]\d*)")
MATHEMATICS = "http://www.w3.org/1998/Math/MathML"
LONGEST = 20
"""Steps of a role map that are followed; a circle has no end."""


def is_standard(kind: str) -> bool:
    return kind in STANDARD or HEADING.fullmatch(kind) is not None


def standard(root: Any, element: Any, kind: str) -> str:
    """The standard type that an element's tag is, or is mapped to; empty where it is to none.

    A map wins over the tag's own name, and that of a namespace over the one of the file; what is
    of MathML is within a formula.
    """
    space = entry(element, "/NS")
    for _ in range(LONGEST):
        if words(entry(space, "/NS")) == MATHEMATICS:
            return "Formula" if kind == "math" else "Span"
        mapped = _mapped(root, space, kind)
        if mapped is None:
            break
        kind, space = mapped
    return kind if is_standard(kind) else ""


def _mapped(root: Any, space: Any, kind: str) -> tuple[str, Any] | None:
    """The next name, and its namespace; `None` where the road ends."""
    found = listed(entry(space, "/RoleMapNS", f"/{kind}"))
    if not found and (not is_standard(kind) or NEW.fullmatch(kind)):
        found = listed(entry(root, "/RoleMap", f"/{kind}"))
    new = name(found[0]) if found else ""
    return (new, found[1] if len(found) > 1 else None) if new and new != kind else None
