"""Numbers as a reader of the brief's language writes them."""

from decimal import Decimal

from babel import Locale
from babel.numbers import format_decimal

MINUS = "\N{MINUS SIGN}"
NARROW = "\N{NARROW NO-BREAK SPACE}"


def numeral(value: Decimal, language: str, places: int | None = None) -> str:
    """A number in the brief's language (a BCP 47 tag), as "14,132", "14.132" or "14 132".

    `places` behind the decimal sign; as many as `value` has where None. Rounded half to even, as
    CLDR has it.
    """
    if places is None:
        exponent = value.as_tuple().exponent
        places = max(-exponent, 0) if isinstance(exponent, int) else 0
    pattern = "#,##0" + ("." + "0" * places if places else "")
    written = format_decimal(value, pattern, Locale.parse(language, sep="-"))
    return written.replace("-", MINUS)
