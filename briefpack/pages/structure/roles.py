"""Which PDF structure type each HTML element is."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

SVG = "{http://www.w3.org/2000/svg}svg"
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")

ROLES: Mapping[str, str] = {
    **{heading.lower(): heading for heading in HEADINGS},
    "abbr": "Span",
    "article": "Art",
    "aside": "Sect",
    "blockquote": "BlockQuote",
    "caption": "Caption",
    "cite": "Span",
    "code": "Code",
    "dd": "LBody",
    "dl": "L",
    "dt": "Lbl",
    "em": "Span",
    "figcaption": "Caption",
    "figure": "Div",
    "img": "Figure",
    "kbd": "Code",
    "li": "LI",
    "ol": "L",
    "p": "P",
    "pre": "P",
    "q": "Quote",
    "samp": "Code",
    "section": "Sect",
    "strong": "Span",
    "table": "Table",
    "tbody": "TBody",
    "td": "TD",
    "tfoot": "TFoot",
    "th": "TH",
    "thead": "THead",
    "tr": "TR",
    "ul": "L",
    SVG: "Figure",
}
"""HTML element -> standard structure type (ISO 32000-1, 14.8.4).

What is not here gives its content to its parent. Emphasis has no type of its own before PDF 2.0.
"""

UNSHOWN = frozenset({"head", "noscript", "script", "style", "template"})
"""Elements whose text is not shown, whatever a style sheet says."""

DECORATION = "Artifact"
"""The `data-tag` of real text that is no part of the document: decoration."""

DISSOLVED = "NonStruct"
"""The `data-tag` of an element that gives its content to its parent."""

GROUPING = frozenset({"Document", "Part", "Art", "Sect", "Div", "BlockQuote"})
"""Types that hold blocks only: stray text in them becomes a paragraph (14.8.4.2)."""

PHRASING = frozenset({"P", *HEADINGS, "Lbl", "Span", "Quote", "Code", "Reference", "Link"})
"""Types that hold text: a block within them is not a paragraph of its own (14.8.4.3, 14.8.4.4)."""

INLINE = frozenset({"Span", "Quote", "Code", "Reference", "Link", "Annot", "BibEntry", "Formula"})
"""Types that stand in a line of text (14.8.4.4)."""

STANDARD = (
    GROUPING
    | PHRASING
    | INLINE
    | {"Caption", "Figure", "Index", "L", "LBody", "LI", "Note", "Private", "TOC", "TOCI"}
    | {"Table", "TBody", "TD", "TFoot", "TH", "THead", "TR", DECORATION, DISSOLVED}
)
"""What a `data-tag` may say."""

_NUMBERING: Mapping[str, str] = {
    "circle": "Circle",
    "disc": "Disc",
    "lower-alpha": "LowerAlpha",
    "lower-latin": "LowerAlpha",
    "lower-roman": "LowerRoman",
    "square": "Square",
    "upper-alpha": "UpperAlpha",
    "upper-latin": "UpperAlpha",
    "upper-roman": "UpperRoman",
}


def numbering(tag: str, style: object) -> str:
    """The ListNumbering of a list whose items are marked in the given list-style-type (14.8.5.5).

    A mark that the standard has no name for counts as a disc in an unordered list, as a decimal
    in an ordered one.
    """
    return _NUMBERING.get(str(style), "Decimal" if tag == "ol" else "Disc")


def is_decoration(element: Element) -> bool:
    """Whether all that the element holds is decoration: `data-tag`, ARIA, or an empty `alt`."""
    return (
        element.get("data-tag") == DECORATION
        or element.get("aria-hidden") == "true"
        or (element.tag == "img" and element.get("alt") == "")
    )


def alternative(element: Element) -> str:
    """What a picture says to a reader who does not see it."""
    title = element.findtext("{http://www.w3.org/2000/svg}title") if element.tag == SVG else None
    return (element.get("aria-label") or title or element.get("alt") or "").strip()
