"""Literals: the numbers that an author wrote by hand, found in a sentence and understood."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from briefpack.ledger.tongues import Tongue, tongue

_SPACES = "\u00a0\u202f\u2009"
_YEARS = range(1000, 2200)
_BEFORE = r"(?<![\w.,\-–−/:#§@^°'’])(?<![\w.,:/][\-–])"
_BEHIND = r"(?![\w°′″])(?![.,:/]\d)(?!\s?[–/]\s?\d)(?!-\w)(?!:\d)"
_CURRENCY = "$€£¥"


HEDGES = {"above": ">", "below": "<", "nearly": "⪅", "about": "~≈"}
"""Kind of hedge -> the signs that say the same as its words."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A number in a text, from `start` to `end`; `words` are what stands there.

    `plain` is its value, `scale` the power of ten of the word behind it ("million"). `bare_year`
    says that it may be a year; `hedge` is "about", "above", "below" or "nearly" where such a word
    stands before it.
    """

    start: int
    end: int
    words: str
    plain: Decimal
    scale: int = 0
    percent: bool = False
    hedge: str = ""
    bare_year: bool = False
    written_out: bool = False

    @property
    def amount(self) -> Decimal:
        """What it stands for."""
        return self.plain.scaleb(self.scale)

    @property
    def step(self) -> Decimal:
        """What one unit of its last digit stands for, noughts at the end left out."""
        return _step(self.plain).scaleb(self.scale)

    @property
    def figures(self) -> str:
        """Its digits, from the first to the last that is not a nought."""
        return "".join(map(str, self.plain.as_tuple().digits)).strip("0")

    @property
    def visibly_round(self) -> bool:
        """Whether a reader takes it for rounded: "14,000" or "1.2 million"."""
        return bool(self.scale) or (bool(self.plain) and _step(self.plain) >= 100)


def find(sentence: str, language: str) -> Iterator[Literal]:
    """The numbers of a sentence that count or measure something, in order.

    Left out are dates, times, ordinals, ranges, differences ("by 70"), and what numbers pages,
    sections, laws and the like. A year is kept, and known for what it may be.
    """
    how, patterns = tongue(language), _patterns(language)
    for match in patterns.number.finditer(sentence):
        before, behind = sentence[: match.start()].casefold(), sentence[match.end() :].casefold()
        if not patterns.passed_over(before, behind, match[0], how):
            yield _understood(match, before, behind, how, patterns)


def _understood(
    match: re.Match[str], before: str, behind: str, how: Tongue, patterns: "_Patterns"
) -> Literal:
    words, small = match[0], patterns.small.get(match[0].casefold())
    plain = Decimal(small) if small else _amount(words, how)
    scale = patterns.scale.match(behind) if how.words.scales else None
    power = how.words.scales[scale["word"]] if scale else 0
    end = match.end() + (scale.end() if scale else 0)
    rest = behind[scale.end() :] if scale else behind
    return Literal(
        match.start(),
        end,
        match.string[match.start() : end],
        plain,
        power,
        percent=bool(patterns.hundredths.match(rest)),
        hedge=patterns.hedge_in(before),
        bare_year=words.isdigit() and len(words) == 4 and int(words) in _YEARS and not scale,
        written_out=small is not None,
    )


def _amount(words: str, how: Tongue) -> Decimal:
    bare = re.sub(rf"[{_SPACES}'’{re.escape(how.group)}]", "", words)
    return Decimal(bare.replace(how.decimal, ".").replace("−", "-"))


def _step(plain: Decimal) -> Decimal:
    """One unit of the last digit that is not a nought, or that stands behind the decimal sign."""
    exponent = plain.as_tuple().exponent
    if isinstance(exponent, int) and exponent < 0:
        return Decimal(1).scaleb(exponent)
    noughts = len(str(abs(int(plain)))) - len(str(abs(int(plain))).rstrip("0"))
    return Decimal(1).scaleb(noughts if plain else 0)


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What a number looks like in a language, and what stands around it."""

    number: re.Pattern[str]
    scale: re.Pattern[str]
    hundredths: re.Pattern[str]
    hedges: Mapping[str, re.Pattern[str]]
    no_amount_before: re.Pattern[str]
    no_amount_behind: re.Pattern[str]
    small: dict[str, int]

    def hedge_in(self, before: str) -> str:
        """Which kind of hedge ends the words before a number; none is an empty word."""
        return next((kind for kind, words in self.hedges.items() if words.search(before)), "")

    def passed_over(self, before: str, behind: str, words: str, how: Tongue) -> bool:
        """Whether it counts and measures nothing."""
        if how.dotted and len(words) < 3 and behind.startswith(". "):
            return True
        return bool(self.no_amount_before.search(before) or self.no_amount_behind.match(behind))


@cache
def _patterns(language: str) -> _Patterns:
    how = tongue(language)
    words, point, group = how.words, re.escape(how.decimal), re.escape(how.group)
    small = words.small.split("|") if words.small else []
    digits = rf"(?:\d{{1,3}}(?:(?:{group}|[{_SPACES}'’])\d{{3}})+|\d{{1,15}})(?:{point}\d{{1,12}})?"
    written = "|".join([rf"[−-]?{digits}", *small])
    sign = rf"(?:\b(?:us|c|a|ca|nz|hk))?[{re.escape(_CURRENCY)}]?\s?"
    amount = rf"(?:\d|\b(?:{words.small or '#'})\b)"
    months = rf"\b(?:{how.months})\b"
    percent = rf"(?:{words.hundredths or '%'})?"
    return _Patterns(
        re.compile(rf"{_BEFORE}(?:{written}){_BEHIND}", re.IGNORECASE),
        re.compile(rf"\s?(?P<word>{_any(words.scales)})\b"),
        re.compile(rf"\s?(?:{words.hundredths or '%'})(?!\w)"),
        {
            kind: re.compile(rf"(?:\b(?:{getattr(words, kind) or '#'})\.?\s*|[{signs}]\s?){sign}$")
            for kind, signs in HEDGES.items()
        },
        re.compile(
            rf"\b(?:{words.places or '#'})\.?\s$|\b(?:{words.changes or '#'})\s*{sign}$"
            rf"|{months}\.?\s$|\d(?<!\b[12]\d\d\d)\s?{percent}\s(?:{words.ranges or '#'})\s{sign}$"
        ),
        re.compile(rf"\.?\s{months}|\s(?:{words.ranges or '#'})\s{sign}{amount}(?!\d{{3}}\b)"),
        {word: number for number, word in enumerate(small, start=2)},
    )


def _any(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word))) or "#"
