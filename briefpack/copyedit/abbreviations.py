"""Abbreviations: each is in the glossary or spelled out, and the glossary has none too many."""

import re
from collections.abc import Iterable, Iterator, Sequence

from briefpack import reading
from briefpack.brief import Manuscript
from briefpack.copyedit.passages import Copy, Passage, every
from briefpack.problem import Problem, Severity, quoted
from briefpack.words import Words, complaint

KNOWN = {
    "": "AIDS CD DNA DOI DVD EU GMT GPS HIV HTML ISBN ISO ISSN OK PDF SMS SOS UN URL USA USB UTC"
    " WWW",
    "en": "AI AM BBC CEO DC GDP ID IT NATO PM TV UK US VAT VIP",
    "de": "AG BRD CDU CSU DDR DIN EDV FDP GG IT KI LKW NATO PKW SPD TV UNO VIP",
    "fr": "IA ONU OTAN PDG PIB RER SA SNCF TGV TVA UE",
}
"""Abbreviations that need no explanation, anywhere and by language."""

_CAPITALS = "[A-ZÀ-ÖØ-Þ]"
_ABBREVIATION = re.compile(
    rf"(?<![\w.&/@#-])(?<!\d[ \u00a0\u202f])(?<![$€£])(?P<name>{_CAPITALS}{{2,6}})s?"
    rf"(?!-?\d)(?![ \u00a0]\d)(?![\w&@]|\.\w)"
)
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_SHOUT = re.compile(rf"{_CAPITALS}{{2,}}")
_EXPLAINED = re.compile(r"\s\(\D")
_STOP = re.compile(r"[.;:!?]\s")
_WORD = re.compile(r"[^\W_]+")
_OFTEN = 2
_NEAR = 40
_NEARBY = 90

Uses = Sequence[tuple[Passage, re.Match[str]]]


def check(copy: Copy) -> Iterator[Problem]:
    """An abbreviation is spelled out where it first stands, or the glossary has it.

    What the glossary has is spelled out by itself. Readers who meet one that nobody explains read
    on without it. Only those are missed that occur more than once in the running prose of the
    texts; names with numbers (EN 301 549), units behind a number, Roman numerals and words that
    are shouted are none.
    """
    for name, uses in _unexplained(copy):
        if len(uses) >= _OFTEN and not any(_is_spelled_out(match) for _, match in uses):
            glossary = copy.manuscript.brief.glossary
            message = f"{quoted(name)} is neither in the glossary nor spelled out"
            hint = f"add it to glossary.yaml: {{term: {name}, full: …}}"
            if not glossary:
                message = f"{quoted(name)} is not spelled out"
                hint = f"write what it stands for, then ({name}), where it first stands"
            yield complaint(_place(uses, 0, name), "abbreviation", message, hint, Severity.WARNING)


def check_early(copy: Copy) -> Iterator[Problem]:
    """What an abbreviation stands for is said at its first use, and not at a later one."""
    for name, uses in _unexplained(copy):
        spelled = [at for at, (_, match) in enumerate(uses) if _is_spelled_out(match)]
        if spelled and spelled[0]:
            there = _place(uses, spelled[0], name).place
            message = f"{quoted(name)} stands here, and is spelled out later, at {there}"
            first = _place(uses, 0, name)
            hint = "spell it out here"
            yield complaint(first, "early-abbreviation", message, hint, Severity.WARNING)


def _unexplained(copy: Copy) -> Iterator[tuple[str, Uses]]:
    """The abbreviations that neither everybody knows nor the glossary has, and all their uses."""
    if {"text", "glossary", "parts"} & copy.manuscript.gaps:
        return
    familiar = _familiar(copy.manuscript)
    uses: dict[str, list[tuple[Passage, re.Match[str]]]] = {}
    for passage in every(copy.passages, "prose"):
        for match in _ABBREVIATION.finditer(passage.own):
            if match["name"] not in familiar and not _is_shouted(match):
                uses.setdefault(match["name"], []).append((passage, match))
    yield from uses.items()


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
    """What nobody needs to be told: common ones, the house's, the marking, the glossary's."""
    brief = manuscript.brief
    known = {*KNOWN[""].split(), *KNOWN.get(brief.language.split("-")[0], "").split()}
    known |= set(re.findall(r"\w+", brief.marking or "")) | set(map(str, manuscript.house.familiar))
    return known | {str(term.term) for term in brief.glossary}


def _is_shouted(match: re.Match[str]) -> bool:
    """Whether it is a Roman numeral, or a word of several in capitals."""
    start, end = match.span()
    before = match.string[max(start - _NEAR, 0) : start].split()[-1:]
    after = match.string[end : end + _NEAR].split()[:1]
    loud = any(_SHOUT.fullmatch(word) for word in (*before, *after))
    return loud or bool(_ROMAN.fullmatch(match["name"]))


def _is_spelled_out(match: re.Match[str]) -> bool:
    """Whether its full form stands beside it: the one in parentheses, or with its initials."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    if (before.endswith("(") and after[:1] in (")", ",", ";")) or _EXPLAINED.match(after):
        return True
    name = match["name"]
    [*_, near], [follows, *_] = _STOP.split(before), _STOP.split(after)
    return name in _initials(near[-_NEARBY:]) or name in _initials(follows[:_NEARBY])


def _initials(words: str) -> str:
    """The first letters of the words with a capital, of those that are more than that."""
    return "".join(word[0] for word in _WORD.findall(words) if word.istitle() and len(word) > 1)


def _place(uses: Uses, at: int, name: str) -> Words:
    """Where a use of a name stands."""
    passage, match = uses[at]
    return passage.at(match.start(), name)


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
