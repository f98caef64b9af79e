"""Saving: a document that was opened with pikepdf becomes a file."""

import zlib
from io import BytesIO

import pikepdf

RETURN = b"\r"


def saved(document: pikepdf.Pdf) -> bytes:
    """The document as a file; the same document gives the same bytes."""
    _end_unmistakably(document)
    file = BytesIO()
    document.save(
        file,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.preserve,
    )
    return file.getvalue()


def _end_unmistakably(document: pikepdf.Pdf) -> None:
    """Let no stream's data end in a carriage return.

    qpdf ends streams with a line feed, so that a reader that takes both together for the end of a
    line counts one byte too few (ISO 32000-1, 7.3.8.1, lets it; page-validation is one). A font
    program, whose length is written beside it, is kept as it is.
    """
    for stream in document.objects:
        if not isinstance(stream, pikepdf.Stream) or stream.get("/Type") == "/XRef":
            continue
        if _ending(stream) == RETURN:
            data = stream.read_bytes()
            stream.write(data if "/Length1" in stream else data + b"\n")


def _ending(stream: pikepdf.Stream) -> bytes:
    """The last byte that the file will have; qpdf compresses what is not, but for metadata.

    Then it is the last of the sum that zlib puts behind its data (RFC 1950, 2.2).
    """
    data = stream.read_raw_bytes()
    if "/Filter" in stream or stream.get("/Type") == "/Metadata":
        return data[-1:]
    return zlib.adler32(data).to_bytes(4)[-1:]
