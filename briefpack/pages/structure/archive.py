"""What an archive asks of a painted PDF beyond its tags: pictures, text, and what the file claims.

For PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) at once.
"""

import re
import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pydyf
from PIL import Image

from briefpack.pages.structure import claims
from briefpack.problem import Place, Problem

SPACES = (" ", "\u00a0", "\u2009", "\u202f")
"""What a font's space may stand for: one without narrow spaces makes them of it."""

_WRITTEN = {"2010": "002d", "00ad": "002d", "00a0": "0020", "2009": "0020", "202f": "0020"}
_BOMBS = (Image.DecompressionBombWarning, Image.DecompressionBombError)
_MOST_PIXELS = Image.MAX_IMAGE_PIXELS or 0
_END_OF_JPEG = b"\xff\xd9"  # ISO/IEC 10918-1, B.1.1.3: EOI
_CHARACTER = re.compile(rb"(<[0-9a-f]{4}>) <(2010|00ad|00a0|2009|202f)>")


def settle(pdf: pydyf.PDF, rdf: bytes) -> list[Problem]:
    """Put right what can be, and say what cannot; `rdf` is the metadata to be claimed."""
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    # One validator refuses compressed metadata.
    metadata.stream, metadata.compress = [claims.packet(rdf)], False
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    problems = []
    for stream in _streams(pdf):
        if stream.extra.get("Subtype") == "/Image":
            # 6.2.8: no interpolation.
            stream.extra["Interpolate"] = "false"
            problems += _colours(stream)
        elif b"begincmap" in stream.stream:
            stream.stream = [_CHARACTER.sub(_written, line) for line in stream.stream]
    return problems


def _streams(pdf: pydyf.PDF) -> Iterator[Any]:
    return (thing for thing in pdf.objects if isinstance(thing, pydyf.Stream))


def _colours(image: Any) -> list[Problem]:
    """6.2.4.3: a picture in CMYK needs a printer's profile, and the file has that of a screen."""
    if image.extra.get("ColorSpace") != "/DeviceCMYK":
        return []
    size = f"{image.extra['Width']} × {image.extra['Height']} pixels"
    message = f"a picture of {size} is in CMYK, expected RGB or grey"
    return [Problem(Place("layout"), "typeset", message, "convert it to RGB")]


def _written(match: re.Match[bytes]) -> bytes:
    """A glyph of several characters means the one that is written.

    A font has one glyph for a hyphen and for the one that breaks a word, one for all spaces; it
    gets the character that came first. The hyphens of broken words are told apart by their marks.
    """
    return b"%s <%s>" % (match[1], _WRITTEN[match[2].decode()].encode())


def unfit(body: bytes, kind: str) -> str:
    """What makes a file unfit for the press; empty if nothing does."""
    if body[:3] == b"wOF":
        return "a web font, expected a TrueType or OpenType one"
    if not kind.startswith("image/") or kind == "image/svg+xml":
        return ""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(body))
            mode = picture.mode
            picture.verify()
    except _BOMBS:
        return f"of more than {_MOST_PIXELS / 1e6:.0f} million pixels"
    except (OSError, SyntaxError):
        return "no picture that can be read"
    if kind == "image/jpeg" and body.rfind(_END_OF_JPEG) < len(body) // 2:
        return "cut short: its end is missing"
    # The colours of a screen are what the file declares (ISO 19005-3, 6.2.4.3).
    colours = {"CMYK": "in CMYK", "LAB": "in Lab colours", "F": "in floating-point numbers"}
    deep = "of 16 bits a channel" if mode.startswith("I;") else ""
    found = colours.get(mode, deep)
    return f"{found}, expected RGB or grey of 8 bits" if found else ""
