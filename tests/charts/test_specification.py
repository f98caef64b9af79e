"""A specification of an author's own gets its data, its size and the layout's look."""

import json
from typing import Any

from briefpack.charts.specification import dressed, names_data, places, records
from tests.charts.plotted import INKS, data, frame

RIDERS = {"data/x.csv": data("year,riders,line\n2021,12.5,N3\n2022,,N7")}
LOCALE = {"number": {"decimal": "."}}
SPEC = {"data": {"url": "data/x.csv", "format": {"type": "csv"}}, "mark": "bar"}


def dress(height: float = 0.0, **changes: Any) -> dict[str, Any]:
    return dressed(json.dumps({**SPEC, **changes}), RIDERS, frame(400.0, height), LOCALE)


def test_data_stand_inside_with_numbers_as_numbers_and_gaps_as_nothing() -> None:
    assert dress()["data"] == {
        "values": [
            {"year": 2021.0, "riders": 12.5, "line": "N3"},
            {"year": 2022.0, "riders": None, "line": "N7"},
        ]
    }


def test_data_are_found_in_every_layer() -> None:
    layers = dress(layer=[{"data": {"url": "data/x.csv"}, "mark": "rule"}])["layer"]
    assert layers[0]["data"]["values"][0]["line"] == "N3"


def test_a_view_fills_its_place() -> None:
    spec = dress(height=90.0)
    assert (spec["width"], spec["height"]) == (400.0, 90.0)
    assert spec["autosize"] == {"type": "fit", "contains": "padding"}


def test_a_view_of_its_own_size_or_one_of_many_keeps_it() -> None:
    assert dress(width=120)["width"] == 120
    assert "autosize" not in dress(width=120)
    assert "width" not in dress(hconcat=[{"mark": "bar"}])


def test_the_look_lies_beneath_what_the_author_says() -> None:
    config = dress(config={"axis": {"gridColor": "#000000"}, "bar": {"color": "#111111"}})["config"]
    assert config["axis"]["gridColor"] == "#000000"
    assert config["axis"]["labelFont"] == "Fira Sans"
    assert config["bar"] == {"color": "#111111"}
    assert config["range"]["category"] == list(INKS.lines)
    assert config["locale"] == LOCALE


def test_a_configuration_that_is_none_does_no_harm() -> None:
    assert dress(config=3)["config"]["font"] == "Fira Sans"


def test_what_stands_in_data_is_no_instruction() -> None:
    value = {"data": {"values": [{"data": {"url": "a"}}]}, "datasets": {"b": [{"url": "c"}]}}
    assert not any(names_data(key, holder) for key, holder in places(value))


def test_words_in_a_column_make_it_one_of_words() -> None:
    assert records(data("a\n1\nx"))[0] == {"a": "1"}
    assert records(data("a;b\n1,5;x", comma=True)) == [{"a": 1.5, "b": "x"}]
