"""Elements say where their words were written."""

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from briefpack.dates import When
from briefpack.pages import origins
from briefpack.problem import Place
from briefpack.words import Words
from tests.small import small

TITLE = Words("Night buses", Place("moon/brief.yaml", 4, 8))


def test_words_and_dates_say_their_place() -> None:
    date = When.parse("2026")
    assert origins.said(TITLE) == ' data-from="moon/brief.yaml:4:8"'
    assert origins.said(date, TITLE) == origins.said(TITLE)
    assert origins.said("words of the layout", None, Words("of nobody"), [], {}) == ""


def test_a_thing_of_the_content_says_where_it_begins(tmp_path: Path) -> None:
    brief = small(tmp_path).brief
    event = brief.timeline.events[0]  # type: ignore[union-attr]
    place = origins.place(event)
    assert place == event.date.written.place
    assert place == min(place, event.title.place, event.source[0].key.place)
    assert origins.place([event.source, event]) == place


def test_of_two_files_the_first_counts() -> None:
    other = Words("", Place("a.bib", 1, 1))
    assert origins.place([TITLE, other]) == TITLE.place


def test_a_place_cannot_break_out_of_its_attribute() -> None:
    said = origins.said(Words("", Place('"><b>', 1)))
    assert said == ' data-from="&#34;&gt;&lt;b&gt;:1"'


@pytest.mark.parametrize(
    ("attributes", "place"),
    [
        ({"data-at": "text.md:3"}, Place("text.md", 3)),
        ({"data-from": "a:b.yaml:3:14"}, Place("a:b.yaml", 3, 14)),
        ({"data-at": "text.md:3", "data-from": "brief.yaml:9:2"}, Place("brief.yaml", 9, 2)),
        ({"data-at": "text.md"}, None),
        ({}, None),
    ],
)
def test_it_is_read_again(attributes: dict[str, str], place: Place | None) -> None:
    assert origins.own(Element("p", attributes)) == place
