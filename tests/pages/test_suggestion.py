"""The suggested citation."""

from typing import Any

import pytest

from briefpack.brief import Brief
from briefpack.pages import layout, suggestion
from briefpack.words import Words


def brief(**more: Any) -> Brief:
    plain = {"title": "T", "date": "2026", "stance": "neutral", "authors": [{"name": "A"}]}
    return Brief.model_validate({**plain, **more})


@pytest.mark.parametrize(
    ("language", "names", "told"),
    [
        ("en-GB", "A", "A"),
        ("en-GB", "AB", "A and B"),
        ("en-GB", "ABC", "A, B and C"),
        ("de", "ABC", "A, B und C"),
        ("fr", "AB", "A et B"),
    ],
)
def test_authors_are_listed_as_the_language_lists(language: str, names: str, told: str) -> None:
    authors = [{"name": name} for name in names]
    assert suggestion.authors(brief(language=language, authors=authors)) == told


@pytest.mark.parametrize(
    ("language", "title", "told"),
    [
        ("en", "Debris", "Debris: Who pays"),
        ("fr", "Débris", "Débris\u00a0: Who pays"),
        ("de", "Trümmer?", "Trümmer? Who pays"),
    ],
)
def test_the_subtitle_follows_as_the_language_has_it(language: str, title: str, told: str) -> None:
    words = layout.find("policy").wording(Words(language))
    assert suggestion.title(brief(title=title, subtitle="Who pays"), words) == told
    assert suggestion.title(brief(title=title), words) == title


def test_an_organisation_is_named_once() -> None:
    authors = [
        {"name": "One", "organisation": "House"},
        {"name": "Two", "organisation": "House"},
        {"name": "House of Three", "organisation": "House of Three"},
    ]
    found = suggestion.details(brief(authors=authors, series="Paper", number="7"))
    assert found == ["Paper 7", "House"]
    assert suggestion.details(brief()) == []
