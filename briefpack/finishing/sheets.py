"""Sheets: what a file of imposed sheets says of itself, and what it must not say any more."""

from collections.abc import Mapping
from typing import Any

import pikepdf
from pikepdf import Name

CLAIMS = (
    "pdfaid:part",
    "pdfaid:conformance",
    "pdfuaid:part",
    "{http://www.aiim.org/pdfa/ns/extension/}schemas",
)
"""Promises to archives and to blind readers, in XMP: without structure none can be kept."""


def describe(document: pikepdf.Pdf, source: pikepdf.Pdf, catalogue: Mapping[str, Any]) -> None:
    """Give the new document the old one's title and language, and further entries.

    `catalogue` has entries of the document catalogue as `label` makes them: a string that begins
    with a solidus is a name, any other one a text.
    """
    root, old = document.Root, source.Root
    root.Version = Name("/1.7")  # a new file begins as 1.3, which knows no transparency
    if Name.Lang in old:
        root.Lang = old.Lang
    if Name.Info in source.trailer:
        document.trailer.Info = document.copy_foreign(source.trailer.Info)
    if Name.Metadata in old:
        root.Metadata = document.copy_foreign(old.Metadata)
        _claim_nothing(document)
    for key, value in catalogue.items():
        root[f"/{key}"] = entry(value)


def _claim_nothing(document: pikepdf.Pdf) -> None:
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        for claim in CLAIMS:
            if claim in xmp:
                del xmp[claim]


def entry(value: Any) -> Any:
    """A plain value as one that a PDF holds."""
    if isinstance(value, Mapping):
        return pikepdf.Dictionary({f"/{key}": entry(item) for key, item in value.items()})
    if isinstance(value, list):
        return pikepdf.Array([entry(item) for item in value])
    return Name(value) if isinstance(value, str) and value.startswith("/") else value
