"""Locators: what stands behind the key of a source."""

import pytest

from briefpack.pages.citing.locators import Locator, read


@pytest.mark.parametrize(
    ("written", "label", "where"),
    [
        ("p. 4", "page", "4"),
        ("pp. 4–6", "page", "4–6"),
        ("S. 12", "page", "12"),
        ("12", "page", "12"),
        ("chap. 2", "chapter", "2"),
        ("Kap. 2", "chapter", "2"),
        ("§ 3", "section", "3"),
        ("vol. 2", "volume", "2"),
        ("p. xiv", "page", "xiv"),
        ("fig. 3a", "figure", "3a"),
    ],
)
def test_a_label_in_either_language_is_known(written: str, label: str, where: str) -> None:
    assert read(written) == Locator(label, where)


@pytest.mark.parametrize("written", ["annex B", "Article VI", "passim", "the map"])
def test_other_words_stay_as_they_are(written: str) -> None:
    assert read(written) == Locator("", "", written)


def test_nothing_is_no_locator() -> None:
    assert read("") is None
