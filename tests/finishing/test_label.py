"""What an edition asks of its document catalogue."""

import io

import pikepdf
import pytest

from briefpack.edition import EDITIONS
from briefpack.finishing.label import label, page_labels
from briefpack.pages import typeset
from tests import validators
from tests.pages.printed import forme


def test_a_brief_opens_as_facing_pages_and_prints_on_both_sides() -> None:
    entries = label(EDITIONS["screen"], ["1", "2"])
    assert entries["PageLayout"] == "/TwoPageRight"
    assert entries["ViewerPreferences"] == {
        "DisplayDocTitle": True,
        "Duplex": "/DuplexFlipLongEdge",
        "PrintScaling": "/None",
    }


@pytest.mark.parametrize(
    ("folios", "runs"),
    [
        ("1 2 3", [(0, {"S": "/D", "St": 1})]),
        ("5 6 8", [(0, {"S": "/D", "St": 5}), (2, {"S": "/D", "St": 8})]),
        (
            "A-1 A-2 B-1",
            [(0, {"S": "/D", "P": "A-", "St": 1}), (2, {"S": "/D", "P": "B-", "St": 1})],
        ),
        ("Cover 2", [(0, {"P": "Cover"}), (1, {"S": "/D", "St": 2})]),
        ("i ii", [(0, {"P": "i"}), (1, {"P": "ii"})]),
        ("12 12A 13", [(0, {"S": "/D", "St": 12}), (1, {"P": "12A"}), (2, {"S": "/D", "St": 13})]),
    ],
)
def test_folios_that_count_on_are_one_run(
    folios: str, runs: list[tuple[int, dict[str, object]]]
) -> None:
    assert list(page_labels(folios.split())) == runs


def test_a_page_without_a_folio_has_no_label() -> None:
    assert list(page_labels(["", "2"])) == [(0, {}), (1, {"S": "/D", "St": 2})]


def test_a_labelled_file_is_valid_and_says_so_to_a_reader() -> None:
    entries = label(EDITIONS["screen"], ["Cover", "2"])
    style = ".break { break-before: page }"
    pdf = typeset.lay_out(forme("<h1>One</h1><p class=break>two", style)).pdf(entries)
    assert validators.failures(pdf) == []
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert [page.label for page in document.pages] == ["Cover", "2"]
        assert document.Root.ViewerPreferences.Duplex == pikepdf.Name.DuplexFlipLongEdge
