"""CSL files, in JSON and in YAML."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack.manuscript.bibliography import records
from briefpack.manuscript.sheets import Sheet
from briefpack.problem import Refused

JSON = """[
	{
		"id": "http://zotero.org/users/1/items/ABCD",
		"type": "report",
		"title": "Night buses",
		"author": [{"family": "Roe", "given": "Jane"}, {"literal": "Ministry"}],
		"issued": {"date-parts": [["2025", 1, 15]]},
		"accessed": {"date-parts": [[2026, 3]]},
		"publisher": "Valley \\u0026 Sons",
		"number": 12
	},
	{"id": "x", "citation-key": "roe2024", "type": "webpage", "title": "Stops",
		"issued": {"raw": "2024-03"}, "URL": "https:\\/\\/www.example.org"}
]
"""
YAML = """references:
- id: roe2024
  type: book
  title: Night buses
  author:
  - family: Roe
    given: Jane
  issued:
  - year: 2024
    month: 5
- id: law
  type: legislation
  title: Act
  issued: 1999-05
"""


def read(text: str) -> tuple[list[dict[str, Any]], list[str]]:
    listings, problems = records.read(Sheet("x/library.json", text))
    faults = [fault for listing in listings for fault in listing.faults]
    told = [f"{one.place.line}:{one.place.column} {one.message}" for one in [*problems, *faults]]
    return [{"id": str(listing.key), **listing.item} for listing in listings], told


def test_json_of_zotero_is_read() -> None:
    items, problems = read(JSON)
    assert not problems
    assert items == [
        {
            "id": "ABCD",
            "type": "report",
            "title": "Night buses",
            "author": [{"family": "Roe", "given": "Jane"}, {"literal": "Ministry"}],
            "issued": {"date-parts": [[2025, 1, 15]]},
            "accessed": {"date-parts": [[2026, 3]]},
            "publisher": "Valley & Sons",
            "number": "12",
        },
        {
            "id": "roe2024",
            "type": "webpage",
            "title": "Stops",
            "issued": {"date-parts": [[2024, 3]]},
            "URL": "https://www.example.org",
        },
    ]


def test_yaml_of_pandoc_is_read() -> None:
    items, problems = read(YAML)
    assert not problems
    assert [item["issued"] for item in items] == [
        {"date-parts": [[2024, 5]]},
        {"date-parts": [[1999, 5]]},
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[{"type": "book"}]', "1:2 this source has no id"),
        ('["book"]', "1:2 expected a source with keys and values here"),
        (
            '[{"id": "a", "issued": {"date-parts": [[2025, 14]]}}]',
            "1:14 'issued' is no date: there is no month 14",
        ),
        ('[{"id": "a", "issued": []}]', "1:14 'issued' is no date"),
    ],
)
def test_what_is_wrong_is_told_where_it_is(text: str, told: str) -> None:
    assert told in read(text)[1]


def test_a_file_that_is_no_list_is_refused() -> None:
    with pytest.raises(Refused):
        read('{"a": "b"}')


@given(st.integers(0, len(JSON)), st.text(st.sampled_from('[]{}",:1a \n-'), max_size=10))
def test_no_damage_is_too_much(cut: int, rubbish: str) -> None:
    for text in (JSON[:cut] + rubbish, JSON[:cut] + rubbish + JSON[cut:], rubbish or "x"):
        try:
            read(text)
        except Refused:
            continue
