"""Counting: numbers are written in the house's way."""

import re
from collections.abc import Iterator

from briefpack.copyedit.passages import Copy, Passage, every
from briefpack.copyedit.sentences import sentences
from briefpack.problem import Problem, Severity, quoted
from briefpack.words import complaint

PERCENT = {"en": "per cent", "de": "Prozent", "fr": "pour cent"}
"""How a percentage is written as a word."""

GROUPS = {"en": ",", "de": ".", "fr": "\u202f"}
"""What stands between the thousands."""

_PERCENT = {
    "sign": re.compile(r"\d\s?(?P<found>per ?cent|Prozent|pour ?cent)\b", re.IGNORECASE),
    "word": re.compile(r"\d\s?(?P<found>%)"),
}
_CURRENCY = {
    "sign": re.compile(r"\b(?:USD|EUR|GBP|CHF)\s?\d[\d.,\s]*|\d[\d.,]*\s?(?:USD|EUR|GBP)\b"),
    "code": re.compile(r"(?:US)?[$€£]\s?\d[\d.,]*|\d[\d.,]*\s?[$€£]"),
}
_UNGROUPED = re.compile(
    r"(?<![\w.,:/#–-])(?<!\b[A-Z]{2} )(?<!\b[A-Z]{3} )\d{5,9}(?![\w/–-]|[.,:]\d)"
)
_FOREIGN = {
    "en": re.compile(r"(?<![\w.,])\d{1,3}(?:(?:\.\d{3}){2,}|(?:['’]\d{3})+)(?![\w.,]?\d)"),
    "de": re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3}){2,}(?![\w.,]?\d)"),
    "fr": re.compile(r"(?<![\w.,])\d{1,3}(?:(?:,\d{3}){2,}|(?:\.\d{3}){2,})(?![\w.,]?\d)"),
}
_NAMED = re.compile(r"(?:\b[A-Z]{2,}|\b(?:No|Nr|n°|numéro|number|Nummer|RFC|PLZ))\.?\s$")
_RANGE = re.compile(
    r"(?<![\w.,:/–-])(?P<from>\d{1,4})-(?P<to>\d{1,4})(?P<unit>\s?(?:%|per cent|Prozent|pour cent"
    r"|years?|months?|days?|Jahren?|Monaten?|Tagen?|ans|mois|jours|km|m|kg|t|€)(?!\w))?(?![\w/-]|[.:,]\d)"
)
_PAGES = re.compile(r"\b(?:pp?\.|pages?|chapters?|sections?|S\.|Seiten?|Kapitel|Abschnitte?)\s$")


def check_percent(copy: Copy) -> Iterator[Problem]:
    """Percentages are written in one way; where that is the word, tables still have the sign."""
    if (asked := copy.manuscript.house.numbers.percent) is None or copy.language not in PERCENT:
        return
    kinds = ("prose",) if asked == "word" else ("prose", "line", "heading")
    for passage in every(copy.passages, *kinds):
        for match in _PERCENT[asked].finditer(passage.own):
            instead = "%" if asked == "sign" else PERCENT[copy.language]
            found = match["found"]
            yield _problem(passage, match.start("found"), found, "percent-style", instead)


def check_opening(copy: Copy) -> Iterator[Problem]:
    """No sentence begins with a figure: it has no capital to begin with."""
    if copy.manuscript.house.numbers.opening is None:
        return
    for passage in every(copy.passages, "prose"):
        for sentence in sentences(passage.plain, copy.language):
            if sentence.words[:1].isdigit() and sentence.words.rstrip("\"'”’»)")[-1:] in ".!?…":
                found = sentence.words.split()[0]
                there = passage.at(sentence.start, found)
                message = f"a sentence begins with the figure {quoted(found)}"
                hint = "write it as a word, or begin with another"
                yield complaint(there, "opening-figure", message, hint, Severity.WARNING)


def check_ranges(copy: Copy) -> Iterator[Problem]:
    """From one number to another goes an en dash; a hyphen makes a name of them, as 112-10."""
    if copy.manuscript.house.numbers.ranges is None:
        return
    for passage in copy.passages:
        for match in _RANGE.finditer(passage.own):
            if passage.part != "sources" and _is_range(match):
                instead = f"{match['from']}–{match['to']}"
                found = match[0].removesuffix(match["unit"] or "")
                yield _problem(passage, match.start(), found, "range-dash", instead)


def check_currency(copy: Copy) -> Iterator[Problem]:
    """Amounts of money bear a sign, or a code, as the house has it."""
    if (asked := copy.manuscript.house.numbers.currency) is None:
        return
    how = {"sign": "a sign, as €5 million", "code": "a code, as EUR 5 million"}[asked]
    for passage in copy.passages:
        for match in _CURRENCY[asked].finditer(passage.own):
            message = f"the house writes amounts of money with {how}"
            there = passage.at(match.start(), match[0])
            yield complaint(there, "currency-style", message, severity=Severity.WARNING)


def check_thousands(copy: Copy) -> Iterator[Problem]:
    """Thousands are parted as the language does it: nobody reads 1250000 at a glance.

    A number that names something (ISO 14289) keeps its form.
    """
    if copy.manuscript.house.numbers.thousands is None or copy.language not in GROUPS:
        return
    for passage in copy.passages:
        own = passage.own
        for pattern in (_UNGROUPED, _FOREIGN[copy.language]):
            for match in pattern.finditer(own):
                if not _NAMED.search(own[: match.start()]):
                    bare = re.sub(r"\D", "", match[0])
                    instead = f"{int(bare):,}".replace(",", GROUPS[copy.language])
                    yield _problem(passage, match.start(), match[0], "thousands", instead)


def _is_range(match: re.Match[str]) -> bool:
    """Whether two numbers are the ends of something: of years, pages, or of an amount."""
    start, end = match["from"], match["to"]
    if len(start) == 4 and start[0] in "12":
        short = len(end) == 2 and int(start[2:]) < int(end)  # 2026-01 is a month
        return short or (len(end) == 4 and int(start) < int(end) < 2200)
    told = match["unit"] or _PAGES.search(match.string[: match.start()])
    return bool(told) and int(start) < int(end)


def _problem(passage: Passage, at: int, found: str, rule: str, instead: str) -> Problem:
    message = f"the house does not write {quoted(found)} here"
    there = passage.at(at, found)
    return complaint(there, rule, message, f"write '{instead}'", Severity.WARNING)
