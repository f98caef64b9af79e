"""Numbers of paragraphs: what they look like, and that none is ever issued twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack.paragraphs import Number, allot, ascending, between, parse


def number(text: str) -> Number:
    found = parse(text)
    assert found is not None, text
    return found


def told(numbers: list[Number | None]) -> list[str]:
    return [str(one) if one else "" for one in numbers]


@pytest.mark.parametrize("text", ["1", "12", "9999", "0A", "12A", "12AA", "12ZA", "12ZZB", "12AZC"])
def test_a_number_reads_back_as_it_was_written(text: str) -> None:
    assert str(number(text)) == text


@pytest.mark.parametrize("text", ["", "0", "012", "12a", "12Z", "A1", "12.1", "-1", "10000", "١٢"])
def test_what_is_no_number(text: str) -> None:
    assert parse(text) is None


def test_the_order_is_that_of_sections_of_an_act() -> None:
    written = "0A 1 11Y 12 12ZZA 12ZA 12ZB 12A 12AZA 12AA 12AB 12B 13"
    order = [number(text) for text in written.split()]
    backward = [*reversed(order)]
    assert sorted(backward) == order


@pytest.mark.parametrize(
    ("low", "high", "taken", "expected"),
    [
        ("12", "13", "", "12A"),
        ("12", "13", "12A", "12B"),
        ("12A", "13", "", "12B"),
        ("12A", "12B", "", "12AA"),
        ("12", "12A", "", "12ZA"),
        ("12ZA", "12A", "", "12ZB"),
        ("12", "12ZA", "", "12ZZA"),
        ("12A", "12AA", "", "12AZA"),
        ("12AA", "13", "", "12B"),
        ("12AA", "13", "12B", "12C"),
        ("12Y", "13", "", "12YA"),
        ("12", "14", "13", "12A"),
        ("12", "12A", " ".join(f"12Z{letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXY"), "12ZZA"),
    ],
)
def test_a_new_number_is_the_shortest_that_fits(
    low: str, high: str, taken: str, expected: str
) -> None:
    found = between(number(low), number(high), {number(text) for text in taken.split()})
    assert str(found) == expected


@pytest.mark.parametrize(
    ("marks", "last", "inserted", "expected"),
    [
        ("- - -", 0, "", "1 2 3"),
        ("1 2 -", 3, "", "1 2 4"),
        ("1 - 2", 2, "", "1 1A 2"),
        ("- 1", 1, "", "0A 1"),
        ("1 - 2", 2, "1A", "1 1B 2"),
        ("1 - - 1A 2", 2, "1A", "1 1ZA 1ZB 1A 2"),
        ("1 5 2 - 3 -", 5, "", "1 5 2 2A 3 6"),
        ("1 2 2 3", 3, "", "1 2  3"),
        ("", 7, "", ""),
        ("40A -", 0, "", "40A 41"),
    ],
)
def test_paragraphs_without_a_mark_are_given_one(
    marks: str, last: int, inserted: str, expected: str
) -> None:
    given = [parse(mark) for mark in marks.split()]
    known = {number(text) for text in inserted.split()}
    assert " ".join(told(allot(given, last, known))) == expected


def test_as_many_as_can_be_stand_in_order() -> None:
    marks = "3 1 - 2 9 4 5"
    assert ascending([parse(mark) for mark in marks.split()]) == [1, 3, 5, 6]


EDITS = st.lists(
    st.tuples(st.sampled_from(["insert", "delete", "issue"]), st.integers(0, 30)), max_size=60
)


@given(EDITS)
def test_no_number_is_changed_or_given_twice_whatever_happens(
    edits: list[tuple[str, int]],
) -> None:
    text: list[list[Number | None]] = [[None] for _ in range(4)]
    ever: dict[Number, int] = {}
    for kind, at in [*edits, ("issue", 0)]:
        if kind == "insert":
            text.insert(at % (len(text) + 1), [None])
        elif kind == "delete" and text:
            del text[at % len(text)]
        elif kind == "issue":
            last = max((one.whole for one in ever), default=0)
            marks = [one for [one] in text]
            issued = allot(marks, last, [one for one in ever if one.levels])
            assert [one for one in issued if one] == sorted(set(filter(None, issued)))
            for paragraph, one in zip(text, issued, strict=True):
                assert one is not None
                assert ever.setdefault(one, id(paragraph)) == id(paragraph) or paragraph[0] == one
                assert paragraph[0] in (None, one)
                assert parse(str(one)) == one
                paragraph[0] = one
