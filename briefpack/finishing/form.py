"""Form: a page as a form XObject, which can be put on a sheet (ISO 32000-1, 8.10)."""

from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Matrix, Name, Rectangle

from briefpack.paper import millimetres

MARK = "/MCID"
"""What ties a piece of content to the structure of its document."""


class Form:
    """A page of a document as a form there: all that it prints, out to its BleedBox.

    It is upright however the page is turned (`/Rotate`), and wherever its MediaBox begins.
    """

    def __init__(self, page: pikepdf.Page) -> None:
        stream = page.as_form_xobject()
        # Left alone, a form would end at the TrimBox, and have its own copy of what pages share.
        stream.BBox = page.bleedbox
        stream.Resources = _inherited(page.obj, "/Resources")
        self._stream = stream
        self._trim = Matrix(stream.get(Name.Matrix, Matrix())).transform(Rectangle(page.trimbox))

    @property
    def stream(self) -> pikepdf.Object:
        """The form itself, which belongs to no structure."""
        if MARK.encode() in self._stream.read_bytes():
            self._stream.write(_unclaimed(self._stream))
        return self._stream

    @property
    def size(self) -> tuple[float, float]:
        """Width and height (mm) of the trimmed page, as a reader sees it."""
        return millimetres(self._trim.width), millimetres(self._trim.height)

    @property
    def middle(self) -> tuple[float, float]:
        """Where (points) the middle of the trimmed page is, when the form is printed as it is."""
        trim = self._trim
        return (trim.llx + trim.urx) / 2, (trim.lly + trim.ury) / 2


def sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height (mm) of each trimmed page, as a reader sees it."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return [Form(page).size for page in document.pages]


def _inherited(node: pikepdf.Object, key: str) -> pikepdf.Object:
    """What a page has, or what stands above it in the tree of pages (ISO 32000-1, 7.7.3.4)."""
    while key not in node and Name.Parent in node:
        node = node.Parent
    return node.get(key, Dictionary())


def _unclaimed(stream: pikepdf.Object) -> bytes:
    """The content, marked as before, but without a claim to be part of a structure.

    A form has a structure of its own or none (ISO 32000-1, 14.7.4.2); what a reader copies
    (`/ActualText`) and what is only furniture (`/Artifact`) may still be said.
    """
    instructions = pikepdf.parse_content_stream(stream)
    for instruction in instructions:
        operands = instruction.operands
        if len(operands) == 2 and isinstance(operands[1], Dictionary) and MARK in operands[1]:
            del operands[1][MARK]
    return pikepdf.unparse_content_stream(instructions)
