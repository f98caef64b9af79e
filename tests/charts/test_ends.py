"""The ends of lines say their numbers where these find room."""

from typing import Any

from briefpack.charts.drafting import draft
from tests.charts.plotted import chart, frame

ONE = "year,north\n2021,12\n2022,14.5\n2023,15"
TWO = "year,north,south\n2021,12,4\n2022,14,5\n2023,15,6"
CLOSE = "year,north,south,east\n2021,12,12,12\n2022,14,5,9\n2023,15,6,9"


def labels(spec: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        value["words"]: value
        for layer in spec["layer"]
        if layer["mark"]["type"] == "text"
        for value in layer["data"]["values"]
    }


def drafted(text: str, width: float = 446.0, **options: str) -> dict[str, Any]:
    return draft(chart(text, **{"kind": "line", **options}), frame(width))


def test_a_single_line_has_its_numbers_and_no_name() -> None:
    spec = drafted(ONE)
    found = labels(spec)
    assert "north" not in " ".join(found)
    assert found["15.0"]["x"] > spec["width"]
    assert found["12.0"]["x"] < spec["width"] / 2


def test_names_have_the_last_number_beside_them() -> None:
    assert {"north 15", "south 6"} <= set(labels(drafted(TWO)))


def test_percent_stand_with_it() -> None:
    assert "north 15%" in labels(drafted(TWO, unit="%"))


def test_first_numbers_stand_all_or_none() -> None:
    assert {"12", "4"} <= set(labels(drafted(TWO)))
    assert "12" not in labels(drafted(CLOSE))


def test_a_first_number_keeps_clear_of_gridlines_and_of_the_line() -> None:
    rising = labels(drafted("year,y\n2021,12\n2022,90\n2023,95"))
    point = labels(drafted("year,y\n2021,12\n2022,1\n2023,95"))
    assert rising["12"]["y"] > point["12"]["y"]
    spec = drafted(ONE)
    rules = [
        value["y"]
        for layer in spec["layer"]
        if layer["mark"]["type"] == "rule"
        for value in layer["data"]["values"]
        if value["y"] == value["y2"]
    ]
    middle = labels(spec)["12.0"]["y"] - 3.7
    assert min(abs(middle - y) for y in rules) > 4


def test_a_line_that_ends_early_is_named_without_a_number() -> None:
    found = labels(drafted("year,north,south\n2021,12,4\n2022,14,5\n2023,15,"))
    assert {"north 15", "south"} <= set(found)


def test_where_numbers_find_no_room_names_stand_alone() -> None:
    names = ",".join(f"valley number {letter}" for letter in "abcdef")
    text = f"year,{names}\n2021,{'1234567,' * 5}1\n2022,{'1234567,' * 5}1"
    found = " ".join(labels(drafted(text, width=159.0)))
    assert "valley" in found
    assert "1,234,567" not in found


def test_dots_and_areas_are_only_named() -> None:
    assert "north" in labels(drafted(TWO, kind="area"))
    assert "north" in labels(drafted(TWO, kind="dot"))
