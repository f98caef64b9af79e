"""The timeline as a list: which events stand below which era."""

from pathlib import Path

from briefpack.pages.annals import ages
from tests.pages.test_chronicle import leaves
from tests.small import small

ERAS = """eras:
    - {title: The end, from: "1999", to: "2008"}
    - {title: The night, from: "2019", to: "2020"}
  title: How the night"""


def listed(folder: Path, **changes: str) -> list[tuple[str, list[str]]]:
    found = leaves(small(folder, **changes).brief.timeline)
    return [
        (age.title, [str(one.title) for one in age.events]) for leaf in found for age in ages(leaf)
    ]


def test_events_stand_below_the_era_that_they_fall_into(tmp_path: Path) -> None:
    assert listed(tmp_path, **{"title: How the night": ERAS}) == [
        ("The end", ["Last night bus", "A petition"]),
        ("The night", ["The hospital asks"]),
    ]


def test_without_eras_there_is_no_heading(tmp_path: Path) -> None:
    assert [title for title, _ in listed(tmp_path)] == ["", ""]
