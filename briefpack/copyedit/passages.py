"""Passages: the copy of a brief as its readers will read it, line by line, without marks.

Every rule of the wording reads these, so that what a mark is need be known in one place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape

from briefpack import reading
from briefpack.brief import Manuscript
from briefpack.ledger.filling import as_written
from briefpack.markdown.numbers import Written
from briefpack.words import Words

THING = "\ufffc"
"""What stands in a passage for code, an address, or a reference: one word that says nothing."""

CALL = "\u2060"
"""What stands in a passage where a source or a footnote is called; no word, and no space."""

OF_PARTS = ("glance", "timeline", "recommendations", "glossary", "about")
"""The keys of a brief whose words stand in a part of that name; others are shown by a text."""

_MARK = re.compile(
    r"(?P<code>(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<call>(?:(?<=\S)\s+)?"
    r"(?:\[-?@[^\]]*\]|\^\[(?:[^\[\]]|\[[^\[\]]*\])*\]|\[\^[^\]\s]+\]))"
    r"|(?P<number>\{n(?:\s[^{}]*)?\})|(?P<thing>\{(?:ref|name|page)\s[^{}]*\})"
    r"|(?P<address><[^<>\s]+[:@][^<>\s]+>|https?://[^\s<>\]]*[^\s<>.,;:!?)\]*_])"
    r"|(?P<opening>\[(?=(?:[^\[\]]|\[[^\[\]]*\])*\]\())"
    r"|(?P<closing>\]\((?:[^()]|\([^()]*\))*\))"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])|(?P<broken>\\(?=\n))|(?P<entity>&\#?\w+;)"
    r"|(?P<emphasis>\*+(?=\S)|(?<=\S)\*+|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w))",
    re.DOTALL,
)
_SIGNS = {"code": THING, "ticks": THING, "thing": THING, "address": THING, "call": CALL}
_QUOTED = re.compile(
    r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«|‘[^‘’]*’(?!\w)|(?<!\w)\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)"
)
_KINDS = {
    "heading": "heading", "paragraph": "prose", "blockquote": "quoted", "th": "cell",
    "td": "cell", "dt": "term", "dd": "prose",
}  # fmt: skip
"""What the words within a pair of tokens are."""


@dataclass(frozen=True)
class Passage:
    """A line of the copy: a paragraph, a heading, a cell, a short field.

    `plain` are its words, with what the ledger's numbers print, without marks. `kind` is "prose",
    "heading", "cell", "term", "quoted", "line" (what a layout sets as one) or "spoken" (what only a
    listener, or a machine, is told). `part` is the kind of part in which it stands, `index` that of
    the part among all where it stands in a text, else -1. `turns` are the offsets in `plain` at
    which the words begin to stand elsewhere in the `source`, and where there.
    """

    source: Written | Words
    plain: str
    kind: str
    part: str
    index: int = -1
    turns: Sequence[tuple[int, int]] = ((0, 0),)

    def at(self, offset: int, words: str = "") -> Words:
        """Words with the place of an offset in `plain`."""
        start, there = self.turns[bisect_right(self.turns, (offset, 1 << 30)) - 1]
        index = there + offset - start
        if isinstance(self.source, Written):
            return self.source.words(index, words)
        found = self.source.at(index)
        return Words(words, found.place, found.excerpt)

    @cached_property
    def own(self) -> str:
        """The author's own words: what stands in quotation marks is blotted out, at its length."""
        return _QUOTED.sub(lambda match: THING * len(match[0]), self.plain)


@dataclass(frozen=True, slots=True)
class Copy:
    """A manuscript and all that its author wrote in it, in the order of the parts."""

    manuscript: Manuscript
    passages: Sequence[Passage]

    @property
    def language(self) -> str:
        """The language without its country: `en`."""
        return str(self.manuscript.brief.language).split("-")[0].casefold()


def read(manuscript: Manuscript) -> Copy:
    """The copy of a manuscript. Quotations, sources and data are not its author's words."""
    found = [*_short(manuscript), *_texts(manuscript), *_plain(manuscript)]
    parts = [str(part.kind) for part in manuscript.brief.parts]
    places = {kind: parts.index(kind) for kind in parts}

    def place(one: Passage) -> tuple[int, bool]:
        """What a text shows, of options say, comes behind the text."""
        return (places.get(one.part, -1), True) if one.index < 0 else (one.index, False)

    return Copy(manuscript, sorted(found, key=place))


def _texts(manuscript: Manuscript) -> Iterator[Passage]:
    for index, text in sorted(manuscript.prose.items()):
        inside: list[str] = []
        for token in reading.walk(text.tokens):
            name, _, end = token.type.rpartition("_")
            if name in _KINDS and end == "open":
                inside.append(_KINDS[name])
            elif name in _KINDS and end == "close":
                inside.pop()
            elif "written" in token.meta:
                kind = "quoted" if "quoted" in inside else (inside or ["line"])[-1]
                yield passage(token.meta["written"], kind, "text", index)


def _short(manuscript: Manuscript) -> Iterator[Passage]:
    """The short fields that are Markdown."""
    homes = _homes(manuscript)
    for token in manuscript.asides:
        if isinstance(written := token.meta.get("written"), Written):
            place = written.source.text.place
            yield passage(written, "line", homes.get((place.file, place.line), "text"))


def _homes(manuscript: Manuscript) -> Mapping[tuple[str, int], str]:
    """The kind of part by the lines of the files that its words stand on."""
    brief = manuscript.brief
    held = {name: [getattr(brief, name)] for name in OF_PARTS}
    held |= {"cover": [brief.title, brief.subtitle], "annex": [brief.numbers]}
    held["sources"] = list(brief.sources)
    return {
        (words.place.file, words.place.line + below): name
        for name, values in held.items()
        for words in reading.within(values, Words)
        for below in range(max(len(words.lines), 1))
    }


def _plain(manuscript: Manuscript) -> Iterator[Passage]:
    """What is no Markdown: the description, and what is said to those who do not see a picture."""
    brief = manuscript.brief
    for words in (brief.short_title, brief.description):
        if words is not None:
            yield Passage(_source(words), str(words), "spoken", "cover")
    for index, text in sorted(manuscript.prose.items()):
        for block in reading.blocks(text.tokens):
            if isinstance(alt := getattr(block, "alt", None), Words):
                yield Passage(_source(alt), str(alt), "spoken", "text", index)


def _source(words: Words) -> Words:
    """Where plain words stand; of those that the ledger has filled in, only where they begin."""
    return words if as_written(words) == words else Words(words, words.place, words.excerpt)


def passage(written: Written, kind: str, part: str, index: int = -1) -> Passage:
    """A line as it is read, without its marks."""
    numbers = (one.content for one in written.line.children or () if one.type == "number")
    pieces: list[str] = []
    turns: list[tuple[int, int]] = []
    length = done = 0
    for match in _MARK.finditer(written.content):
        for piece, start in ((written.content[done : match.start()], done), _said(match, numbers)):
            if piece:
                turns.append((length, start))
                pieces.append(piece)
                length += len(piece)
        done = match.end()
    turns.append((length, done))
    return Passage(written, "".join([*pieces, written.content[done:]]), kind, part, index, turns)


def _said(match: re.Match[str], numbers: Iterator[str]) -> tuple[str, int]:
    """What a mark says to a reader, and where it begins."""
    kind, start = match.lastgroup, match.start()
    if kind == "escaped":
        return match["escaped"], start + 1
    if kind == "number":
        return next(numbers, THING), start
    if kind == "entity":
        return unescape(match[0]), start
    return _SIGNS.get(str(kind), ""), start


def words_in(plain: str) -> int:
    """How many words there are: what stands between spaces and holds a letter or a digit."""
    return sum(any(map(str.isalnum, word)) or THING in word for word in plain.split())


def every(passages: Iterable[Passage], *kinds: str) -> Iterator[Passage]:
    """Those of some kinds."""
    return (one for one in passages if one.kind in kinds)
