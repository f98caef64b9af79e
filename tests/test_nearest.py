"""A hint names the nearest right word, or all of them, or what else can be said."""

import pytest

from briefpack.nearest import did_you_mean


@pytest.mark.parametrize(
    ("word", "right", "hint"),
    [
        ("titel", ["title", "subtitle"], "did you mean 'title'?"),
        ("x", ["measure", "page", "side"], "expected one of measure, page, side"),
        ("x", [], "there are none"),
    ],
)
def test_the_nearest_word_is_named(word: str, right: list[str], hint: str) -> None:
    assert did_you_mean(word, right, "there are none") == hint
