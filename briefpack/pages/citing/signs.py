"""Signs: what stands for markup while a style works on the words, and the HTML that it becomes.

A style changes the case of words, joins them and trims them; it must not meet a tag on the way, and
what an author wrote must not become one. So all markup is a character of Unicode's private use
area (15.0, section 23.5) until the end.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial

from markupsafe import Markup, escape

TAGS = {
    "i": ("\ue000", "\ue001"),
    "b": ("\ue002", "\ue003"),
    "sup": ("\ue004", "\ue005"),
    "sub": ("\ue006", "\ue007"),
    "small-caps": ("\ue008", "\ue009"),
    "underline": ("\ue00a", "\ue00b"),
}
LABEL = "\ue010"
"""Stands behind the number of an entry."""
NAMES, NAMED = "\ue011", "\ue012"
"""Stand around the names in a citation, where they may have to go."""
LETTER, LETTERED = "\ue015", "\ue016"
"""Stand around the letter behind a year."""
CITE, CITED = "\ue013", "\ue014"
"""Stand around one source of a citation; its number in the author's order follows the first."""

_PRIVATE = re.compile("[\ue000-\uf8ff]")
_SIGNS = "(?:[\ue000-\ue0bf])*"
_FIRST_NUMBER = 0xE040
_MOST = 0x7F
_OPENING = {signs[0]: tag for tag, signs in TAGS.items()}
_CLOSING = {signs[1]: tag for tag, signs in TAGS.items()}
_ELEMENTS = {
    "i": ("<em>", "</em>"),
    "b": ("<strong>", "</strong>"),
    "sup": ("<sup>", "</sup>"),
    "sub": ("<sub>", "</sub>"),
    "small-caps": ('<span class="small-caps">', "</span>"),
    "underline": ('<span class="underlined">', "</span>"),
}
_UPRIGHT = ('<span class="upright">', "</span>")
_WRITTEN = re.compile(r"</?(i|b|sup|sub|em|strong)>", re.IGNORECASE)
_CALLED = {"em": "i", "strong": "b"}
_ADDRESS = re.compile(r"https?://[^\s<>\"“”\ue000-\uf8ff]*[^\s<>\"“”\ue000-\uf8ff.,;:!?)\]]")
_ABBREVIATED = re.compile(
    r"(?<!\w)(pp?|S|vol|no|Nr|Bd|ch|chap|Kap|sec|para|art|Art|§§?)(\.?) (?=\d)"
)

_REPAIRS = (
    (re.compile(rf"([.?!])({_SIGNS})\.(?!\.)(?<!\.\.\.)"), r"\1\2"),  # one stop is enough
    (re.compile(rf"([,;:])({_SIGNS})\1"), r"\1\2"),
    (re.compile(r" {2,}"), " "),
    (re.compile(r" ([,;.](?:\s|$))"), r"\1"),
    (re.compile(r"\( "), "("),
)
_AMERICAN = (re.compile(rf"(”)({_SIGNS})([.,])"), r"\3\1\2")


class Formatter:
    """What citeproc asks for markup: signs instead of tags, and nothing is escaped."""

    @staticmethod
    def preformat(text: object) -> str:
        """The words as they are."""
        return str(text)


def _around(tag: str) -> Callable[[object], str | None]:
    start, end = TAGS[tag]

    def wrap(text: object) -> str | None:
        return None if text is None else f"{start}{text}{end}"

    return wrap


def formatter() -> Formatter:
    """A formatter with one function for each of the ways in which CSL sets words off."""
    made = Formatter()
    ways = {
        "Italic": "i",
        "Oblique": "i",
        "Bold": "b",
        "Superscript": "sup",
        "Subscript": "sub",
        "SmallCaps": "small-caps",
        "Underline": "underline",
    }
    for name, tag in ways.items():
        setattr(made, name, _around(tag))
    made.Light = lambda text: text  # type: ignore[attr-defined]
    return made


def signed(text: str) -> str:
    """Words from a library: `<i>` and its like, as Zotero writes them in titles, become signs."""
    return _WRITTEN.sub(_sign, _PRIVATE.sub("", text))


def _sign(match: re.Match[str]) -> str:
    name = match[1].lower()
    return TAGS[_CALLED.get(name, name)][match[0].startswith("</")]


def repaired(text: str, american: bool = False) -> str:
    """What a style made, without the doubled stops and spaces where its pieces meet.

    `american` moves a comma or a full stop inside the quotation marks before it.
    """
    if american:
        text = _AMERICAN[0].sub(_AMERICAN[1], text)
    for pattern, right in _REPAIRS:
        text = pattern.sub(right, text)
    return _ABBREVIATED.sub("\\1\\2\u00a0", text).strip()


def once(text: str) -> str:
    """A cite or an entry with the letter of its year where it stands for the first time: styles
    ask for it in several places, and get it in one.
    """
    head, *rest = text.split(LETTER)
    kept, found = [head], False
    for piece in rest:
        letter, _, after = piece.partition(LETTERED)
        kept.append(after if found else letter + after)
        found = True
    return "".join(kept)


def numbered(order: int) -> str:
    """The signs before a cite: a style may sort the cites, and each has to be known again."""
    return CITE + chr(_FIRST_NUMBER + min(order, _MOST))


def plain(text: str) -> str:
    """The words alone."""
    return _PRIVATE.sub("", text)


def html(text: str, link: Callable[[int, str], str] | None = None) -> Markup:
    """The HTML of signed words: escaped, tags that nest, and addresses that lead somewhere.

    `link` gives the HTML of the first run of words of a cite, from the cite's index and the run:
    a link of a tagged PDF holds words and no emphasis.
    """
    return Markup("".join(_elements(text, link)))


def _elements(text: str, link: Callable[[int, str], str] | None) -> Iterator[str]:
    ends: list[tuple[str, str]] = []
    cite, linked = -1, True
    for piece in re.split(r"([\ue000-\ue0bf])", text):
        if piece in _OPENING:
            tag = _OPENING[piece]
            within = sum(open_ == "i" for open_, _ in ends)
            start, end = _UPRIGHT if tag == "i" and within % 2 else _ELEMENTS[tag]
            ends.append((tag, end))
            yield start
        elif piece in _CLOSING:
            if any(tag == _CLOSING[piece] for tag, _ in ends):
                yield from _close(ends, _CLOSING[piece])
        elif piece == CITE:
            linked = False
        elif len(piece) == 1 and _FIRST_NUMBER <= ord(piece) <= _FIRST_NUMBER + _MOST:
            cite = ord(piece) - _FIRST_NUMBER
        elif piece == CITED:
            linked = True
        elif not _PRIVATE.match(piece):
            if piece.strip() and link and not linked:
                linked = True
                yield from _linked(piece, partial(link, cite))
            else:
                yield _words(piece)
    for _, end in reversed(ends):
        yield end


def _linked(piece: str, link: Callable[[str], str]) -> Iterator[str]:
    """The words as a link, up to an address among them that is a link itself."""
    found = _ADDRESS.search(piece)
    words = piece[: found.start()] if found else piece
    begin, end = len(words) - len(words.lstrip()), len(words.rstrip(" <,"))
    if end <= begin:
        yield _words(piece)
        return
    yield f"{_words(piece[:begin])}{link(piece[begin:end])}{_words(piece[end:])}"


def _close(ends: list[tuple[str, str]], tag: str) -> Iterator[str]:
    """End tags up to that of `tag`."""
    while ends:
        name, end = ends.pop()
        yield end
        if name == tag:
            return


def _words(text: str) -> str:
    """Words, in which addresses are links."""
    done, start = [], 0
    for match in _ADDRESS.finditer(text):
        done += [str(escape(text[start : match.start()])), address(match[0])]
        start = match.end()
    return "".join([*done, str(escape(text[start:]))])


def address(url: str) -> str:
    """A link that shows where it leads."""
    return str(Markup('<a class="address" href="{}">{}</a>').format(url, url))
