"""Specifications are drawn, all in one go, from nothing but themselves, and only once."""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from briefpack.charts import drawing
from briefpack.charts.drafting import KINDS, draft
from briefpack.charts.trimming import trimmed
from tests.charts.plotted import INKS, chart, frame

TWO = "year,north,south\n2021,12,4\n2023,15,6"
SPECS = [draft(chart(TWO, kind=kind, unit="riders"), frame()) for kind in KINDS]
NOT_TO_BE_DRAWN = [
    {"data": {"url": "https://www.example.org/x.csv"}, "mark": "bar"},
    {"data": {"url": "file:///etc/hostname"}, "mark": "bar"},
    {"data": {"url": "/etc/hostname"}, "mark": "bar"},
    {"mark": "no such mark"},
]


def drawings(specifications: Sequence[Any], home: Path) -> list[drawing.Drawn]:
    """Drawn with a cache in a folder of the test's; where that is none, nothing can be kept."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(home))
        patch.setattr(tempfile, "tempdir", str(home))
        return drawing.drawings(specifications)


def kept_in(home: Path) -> Iterator[Path]:
    return (home / "briefpack" / "charts").iterdir()


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Every run of the engine."""
    seen: list[Any] = []
    run = subprocess.run

    def noted(*args: Any, **named: Any) -> Any:
        seen.append(named["input"])
        return run(*args, **named)

    monkeypatch.setattr(subprocess, "run", noted)
    drawing._plated.cache_clear()
    return seen


def test_drawings_are_vector_with_real_words_and_the_same_every_time(
    tmp_path: Path, runs: list[Any]
) -> None:
    first = drawings(SPECS, tmp_path / "one")
    drawing._plated.cache_clear()
    second = drawings(SPECS[::-1], tmp_path / "two")[::-1]
    assert len(runs) == 2
    for one, two in zip(first, second, strict=True):
        assert not one.fault
        assert trimmed(one.svg, INKS) == trimmed(two.svg, INKS)
        assert re.search(r"<text[^>]*>2021</text>", one.svg)
        assert "<image" not in one.svg


def test_an_unchanged_chart_is_not_drawn_again(tmp_path: Path, runs: list[Any]) -> None:
    drawings(SPECS[:2], tmp_path)
    drawing._plated.cache_clear()
    drawings(SPECS[1::-1], tmp_path)
    assert len(runs) == 1
    drawings(SPECS[:3], tmp_path)
    assert len(runs) == 2
    assert len(list(kept_in(tmp_path))) == 3


def test_without_a_cache_a_chart_is_drawn_once_in_a_process(
    tmp_path: Path, runs: list[Any]
) -> None:
    (tmp_path / "file").write_text("")
    first = drawings(SPECS[:1], tmp_path / "file")
    assert drawings(SPECS[:1], tmp_path / "file") == first
    assert len(runs) == 1


def test_a_broken_drawing_is_made_again(tmp_path: Path, runs: list[Any]) -> None:
    [good] = drawings(SPECS[:1], tmp_path)
    [file] = kept_in(tmp_path)
    file.write_bytes(file.read_bytes()[:-20])
    assert drawings(SPECS[:1], tmp_path) == [good]
    assert file.read_text("utf-8") == good.svg


def test_what_cannot_be_drawn_has_a_fault_and_the_rest_is_drawn(tmp_path: Path) -> None:
    *bad, good = drawings([*NOT_TO_BE_DRAWN, SPECS[0]], tmp_path)
    assert all(one.fault and not one.svg for one in bad)
    assert bad[0].fault == "it asks for data from elsewhere"
    assert good.svg
    assert len(list(kept_in(tmp_path))) == 1


ENGINE = """\
import json, sys, time
json.load(sys.stdin)
print('{"svg": "<svg/>"}', flush=True)
{then}
"""


@pytest.mark.parametrize(
    ("then", "fault"),
    [
        ("time.sleep(60)", "it was not drawn in time"),
        ("raise MemoryError('too much')", "MemoryError: too much"),
        ("sys.exit(1)", "the engine ended before it was drawn"),
    ],
)
def test_where_the_engine_fails_what_it_has_drawn_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, then: str, fault: str
) -> None:
    engine = tmp_path / "engine.py"
    engine.write_text(ENGINE.replace("{then}", then))
    monkeypatch.setattr(drawing, "PATIENCE", 2.0)
    monkeypatch.setattr(drawing, "ENGINE", engine)
    drawing._plated.cache_clear()
    first, second = drawings(SPECS[:2], tmp_path / "cache")
    drawing._plated.cache_clear()
    assert first.svg == "<svg/>"
    assert second.fault == fault


LAME_ENGINE = """\
import json, sys
for spec in json.load(sys.stdin)["specifications"]:
    if spec.get("bad"):
        sys.exit(1)
    print('{"svg": "<svg/>"}', flush=True)
"""


def test_what_ends_the_engine_keeps_no_other_from_being_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, runs: list[Any]
) -> None:
    engine = tmp_path / "engine.py"
    engine.write_text(LAME_ENGINE)
    monkeypatch.setattr(drawing, "ENGINE", engine)
    specs = [{"n": 1}, {"n": 2, "bad": True}, {"n": 3}, {"n": 4, "bad": True}]
    drawn = drawings(specs, tmp_path / "cache")
    drawing._plated.cache_clear()
    assert [one.svg for one in drawn] == ["<svg/>", "", "<svg/>", ""]
    assert len(runs) == 2


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux limits memory so")
def test_a_chart_that_takes_all_memory_is_stopped(tmp_path: Path) -> None:
    greedy = {
        "data": {"values": [{"a": 1}]},
        "transform": [{"calculate": "split(pad('', 400000000, 'x'), '')", "as": "b"}],
        "mark": "bar",
        "encoding": {"x": {"field": "b", "type": "nominal"}},
    }
    [one] = drawings([greedy], tmp_path)
    assert one.fault == "it takes more memory than a chart may have"
