"""PDF/X-4: what a file must say of itself to be exchanged for print, and what it must not hold.

(ISO 15930-7. The blending space, tags and metadata are settled here; colours are `recolour`'s.)
"""

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from briefpack.profiles import Profile

REGISTRY = "http://www.color.org"
"""Where characterised printing conditions are registered (ISO 15930-7, 6.2.2)."""

_UNWANTED = (
    *("/StructTreeRoot", "/MarkInfo", "/Outlines", "/OpenAction", "/AA", "/AcroForm", "/AF"),
    *("/Names", "/Dests", "/Threads", "/URI", "/Collection", "/OutputIntents"),
)
"""Entries of the catalogue that are for readers, not for a press, or that lead elsewhere."""

_UNWANTED_OF_A_PAGE = ("/Annots", "/AA", "/StructParents", "/Tabs", "/AF", "/PieceInfo")

_NUMBERED = re.compile(rb"<<\s*/MCID \d+\s*>>\s*BDC")
"""What makes content that of a tag; without its number it is only marked (ISO 32000-1, 14.6)."""

_PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
{properties}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

_FORMS = {
    "alt": '<{name}><rdf:Alt><rdf:li xml:lang="x-default">{value}</rdf:li></rdf:Alt></{name}>',
    "seq": "<{name}><rdf:Seq><rdf:li>{value}</rdf:li></rdf:Seq></{name}>",
    "": "<{name}>{value}</{name}>",
}

_PROPERTIES = {
    "/Title": ("dc:title", "alt"),
    "/Author": ("dc:creator", "seq"),
    "/Subject": ("dc:description", "alt"),
    "/Keywords": ("pdf:Keywords", ""),
    "/Producer": ("pdf:Producer", ""),
    "/Creator": ("xmp:CreatorTool", ""),
    "/CreationDate": ("xmp:CreateDate", ""),
    "/ModDate": ("xmp:ModifyDate", ""),
    "/Trapped": ("pdf:Trapped", ""),
}
"""Entry of the document information -> the same in XMP, and its form (ISO 16684-1, 8)."""


def strip(document: pikepdf.Pdf) -> None:
    """Take out all that a press has no use for: links, tags, outline, actions, attachments."""
    drop(document.Root, _UNWANTED)
    for page in document.pages:
        drop(page.obj, _UNWANTED_OF_A_PAGE)
    for found in document.objects:
        if isinstance(found, pikepdf.Stream):
            drop(found, ("/StructParent", "/StructParents", "/AF"))


def untag(document: pikepdf.Pdf) -> None:
    """Take the numbers of tags off the marked content of pages, which leads nowhere without them.

    For content as pikepdf writes it, where no string can look like that.
    """
    for page in document.pages:
        for stream in _streams(page.obj.get("/Contents", Array())):
            stream.write(_NUMBERED.sub(b"BMC", stream.read_bytes()))


def _streams(contents: pikepdf.Object) -> list[pikepdf.Stream]:
    """A page has one stream, or several that are read as one."""
    found = [contents] if isinstance(contents, pikepdf.Stream) else list(contents)
    return [one for one in found if isinstance(one, pikepdf.Stream)]


def drop(holder: pikepdf.Object, names: Iterable[str]) -> None:
    """Take the entries of these names out of a dictionary or a stream, where there are any."""
    for name in names:
        if name in holder:
            del holder[name]


def blend_in_ink(document: pikepdf.Pdf) -> None:
    """Let what is transparent be blended in CMYK, on pages and in groups (ISO 15930-7, 6.15).

    Groups of greys are soft masks, of which nothing but the light counts.
    """
    for page in document.pages:
        page.obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK, I=True)
    for found in document.objects:
        group = found.get("/Group") if isinstance(found, pikepdf.Stream) else None
        if group is not None and group.get("/CS", Name.DeviceGray) != Name.DeviceGray:
            group.CS = Name.DeviceCMYK


def intend(document: pikepdf.Pdf, profile: Profile) -> None:
    """Say for which printing condition the inks were reckoned, and enclose its profile."""
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String(profile.condition),
        OutputCondition=String(profile.description),
        Info=String(profile.description),
        DestOutputProfile=document.make_stream(profile.data, N=4),
    )
    if profile.condition != "Custom":
        intent.RegistryName = String(REGISTRY)
    document.Root.OutputIntents = Array([document.make_indirect(intent)])


def identify(document: pikepdf.Pdf, content: bytes) -> None:
    """Say that this is PDF/X-4, what it is called and when it was made, in both places alike.

    Its name of its own comes of its `content`: the same content, the same name (RFC 9562, 5.5).
    """
    document.docinfo["/Trapped"] = Name("/False")
    information = {str(key): value for key, value in document.docinfo.items()}
    name = uuid5(NAMESPACE_URL, f"urn:sha256:{sha256(content).hexdigest()}")
    packet = _packet(information, name)
    document.Root.Metadata = document.make_stream(packet, Type=Name.Metadata, Subtype=Name.XML)


def _packet(information: Mapping[str, Any], name: UUID) -> bytes:
    written = [
        _FORMS[form].format(name=key, value=escape(_value(entry, information[entry])))
        for entry, (key, form) in _PROPERTIES.items()
        if entry in information
    ]
    written += [
        "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>",
        f"<xmpMM:DocumentID>uuid:{name}</xmpMM:DocumentID>",
        "<xmpMM:VersionID>1</xmpMM:VersionID>",
        "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>",
    ]
    return _PACKET.format(properties="\n".join(written)).encode("utf-8")


def _value(entry: str, value: Any) -> str:
    """An entry as XMP writes it: dates with hyphens, names without their solidus."""
    words = str(value).removeprefix("/") if entry == "/Trapped" else str(value)
    return _date(words) if entry.endswith("Date") else words


def _date(words: str) -> str:
    """D:20260105000000Z -> 2026-01-05T00:00:00Z (ISO 32000-1, 7.9.4)."""
    digits = words.removeprefix("D:")
    month, day, hour, minute, second = (digits[at : at + 2] for at in range(4, 14, 2))
    zone = digits[14:].rstrip("'").replace("'", ":") or "Z"
    return f"{digits[:4]}-{month}-{day}T{hour}:{minute}:{second}{zone}"
