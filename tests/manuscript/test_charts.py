"""A chart in a file of its own is like one that is written in the text."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefpack import manuscript, reading
from briefpack.blocks import ChartBlock
from briefpack.brief import Manuscript

Write = Callable[..., Path]

DATA = "year,north\n2021,12\n2022,14\n"
FILE = """\
data: data/x.csv
kind: line
y: [north]
alt: Riders grow year by year in the north
caption: Riders *grow*
source: survey, p. 2
place: wide
"""


def read(write: Write, text: str, **files: str) -> tuple[Manuscript, list[ChartBlock]]:
    named = {name.replace("__", "/").replace("_", "."): said for name, said in files.items()}
    folder = write("parts: [{text: a.md}]\n", {"a.md": f"# T\n\n{text}\n", **named})
    found = manuscript.examine(folder)
    return found, [
        block for block in reading.blocks(found.prose[0].tokens) if isinstance(block, ChartBlock)
    ]


def test_a_file_says_all_that_options_say(write: Write) -> None:
    found, [chart] = read(
        write, ":::{chart} charts/x.yaml\n:::", charts__x_yaml=FILE, data__x_csv=DATA
    )
    assert found.problems == []
    assert (chart.argument, chart.kind, chart.y) == ("data/x.csv", "line", ["north"])
    assert reading.text(chart.body) == "Riders grow"
    assert [citation.key for citation in chart.source] == ["survey"]
    assert list(found.data) == ["data/x.csv"]


def test_what_the_text_says_counts_more(write: Write) -> None:
    text = ":::{chart} charts/x.yaml\n:place: side\nAnother caption\n:::"
    _, [chart] = read(write, text, charts__x_yaml=FILE, data__x_csv=DATA)
    assert chart.place == "side"
    assert reading.text(chart.body) == "Another caption"


def test_a_specification_is_read_with_the_data_that_it_names(write: Write) -> None:
    spec = '{"data": {"url": "data/x.csv"}, "mark": "bar"}'
    text = ":::{chart} charts/x.vl.json\n:::"
    found, _ = read(write, text, charts__x_vl_json=spec, data__x_csv=DATA)
    assert found.problems == []
    assert found.specifications == {"charts/x.vl.json": spec}
    assert list(found.data) == ["data/x.csv"]


def test_uncommon_characters_of_data_are_looked_at(write: Write) -> None:
    text = ":::{chart} data/x.csv\n:kind: bar\n:::"
    found, _ = read(write, text, data__x_csv="town,riders\nŁódź ☃,3\n")
    assert found.characters["☃"].place.file.endswith("data/x.csv")


WORDS = """
    data url href mark type values layer image encoding x field transform as fold lookup from fields
    facet spec datasets name bin
"""
KEYS = st.sampled_from(WORDS.split())
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text("a:{/.☃", max_size=4) | KEYS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)


@pytest.fixture
def folder(write: Write) -> Path:
    text = "# T\n\n:::{chart} charts/x.yaml\n:::\n\n:::{chart} charts/x.vl.json\n:::\n"
    more = {"a.md": text, "charts/x.yaml": FILE, "charts/x.vl.json": "{}"}
    return write("parts: [{text: a.md}]\n", more)


@given(said=JSON)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_file_is_read_or_complained_of(folder: Path, said: object) -> None:
    for name in ("charts/x.yaml", "charts/x.vl.json"):
        (folder / name).write_text(json.dumps(said), "utf-8")
    for problem in manuscript.examine(folder).problems:
        assert problem.message
        assert problem.place.file
