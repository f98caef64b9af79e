"""Embedding: letters become a font of a PDF, whose codes are the characters' own numbers."""

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from briefpack.finishing.copies.letters import Letters

_SYMBOLIC = 4  # ISO 32000-1, table 123: its letters are not those of Adobe's standard Latin set
_STEM = 100  # thousandths, of the upright strokes; for readers that have no font program
_AT_ONCE = 100  # entries between beginbfchar and endbfchar (Adobe Technical Note 5014)

_CMAP = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{letters}endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def embed(document: Pdf, letters: Letters) -> pikepdf.Object:
    """The font as an object of the document (ISO 32000-1, 9.7; ISO 19005-3, 6.2.11)."""
    name = Name(f"/{_tag(letters)}+{letters.name}")
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(
            Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0
        ),
        FontDescriptor=_descriptor(document, letters, name),
        W=_widths(letters),
        CIDToGIDMap=Stream(document, _glyph_map(letters)),
    )
    return document.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([document.make_indirect(descendant)]),
            ToUnicode=Stream(document, _to_unicode(letters)),
        )
    )


def _tag(letters: Letters) -> str:
    """Six capitals that tell one subset from another (ISO 32000-1, 9.6.4)."""
    from hashlib import sha256

    return "".join(chr(ord("A") + byte % 26) for byte in sha256(letters.program).digest()[:6])


def _descriptor(document: Pdf, letters: Letters, name: Name) -> pikepdf.Object:
    program = Stream(document, letters.program, Length1=len(letters.program))
    return document.make_indirect(
        Dictionary(
            Type=Name.FontDescriptor,
            FontName=name,
            Flags=_SYMBOLIC,
            FontBBox=Array(letters.box),
            ItalicAngle=0,
            Ascent=letters.ascent,
            Descent=letters.descent,
            CapHeight=letters.capitals,
            StemV=_STEM,
            FontFile2=program,
        )
    )


def _widths(letters: Letters) -> Array:
    row = []
    for character, width in sorted(letters.widths.items()):
        row += [ord(character), Array([width])]
    return Array(row)


def _glyph_map(letters: Letters) -> bytes:
    """Two bytes for each code up to the last: its glyph (ISO 32000-1, 9.7.4.2)."""
    table = bytearray(2 * (ord(max(letters.glyphs, default=" ")) + 1))
    for character, glyph in letters.glyphs.items():
        table[2 * ord(character) : 2 * ord(character) + 2] = glyph.to_bytes(2, "big")
    return bytes(table)


def _to_unicode(letters: Letters) -> bytes:
    codes = [f"<{ord(character):04X}>" for character in sorted(letters.glyphs)]
    blocks = []
    for start in range(0, len(codes), _AT_ONCE):
        some = codes[start : start + _AT_ONCE]
        lines = "".join(f"{code} {code}\n" for code in some)
        blocks.append(f"{len(some)} beginbfchar\n{lines}endbfchar\n")
    return _CMAP.format(letters="".join(blocks)).encode("ascii")
