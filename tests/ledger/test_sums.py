"""Claims are worked out exactly, and nothing but sums can be written there."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack.ledger.sums import Unsound, work_out

VALUES = {"us-2025": Decimal(181), "cn-2025": Decimal(92), "world-2025": Decimal(329)}


@pytest.mark.parametrize(
    ("claim", "holds"),
    [
        ("(us-2025 + cn-2025) / world-2025 > 0.8", True),
        ("(us-2025 + cn-2025) / world-2025 > 0.9", False),
        ("us-2025 - cn-2025 = 89", True),
        ("world-2025 >= 2 * us-2025", False),
        ("1 + 2 * 3 = 7", True),
        ("8 / 4 / 2 = 1", True),
        ("us-2025 × 2 ≤ 362", True),
        ("0.1 + 0.2 = 0.3", True),
        ("us-2025 / 3 * 3 = 181", True),
    ],
)
def test_a_claim_is_worked_out(claim: str, holds: bool) -> None:
    assert work_out(claim, VALUES).holds is holds


@pytest.mark.parametrize(
    ("claim", "shown"),
    [
        ("us-2025 / world-2025 > 0.8", ("0.5502", "0.8")),
        ("us-2025 > 181", ("181", "181")),
        ("cn-2025 / 3 = 30.6667", ("30.666667", "30.6667")),
        ("cn-2025 * 1000000 > 92000001", ("92000000", "92000001")),
        ("1 / 3 * " + "cn-2025 * " * 20 + "1 < 0", ("6.29e+38", "0")),
    ],
)
def test_what_it_comes_to_is_shown_until_both_sides_differ(
    claim: str, shown: tuple[str, str]
) -> None:
    assert work_out(claim, VALUES).shown() == shown


def fault_of(claim: str) -> int:
    """Where a claim cannot be worked out; 0 where it can."""
    try:
        work_out(claim, VALUES)
    except Unsound as fault:
        return fault.at
    return 0


def test_it_names_the_numbers_that_it_rests_on() -> None:
    assert work_out("us-2025 > 2 * cn-2025", VALUES).ids == {"us-2025", "cn-2025"}


@pytest.mark.parametrize(
    ("claim", "at"),
    [
        ("", 0),
        ("us-2025", 7),
        ("us-2025 > ", 9),
        ("us-2025 > 1 1", 12),
        ("us-2025 > (1", 12),
        ("uss-2025 > 1", 0),
        ("1 / (us-2025 - 181) > 1", 2),
        ("import os > 1", 0),
        ("1 ** 2 > 1", 3),
        ("(" * 30 + "1" + ")" * 30 + " > 0", 20),
        ("1 > " + "1 + " * 200 + "1", 0),
    ],
)
def test_what_is_no_claim_says_where(claim: str, at: int) -> None:
    with pytest.raises(Unsound) as fault:
        work_out(claim, VALUES)
    assert fault.value.at == at


@given(st.text(alphabet="us-2025 + cn / world * () > < = 0.19 e", max_size=60))
def test_anything_may_be_written(claim: str) -> None:
    assert 0 <= fault_of(claim) <= len(claim)


@given(st.text(max_size=40))
def test_any_letters_may_be_written(claim: str) -> None:
    assert 0 <= fault_of(claim) <= len(claim)
