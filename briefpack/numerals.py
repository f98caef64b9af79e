"""Numbers as a reader of the brief's language writes them."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from functools import cache
from itertools import pairwise

from babel import Locale
from babel.numbers import format_decimal

from briefpack.dataset import decimals

MINUS = "\N{MINUS SIGN}"
NARROW = "\N{NARROW NO-BREAK SPACE}"
NO_BREAK = "\N{NO-BREAK SPACE}"

_LONG = Context(prec=300, rounding=ROUND_HALF_UP)


def numeral(value: Decimal, language: str, places: int | None = None) -> str:
    """A number in the brief's language (a BCP 47 tag), as "14,132", "14.132" or "14 132".

    `places` behind the decimal sign; as many as `value` has where None. Rounded half up, as
    readers do it by hand; what is rounded to nothing has no minus.
    """
    if places is None:
        places = decimals(value)
    with localcontext(_LONG):
        rounded = value.quantize(Decimal(1).scaleb(-places)) + 0
        pattern = whole_pattern(language) + ("." + "0" * places if places else "")
        written = format_decimal(rounded or abs(rounded), pattern, _locale(language))
    return written.replace("-", MINUS)


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")


@cache
def whole_pattern(language: str) -> str:
    """How CLDR parts the thousands of a whole number, as "#,##0"."""
    whole, _, _ = _locale(language).decimal_formats[None].pattern.partition(".")
    return str(whole)


@cache
def decimal_sign(language: str) -> str:
    """What stands before a decimal fraction: "." or ","."""
    return str(_locale(language).number_symbols["latn"]["decimal"])


@cache
def percent_signs(language: str) -> tuple[str, str]:
    """What stands before and behind a number of hundredths: "%", in German a space before it."""
    before, _, behind = _locale(language).percent_formats[None].pattern.partition("#")
    return before, behind.lstrip("#,0").replace(" ", NO_BREAK)


def ranges(numbers: Sequence[int]) -> str:
    """1 2 4 5 6 9 -> "1–2, 4–6, 9"."""
    return ", ".join(f"{a}–{b}" if b > a else f"{a}" for a, b in _runs(numbers))


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    starts = [b for a, b in pairwise([-1, *numbers]) if b != a + 1]
    ends = [a for a, b in pairwise([*numbers, -1]) if b != a + 1]
    return zip(starts, ends, strict=True)
