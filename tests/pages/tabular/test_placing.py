"""Where a table stands, and how its columns share the room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from briefpack.pages import layout
from briefpack.pages.tabular.grid import Cell, Grid, Head, Row
from briefpack.pages.tabular.measuring import deepest, ems, widths
from briefpack.pages.tabular.placing import FULL, LEAST, ROOMY, Placed, placed, rooms
from briefpack.paper import PAPERS

A4 = rooms(layout.find("policy").lengths("grid", PAPERS["a4"]), PAPERS["a4"])


def grid(*columns: str, rows: int = 3) -> Grid:
    """Each column has a word, or a number where it begins with a digit, in all of its rows."""
    cells = [Cell(Markup(), text, "" if text[:1].isdigit() else None) for text in columns]
    heads = [Head(Markup(), "x", "", "right" if cell.behind == "" else "left") for cell in cells]
    return Grid(heads, [Row(cells)] * rows)


def numbers(count: int, digits: int = 9) -> Grid:
    return grid("Country", *["1" * digits] * count)


def test_a_table_stands_where_it_fits() -> None:
    tried = [placed(numbers(count), A4, None) for count in (3, 9, 10, 12, 16)]
    assert [(fit.place, fit.points) for fit in tried] == [
        ("text", 8),
        ("wide", 8),
        ("wide", 7),
        ("turned", 8),
        ("turned", 7),
    ]


def test_type_is_never_smaller_than_the_least() -> None:
    fit = placed(numbers(30), A4, None)
    assert (fit.place, fit.points, fit.tight) == ("turned", LEAST, True)
    assert fit.excess > 100


def test_what_does_not_fit_says_by_how_much() -> None:
    table = numbers(20)
    fit = placed(table, A4, None)
    needed = sum(width.tight for width in widths(table, LEAST))
    assert fit.excess == pytest.approx(needed - A4["turned"])


def test_an_author_may_ask_for_a_place() -> None:
    assert placed(numbers(2), A4, "turned").place == "turned"
    assert placed(numbers(2), A4, "wide").place == "wide"
    assert placed(numbers(9), A4, "text").excess > 0


def test_a_column_of_sentences_is_broken_and_not_turned() -> None:
    for times in (4, 400):
        fit = placed(grid("a sentence of some length " * times, "a word", "5"), A4, None)
        assert fit.place == "text"


def test_a_narrow_table_does_not_take_the_whole_line() -> None:
    fit = placed(grid("2019", "5"), A4, None)
    assert sum(fit.shares) * A4["text"] < 2 * (ROOMY + 12)
    assert sum(placed(grid("a few words", "12,345"), A4, None).shares) == pytest.approx(1)


def test_numbers_are_as_wide_as_tabular_figures() -> None:
    assert ems("111") == ems("789") == pytest.approx(1.68)


def test_the_deepest_number_sets_the_mark() -> None:
    cells = [Cell(Markup(), "1.25", ".25"), Cell(Markup(), "3", ""), Cell(Markup(), "x")]
    assert deepest(cells) == ems(".25")


def test_a_letter_sheet_has_its_own_rooms() -> None:
    paper = PAPERS["letter"]
    letter = rooms(layout.find("policy").lengths("grid", paper), paper)
    assert letter["turned"] < A4["turned"]
    assert letter["wide"] > A4["wide"]


@given(
    st.lists(st.sampled_from(["1", "123,456", "word", "a few more words"]), min_size=1, max_size=40)
)
def test_columns_fill_no_more_than_their_room(columns: list[str]) -> None:
    fit: Placed = placed(grid(*columns), A4, None)
    assert len(fit.shares) == len(columns)
    assert sum(fit.shares) <= 1.0001
    assert all(share > 0 for share in fit.shares)
    assert LEAST <= fit.points <= FULL
    if not fit.excess:
        needs = widths(grid(*columns), fit.points)
        for share, need in zip(fit.shares, needs, strict=True):
            assert share * A4[fit.place] >= need.tight - 0.001
