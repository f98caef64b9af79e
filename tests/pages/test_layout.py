"""Layouts: what one lacks it takes from `policy`."""

from pathlib import Path

import pytest

from briefpack.pages import layout
from briefpack.problem import Refused


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    policy, bold = tmp_path / "policy", tmp_path / "bold"
    for folder in (policy / "words", bold):
        folder.mkdir(parents=True)
    (policy / "colour.css").write_text("policy's colours")
    (policy / "type.css").write_text("policy's type")
    (policy / "layout.yaml").write_text("paper: a4\nname: Policy")
    (policy / "words" / "en.yaml").write_text("sources: Sources\nabout: About")
    (policy / "words" / "en-GB.yaml").write_text("sources: References")
    (bold / "colour.css").write_text("bold colours")
    (bold / "layout.yaml").write_text("paper: letter")
    return tmp_path


def test_a_layout_takes_what_it_lacks_from_policy(shelf: Path) -> None:
    bold = layout.find("bold", shelf)
    assert bold.find("colour.css").read_text() == "bold colours"
    assert bold.find("type.css").read_text() == "policy's type"
    assert bold.settings == {"paper": "letter", "name": "Policy"}


def test_what_no_layout_has_is_missed_by_name(shelf: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"page\.css"):
        layout.find("bold", shelf).find("page.css")


def test_an_unknown_layout_is_refused_with_those_that_there_are(shelf: Path) -> None:
    with pytest.raises(Refused) as refused:
        layout.find("bald", shelf)
    [problem] = refused.value.problems
    assert problem.message == "there is no layout 'bald'"
    assert problem.hint == "did you mean 'bold'?"


def test_words_come_in_the_nearest_language(shelf: Path) -> None:
    policy = layout.find("policy", shelf)
    assert policy.wording("en-GB")["sources"] == "References"
    assert policy.wording("en-GB")["about"] == "About"
    assert policy.wording("en-US")["sources"] == "Sources"


def test_a_language_without_words_is_refused_with_those_that_there_are(shelf: Path) -> None:
    with pytest.raises(Refused) as refused:
        layout.find("policy", shelf).wording("tlh")
    [problem] = refused.value.problems
    assert problem.message == "the layout 'policy' has no words in 'tlh'"
    assert "en, en-GB" in problem.hint


@pytest.mark.parametrize(
    ("content", "place"), [("grid: [\n", "layout.yaml:2:1"), ("- a\n", "layout.yaml")]
)
def test_settings_that_cannot_be_read_are_refused(shelf: Path, content: str, place: str) -> None:
    (shelf / "bold" / "layout.yaml").write_text(content)
    with pytest.raises(Refused) as refused:
        _ = layout.find("bold", shelf).settings
    assert str(refused.value.problems[0].place) == str(shelf / "bold" / place)
