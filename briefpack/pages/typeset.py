"""Typeset: HTML is laid out and painted, from the forme's files and from nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from importlib.resources import files
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

import pydyf
import weasyprint
from weasyprint.css import ColorProfile
from weasyprint.document import Document
from weasyprint.pdf.stream import Stream
from weasyprint.urls import URLFetcher, URLFetcherResponse

from briefpack.nearest import nearest
from briefpack.pages import tagging
from briefpack.pages.forme import Forme
from briefpack.pages.listening import listening
from briefpack.pages.openings import Opening, openings
from briefpack.pages.overruns import Overrun, overruns
from briefpack.pages.structure import archive, objects, writer
from briefpack.pages.structure.complaints import LAYOUT, RULE
from briefpack.pages.whereabouts import source_map
from briefpack.problem import (
    Place,
    Problem,
    Refused,
    Severity,
    errors,
    quoted,
)
from briefpack.sourcemap import SourceMap

BASE = "https://forme.invalid/"
"""Where relative URLs lead: to a host that cannot be (RFC 2606, 2), so that none is ever asked."""

OUTSIDE = "outside"
DOTS_PER_INCH = 400
"""What pictures are brought down to at their printed size. Others are embedded as they are, as are
those of figures, which `briefpack.pictures` has prepared: they never have more.
"""

# PDF/A-3u is 3a without the tags, which `tagging` makes better; the claim is raised to 3a.
_VARIANT = "pdf/a-3u"

_TYPES = {
    ".css": "text/css",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}
"""What a file is by its name; the system's own table would differ from machine to machine."""

_MISSING_GLYPH = ".notdef glyph rendered"
_SLOW_SUBSETTER = "Using fontTools instead of HarfBuzz-Subset"


@dataclass(frozen=True)
class Galley:
    """Pages that were laid out and not painted yet.

    `blanks` are the pages (from 0) that were left blank so that the next one falls on the side
    that was asked for; `anchors` says on which page (from 0) each id comes first;
    `overruns` are boxes of the side column that do not end on their page. `warnings` are
    what was noticed without harm to the pages.
    """

    pages: int
    blanks: list[int]
    anchors: dict[str, int]
    overruns: list[Overrun]
    warnings: list[Problem]
    _document: Document = field(repr=False)
    _html: weasyprint.HTML = field(repr=False)
    _case: _Case = field(repr=False)
    _parts: Mapping[str, str] = field(repr=False)

    @property
    def openings(self) -> list[Opening]:
        """How each page begins."""
        return openings(page._page_box for page in self._document.pages)

    @cached_property
    def source_map(self) -> SourceMap:
        """Which line of the content stands where on the pages as they are painted.

        Worked out when it is first asked for.
        """
        boxes = [page._page_box for page in self._document.pages]
        return source_map(boxes, self._html.etree_element, self._parts)

    def pdf(self, catalogue: Mapping[str, Any] | None = None, bleeds: bool = False) -> bytes:
        """Paint the pages: one file that is PDF/UA-1 and PDF/A-3a at once.

        A page that `bleeds` is as much larger than its TrimBox as its style sheet says.

        `catalogue` are further entries of the document catalogue (ISO 32000-1, 7.7.2): a string
        that begins with a solidus is a name, any other one a text. Raises `Refused` with all that
        went wrong. The same galley gives the same bytes.
        """
        fonts: dict[Any, bytes] = {}
        sheets = [tagging.Sheet(page, fonts, bleeds) for page in self._document.pages]
        problems: list[Problem] = []

        def finish(document: Document, pdf: pydyf.PDF) -> None:
            problems.extend(_finish(document, pdf, self._html, sheets, self._case.strangers(fonts)))
            pdf.catalog.update(objects.values(catalogue or {}))
            pdf.write = lambda file, *_: file.write(writer.write(pdf))

        with listening() as records:
            document = self._document.copy(sheets)
            pdf: bytes = document.write_pdf(
                pdf_variant=_VARIANT, output_intent="given", finisher=finish
            )
        _refuse([*problems, *_problems(records, self._case)], self.warnings)
        return pdf


def lay_out(forme: Forme) -> Galley:
    """Lay the forme's pages out; raises `Refused` with all that WeasyPrint complains of.

    No file is read but those that the forme names, and no network is asked: a try is a Problem of
    the rule "outside".
    """
    _check_weasyprint()
    case = _Case(forme.files)
    warnings: list[Problem] = []
    with listening() as records:
        try:
            html = weasyprint.HTML(string=forme.html, base_url=BASE, url_fetcher=case)
            document = html.render(
                color_profiles={"srgb": _ScreenColours()}, pdf_variant=_VARIANT, dpi=DOTS_PER_INCH
            )
        except Exception:
            # A refused file of some kinds (a colour profile) brings WeasyPrint down.
            _refuse(case.refused, warnings)
            raise
    _refuse(_problems(records, case), warnings)
    return Galley(
        len(document.pages),
        [at for at, page in enumerate(document.pages) if tagging.is_blank(page)],
        _anchors(document),
        overruns(page._page_box for page in document.pages),
        warnings,
        document,
        html,
        case,
        forme.parts,
    )


def _check_weasyprint() -> None:
    """Stop where WeasyPrint is not one whose insides `tagging` knows."""
    if not weasyprint.VERSION.startswith("70.") or not hasattr(Stream, "marked"):
        raise RuntimeError(f"WeasyPrint 70 is needed, not {weasyprint.VERSION}")


class _ScreenColours(ColorProfile):  # type: ignore[misc]
    """WeasyPrint's own sRGB profile, byte by byte.

    Asked for by name, it would leave its file open, and come out differently the second time.
    """

    def __init__(self) -> None:
        self._bytes = (files("weasyprint.pdf") / "sRGB2014.icc").read_bytes()
        components = (["r"], ["g"], ["b"])
        super().__init__(BytesIO(self._bytes), "sRGB2014.icc", "relative-colorimetric", components)

    @property
    def content(self) -> bytes:
        """The profile's file."""
        return self._bytes


def _anchors(document: Document) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, page in enumerate(document.pages):
        for name in page.anchors:
            found.setdefault(name, number)
    return found


def _finish(
    document: Document,
    pdf: pydyf.PDF,
    html: weasyprint.HTML,
    sheets: list[tagging.Sheet],
    strangers: Mapping[str, str],
) -> list[Problem]:
    """Tag the painted pages and make the file fit for the archive."""
    spaces = {
        font.hash.encode(): f"{glyph:04x}".encode()
        for font in document.fonts.values()
        for glyph, text in font.to_unicode.items()
        if text in archive.SPACES
    }
    problems = tagging.tag(pdf, sheets, html.etree_element, spaces, strangers)
    rdf = document.metadata.generate_rdf_metadata("a", 3, "A")
    return problems + archive.settle(pdf, rdf)


class _Case(URLFetcher):  # type: ignore[misc]
    """The type case: gives out the forme's files by URL, and notes what else was asked for."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        super().__init__(allowed_protocols={"data"}, allow_redirects=False)
        self.files = files
        self.refused: list[Problem] = []
        self.urls: list[str] = []
        self._given: set[bytes] = set()

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """The file of that URL; `ValueError` for any other."""
        if url[:5].lower() == "data:":
            return super().fetch(url, headers)
        name = _name(url)
        if name not in self.files:
            self._refuse(url, _stranger(url, name, self.files))
        try:
            body = self.files[name].read_bytes()
        except OSError as fault:
            message = f"{quoted(name)} cannot be read: {fault.strerror or fault}"
            self._refuse(url, Problem(Place(name), RULE, message))
        kind = _TYPES.get(PurePosixPath(name).suffix.lower(), "application/octet-stream")
        if unfit := archive.unfit(body, kind):
            self._refuse(url, Problem(Place(name), RULE, f"{quoted(name)} is {unfit}"))
        self._given.add(sha256(body).digest())
        return URLFetcherResponse(url, body, {"Content-Type": kind})

    def _refuse(self, url: str, problem: Problem) -> None:
        self.urls.append(url)
        self.refused.append(problem)
        raise ValueError(problem.message)

    def strangers(self, fonts: Mapping[Any, bytes]) -> dict[str, str]:
        """The characters that no font of the forme has, and the font that stepped in, if any."""
        found: dict[str, str] = {}
        for font, file in fonts.items():
            found |= {chr(code): "" for code in font.missing}
            if sha256(file).digest() not in self._given:
                for text in font.to_unicode.values():
                    found |= {letter: font.family for letter in text if not letter.isspace()}
        return found


def _name(url: str) -> str:
    """The forme's name for the URL: the path below BASE; empty where it leads elsewhere."""
    if not url.startswith(BASE):
        return ""
    return unquote(urlsplit(url).path.lstrip("/"))


def _stranger(url: str, name: str, files: Mapping[str, Path]) -> Problem:
    if name:
        message = f"there is no file {quoted(name)}"
        return Problem(LAYOUT, OUTSIDE, message, nearest(name, files))
    message = f"{quoted(url)} is not one of the brief's own files, and is not read"
    return Problem(LAYOUT, OUTSIDE, message, "put a copy of it into the folder of the brief")


def _problems(said: Iterable[str], case: _Case) -> list[Problem]:
    """What WeasyPrint said as problems; what the case or the tagger says better is left out."""
    return [*case.refused, *(_problem(text) for text in said if not _is_known(text, case))]


def _is_known(text: str, case: _Case) -> bool:
    return text.startswith(_MISSING_GLYPH) or any(url in text for url in case.urls)


def _problem(text: str) -> Problem:
    url = re.search(re.escape(BASE) + r"[^\s'\"):,]+", text)
    place = Place(_name(url[0])) if url else LAYOUT
    message = " ".join(text.replace(BASE, "").split()).rstrip(".: ")
    severity = Severity.WARNING if text.startswith(_SLOW_SUBSETTER) else Severity.ERROR
    return Problem(place, RULE, message, severity=severity)


def _refuse(problems: list[Problem], warnings: list[Problem]) -> None:
    """Raise `Refused` for errors, each once; keep the rest as warnings."""
    known = list(dict.fromkeys(problems))
    warnings += [p for p in known if p.severity is Severity.WARNING and p not in warnings]
    if wrong := errors(known):
        raise Refused(wrong)
