"""Printing: a number of the ledger as readers of the brief's language write it."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from babel import Locale, UnknownLocaleError

from briefpack import numerals
from briefpack.brief import Number
from briefpack.numerals import NO_BREAK

FORMS = ("", "bare")
"""`{n id}` prints a number with what stands before and behind it, `{n id bare}` without."""

HUNDREDTHS = "%"
_MINUS = numerals.MINUS


def printed(number: Number, language: str, form: str = "") -> str:
    """The number in the brief's language, as "14,132", "$135 billion" or "59,5 %".

    Between a number and its unit stands a no-break space, and at a percent sign what the language
    has there.
    """
    written = bare(number, language)
    if form == "bare":
        return written
    if number.before:
        sign = _MINUS if written.startswith(_MINUS) else ""
        gap = NO_BREAK if number.before[-1].isalnum() else ""
        written = sign + number.before.replace(" ", NO_BREAK) + gap + written.removeprefix(_MINUS)
    if number.unit == HUNDREDTHS:
        before, behind = numerals.percent_signs(known(language))
        return before + written + behind
    return written + (NO_BREAK + number.unit.replace(" ", NO_BREAK) if number.unit else "")


def wording(numbers: Sequence[Number], language: str) -> dict[tuple[str, str], str]:
    """What is printed for each number in each form, by its id and the form."""
    return {
        (str(number.id), form): printed(number, language, form)
        for number in numbers
        for form in FORMS
    }


def bare(number: Number, language: str) -> str:
    """The number alone."""
    places = int(number.places) if number.places else None
    return numerals.numeral(number.amount, known(language), places)


def digits(amount: Decimal) -> str:
    """An amount as messages write it: "14132", without signs between the thousands."""
    plain = f"{amount.normalize():f}"
    return plain.replace("-", _MINUS)


@cache
def known(language: str) -> str:
    """The language, or English where nobody knows how it writes numbers."""
    try:
        Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        return "en"
    return language
