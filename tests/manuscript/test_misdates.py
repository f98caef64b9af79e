"""A date written as in a letter is shown as it is to be written here."""

import pytest

from briefpack.manuscript.misdates import nearest_date


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("26 October 1977", "1977-10-26"),
        ("1st Feb. 2026", "2026-02-01"),
        ("October 26, 1977", "1977-10-26"),
        ("October 1977", "1977-10"),
        ("01.02.2026", "2026-02-01"),
        ("circa 1950", "c. 1950"),
        ("the 1950s", None),
        ("1950s", "1950/1959"),
        ("30 February 1977", None),
        ("03/04/2026", None),
        ("soon", None),
    ],
)
def test_the_date_that_was_meant_is_named(written: str, meant: str | None) -> None:
    assert nearest_date(written) == (f"write it as {meant}" if meant else "")
