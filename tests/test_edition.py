"""The table of editions."""

import pytest

from briefpack.edition import DEFAULT, EDITIONS, Edition, by_format
from briefpack.finishing.steps import STEPS
from briefpack.pages import layout


def test_editions_that_share_their_pages_are_laid_out_once() -> None:
    rows = [Edition("a", ""), Edition("b", "", format="large"), Edition("c", "")]
    groups = [[row.name for row in group] for group in by_format(rows).values()]
    assert groups == [["a", "c"], ["b"]]


def test_only_the_one_for_the_screen_has_a_plain_file_name() -> None:
    assert [row.name for row in EDITIONS.values() if not row.suffix] == [DEFAULT]


@pytest.mark.parametrize("row", EDITIONS.values(), ids=str)
def test_an_edition_asks_for_nothing_that_is_not_there(row: Edition) -> None:
    assert set(row.steps) <= set(STEPS)
    assert layout.find("policy", format=row.format).format == row.format
    assert row.follows in ("", *EDITIONS)
    assert row.name in layout.find("policy").group("editions")
    assert row.purpose.strip() == row.purpose != ""
