"""ORCID iDs."""

import pytest

from briefpack import orcid


@pytest.mark.parametrize(
    "text",
    [
        "0000-0002-1825-0097",
        "https://orcid.org/0000-0002-1825-0097",
        "http://www.orcid.org/0000-0002-1825-0097/",
    ],
)
def test_an_id_or_its_address_will_do(text: str) -> None:
    assert orcid.bare(text) == "0000-0002-1825-0097"


@pytest.mark.parametrize(
    "text", ["0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1694-233X"]
)
def test_the_check_digit_fits(text: str) -> None:
    assert orcid.is_sound(text)


@pytest.mark.parametrize(
    "text", ["0000-0002-1825-0098", "0000-0002-1852-0097", "0000-0002-1694-2339"]
)
def test_a_slip_is_found(text: str) -> None:
    assert not orcid.is_sound(text)


def test_groups_that_are_written_otherwise_are_understood() -> None:
    assert orcid.likely("0000 0002 1825 0097") == "0000-0002-1825-0097"
    assert orcid.likely("https://orcid.org/000000021825009x") == "0000-0002-1825-009X"
    assert not orcid.likely("0000-0002-1825")
    assert not orcid.bare("0000 0002 1825 0097")
