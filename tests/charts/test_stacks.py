"""Stacks: every number within its part, the sum at the end, and no scale that says it again."""

from typing import Any

import pytest

from briefpack.charts.drafting import draft
from briefpack.charts.legible import PAPER
from tests.charts.plotted import INKS, chart, frame

LAUNCHES = "Year,United States,China,All others\n2015,20,19,48\n2023,109,67,47\n2025,181,92,56"
SHARES = "year,a,b,c\n2023,33.3,33.3,33.3\n2024,20,30,50"
LYING = """\
agency,Science and research,Flight
Valley Space Administration,7.5,7
Hill Agency for Space,4,5.25
Agency for Space of the River,4,5
Agency of the Coast,4,5
"""
SMALL = "year,a,b,c\n2021,1,1,98\n2022,98,1,1"


def layers(spec: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [layer for layer in spec["layer"] if layer["mark"]["type"] == kind]


def labels(spec: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """What is written, by its words: where, and how."""
    return {
        value["words"]: {**layer["mark"], **value}
        for layer in layers(spec, "text")
        for value in layer["data"]["values"]
    }


def drafted(text: str, width: float = 446.0, **options: str) -> dict[str, Any]:
    return draft(chart(text, kind="stacked-bar", **options), frame(width))


def test_parts_have_their_numbers_and_bars_their_sums() -> None:
    found = labels(drafted(LAUNCHES))
    assert {"109", "67", "47", "181", "92", "56", "48"} <= set(found)
    assert {"87", "223", "329"} <= set(found)
    assert found["329"]["fontWeight"] == 600


def test_a_part_too_low_for_its_number_has_none() -> None:
    assert not {"19", "20"} & set(labels(drafted(LAUNCHES)))
    tall = draft(chart(LAUNCHES, kind="stacked-bar"), frame(446.0, 400.0))
    assert {"19", "20"} <= set(labels(tall))


def test_numbers_take_the_place_of_a_scale() -> None:
    found = labels(drafted(LAUNCHES))
    assert "0" not in found
    assert drafted(LAUNCHES)["padding"]["left"] == 0


def test_where_many_numbers_find_no_room_there_is_a_scale_instead() -> None:
    assert {"0", "100"} <= set(labels(drafted(SMALL)))
    years = "\n".join(f"{year},111,222" for year in range(2010, 2020))
    narrow = labels(drafted(f"year,a,b\n{years}", width=159.0))
    assert "0" in narrow
    assert not {"111", "222", "333"} & set(narrow)


def test_numbers_on_hatches_stand_on_paper_and_others_can_be_read_on_their_ground() -> None:
    spec = drafted(LAUNCHES)
    [patches] = [layer for layer in layers(spec, "rect") if layer["mark"]["fill"] == PAPER]
    found = labels(spec)
    assert len(patches["data"]["values"]) == 2
    assert found["67"]["fill"] == found["92"]["fill"] == INKS.text
    assert found["181"]["fill"] == found["56"]["fill"] == PAPER
    for patch in patches["data"]["values"]:
        assert any(patch["x"] < one["x"] < patch["x2"] for one in found.values())


def test_a_hundred_per_cent_are_not_said_but_other_sums_are() -> None:
    assert "100.0%" not in labels(drafted(SHARES, unit="%"))
    assert "99.9%" not in labels(drafted(SHARES, unit="%"))
    assert "100.0" in labels(drafted(SHARES))
    assert "99.0%" in labels(drafted("year,a,b\n2023,40,59\n2024,20.0,80", unit="%"))


def test_lying_bars_have_numbers_too() -> None:
    found = labels(drafted(LYING))
    assert {"7.50", "7.00", "4.00", "5.25", "14.50", "9.25"} <= set(found)
    assert "0" not in found
    assert found["14.50"]["align"] == "left"


def test_a_gap_has_no_number_and_no_sum() -> None:
    found = labels(drafted("year,a,b\n2021,30,\n2022,,\n2023,40,50"))
    assert "30" in found
    assert "0" not in found


def test_a_single_series_has_its_numbers_at_the_ends_alone() -> None:
    spec = drafted("year,a\n2021,30\n2022,40")
    assert [value["words"] for layer in layers(spec, "text") for value in layer["data"]["values"]][
        -2:
    ] == ["30", "40"]


@pytest.mark.parametrize("width", [159.0, 446.0])
@pytest.mark.parametrize("text", [LAUNCHES, SHARES, LYING, SMALL, "x,a,b\n1,0,0"])
def test_numbers_stand_within_their_parts(text: str, width: float) -> None:
    spec = drafted(text, width)
    assert spec["width"] + spec["padding"]["left"] + spec["padding"]["right"] <= width + 0.1
    for patch in (value for layer in layers(spec, "rect") for value in layer["data"]["values"]):
        assert patch["x"] < patch["x2"] <= spec["width"] + spec["padding"]["right"]
