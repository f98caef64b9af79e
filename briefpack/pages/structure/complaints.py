"""What stands in the way of a well-tagged document, and where."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element

from briefpack.nearest import nearest
from briefpack.pages import origins
from briefpack.pages.structure import roles
from briefpack.pages.structure.node import Node, Piece
from briefpack.pages.structure.tree import Setting
from briefpack.problem import Place, Problem, quoted

LAYOUT = Place("layout")
"""Where a problem is that no line of the content is to blame for."""

RULE = "typeset"

_BETWEEN_WORDS = re.compile(r"[\W_]+")
_GENERATED = frozenset({"before", "after", "marker", "footnote-call", "footnote-marker"})
_REACHABLE = ("#", "http://", "https://", "mailto:", "tel:", "doi:")

Parents = Mapping[Element, tuple[Element, int]]


def place_of(element: Element | None, parents: Parents) -> Place:
    """Where the element comes from: what it says itself, or the nearest one around it."""
    while element is not None:
        if there := origins.own(element):
            return there
        element = parents[element][0] if element in parents else None
    return LAYOUT


def complain(
    document: Node, setting: Setting, pieces: Iterable[Piece], parents: Parents
) -> list[Problem]:
    """All that is wrong with a tree that was grown and tied to its pages."""
    problems = [
        *_heading(setting.root),
        *_tags(setting.root, parents),
        *_pictures(document, parents),
        *_links(document, setting, parents),
        *_groups(pieces, parents),
        *_turned(pieces, parents),
        *_lost(setting, parents),
        *_beyond(pieces, parents),
    ]
    return list(dict.fromkeys(problems))


def _heading(html: Element) -> Iterator[Problem]:
    """A document says its title and its language (ISO 14289-1, 7.1 and 7.2)."""
    if not (html.findtext("head/title") or "").strip():
        yield Problem(LAYOUT, RULE, "the document has no title", "give the HTML a 'title'")
    if not html.get("lang"):
        yield Problem(LAYOUT, RULE, "the document has no language", "give 'html' a 'lang'")


def _tags(html: Element, parents: Parents) -> Iterator[Problem]:
    for element in html.iter():
        tag = element.get("data-tag")
        if tag is not None and tag not in roles.STANDARD:
            message = f"{quoted(tag)} is not a structure type of PDF 1.7"
            place, hint = place_of(element, parents), nearest(tag, roles.STANDARD)
            yield Problem(place, RULE, message, hint)


def _pictures(document: Node, parents: Parents) -> Iterator[Problem]:
    """A picture says what it shows (ISO 14289-1, 7.3)."""
    for node in document.walk():
        if node.role == "Figure" and not node.alt and node.element is not None:
            name = node.element.get("src") or node.element.get("id") or "svg"
            yield Problem(
                place_of(node.element, parents),
                RULE,
                f"the picture {quoted(name.partition(',')[0])} has no alternative text",
                "say in 'alt' what it shows, or make it decoration with an empty one",
            )


def _links(document: Node, setting: Setting, parents: Parents) -> Iterator[Problem]:
    """A link is part of the text, and is where its text is."""
    tagged = {node.element for node in document.walk() if node.links}
    for element in setting.links:
        if element not in tagged:
            yield Problem(
                place_of(element, parents),
                RULE,
                f"the link {_words(element)} stands in decoration or in a margin, unreadable",
                "put it into the text",
            )
    for element in setting.root.iter("a"):
        target = element.get("href") or "#"
        if not target.lower().startswith(_REACHABLE):
            message = f"the link to {quoted(target)} leads nowhere outside of this computer"
            yield Problem(place_of(element, parents), RULE, message, "expected a web address")
        is_painted = any(inner in setting.pieces for inner in element.iter())
        if element.get("href") and is_painted and element not in setting.links:
            yield Problem(
                place_of(element, parents),
                RULE,
                f"the link {_words(element)} covers nothing",
                "a link around blocks needs 'display: block'",
            )


def _groups(pieces: Iterable[Piece], parents: Parents) -> Iterator[Problem]:
    """What is painted as a group, for `opacity`, lies outside of the page's own content."""
    for piece in pieces:
        if piece.node is not None and piece.number < 0:
            yield Problem(
                place_of(piece.element, parents),
                RULE,
                "text with 'opacity' cannot be tagged",
                "use a colour with an alpha value",
                piece.text,
            )


def _turned(pieces: Iterable[Piece], parents: Parents) -> Iterator[Problem]:
    """A turned picture would lose its dots."""
    for piece in pieces:
        if piece.is_turned and piece.element is not None:
            name = quoted(piece.element.get("src") or "")
            message, hint = f"the picture {name} is turned by 'transform'", "turn the file instead"
            yield Problem(place_of(piece.element, parents), RULE, message, hint)


def _lost(setting: Setting, parents: Parents) -> Iterator[Problem]:
    """Words of the HTML that no page has.

    WeasyPrint says nothing of what runs out of a box that is placed absolutely: it is not painted.
    """
    for element in _shown(setting.root):
        written = " ".join([element.text or "", *(child.tail or "" for child in element)])
        painted = "".join(
            piece.text for piece in setting.pieces.get(element, ()) if piece.part not in _GENERATED
        )
        if _letters(painted) < _letters(written):
            yield Problem(
                place_of(element, parents),
                "lost-words",
                f"these words find no room on their page and would be lost: {_end(written)}",
                "shorten what stands there; what a layout hides on purpose is 'hidden' in the HTML",
            )


def _shown(element: Element) -> Iterator[Element]:
    """The element and those below it that a page shows as words."""
    is_html = isinstance(element.tag, str) and not element.tag.startswith("{")
    if is_html and element.tag not in roles.UNSHOWN and element.get("hidden") is None:
        yield element
        for child in element:
            yield from _shown(child)


def _letters(text: str) -> int:
    """How many letters and digits: spaces and hyphens come and go at the ends of lines."""
    return len(_BETWEEN_WORDS.sub("", text))


def _end(text: str, width: int = 36) -> str:
    """The end of a text as a message names it."""
    line = " ".join(text.split())
    return quoted(line if len(line) <= width else "…" + line[-width:])


def _beyond(pieces: Iterable[Piece], parents: Parents) -> Iterator[Problem]:
    """Words that the edge of the sheet would cut."""
    for piece in pieces:
        if piece.is_beyond and not piece.is_blank:
            yield Problem(
                place_of(piece.element, parents),
                "lost-words",
                f"these words run off the edge of page {piece.page + 1}: {_end(piece.text)}",
                "shorten or break what stands there",
            )


def missing(
    strangers: Mapping[str, str], pieces: Iterable[Piece], parents: Parents
) -> list[Problem]:
    """The characters that no font of the layout has, each at its first place.

    `strangers` says which font stepped in for each, if any did.
    """
    homes: dict[str, Piece] = {}
    for piece in pieces:
        for letter in strangers.keys() & set(piece.text):
            homes.setdefault(letter, piece)
    return [
        _missing(letter, family, homes.get(letter), parents)
        for letter, family in sorted(strangers.items())
    ]


def _missing(letter: str, family: str, home: Piece | None, parents: Parents) -> Problem:
    name = unicodedata.name(letter, "a character without a name")
    instead = f" ('{family}' stepped in)" if family else ""
    return Problem(
        place_of(home.element if home else None, parents),
        "missing-glyph",
        f"no font of the layout has '{letter}' (U+{ord(letter):04X}, {name}){instead}",
        "write it another way, or choose a font that has it",
        home.text if home else "",
    )


def _words(element: Element) -> str:
    return quoted(" ".join("".join(element.itertext()).split()) or element.get("href") or "")
