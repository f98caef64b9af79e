"""Firm rules: those whose errors no reason can outweigh.

Without what they ask for the pages could not be made, or would not be what the file says it is.
"""

from collections.abc import Mapping

_NOWHERE = "what it names is not there, so that nothing can be printed for it"
_LINK = "its link would lead nowhere"
_UNSET = "no layout can set the brief"
_TWICE = "links could not tell the two apart"
_UNDRAWN = "it cannot be drawn"
_UNREAD = "the PDF would not be the accessible one that it says it is (ISO 14289-1)"
_CLAIM = "the file would not be the PDF/X-4 that it says it is (ISO 15930-7)"

FIRM: Mapping[str, str] = {
    "unknown-quote": _NOWHERE,
    "unknown-key-fact": _NOWHERE,
    "unknown-category": _NOWHERE,
    "unknown-heading": _NOWHERE,
    "unknown-source": _NOWHERE,
    "unknown-option": _NOWHERE,
    "unknown-criterion": _NOWHERE,
    "nothing-to-show": _NOWHERE,
    "number": _NOWHERE,
    "reference": _NOWHERE,
    "missing-score": "a cell of the table would be empty",
    "claim": "what does not follow cannot be shown to follow",
    "web-address": _LINK,
    "e-mail-address": _LINK,
    "orcid": _LINK,
    "doi": _LINK,
    "id": _TWICE,
    "duplicate-id": _TWICE,
    "duplicate-term": _TWICE,
    "paragraph-number": _TWICE,
    "citation-style": _UNSET,
    "language": _UNSET,
    "unknown-layout": _UNSET,
    "no-words": _UNSET,
    "chart": _UNDRAWN,
    "figure": _UNDRAWN,
    "table": _UNDRAWN,
    "era": _UNDRAWN,
    "bleed": "the print shop would send the file back",
    "missing-glyph": _UNREAD,
    "alt-text": _UNREAD,
    "box-order": _CLAIM,
    "font-embedding": _CLAIM,
    "annotation-in-bleed": _CLAIM,
    "active-content": _CLAIM,
    "false-claim": _CLAIM,
    "output-intent": _CLAIM,
    "pdfx-metadata": _CLAIM,
    "metadata-agreement": _CLAIM,
    "trapping": _CLAIM,
}
"""Why an error of each of these rules cannot be waived; a warning of the same rule can."""
