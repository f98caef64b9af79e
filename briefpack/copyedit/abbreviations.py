"""Abbreviations: each is in the glossary or spelled out, and the glossary has none too many."""

import re
from collections.abc import Iterable, Iterator, Sequence

from markdown_it.token import Token

from briefpack import reading
from briefpack.brief import Manuscript
from briefpack.problem import Place, Problem, Severity, quoted
from briefpack.words import Words, complaint

KNOWN = {
    "": "AIDS DNA EU HIV ISBN ISO OK PDF UN URL USA WWW",
    "en": "AI AM BBC CEO GDP NATO PM TV UK US VAT",
    "de": "AG BRD DDR EDV GG IT KI LKW NATO PKW TV UNO USB",
    "fr": "IA ONU OTAN PDG PIB SA TVA UE",
}
"""Abbreviations that need no explanation, anywhere and by language."""

_CAPITALS = "[A-ZÀ-ÖØ-Þ]"
_ABBREVIATION = re.compile(rf"(?<![\w.&-])(?P<name>{_CAPITALS}{{2,6}})s?(?!-?\d)(?![\w&]|\.\w)")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_SHOUT = re.compile(rf"{_CAPITALS}{{2,}}")
_EXPLAINED = re.compile(r"\s\(\D")
_WORD = re.compile(r"[^\W_]+")
_OFTEN = 2
_NEAR = 40


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """A brief with a glossary has all its abbreviations in it, or spells them out itself.

    Readers who look one up and do not find it lose their trust in the list. Only those are missed
    that occur more than once in running prose; who has no glossary is not told.
    """
    if not manuscript.brief.glossary or {"text", "glossary", "parts"} & manuscript.gaps:
        return
    familiar = _familiar(manuscript)
    uses: dict[str, list[tuple[Token, re.Match[str]]]] = {}
    for line in _lines(manuscript.tokens):
        for match in _ABBREVIATION.finditer(reading.text([line])):
            if match["name"] not in familiar and not _is_shouted(match):
                uses.setdefault(match["name"], []).append((line, match))
    for name, found in uses.items():
        if len(found) >= _OFTEN and not _is_spelled_out(found[0][1]):
            message = f"{quoted(name)} is neither in the glossary nor spelled out"
            hint = f"add it to glossary.yaml: {{term: {name}, full: …}}"
            there = _place(found[0][0], name)
            yield complaint(there, "abbreviation", message, hint, Severity.WARNING)


def check_unused(manuscript: Manuscript) -> Iterator[Problem]:
    """What the glossary explains occurs somewhere in the brief."""
    if manuscript.gaps or not manuscript.brief.glossary:
        return
    printed = _plain(_everything(manuscript))
    itself = _plain(str(term.text) for term in manuscript.brief.glossary if term.text)
    for term in manuscript.brief.glossary:
        ways = [
            _plain([way]) for way in (term.term, f"{term.term}s", term.full, term.plural) if way
        ]
        if not any(printed.count(way) > itself.count(way) for way in ways):
            message = f"{quoted(term.term)} is explained, and occurs nowhere"
            yield complaint(term.term, "unused-term", message, severity=Severity.WARNING)


def check_twice(manuscript: Manuscript) -> Iterator[Problem]:
    """No term is explained twice."""
    first: dict[str, Words] = {}
    for term in manuscript.brief.glossary:
        before = first.setdefault(str(term.term), term.term)
        if before is not term.term:
            message = f"the glossary has {quoted(term.term)} twice; first at {before.place}"
            yield complaint(term.term, "duplicate-term", message, "keep one of them")


def _familiar(manuscript: Manuscript) -> set[str]:
    """What nobody needs to be told: common ones, the marking, and what the glossary has."""
    brief = manuscript.brief
    known = {*KNOWN[""].split(), *KNOWN.get(brief.language.split("-")[0], "").split()}
    known |= set(re.findall(r"\w+", brief.marking or ""))
    return known | {str(term.term) for term in brief.glossary}


def _lines(tokens: Sequence[Token]) -> Iterator[Token]:
    """The lines of running prose, also those in boxes."""
    tokens = list(tokens)
    yield from reading.running(tokens)
    for token in tokens:
        if token.type == "block" and token.meta["block"].name == "box":
            yield from _lines(token.meta["block"].body)


def _is_shouted(match: re.Match[str]) -> bool:
    """Whether it is a Roman numeral, or a word of several in capitals."""
    start, end = match.span()
    before = match.string[max(start - _NEAR, 0) : start].split()[-1:]
    after = match.string[end : end + _NEAR].split()[:1]
    loud = any(_SHOUT.fullmatch(word) for word in (*before, *after))
    return loud or bool(_ROMAN.fullmatch(match["name"]))


def _is_spelled_out(match: re.Match[str]) -> bool:
    """Whether it stands in parentheses behind its full form, or the other way round."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    return (before.endswith("(") and after.startswith(")")) or bool(_EXPLAINED.match(after))


def _place(line: Token, name: str) -> Words:
    """Where a name stands in a line; in a list, the line alone is known."""
    place = line.meta.get("place") or Place("")
    at = max(line.content.find(name), 0)
    row = line.content.count("\n", 0, at)
    words = line.content.split("\n")[row]
    column = at - (line.content.rfind("\n", 0, at) + 1)
    if line.level > 1:
        return Words(name, Place(place.file, place.line + row), "")
    indent = max(place.column - 1, 0)
    spot = Place(place.file, place.line + row, indent + column + 1)
    return Words(name, spot, " " * indent + words)


def _everything(manuscript: Manuscript) -> Iterator[str]:
    """All words of the texts and the short fields, and those that are quoted."""
    brief = manuscript.brief
    tokens = reading.walk([*manuscript.tokens, *manuscript.asides])
    yield from (token.content for token in tokens if token.type == "text")
    yield from (str(quote.words) for quote in brief.quotes)
    yield from (str(source.title) for source in brief.sources)


def _plain(pieces: Iterable[str]) -> str:
    """Words alone, for comparing, each between spaces."""
    return " " + "  ".join(_WORD.findall(" ".join(pieces))) + " "
