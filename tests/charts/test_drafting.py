"""A specification says what is printed, where."""

from typing import Any

import pytest

from briefpack.charts.drafting import KINDS, draft
from tests.charts.plotted import chart, frame

RIDERS = "year,north,south\n2021,12,4\n2022,14.5,5\n2023,15,6"
TOWNS = "town,riders\nUpper Valley and Hillside,12\nLower Valley,14"
TWO = "year,north,south\n2021,12,4\n2023,15,6"


def words(spec: dict[str, Any]) -> list[str]:
    layers = [layer for layer in spec["layer"] if layer["mark"]["type"] == "text"]
    return [value["words"] for layer in layers for value in layer["data"]["values"]]


def marks(spec: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [layer["mark"] for layer in spec["layer"] if layer["mark"]["type"] == kind]


def drafted(text: str, **options: str) -> dict[str, Any]:
    return draft(chart(text, **options), frame())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [159.0, 446.0, 642.0])
def test_every_kind_fills_its_frame(kind: str, width: float) -> None:
    spec = draft(chart(TWO, kind=kind, unit="riders"), frame(width))
    padding = spec["padding"]
    assert spec["width"] + padding["left"] + padding["right"] == pytest.approx(width, abs=0.1)


@pytest.mark.parametrize("kind", KINDS)
def test_no_words_leave_the_frame(kind: str) -> None:
    spec = draft(chart(TWO, kind=kind, unit="riders a day"), frame())
    left, right = spec["padding"]["left"], spec["width"] + spec["padding"]["right"]
    for layer in spec["layer"]:
        if layer["mark"]["type"] != "text":
            continue
        for value in layer["data"]["values"]:
            length = frame().length(value["words"])
            back = {"left": 0, "center": length / 2, "right": length}[layer["mark"]["align"]]
            assert -left - 0.1 <= value["x"] - back, value
            assert value["x"] - back + length <= right + 0.1, value


@pytest.mark.parametrize("kind", KINDS)
def test_the_unit_stands_once(kind: str) -> None:
    assert words(drafted(TWO, kind=kind, unit="riders a day")).count("riders a day") == 1


def test_percent_stand_with_every_number() -> None:
    assert {"0%", "5%", "10%", "15%"} <= set(words(drafted(RIDERS, kind="line", unit="%")))


def test_lines_are_named_where_they_end_and_have_no_key() -> None:
    found = words(drafted(RIDERS, kind="line"))
    assert [word for word in found if "north" in word] == ["north 15.0"]


def test_lines_differ_by_dash_and_shape_as_well() -> None:
    spec = drafted(RIDERS, kind="line")
    assert [mark["strokeDash"] for mark in marks(spec, "line")] == [[], [6, 2.5]]
    assert [mark["shape"] for mark in marks(spec, "point")] == ["circle", "square"]


def test_a_chart_is_as_high_as_its_names_need() -> None:
    names = [f"valley {letter} that has a rather long name" for letter in "abcdef"]
    text = f"year,{','.join(names)}\n2021,1,1,1,1,1,1\n2022,1,1,1,1,1,1"
    spec = draft(chart(text, kind="line", place="side"), frame(159))
    lines = [
        label
        for layer in spec["layer"]
        if layer["mark"]["type"] == "text"
        for label in layer["data"]["values"]
        if label["x"] > spec["width"]
    ]
    assert len(lines) > 20
    assert min(label["y"] for label in lines) > -spec["padding"]["top"]
    assert max(label["y"] for label in lines) < spec["height"] + spec["padding"]["bottom"]


def test_a_gap_breaks_a_line() -> None:
    spec = drafted("x,y\n2020,1\n2021,2\n2022,\n2023,4\n2024,5", kind="line")
    assert len(marks(spec, "line")) == 2


def test_bars_begin_at_nought_and_have_their_numbers_at_their_ends() -> None:
    spec = drafted(TOWNS, kind="bar")
    [bars] = [layer for layer in spec["layer"] if layer["mark"]["type"] == "bar"]
    assert bars["encoding"]["y"]["scale"]["domain"] == [0.0, 14.0]
    assert {"12", "14"} <= set(words(spec))


def test_bars_with_long_names_lie() -> None:
    text = "town,riders\n" + "\n".join(f"Valley number {number},12" for number in range(6))
    [bars] = [
        layer for layer in drafted(text, kind="bar")["layer"] if layer["mark"]["type"] == "bar"
    ]
    assert bars["encoding"]["y"]["type"] == "nominal"


def test_bars_too_narrow_for_their_numbers_get_gridlines() -> None:
    text = "year,y\n" + "\n".join(f"{1990 + number},{1000 + number}" for number in range(30))
    found = words(drafted(text, kind="bar"))
    assert "1,029" not in found
    assert "1,000" in found or "500" in found


def test_a_line_begins_at_nought_unless_it_is_told_otherwise() -> None:
    assert "0" in words(drafted(RIDERS, kind="line", y="north"))
    assert "0" not in words(drafted(RIDERS, kind="line", y="north", from_="10"))


def test_what_stands_out_is_bold_and_the_rest_is_grey() -> None:
    spec = drafted(RIDERS, kind="line", highlight="south")
    strokes = {mark["stroke"] for mark in marks(spec, "line")}
    assert strokes == {frame().inks.signal, frame().inks.dim}


def test_a_slope_is_named_and_numbered_at_both_ends() -> None:
    found = words(drafted(TWO, kind="slope"))
    assert [found.count(word) for word in ("12", "15", "4", "6", "2021", "2023")] == [1] * 6


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_chart_has_the_same_specification(kind: str) -> None:
    assert drafted(TWO, kind=kind) == drafted(TWO, kind=kind)
