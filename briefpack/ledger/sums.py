"""Sums: what a brief says of several numbers together, worked out: `(us + china) / world > 0.8`.

A grammar of its own, since a content file must not be able to run anything:

    claim   = sum sign sum      sign = ">" | "<" | ">=" | "<=" | "=" | "≥" | "≤"
    sum     = product { ("+" | "-") product }
    product = value { ("*" | "/") value }
    value   = number | id | "(" sum ")"

An id may hold hyphens, so a minus stands between spaces.
"""

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Context, Decimal
from fractions import Fraction

LONGEST = 300
"""Characters of a claim."""
DEEPEST = 20
"""How deep parentheses stand within each other."""

_TELLING = (4, 8, 16, 50)
"""How many digits two numbers are shown with, until they differ."""
_LONGEST = 20
"""Digits of a number that is shown without a power of ten."""
_PIECE = re.compile(
    r"\s*(?:(?P<number>\d{1,30}(?:\.\d{1,30})?)|(?P<id>[a-z][a-z0-9-]*)"
    r"|(?P<sign>>=|<=|[><=≥≤])|(?P<step>[-+*/()−×÷]))"
)
_SAME = {"≥": ">=", "≤": "<=", "−": "-", "×": "*", "÷": "/"}

SIGNS: Mapping[str, Callable[[Fraction, Fraction], bool]] = {
    ">": lambda left, right: left > right,
    "<": lambda left, right: left < right,
    ">=": lambda left, right: left >= right,
    "<=": lambda left, right: left <= right,
    "=": lambda left, right: left == right,
}
STEPS: Mapping[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


class Unsound(ValueError):
    """A claim that cannot be worked out: `at` is the offset of what is wrong, `unknown` the id that
    the ledger lacks, where that is it.
    """

    def __init__(self, message: str, at: int, unknown: str = "") -> None:
        super().__init__(message)
        self.at = at
        self.unknown = unknown


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a claim comes to: both sides worked out, the sign between them, the ids in it."""

    left: Fraction
    sign: str
    right: Fraction
    ids: frozenset[str]

    @property
    def holds(self) -> bool:
        """Whether it is true."""
        return SIGNS[self.sign](self.left, self.right)

    def shown(self) -> tuple[str, str]:
        """Both sides in as many digits as tell them apart, four at least: "0.4958", "0.5"."""
        pairs = [(_rounded(self.left, to), _rounded(self.right, to)) for to in _TELLING]
        return next((pair for pair in pairs if pair[0] != pair[1]), pairs[0])


def _rounded(number: Fraction, digits: int) -> str:
    context = Context(prec=digits)
    rounded = context.divide(Decimal(number.numerator), Decimal(number.denominator))
    return f"{rounded.normalize(context):{'f' if abs(rounded.adjusted()) < _LONGEST else 'e'}}"


def work_out(claim: str, values: Mapping[str, Decimal]) -> Outcome:
    """Work out a claim; `Unsound` where that cannot be done."""
    if len(claim) > LONGEST:
        raise Unsound(f"a claim has at most {LONGEST} characters", 0)
    sheet = _Sheet(list(_pieces(claim)), len(claim.rstrip()), values)
    left = sheet.sum()
    sign, at = sheet.take()
    if sign not in SIGNS:
        raise Unsound("expected one of > < >= <= = between two sums", at)
    right = sheet.sum()
    _, at = sheet.peek()
    if at < len(claim.rstrip()):
        raise Unsound("the claim should end here", at)
    return Outcome(left, sign, right, frozenset(sheet.ids))


def _pieces(claim: str) -> Iterator[tuple[str, int]]:
    at, end = 0, len(claim.rstrip())
    while at < end:
        match = _PIECE.match(claim, at)
        if not match:
            rest = claim[at:]
            raise Unsound("this is no part of a sum", at + len(rest) - len(rest.lstrip()))
        piece = match[0].lstrip()
        yield _SAME.get(piece, piece), match.end() - len(piece)
        at = match.end()


@dataclass(slots=True)
class _Sheet:
    """A claim being worked out, piece by piece from the left."""

    pieces: list[tuple[str, int]]
    end: int
    values: Mapping[str, Decimal]
    at: int = 0
    depth: int = 0
    ids: set[str] = field(default_factory=set)

    def peek(self) -> tuple[str, int]:
        """The next piece and its offset; an empty one behind the last."""
        return self.pieces[self.at] if self.at < len(self.pieces) else ("", self.end)

    def take(self) -> tuple[str, int]:
        """The next piece, which is done with."""
        piece = self.peek()
        self.at += 1
        return piece

    def sum(self) -> Fraction:
        """Products, added up."""
        return self._steps(self.product, ("+", "-"))

    def product(self) -> Fraction:
        """Values, multiplied."""
        return self._steps(self.value, ("*", "/"))

    def value(self) -> Fraction:
        """A number, the value of an id, or a sum in parentheses."""
        piece, at = self.take()
        if piece == "(":
            return self._enclosed(at)
        if piece[:1].isdigit():
            return Fraction(piece)
        if not piece[:1].isalpha():
            raise Unsound("expected a number or the id of one here", at)
        if piece not in self.values:
            raise Unsound(f"the ledger has no number '{piece}'", at, piece)
        self.ids.add(piece)
        return Fraction(self.values[piece])

    def _enclosed(self, at: int) -> Fraction:
        self.depth += 1
        if self.depth > DEEPEST:
            raise Unsound("parentheses stand too deep within each other", at)
        found = self.sum()
        piece, there = self.take()
        if piece != ")":
            raise Unsound("expected ')' here", there)
        self.depth -= 1
        return found

    def _steps(self, part: Callable[[], Fraction], steps: tuple[str, ...]) -> Fraction:
        found = part()
        while self.peek()[0] in steps:
            step, at = self.take()
            try:
                found = STEPS[step](found, part())
            except ZeroDivisionError:
                raise Unsound("this cannot be divided", at) from None
        return found
