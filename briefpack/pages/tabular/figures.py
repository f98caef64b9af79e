"""Figures: how a number of a table is written, and where its decimal mark is."""

import re
from decimal import Decimal
from functools import cache

from briefpack.blocks.columns import Format
from briefpack.numerals import MINUS, NO_BREAK, decimal_sign, numeral, percent_signs

_HYPHEN = re.compile(r"^(\W*?)-(?=[^\w\s]?\d)")


def figure(number: Decimal, format_: Format | None, language: str) -> tuple[str, str]:
    """A number up to its units, and what stands behind them, as "14,132" and ".5 %"."""
    if format_ is None or format_.kind != "number":
        return _parted(numeral(number, language), language)
    value = number * 100 if format_.fraction else number
    written = numeral(abs(value), language, format_.places)
    before, behind = _around(format_, language)
    whole, fraction = _parted(written, language)
    return _sign(value, written, format_.signed) + before + whole, fraction + behind


def plain(number: Decimal) -> str:
    """A number without signs between its thousands: a year."""
    return f"{number:f}".replace("-", MINUS)


def behind(text: str, language: str) -> str | None:
    """What stands behind the units of the number in a cell that an author wrote.

    Nothing where there is no number; None where there are several, as in "12–15".
    """
    match = _number(decimal_sign(language)).fullmatch(text.strip())
    return match["behind"] if match else None if re.search(r"\d", text) else ""


def with_minus(text: str) -> str:
    """The number with a minus where its author typed a hyphen."""
    return _HYPHEN.sub(lambda match: match[1] + MINUS, text)


def _sign(value: Decimal, written: str, signed: bool) -> str:
    """What is rounded to nothing has no sign."""
    if not re.search(r"[1-9]", written):
        return ""
    return MINUS if value < 0 else "+" if signed else ""


def _around(format_: Format, language: str) -> tuple[str, str]:
    """What stands before and behind; a percent sign stands as the language has it."""
    before, after = format_.around
    if format_.percent:
        ahead, sign = percent_signs(language)
        return ahead + before, sign + after.strip()[1:].rstrip()
    return before, NO_BREAK + after.strip() if after[:1].isspace() else after.rstrip()


def _parted(written: str, language: str) -> tuple[str, str]:
    whole, sign, fraction = written.partition(decimal_sign(language))
    return whole, sign + fraction


@cache
def _number(sign: str) -> re.Pattern[str]:
    """One number and words around it; its thousands may be parted, then it may have a fraction."""
    parting = "".join(sorted({*".,’'  \u202f"} - {sign}))
    groups = rf"\d{{1,3}}(?:[{parting}]\d{{3}})+"
    return re.compile(rf"\D*(?:{groups}|\d+)(?P<behind>(?:{re.escape(sign)}\d+)?\D*)", re.ASCII)
