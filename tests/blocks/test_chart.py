"""A chart's block says which data it shows, and who says the rest."""

import pytest

from briefpack.blocks import ChartBlock
from briefpack.words import Words


def chart(argument: str, **options: str) -> ChartBlock:
    return ChartBlock.model_validate({"argument": Words(argument), **options})


def test_a_chart_of_data_draws_on_its_file() -> None:
    assert list(chart("data/x.csv").draws_on()) == ["data/x.csv"]


@pytest.mark.parametrize("name", ["charts/x.yaml", "charts/x.yml", "charts/x.vl.json"])
def test_a_chart_in_a_file_of_its_own_names_its_data_there(name: str) -> None:
    assert list(chart(name).draws_on()) == []


def test_a_specification_is_known_by_its_name() -> None:
    assert chart("charts/x.vl.json").specified
    assert not chart("data/x.json").specified


def test_a_chart_with_a_caption_has_a_number() -> None:
    assert not chart("data/x.csv").numbered
    assert chart("data/x.csv").series == "figure"


@pytest.mark.parametrize("height", ["5", "300", "high", "nan"])
def test_a_height_is_sensible(height: str) -> None:
    with pytest.raises(ValueError, match="is a number of millimetres from 25 to 220"):
        chart("data/x.csv", height=height)
