"""Judging: which numbers of a sentence say something else than the ledger.

A false alarm costs more than a miss: an author who is wrongly blamed twice reads no third message.
So a number is blamed only where the sentence speaks of what the ledger's entry is about, none of
its numbers is the right one, and the number counts just that, or is a slip of the right one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from briefpack.brief import Number
from briefpack.ledger.literals import Literal, find
from briefpack.ledger.sentences import Sentence
from briefpack.ledger.tongues import tongue

REACH = 5
"""So many words behind a number, what it counts may stand."""
FARTHEST = Decimal(8)
"""A number so many times greater or smaller is hardly a slip: it counts something else."""
ENDING = 3
"""Letters that a word may have more than the ledger has it with: "launch", "launches"."""
LONG = 7
"""Letters from which on a word may also lack the last two: "Dokumente", "Dokument"."""
CERTAIN = 4
"""As many digits make it unlikely that two numbers differ in one of them by chance."""

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_YEAR = re.compile(r"\b[12]\d{3}\b")
_CLAUSE = re.compile(r"[,.;:!?()—–]")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A number of a text, and the number of the ledger that should stand there; it is `sure` where
    the sentence says all by which it is recognised.
    """

    literal: Literal
    number: Number
    sure: bool


@dataclass(frozen=True, slots=True)
class Context:
    """The words of a sentence, the sentence before it, and the language of both."""

    words: str
    before: Sentence | None
    language: str

    def speaks_of(self, number: Number) -> bool:
        """Whether it has all the words by which a number is recognised."""
        return speaks_of(self.words, number)

    def goes_on_about(self, number: Number) -> bool:
        """Whether it only adds the year to what the sentence before speaks of, where the number
        does not stand yet: "In 2015 there were 87 attempts. In 2025 there were 329".
        """
        years = [one for one in number.says if _YEAR.fullmatch(one)]
        others = [one for one in number.says if one not in years]
        if not years or self.before is None or not all(_has(self.words, one) for one in years):
            return False
        spoken_of = all(_has(self.words, one) or _has(self.before.words, one) for one in others)
        return spoken_of and not stands_in(self.before, number, self.language)

    def names(self, literal: Literal, number: Number) -> bool:
        """Whether a literal is part of the words by which a number is recognised: "two lines"."""
        found = (match for one in number.says for match in _phrase(str(one)).finditer(self.words))
        return any(match.start() <= literal.start < match.end() for match in found)

    def touches(self, number: Number) -> bool:
        """Whether it has any of these words."""
        return any(_has(self.words, one) for one in number.says)


def contradictions(
    sentence: Sentence, numbers: Sequence[Number], language: str, before: Sentence | None = None
) -> Iterator[Contradiction]:
    """The numbers of a sentence that are not what the ledger says of the same thing.

    What it speaks of may be told by the sentence `before` it: "In 2025 it made 329".
    """
    literals = list(find(sentence.words, language))
    if not literals:
        return
    known = {
        (index, place)
        for index, literal in enumerate(literals)
        for place, number in enumerate(numbers)
        if agrees(literal, number, language)
    }
    right, there = {index for index, _ in known}, {place for _, place in known}
    context = Context(sentence.words, before, language)
    suspects = [
        (_distance(literal, number, language), not sure, index, place)
        for index, literal in enumerate(literals)
        if index not in right
        for place, number in enumerate(numbers)
        if place not in there and number.id not in sentence.called
        if (sure := _may_be(literal, number, context)) is not None
    ]
    for _, unsure, index, place in _paired(sorted(suspects)):
        yield Contradiction(literals[index], numbers[place], not unsure)


Suspect = tuple[Decimal, bool, int, int]


def _paired(suspects: Sequence[Suspect]) -> Iterator[Suspect]:
    """Each literal with the number that it is nearest to, and none of them twice."""
    literals: set[int] = set()
    numbers: set[int] = set()
    for suspect in suspects:
        _, _, index, place = suspect
        if index not in literals and place not in numbers:
            literals.add(index)
            numbers.add(place)
            yield suspect


def speaks_of(words: str, number: Number) -> bool:
    """Whether a text has all the words by which a number is recognised."""
    return bool(number.says) and all(_has(words, one) for one in number.says)


def stands_in(sentence: Sentence, number: Number, language: str) -> bool:
    """Whether a sentence has the number, by its id or written by hand."""
    literals = find(sentence.words, language)
    return number.id in sentence.called or any(agrees(one, number, language) for one in literals)


def agrees(literal: Literal, number: Number, language: str) -> bool:
    """Whether a number in a text is that of the ledger, perhaps rounded as a reader can see."""
    if literal.percent != is_percentage(number, language):
        return False
    return any(
        abs(literal.amount - value) <= number.slack * factor
        or _rounds(literal, value - literal.amount)
        for value, factor in values(number, language)
    )


BOUND = 10
"""Steps of its last digit within which "more than" speaks of a number: "more than four" of 329
speaks of something else.
"""
NEARLY = 10
"""Of "nearly 500", this part may be missing."""


def _is_true_bound(literal: Literal, number: Number, language: str) -> bool:
    """Whether "more than four", or "under 900", is true of the number, however far off."""
    above = literal.hedge == "above"
    return literal.hedge in ("above", "below") and any(
        value >= literal.amount if above else value <= literal.amount
        for value, _ in values(number, language)
    )


def _rounds(literal: Literal, excess: Decimal) -> bool:
    """Whether the literal is a rounded value, `excess` being by how much the value is more.

    "More than 300" is true of 487, and "more than 500" is not; "nearly" is close to it from below.
    """
    match literal.hedge:
        case "above":
            return 0 <= excess < BOUND * literal.step
        case "below":
            return -BOUND * literal.step < excess <= 0
        case "nearly":
            return -min(literal.step, abs(literal.amount) / NEARLY) < excess <= 0
        case "about":
            return abs(excess) * 2 <= literal.step
    return literal.visibly_round and abs(excess) * 2 <= literal.step


def is_percentage(number: Number, language: str) -> bool:
    """Whether the number is one of hundredths."""
    names = {"%", *(tongue(language).words.hundredths or "%").split("|")}
    return bool(number.unit) and str(number.unit).casefold() in names


def values(number: Number, language: str) -> Iterator[tuple[Decimal, Decimal]]:
    """The ledger's value as it stands there, and with the scale that its unit begins with; with
    each, what it was multiplied by.
    """
    yield number.amount, Decimal(1)
    if power := _power(number, language):
        yield number.amount.scaleb(power), Decimal(10) ** power


def _power(number: Number, language: str) -> int:
    """The power of ten that the number's unit begins with: 9 for "billion dollars"."""
    first = str(number.unit or "").casefold().partition(" ")[0].rstrip(".")
    return tongue(language).words.scales.get(first, 0)


def _may_be(literal: Literal, number: Number, context: Context) -> bool | None:
    """Whether a literal was surely meant to be the ledger's number; None where it was not."""
    if literal.percent != is_percentage(number, context.language):
        return None
    if literal.written_out and (number.amount > 12 or number.amount % 1):
        return None
    if context.names(literal, number) or not _is_whole(literal, number, context):
        return None
    if _distance(literal, number, context.language) > FARTHEST:
        return None
    if _is_true_bound(literal, number, context.language):
        return None
    sure = context.speaks_of(number)
    if _is_slip(literal, number) and context.touches(number):
        return sure
    if (sure or context.goes_on_about(number)) and _counts(literal, number, context):
        return sure
    return None


def _is_whole(literal: Literal, number: Number, context: Context) -> bool:
    """Whether a literal has the word for millions, or may share that of another number behind it,
    where the ledger's number has one.
    """
    power = _power(number, context.language)
    if not power or literal.scale:
        return True
    return any(one.scale == power for one in find(context.words, context.language))


def _distance(literal: Literal, number: Number, language: str) -> Decimal:
    """How many times greater the greater of the two is."""
    found = abs(literal.amount)
    pairs = [(abs(value), found) for value, _ in values(number, language)]
    return min(max(pair) / min(pair) if min(pair) else Decimal("Infinity") for pair in pairs)


def _is_slip(literal: Literal, number: Number) -> bool:
    """Whether one is the other with a wrong digit, or with two digits in the wrong order."""
    found, right = literal.figures, "".join(map(str, number.amount.as_tuple().digits)).strip("0")
    if literal.bare_year or len(found) != len(right) or len(right) < CERTAIN:
        return False
    pairs = enumerate(zip(found, right, strict=True))
    wrong = [place for place, (one, other) in pairs if one != other]
    if len(wrong) != 2:
        return len(wrong) == 1
    one, other = wrong
    return other == one + 1 and found[one] == right[other] and found[other] == right[one]


def _counts(literal: Literal, number: Number, context: Context) -> bool:
    """Whether what stands behind a literal lets it count what the ledger's number counts.

    Its unit, or the words by which the number is recognised, follow in the same clause; or nothing
    does that says what is counted, and it is no year.
    """
    clause = _CLAUSE.split(context.words[literal.end :], maxsplit=1)[0]
    following = _WORD.findall(clause)[:REACH]
    near = " ".join(following)
    if _is_of_another_year(near, number):
        return False
    if any(_has(near, one) for one in number.says if not one.isdigit()):
        return True
    if literal.bare_year:
        return False
    if not following or literal.percent:
        return True
    first = following[0].casefold()
    if number.unit and first in str(number.unit).casefold().split():
        return True
    return first in tongue(context.language).words.joints.split("|")


def _is_of_another_year(near: str, number: Number) -> bool:
    """Whether the words behind a literal name a year, and not that of the ledger's number."""
    year, own = _YEAR.search(near), [one for one in number.says if _YEAR.fullmatch(one)]
    return bool(own and year and year[0] not in own)


def _has(text: str, words: str) -> bool:
    return bool(_phrase(str(words)).search(text))


@cache
def _phrase(words: str) -> re.Pattern[str]:
    """A pattern of words in a row, whatever their case, each perhaps with an ending."""
    pieces = r"\W+".join(map(_inflected, words.split()))
    return re.compile(rf"(?<!\w){pieces}(?!\w)", re.IGNORECASE)


def _inflected(word: str) -> str:
    if not word[-1].isalpha():
        return re.escape(word)
    cut = 2 if len(word) >= LONG else 0
    return re.escape(word[: len(word) - cut]) + rf"\w{{0,{ENDING + cut}}}"
