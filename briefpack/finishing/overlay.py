"""Overlay: drawings laid over finished pages, as artifacts, so that a tagged PDF stays tagged."""

from io import BytesIO

import pikepdf
from pikepdf import Name

from briefpack.finishing.saving import saved


def lay_over(pdf: bytes, drawings: bytes) -> bytes:
    """The PDF with page 1 of `drawings` upon its page 1, and so on; both have the same sizes.

    A page's MediaBox begins where it will; a drawing's at 0, 0, and is laid upon that corner. What
    was there is kept apart (`q`, `Q`), so that neither disturbs the other. `ValueError` where the
    numbers of pages differ. (ISO 32000-1, 14.8.2.2: artifacts.)
    """
    with pikepdf.open(BytesIO(pdf)) as document, pikepdf.open(BytesIO(drawings)) as source:
        if len(document.pages) != len(source.pages):
            message = f"{len(source.pages)} drawings for {len(document.pages)} pages"
            raise ValueError(message)
        for page, drawing in zip(document.pages, source.pages, strict=True):
            _lay(document, page, drawing)
        return saved(document)


def _lay(document: pikepdf.Pdf, page: pikepdf.Page, drawing: pikepdf.Page) -> None:
    form = document.copy_foreign(drawing.as_form_xobject())
    known = [*page.resources.XObject.keys()] if "/XObject" in page.resources else []
    number = sum(key.startswith("/Overlay") for key in known)
    name = page.add_resource(form, Name.XObject, Name(f"/Overlay{number}"))
    left, bottom = (float(edge) for edge in list(page.mediabox)[:2])
    call = f"/Artifact <</Type /Pagination>> BDC q 1 0 0 1 {left:g} {bottom:g} cm {name} Do Q EMC\n"
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(b"\nQ\n" + call.encode("ascii"))
