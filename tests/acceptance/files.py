"""PDFs as they come in: sound ones, and ones that are broken in each of the ways there are."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

WORDS = b"BT /F 12 Tf 72 700 Td (Two programmes, one Moon) Tj ET 0 0 1 RG 72 100 300 200 re S"


def saved(document: pikepdf.Pdf, **options: Any) -> bytes:
    """The bytes of a document."""
    file = BytesIO()
    document.save(file, **options)
    return file.getvalue()


def plain(pages: int = 2, box: tuple[float, ...] = (0, 0, 595, 842), **keys: Any) -> pikepdf.Pdf:
    """A document with a line of text and a frame on each page; `keys` are more of its pages."""
    document = pikepdf.new()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    for _ in range(pages):
        page = document.add_blank_page()
        page.obj.MediaBox = Array([*box])
        page.obj.Resources = Dictionary(Font=Dictionary(F=font))
        page.obj.Contents = document.make_stream(WORDS)
        for name, value in keys.items():
            page.obj[f"/{name}"] = value
    return document


def claiming(version: str = "PDF/X-4") -> pikepdf.Pdf:
    """One that says in its metadata that it is for print shops."""
    document = plain()
    with document.open_metadata() as metadata:
        metadata["pdfxid:GTS_PDFXVersion"] = version
    return document


def cyclic() -> bytes:
    """The tree of pages goes round in a circle."""
    document = plain()
    kids = document.Root.Pages.Kids
    kids.append(document.Root.Pages)
    return saved(document)


def deep() -> bytes:
    """A form in a form in a form, three thousand of them."""
    document = plain(1)
    form = document.make_stream(b"0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form)
    form.BBox = Array([0, 0, 595, 842])
    for _ in range(3000):
        outer = document.make_stream(b"/X Do", Type=Name.XObject, Subtype=Name.Form)
        outer.BBox = Array([0, 0, 595, 842])
        outer.Resources = Dictionary(XObject=Dictionary(X=form))
        form = outer
    document.pages[0].obj.Resources.XObject = Dictionary(X=form)
    document.pages[0].obj.Contents = document.make_stream(b"/X Do")
    return saved(document)


def biting_its_tail() -> bytes:
    """A form that paints itself."""
    document = plain(1)
    form = document.make_stream(b"/X Do", Type=Name.XObject, Subtype=Name.Form)
    form.BBox = Array([0, 0, 595, 842])
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    document.pages[0].obj.Resources.XObject = Dictionary(X=form)
    document.pages[0].obj.Contents = document.make_stream(b"/X Do")
    return saved(document)


def nested() -> bytes:
    """Arrays in arrays, as deep as no parser likes them."""
    return saved(plain(1)).replace(b"trailer", b"9 0 obj " + b"[" * 50000 + b" endobj\ntrailer")


def bomb() -> bytes:
    """A content stream that is small in the file and enormous when it is unpacked."""
    document = plain(1)
    document.pages[0].obj.Contents = document.make_stream(b"0 0 9 9 re f\n" * 200_000)
    return saved(document, compress_streams=True)


def encrypted(user: str) -> bytes:
    """One with a password, to open it or only to change it."""
    return saved(plain(), encryption=pikepdf.Encryption(owner="owner", user=user))


def without_pages() -> bytes:
    """In order, and empty."""
    return saved(pikepdf.new())


def sized(*box: float) -> bytes:
    """Pages of any size."""
    return saved(plain(1, box))


STRANGE: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "text": lambda: b"Dear all, please find attached",
    "header-alone": lambda: b"%PDF-1.7\n",
    "header-and-rubbish": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40,
    "truncated": lambda: saved(plain())[:600],
    "without-end": lambda: saved(plain())[:-60],
    "without-pages": without_pages,
    "cyclic": cyclic,
    "deep-forms": deep,
    "form-in-itself": biting_its_tail,
    "nested-arrays": nested,
    "bomb": bomb,
    "password-to-open": lambda: encrypted("secret"),
    "password-to-change": lambda: encrypted(""),
    "huge-box": lambda: sized(0, 0, 10_000_000, 10_000_000),
    "flat-box": lambda: sized(0, 0, 595, 0),
    "box-of-nothing": lambda: sized(),
    "box-of-three": lambda: sized(0, 0, 595),
    "box-upside-down": lambda: sized(595, 842, 0, 0),
    "far-box": lambda: sized(1e30, 1e30, 2e30, 2e30),
    "no-contents": lambda: saved(plain(1, Contents=Array([]))),
    "contents-of-a-name": lambda: saved(plain(1, Contents=Name.Nothing)),
    "resources-of-a-number": lambda: saved(plain(1, Resources=7)),
    "rotated-askew": lambda: saved(plain(1, Rotate=45)),
}
"""The name of a state -> a file in it."""


def mutated(pdf: bytes, number: int) -> Iterator[bytes]:
    """So many files, each with some bytes changed, cut out or doubled; the same ones each time."""
    from random import Random

    chance = Random(number)
    for _ in range(number):
        broken = bytearray(pdf)
        for _ in range(chance.randint(1, 12)):
            at = chance.randrange(len(broken))
            match chance.randrange(4):
                case 0:
                    broken[at] = chance.randrange(256)
                case 1:
                    del broken[at : at + chance.randint(1, 40)]
                case 2:
                    broken[at:at] = broken[at : at + chance.randint(1, 40)]
                case 3:
                    broken[at : at + 1] = str(chance.randint(-9, 10**10)).encode("ascii")
        yield bytes(broken)
