"""Layouts: what one lacks it takes from `policy`."""

from pathlib import Path

import hypothesis
import pytest
import yaml
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from briefpack.edition import EDITIONS
from briefpack.gauge import GROUPS
from briefpack.pages import layout
from briefpack.paper import PAPERS
from briefpack.problem import Refused

POLICY = layout.find("policy").settings


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


def told(shelf: Path, text: str) -> list[tuple[int, str, str]]:
    """Line, message and hint of what is wrong with the settings of the layout `bold`."""
    (shelf / "bold" / "layout.yaml").write_text(text)
    problems = []
    try:
        _ = layout.find("bold", shelf).settings
    except Refused as refused:
        problems = refused.problems
    assert {problem.place.file for problem in problems} <= {str(shelf / "bold" / "layout.yaml")}
    return [(problem.place.line, problem.message, problem.hint) for problem in problems]


A4 = "a4: {top: 1, bottom: 1, inner: 1, outer: 1, text: 1, gap: 0, side: 1}"
EVERY = f"a list ([{', '.join(EDITIONS)}])"
PLAIN = '[plain, "#112233", "#112233"]'
COLOURS = """\
chart-colours:
  {ink: "#112233", text: "#112233", quiet: "#112233", rule: "#112233", signal: "#112233",
   dim: "#112233", lines: [LINES], hatches: [HATCHES]}
"""


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ("bleed: 51", 1, "a length of 0 to 50 is expected behind 'bleed', not '51'", ""),
        ("bleed: -3", 1, "a length of 0 to 50 is expected behind 'bleed', not '-3'", ""),
        ("editions: office", 1, f"{EVERY} is expected behind 'editions', not 'office'", ""),
        ("editions: []", 1, f"{EVERY} is expected behind 'editions', not nothing", ""),
        (
            "editions: [ofice]",
            1,
            "there is no edition 'ofice'",
            "did you mean 'office'?",
        ),
        (
            "editions: [large]",
            1,
            "'large' has the page numbers of 'screen' as well",
            "put 'screen' into the list",
        ),
        ("paper: a5", 1, "'paper' is a4 or letter, not 'a5'", "expected one of a4, letter"),
        (f"grid:\n  {A4}", 2, "'grid' has no 'letter'", ""),
        (
            "grid:",
            1,
            "a group for each paper (a4, letter) is expected behind 'grid', not nothing",
            "",
        ),
        ("stage: {a4: [1, 2]}", 1, "lengths (top: 12) are expected behind 'a4', not a list", ""),
        ("art-frame: {edge: 4, head: 5}", 1, "'art-frame' has no 'foot'", ""),
        ("art-colours: {rim: none}", 1, "a colour is written as \"#13263b\", not 'none'", ""),
        ("stage: {a4: {top: 1}}", 1, "'stage.a4' has no 'bottom'", ""),
        ("stage:\n  a4:\n    top: high", 3, "a number is expected behind 'top', not 'high'", ""),
        ("stage: {a4: {top: .nan}}", 1, "a number is expected behind 'top', not 'nan'", ""),
        ("stage: {a4: {top: true}}", 1, "a number is expected behind 'top', not 'True'", ""),
        (
            "stage: {a4: {top: -1}}",
            1,
            "a length of 0 or more is expected behind 'top', not '-1'",
            "",
        ),
        (
            "glossary: {size: 0}",
            1,
            "a length of more than 0 is expected behind 'size', not '0'",
            "",
        ),
        (
            "citations: foot",
            1,
            "'citations' is footnotes or endnotes, not 'foot'",
            "did you mean 'footnotes'?",
        ),
        (
            "timeline-colours:\n  signl: red",
            2,
            "there is no colour 'signl' in 'timeline-colours'",
            "did you mean 'signal'?",
        ),
        ("timeline-colours:\n  ink: navy", 2, "a colour is written as \"#13263b\", not 'navy'", ""),
        (
            "timeline-colours:\n  ink: #112233",
            2,
            'a colour is written as "#13263b", not nothing',
            "a number sign begins a comment outside quotation marks",
        ),
        ("chart-colours: {ink: 3}", 1, "'chart-colours' has no 'hatches'", ""),
        ("chart-colours: {lines: red}", 1, "a list is expected behind 'lines', not 'red'", ""),
        (
            "chart-colours: {hatches: [[risen, 1, 2]]}",
            1,
            "there is no hatch 'risen'",
            "did you mean 'rising'?",
        ),
        (COLOURS, 3, "'lines' has 1 entries; charts need 6 or more", ""),
        (COLOURS, 3, "'hatches' has 1 entries; charts need 11 or more", ""),
    ],
)
def test_a_setting_that_nothing_can_be_set_with_is_refused_at_its_line(
    shelf: Path, text: str, line: int, message: str, hint: str
) -> None:
    assert (line, message, hint) in told(shelf, text)


def test_colours_enough_for_every_chart_are_fine(shelf: Path) -> None:
    lines, hatches = ", ".join(['"#112233"'] * 6), ", ".join([PLAIN] * 11)
    assert told(shelf, COLOURS.replace("LINES", lines).replace("HATCHES", hatches)) == []
    more = ", ".join(['"#112233"'] * 7)
    [(_, message, _)] = told(shelf, COLOURS.replace("LINES", more).replace("HATCHES", hatches))
    assert message == "'hatches' has 11 entries; charts need 12 or more"


def test_a_group_that_no_layout_has_is_refused(shelf: Path) -> None:
    with pytest.raises(Refused) as refused:
        layout.find("bold", shelf).lengths("grid", PAPERS["a4"])
    [problem] = refused.value.problems
    assert problem.message == "there is no 'grid', which every layout needs"
    assert problem.place.file == str(shelf / "policy" / "layout.yaml")


def test_the_own_layout_is_in_order() -> None:
    assert layout.find("policy").lengths("grid", PAPERS["letter"])["text"] > 100


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(["a4", "#112233", "rising", "<<", "2020-13-40"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*POLICY["grid"], "top", "ink", "lines", 3]), inner)
    ),
    max_leaves=8,
)


@given(settings=st.dictionaries(st.sampled_from(sorted(GROUPS)), VALUES, min_size=1))
@hypothesis.settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_settings_can_be_used_or_are_refused_at_their_file(
    shelf: Path, settings: dict[str, object]
) -> None:
    found = told(shelf, yaml.safe_dump(settings))
    assert found or not set(settings) & {"grid", "stage", "sources", "glossary", "chart-colours"}
