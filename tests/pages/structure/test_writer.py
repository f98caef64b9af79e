"""PDF files from pydyf's objects."""

import io

import pikepdf
import pydyf
import pytest

from briefpack.pages.structure import writer


def pdf_of(*streams: bytes) -> pydyf.PDF:
    pdf = pydyf.PDF()
    pdf.info["Title"] = pydyf.String("Title")
    for data in streams:
        pdf.add_object(pydyf.Stream([data]))
    page = {"Type": "/Page", "Parent": pdf.pages.reference, "Resources": pydyf.Dictionary()}
    pdf.add_page(pydyf.Dictionary({**page, "MediaBox": pydyf.Array([0, 0, 9, 9])}))
    return pdf


@pytest.mark.parametrize("data", [b"data", b"data\r", b"data\n", b"data\r\n", b"", b"\r"])
def test_a_stream_keeps_its_last_byte(data: bytes) -> None:
    file = writer.write(pdf_of(data))
    assert b"stream\n" + data + b"\r\nendstream" in file
    with pikepdf.open(io.BytesIO(file)) as document:
        assert document.get_object(3, 0).read_raw_bytes() == data


def test_all_objects_are_found_again() -> None:
    with pikepdf.open(io.BytesIO(writer.write(pdf_of(b"one", b"two")))) as document:
        assert len(document.pages) == 1
        assert str(document.docinfo.Title) == "Title"
        assert document.check_pdf_syntax() == []
        assert document.pdf_version == "1.7"


def test_the_identifier_is_made_from_the_content() -> None:
    files = [writer.write(pdf_of(data)) for data in (b"one", b"one", b"two")]
    assert files[0] == files[1]
    identifiers = []
    for file in files:
        with pikepdf.open(io.BytesIO(file)) as document:
            identifiers.append(bytes(document.trailer.ID[0]))
            assert document.trailer.ID[0] == document.trailer.ID[1]
    assert identifiers[0] != identifiers[2]
