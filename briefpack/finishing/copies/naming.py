"""Naming: a finished copy says which one it is, whatever finishing made of its file."""

from io import BytesIO

import pikepdf
from pikepdf import String

from briefpack.finishing.saving import saved


def named(pdf: bytes, title: str, urn: str) -> bytes:
    """The file with that title and identifier, in both places where a PDF says so."""
    with pikepdf.open(BytesIO(pdf)) as document:
        document.docinfo["/Title"] = String(title)
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            metadata["dc:title"] = title
            metadata["dc:identifier"] = urn
            metadata["xmpMM:DocumentID"] = urn
        return saved(document)
