"""Sources of the simple form in CSL's words."""

from typing import Any

import pytest

from briefpack.brief import Source
from briefpack.brief.source import Listed
from briefpack.pages.citing.items import item
from briefpack.words import Words


def made(**fields: Any) -> dict[str, Any]:
    return item(Source.model_validate({"id": "a", "title": "T", **fields}))


def test_words_names_and_dates_become_variables() -> None:
    source = made(
        type="chapter",
        author=[{"family": "Roe", "given": "Jane"}, "Valley Hospital"],
        editor="Somebody",
        container="A book",
        place="Berlin",
        pages="1-2",
        date="c. 1962-10",
        accessed="2026-03-02",
        doi="https://doi.org/10.1000/182",
    )
    assert source == {
        "type": "chapter",
        "title": "T",
        "author": [{"family": "Roe", "given": "Jane"}, {"literal": "Valley Hospital"}],
        "editor": [{"literal": "Somebody"}],
        "container-title": "A book",
        "publisher-place": "Berlin",
        "page": "1-2",
        "issued": {"date-parts": [[1962, 10]], "circa": 1},
        "accessed": {"date-parts": [[2026, 3, 2]]},
        "DOI": "10.1000/182",
    }


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"container": "J", "volume": "1"}, "article-journal"),
        ({"container": "B", "pages": "1-2"}, "chapter"),
        ({"publisher": "P"}, "book"),
        ({"publisher": "P", "url": "https://www.example.org"}, "report"),
        ({"url": "https://www.example.org"}, "webpage"),
        ({}, "document"),
    ],
)
def test_a_kind_that_is_not_said_is_guessed(fields: dict[str, str], kind: str) -> None:
    assert made(**fields)["type"] == kind


def test_a_source_of_a_library_is_what_its_file_says() -> None:
    source = Listed.model_construct(
        id=Words("a"), item={"type": "map", "title": "M", "DOI": "doi:10.1000/1"}
    )
    assert item(source) == {"type": "map", "title": "M", "DOI": "10.1000/1"}
