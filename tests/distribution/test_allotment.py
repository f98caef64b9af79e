"""Numbers: given once, and kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack.distribution.allotment import allot, file_name
from briefpack.distribution.recipients import Recipient
from briefpack.distribution.register import Entry
from briefpack.words import Words


def people(*rows: str) -> list[Recipient]:
    """`Anna/Ministry/a@b.org`."""
    return [Recipient(*map(Words, [*row.split("/"), "", "", "", ""][:5])) for row in rows]


def numbers(entries: list[Entry]) -> dict[str, int]:
    return {entry.name: entry.number for entry in entries}


def test_numbers_follow_the_list() -> None:
    assert numbers(allot([], people("Anna", "Bela"), "screen")) == {"Anna": 1, "Bela": 2}


def test_a_number_stays_whatever_becomes_of_the_list() -> None:
    first = allot([], people("Anna", "Bela", "Carla"), "screen")
    second = allot(first, people("Dora", "carla", "Anna"), "screen")
    assert numbers(second) == {"Anna": 1, "Bela": 2, "carla": 3, "Dora": 4}
    assert {entry.name for entry in second if entry.listed == "no"} == {"Bela"}
    third = allot(second, people("Bela", "Emil"), "screen")
    assert numbers(third)["Bela"] == 2
    assert numbers(third)["Emil"] == 5


def test_a_new_name_or_organisation_is_known_by_the_address() -> None:
    first = allot([], people("Anna/Ministry/a@b.org", "Bela/x/b@b.org"), "screen")
    second = allot(first, people("Bela/x/b@b.org", "Anna Blum/Senate/A@b.org"), "screen")
    assert numbers(second) == {"Anna Blum": 1, "Bela": 2}


def test_an_address_of_several_people_tells_nobody_from_another() -> None:
    first = allot([], people("Anna/x/office@b.org", "Bela/x/office@b.org"), "screen")
    second = allot(first, people("Carla/x/office@b.org"), "screen")
    assert numbers(second) == {"Anna": 1, "Bela": 2, "Carla": 3}


def test_two_people_of_one_name_are_told_apart() -> None:
    first = allot([], people("Anna/A", "Anna/B"), "screen")
    second = allot(first, people("Anna/B", "Anna/A"), "screen")
    assert [(entry.number, entry.organisation) for entry in second] == [(1, "A"), (2, "B")]


NAMES = st.lists(st.sampled_from("ABCDEFGH"), unique=True, min_size=1)


@given(st.lists(NAMES, min_size=1, max_size=6))
def test_no_number_is_ever_given_twice(lists: list[list[str]]) -> None:
    entries: list[Entry] = []
    given: dict[str, int] = {}
    for names in lists:
        entries = allot(entries, people(*names), "screen")
        now = numbers(entries)
        assert given.items() <= now.items()
        assert sorted(now.values()) == list(range(1, len(now) + 1))
        assert {entry.name for entry in entries if entry.listed == "yes"} == set(names)
        given = now


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Dr Anna Kowalska", "x-copy-07-Dr-Anna-Kowalska.pdf"),
        ("Łucja Møller-Weiß", "x-copy-07-Lucja-Moller-Weiss.pdf"),
        ("Ægir Nguyễn", "x-copy-07-Aegir-Nguyen.pdf"),
        ("Sinéad O’Connor / d'Arc", "x-copy-07-Sinead-OConnor-dArc.pdf"),
        ("Жанна", "x-copy-07.pdf"),
        ("../../etc", "x-copy-07-etc.pdf"),
        ("a" * 200, f"x-copy-07-{'a' * 60}.pdf"),
    ],
)
def test_a_file_is_called_as_its_holder_in_plain_letters(name: str, file: str) -> None:
    assert file_name("x", Entry(7, name), 40) == file


def test_numbers_of_files_have_as_many_digits_as_the_greatest() -> None:
    assert file_name("x", Entry(7, "Anna"), 1000) == "x-copy-0007-Anna.pdf"
