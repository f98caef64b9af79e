"""The timeline part: words for its pages, and events with too many of them."""

from pathlib import Path

import pytest

from briefpack.brief import Timeline
from briefpack.pages import chronicle, layout
from briefpack.paper import PAPERS
from briefpack.problem import Refused
from tests.small import small

POLICY = layout.find("policy")


def leaves(timeline: Timeline | None, language: str = "en-GB") -> list[chronicle.Leaf]:
    assert timeline is not None
    words = POLICY.wording(language)
    return chronicle.leaves(timeline, POLICY, PAPERS["a4"], words, language)


def test_each_page_says_which_years_it_shows(tmp_path: Path) -> None:
    verso, recto = leaves(small(tmp_path).brief.timeline)
    assert verso.kicker == "Timeline, 1999–2008"
    assert recto.kicker == "Timeline, 2019"


def test_a_page_without_a_heading_of_its_own_takes_the_timelines(tmp_path: Path) -> None:
    titles = {leaf.title for leaf in leaves(small(tmp_path).brief.timeline)}
    assert titles == {"How the night was lost"}


def test_the_caption_says_whether_it_is_to_scale(tmp_path: Path) -> None:
    manuscript = small(tmp_path, **{"title: How the night": "scale: even\n  title: How the night"})
    assert {leaf.caption for leaf in leaves(manuscript.brief.timeline)} == {
        "Evenly spaced: not to scale."
    }


def test_an_event_with_too_many_words_is_refused_at_its_place(tmp_path: Path) -> None:
    manuscript = small(tmp_path, **{"The line is closed.": "The line is closed. " * 300})
    with pytest.raises(Refused) as refused:
        leaves(manuscript.brief.timeline)
    [problem] = refused.value.problems
    assert problem.rule == "event-too-long"
    assert "Last night bus" in problem.excerpt
    assert problem.place.line == manuscript.brief.timeline.events[0].title.place.line
