"""Functions of PDF, by their values."""

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary

from briefpack.finishing.recolour import CannotRecolour
from briefpack.finishing.recolour.calculator import calculator
from briefpack.finishing.recolour.functions import function

UNIT = Array([0, 1])
SHELF = pikepdf.new()
"""Whose all streams are."""


def power(start: float, end: float, exponent: float = 1) -> Dictionary:
    return Dictionary(FunctionType=2, Domain=UNIT, N=exponent, C0=Array([start]), C1=Array([end]))


def test_an_exponential_one_goes_from_end_to_end() -> None:
    half = function(power(1, 0, 2))
    assert [half([value]) for value in (0, 0.5, 1)] == [[1], [0.75], [0]]


def test_a_value_outside_counts_as_the_end() -> None:
    assert function(power(0, 1))([7]) == [1]


def test_stitched_ones_follow_each_other() -> None:
    both = Dictionary(
        FunctionType=3,
        Domain=UNIT,
        Bounds=Array([0.25]),
        Encode=Array([0, 1, 1, 0]),
        Functions=Array([power(0, 1), power(0, 1)]),
    )
    stitched = function(both)
    assert [stitched([value])[0] for value in (0, 0.125, 0.25, 0.625, 1)] == [0, 0.5, 1, 0.5, 0]


@pytest.mark.parametrize(("bits", "data"), [(8, b"\x00\xff"), (4, b"\x0f"), (16, b"\0\0\xff\xff")])
def test_samples_are_joined_by_straight_lines(bits: int, data: bytes) -> None:
    table = pikepdf.Stream(
        SHELF, data, FunctionType=0, Domain=UNIT, Range=UNIT, Size=Array([2]), BitsPerSample=bits
    )
    assert [function(table)([value])[0] for value in (0, 0.25, 1)] == [0, 0.25, 1]


def test_samples_of_two_inputs_are_a_grid_whose_first_runs_fastest() -> None:
    table = pikepdf.Stream(
        SHELF,
        b"\x00\xff\x00\x00",
        FunctionType=0,
        Domain=Array([0, 1, 0, 1]),
        Range=UNIT,
        Size=Array([2, 2]),
        BitsPerSample=8,
    )
    grid = function(table)
    assert [grid(at)[0] for at in ([0, 0], [1, 0], [1, 1], [0.5, 0.5])] == [0, 1, 0, 0.25]


def test_too_few_samples_are_refused() -> None:
    table = pikepdf.Stream(
        SHELF, b"\0", FunctionType=0, Domain=UNIT, Range=UNIT, Size=Array([9]),
        BitsPerSample=8,
    )  # fmt: skip
    with pytest.raises(CannotRecolour, match="fewer samples"):
        function(table)


def test_an_array_gives_a_value_for_each() -> None:
    assert function(Array([power(0, 1), power(1, 0)]))([0.25]) == [0.25, 0.75]


@pytest.mark.parametrize(
    ("program", "inputs", "result"),
    [
        ("{1 exch sub}", [0.25], [0.75]),
        ("{dup mul}", [3], [9]),
        ("{2 copy}", [1, 2], [1, 2, 1, 2]),
        ("{3 1 roll}", [1, 2, 3], [3, 1, 2]),
        ("{3 -1 roll}", [1, 2, 3], [2, 3, 1]),
        ("{2 index}", [1, 2, 3], [1, 2, 3, 1]),
        ("{0.5 gt {1} {0} ifelse}", [0.7], [1]),
        ("{0.5 gt {1} {0} ifelse}", [0.2], [0]),
        ("{dup 0 lt {neg} if}", [-4], [4]),
        ("{true false or not {7} {8} ifelse}", [], [8]),
        ("{-7 2 idiv -7 2 mod}", [], [-3, -1]),
        ("{90 sin 0 cos 1 0 atan}", [], [1, 1, 90]),
        ("{1 4 bitshift 16 -4 bitshift}", [], [16, 1]),
        ("{2.5 round -2.5 round 2.7 truncate -2.7 cvi}", [], [3, -2, 2, -2]),
        ("{100 log 1 ln 2 3 exp 9 sqrt}", [], [2, 0, 8, 3]),
    ],
)
def test_a_program_calculates(program: str, inputs: list[float], result: list[float]) -> None:
    assert calculator(program.encode())(inputs) == pytest.approx(result)


@pytest.mark.parametrize("program", ["{1 0 div}", "{pop}", "{-1 sqrt}"])
def test_a_program_that_fails_is_refused(program: str) -> None:
    with pytest.raises(CannotRecolour, match="fails"):
        calculator(program.encode())([])


def test_a_word_that_is_not_known_is_refused_by_name() -> None:
    with pytest.raises(CannotRecolour, match="'showpage'"):
        calculator(b"{showpage}")


@given(st.lists(st.floats(0, 1), min_size=1, max_size=4))
def test_an_empty_program_gives_back_what_it_got(values: list[float]) -> None:
    assert calculator(b"{}")(values) == values
