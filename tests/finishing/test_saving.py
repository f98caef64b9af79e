"""Documents that become files."""

import io
import zlib

import pikepdf

from briefpack.finishing.saving import saved


def ending_in_a_return() -> bytes:
    """Words whose compressed form ends in a carriage return."""
    texts = (b"q Q " * number for number in range(5000))
    return next(text for text in texts if zlib.compress(text).endswith(b"\r"))


def test_no_stream_ends_so_that_its_length_could_be_mistaken() -> None:
    document = pikepdf.new()
    document.add_blank_page()
    data = ending_in_a_return()
    document.pages[0].Contents = document.make_stream(
        zlib.compress(data), Filter=pikepdf.Name.FlateDecode
    )
    document.pages[0].Contents.write(zlib.compress(data), filter=pikepdf.Name.FlateDecode)
    with pikepdf.open(io.BytesIO(saved(document))) as found:
        contents = found.pages[0].Contents
        assert not contents.read_raw_bytes().endswith(b"\r")
        assert contents.read_bytes().split() == data.split()


def test_nor_does_one_that_is_only_now_compressed() -> None:
    document = pikepdf.new()
    document.add_blank_page()
    document.pages[0].Contents = document.make_stream(ending_in_a_return())
    with pikepdf.open(io.BytesIO(saved(document))) as found:
        assert not found.pages[0].Contents.read_raw_bytes().endswith(b"\r")


def test_the_same_document_gives_the_same_bytes() -> None:
    document = pikepdf.new()
    document.add_blank_page()
    assert saved(document) == saved(document)
