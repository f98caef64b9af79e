"""Headings of the timeline's pages, where another format breaks the pages elsewhere."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefpack.brief import Timeline
from briefpack.pages import chronicle, headings, layout
from briefpack.pages.timeline.figure import Page
from briefpack.paper import PAPERS
from tests.small import small

POLICY = layout.find("policy")
PAGES = """title: How the night was lost
  pages:
    - {title: Until 2008, text: A bus and a petition.}
    - {title: And then, text: The hospital.}"""


@pytest.fixture
def timeline(tmp_path: Path) -> Timeline:
    found = small(tmp_path, **{"title: How the night was lost": PAGES}).brief.timeline
    assert found is not None
    return found


@pytest.fixture
def planned(timeline: Timeline) -> list[Page]:
    """Two pages, with events 0 and 1, and with 2."""
    words = POLICY.wording("en-GB")
    leaves = chronicle.leaves(timeline, POLICY, PAPERS["a4"], words, "en-GB")
    assert [leaf.page.events for leaf in leaves] == [(0, 1), (2,)]
    return [leaf.page for leaf in leaves]


def test_a_page_as_it_was_planned_has_its_heading(timeline: Timeline, planned: list[Page]) -> None:
    assert headings.of(planned, planned, timeline) == [
        ("Until 2008", "A bus and a petition."),
        ("And then", "The hospital."),
    ]


def test_a_page_that_became_two_says_its_words_once(
    timeline: Timeline, planned: list[Page]
) -> None:
    first, last = planned
    pages = [replace(first, events=(0,)), replace(first, events=(1,)), last]
    assert headings.of(pages, planned, timeline) == [
        ("Until 2008", "A bus and a petition."),
        ("Until 2008", ""),
        ("And then", "The hospital."),
    ]


def test_a_page_with_events_of_two_has_the_title_of_all(
    timeline: Timeline, planned: list[Page]
) -> None:
    first, last = planned
    pages = [replace(first, events=(0,)), replace(last, events=(1, 2))]
    assert headings.of(pages, planned, timeline) == [
        ("Until 2008", "A bus and a petition."),
        ("How the night was lost", "And then: The hospital."),
    ]
    both = headings.of([replace(first, events=(0, 1, 2))], planned, timeline)
    told = "Until 2008: A bus and a petition. · And then: The hospital."
    assert both == [("How the night was lost", told)]


def test_a_format_of_its_own_takes_headings_from_the_pages_of_the_layout(
    timeline: Timeline,
) -> None:
    look = layout.find("policy", format="booklet")
    words = look.wording("en-GB")
    leaves = chronicle.leaves(timeline, look, PAPERS["a4"].folded, words, "en-GB")
    assert [leaf.title for leaf in leaves] == ["Until 2008", "And then"]
