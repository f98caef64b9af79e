"""Dates in words: as given, in the reader's language."""

import pytest

from briefpack.dates import When
from briefpack.pages import wording

WRITTEN = [
    # written                  en-GB, long                       en-US, short          de, long
    ("1962", "1962", "1962", "1962"),
    ("1962-10", "October 1962", "Oct 1962", "Oktober 1962"),
    ("1962-10-16", "16 October 1962", "Oct 16, 1962", "16. Oktober 1962"),
    ("1961/1968", "1961–1968", "1961 – 1968", "1961–1968"),
    ("1962-10-16/1962-10-28", "16–28 October 1962", "Oct 16 – 28, 1962", "16.–28. Oktober 1962"),
    ("1962-10/1963-02", "October 1962 – February 1963", "Oct 1962 – Feb 1963", "Oktober 1962 – Februar 1963"),  # noqa: E501
    ("c. 1962-03", "c. March 1962", "c. Mar 1962", "c. März 1962"),
]  # fmt: skip


def words(text: str, language: str, length: wording.Length) -> str:
    """Spaces that are thin, round dashes, or keep a line together, read as plain ones."""
    shown = wording.date(When.parse(text), language, "c. {date}", length)
    return shown.replace("\u2009", " ").replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(("written", "british", "american", "german"), WRITTEN)
def test_a_date_prints_as_given(written: str, british: str, american: str, german: str) -> None:
    assert words(written, "en-GB", "long") == british
    assert words(written, "en-US", "short") == american
    assert words(written, "de", "long") == german


def test_a_machine_gets_the_first_day_that_a_date_can_mean() -> None:
    assert wording.machine(When.parse("2025-11")) == "2025-11-01T00:00:00Z"


@pytest.mark.parametrize(
    ("language", "tied"),
    [
        ("en-GB", "16\u00a0October 1962"),
        ("en-US", "October\u00a016, 1962"),
        ("de", "16.\u00a0Oktober 1962"),
    ],
)
def test_no_line_ends_between_a_day_and_its_month(language: str, tied: str) -> None:
    assert wording.date(When.parse("1962-10-16"), language, "c. {date}") == tied
