"""Milestones: where each page of the main edition begins, marked in the text of another one.

Who is told in a meeting to turn to page 6 finds the place in every edition. The places are found
again by what the elements are called and by the words with which the pages begin, since templates
may differ.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import escape

from briefpack.pages.openings import APART, MARK, NAMES, Opening, bare

FIRST = f"{MARK}1"
"""The id of the first mark."""

_TOKEN = re.compile(
    r"<(?P<end>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>[^>]*)>|&[^;\s<]*;|.", re.DOTALL
)
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta"})
_LINK = re.compile(r'<a (?P<rest>[^>]*href="#(?P<id>[^"]+)")')
_OPENS = re.compile(r"(?P<tag><[a-z][^<>]*>)(?P<sign>[^<>]*)\Z")
"""What stands in an element before a place in its first words."""
_SURE = (24, 10)
"""Letters that must agree for a place to be the one, at first and where none is found."""


@dataclass(frozen=True, slots=True)
class Main:
    """What another edition must know of the main one's pages.

    How each of them begins, and on which one (from 0) each element id comes first.
    """

    openings: Sequence[Opening]
    anchors: Mapping[str, int]

    @property
    def fillers(self) -> list[str]:
        """The parts before which a page was filled; see `compose`."""
        return [name.removeprefix("before-") for name in self.anchors if name.startswith("before-")]


@dataclass(slots=True)
class _Text:
    """The letters of the composed HTML with their places in it.

    `spans` are the first letter and the end of each named element, with the place behind its start
    tag; `links` the places of links from `<a` on.
    """

    letters: str = ""
    at: list[int] = field(default_factory=list)
    spans: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    links: list[tuple[int, int]] = field(default_factory=list)


def marked(html: str, main: Main, label: str) -> str:
    """The HTML with a mark where each page of the main edition begins.

    Links say on which page of the main edition that stands to which they lead. `label` words a mark
    for a listener: "page {page} of the main edition".
    """
    text = _read(html)
    places: dict[int, list[int]] = {}
    last = 0
    for number, opening in enumerate(main.openings, start=1):
        place, last = _place(html, text, opening, last)
        places.setdefault(place, []).append(number)
    for place in sorted(places, reverse=True):
        marks = (_mark(number, label, at) for at, number in enumerate(places[place]))
        html = _put(html, place, "".join(marks))
    return _LINK.sub(lambda link: _with_page(link, main.anchors), html)


def shown(openings: Sequence[Opening], anchors: Mapping[str, int]) -> list[tuple[int, int]]:
    """The first and the last page of the main edition that each laid-out page shows some of."""
    marks = sorted(
        (page, int(name.removeprefix(MARK)))
        for name, page in anchors.items()
        if name.startswith(MARK)
    )
    found: list[tuple[int, int]] = []
    last = 1
    for page, opening in enumerate(openings if marks else ()):
        here = [number for at, number in marks if at == page]
        on_top = bool(here) and opening.names[-1:] == (f"{MARK}{here[0]}",)
        first, last = here[0] if on_top else last, here[-1] if here else last
        found.append((first, last))
    return found


def _with_page(link: re.Match[str], anchors: Mapping[str, int]) -> str:
    page = anchors.get(link["id"])
    return link[0] if page is None else f'{link[0]} data-page="{page + 1}"'


def _place(html: str, text: _Text, opening: Opening, last: int) -> tuple[int, int]:
    """Where in the HTML the mark stands, and behind which letter the next one is looked for."""
    known = [name for name in opening.names if name in text.spans]
    if not opening.words and known:
        first, _, start = text.spans[known[-1]]
        return start, max(first, last)
    for name in reversed(known):
        first, end, _ = text.spans[name]
        wanted = first + opening.after if name == opening.names[-1] else last
        found = _nearest(text.letters, opening.words, wanted, max(first, last), end)
        if found is not None:
            return _outside(html, text, found), found + 1
    first, end, _ = text.spans[known[-1]] if known else (last, len(text.at), 0)
    found = min(max(first, last), max(end - 1, 0))
    return _outside(html, text, found), found + 1


def _nearest(letters: str, words: str, wanted: int, first: int, end: int) -> int | None:
    """The place of the words that is nearest to the one wanted, between first and end."""
    for sure in _SURE:
        found = [*_all(letters, words[:sure], first, end)]
        if found:
            return min(found, key=lambda place: abs(place - wanted))
    return None


def _all(letters: str, words: str, first: int, end: int) -> Iterator[int]:
    """Every place of the words whose first letter stands between first and end."""
    place = letters.find(words, first)
    while 0 <= place < end:
        yield place
        place = letters.find(words, place + 1)


def _outside(html: str, text: _Text, letter: int) -> int:
    """The beginning of the letter's word, of signs before an element's first one, or of a link."""
    place = text.at[letter]
    while not html[place - 1].isspace() and html[place - 1] != ">":
        place -= 1
    if first := _OPENS.search(html, html.rindex("<", 0, place), place):
        place = first.end("tag") if not bare(first["sign"]) else place
    at = bisect_right(text.links, (place, len(html))) - 1
    return text.links[at][0] if at >= 0 and place < text.links[at][1] else place


def _mark(number: int, label: str, below: int) -> str:
    """A mark; `below` counts those of the same place, which stand above it."""
    words = escape(label.format(page=number))
    lower = f' style="--below: {below}"' if below else ""
    said = f'data-tag="Span" data-page="{number}" aria-label="{words} "'
    return f'<span class="milestone" id="{MARK}{number}" {said}{lower}></span>'


def _put(html: str, place: int, marks: str) -> str:
    """The HTML with marks at that place, which stay on the line of the word behind them."""
    before, behind = html[:place], html[place:]
    if not before[-1:].isspace() or not behind[:1].isalnum():
        return before + marks + behind
    # A space before an element stands alone, or the typesetter breaks the line too early.
    word = re.split(r"[\s<]", behind, maxsplit=1)[0]
    start = f'{before[:-1]}<span> </span><span class="nb"><span class="turn"></span>'
    return f"{start}{marks}{word}</span>{behind[len(word) :]}"


def _read(html: str) -> _Text:
    """The text of the body, without what stands apart from it."""
    text, letters = _Text(), list[str]()
    opened: list[tuple[str, list[str], int, int, bool]] = []
    apart = False
    for token in _TOKEN.finditer(html, html.index("<body")):
        if token["tag"] is None:
            words = "" if apart or len(token[0]) > 1 else bare(token[0])
            letters += words
            text.at += [token.start()] * len(words)
        elif not token["end"] and token["tag"] not in _VOID:
            names, aside = _names(token["tag"], token["rest"])
            opened.append((token["tag"], names, len(letters), token.start(), apart))
            for name in names:
                text.spans.setdefault(name, (len(letters), -1, token.end()))
            apart = apart or aside
        elif token["end"] and opened:
            tag, names, first, start, apart = opened.pop()
            for name in names:
                if text.spans[name][:2] == (first, -1):
                    text.spans[name] = (first, len(letters), text.spans[name][2])
            if tag == "a":
                text.links.append((start, token.end()))
    text.letters = "".join(letters)
    return text


def _names(tag: str, rest: str) -> tuple[list[str], bool]:
    """What an element is called, and whether it stands apart from the text."""
    said = dict(_ATTRIBUTE.findall(rest))
    classes = said.get("class", "").split()
    aside = not APART.isdisjoint(classes) or said.get("data-tag") == "Artifact" or tag == "thead"
    return [said[key] for key in NAMES if said.get(key)], aside
